"""Which face model a congress uses: the one that comes with the program, or one that the secretariat supplies.

The choice stands in the congress, so that every desk uses the same model; its files are on each computer. With the
choice the templates of the former model are erased, for they are of no use to another; enrolling makes them anew.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from congress_desk.domain.journal import Kind
from congress_desk.services.face_models_trial import try_on_photos
from congress_desk.services.face_trial_figures import Figures
from congress_desk.services.floor import Floor
from congress_desk.services.ports.face_models import ModelCard, ModelShelf
from congress_desk.services.ports.faces import FaceEngine
from congress_desk.services.ports.store import SealedTemplate, Work

RULE = "face_model"
Progress = Callable[[int, int], bool]  # photos looked at, of how many; gives False to stop


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelChosen:
    """changed: it was another model before; templates_erased: of the former model."""

    card: ModelCard
    changed: bool
    templates_erased: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelTried:
    card: ModelCard
    figures: Figures


class FaceModelsService:
    def __init__(self, floor: Floor, shelf: ModelShelf) -> None:
        self._floor = floor
        self._shelf = shelf

    def card(self) -> ModelCard:
        """The model in use. Trouble: MODEL_MISSING, MODEL_DAMAGED, FACES_MISSING."""
        return self._shelf.card(self.chosen())

    def is_built_in(self) -> bool:
        chosen = self.chosen()
        return not chosen or chosen == self._shelf.built_in().model_hash

    def engine(self) -> FaceEngine:
        """The port FaceEngineMaker for the model in use. Trouble as in card()."""
        return self._shelf.engine(self.chosen())

    def chosen(self) -> str:
        """The hash of the model in use, "" if none was ever chosen: then it is the program's own."""
        with self._floor.reading() as work:
            return work.congress.rules().get(RULE, "")

    def in_use(self, work: Work) -> str:
        """The hash that templates must have to be compared. Trouble: FACES_MISSING."""
        return work.congress.rules().get(RULE, "") or self._shelf.built_in().model_hash

    def use(self, folder: Path) -> ModelChosen:
        """Verify and keep a supplied model, and use it from now on.

        Trouble: NO_SUCH_FILE, CANNOT_READ, MODEL_DAMAGED, DISK_FULL, CANNOT_WRITE.
        """
        return self._choose(self._shelf.keep(folder))

    def try_out(self, folder: Path, progress: Progress) -> tuple[ModelTried, ModelTried] | None:
        """The model in use, then the supplied one, on the photos of all who agreed; face_models_trial says how.

        None if it was stopped. Trouble: as in card() and use().
        """
        card, engine = self._shelf.supplied(folder)
        in_use = self.card()
        with self._floor.reading() as work:
            agreed = sorted((d for d in work.delegates.all() if d.consented and d.photo), key=lambda d: d.id)
            photos = [(d.id, work.photos.get(d.photo) or b"") for d in agreed]
        steps = count(1)

        def goes_on() -> bool:
            return progress(next(steps), 2 * len(photos))

        before = try_on_photos(self.engine(), photos, goes_on)
        after = None if before is None else try_on_photos(engine, photos, goes_on)
        if before is None or after is None:
            return None
        return ModelTried(card=in_use, figures=before), ModelTried(card=card, figures=after)

    def use_built_in(self) -> ModelChosen:
        """Back to the model that comes with the program. Trouble: FACES_MISSING."""
        return self._choose(self._shelf.built_in())

    def _choose(self, card: ModelCard) -> ModelChosen:
        with self._floor.act() as act:
            if self.in_use(act.work) == card.model_hash:
                return ModelChosen(card=card, changed=False, templates_erased=0)
            erased = act.work.templates.erase()
            act.work.congress.put_rule(RULE, card.model_hash)
            told = {"name": card.name, "licence": card.licence, "source": card.source, "model": card.model_hash}
            act.write(Kind.FACE_MODEL_CHOSEN, body=told | {"templates_erased": erased})
        return ModelChosen(card=card, changed=True, templates_erased=erased)


def erase_templates(floor: Floor, of_other_models: Callable[[Work], Sequence[SealedTemplate]]) -> None:
    """Those that a desk made while another one chose a model: their people are enrolled anew."""
    with floor.reading() as work:
        people = sorted({template.delegate for template in of_other_models(work)})
    if people:
        with floor.act() as act:
            erased = sum(act.work.templates.erase(person) for person in people)
            body = {"model": act.work.congress.rules().get(RULE, ""), "delegates": people, "templates_erased": erased}
            act.write(Kind.FACE_MODEL_CHOSEN, body=body)
