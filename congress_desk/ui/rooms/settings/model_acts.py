"""The face model of the congress: which one it is, one's own tried on its photos, then used. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from congress_desk.domain.refusals import Trouble
from congress_desk.services.face_models import ModelChosen, ModelTried
from congress_desk.services.faces import EnrolReport
from congress_desk.ui.rooms.settings.state import FaceModel, Fact, SettingsState
from congress_desk.ui.running import Lane, LongJob, Progress
from congress_desk.ui.surroundings import Surroundings

Tried = tuple[ModelTried, ModelTried]


class Room(Protocol):
    """What these acts ask of the room's presenter."""

    @property
    def state(self) -> SettingsState: ...
    def show(self, **changes: Any) -> None: ...
    def tell(self, fact: Fact, *, certificate: bool = False, **places: object) -> None: ...
    def fail(self, error: Exception) -> None: ...


class ModelActs:
    def __init__(self, room: Room, surroundings: Surroundings) -> None:
        self._room = room
        self._around = surroundings
        self._job: LongJob | None = None

    def read(self) -> None:
        """The model in use; that it is not on this computer is shown in its place."""
        models = self._around.desk.face_models

        def found() -> FaceModel:
            try:
                return FaceModel(card=models.card(), built_in=models.is_built_in())
            except Trouble as trouble:
                return FaceModel(missing=trouble, built_in=False)

        self._around.runner.run(found, then=self._on_read, otherwise=self._room.fail, lane=Lane.FREE)

    def try_out(self, folder: Path) -> None:
        """Beside the model in use, on the photos of all who agreed; nothing is kept. Check-in goes on meanwhile."""
        models = self._around.desk.face_models
        self._show(tried=None, folder=folder)
        self._begin(lambda progress: models.try_out(folder, progress), self._on_tried)

    def use_tried(self) -> None:
        folder, models = self._room.state.model.folder, self._around.desk.face_models
        if folder is not None:
            self._use(lambda: models.use(folder))

    def use_built_in(self) -> None:
        self._use(self._around.desk.face_models.use_built_in)

    def drop_trial(self) -> None:
        self._show(tried=None, folder=None)

    def cancel(self) -> None:
        """The photo that is being looked at is still finished; what was prepared so far stays."""
        if self._job is not None:
            self._job.cancel()

    def _use(self, choose: Callable[[], ModelChosen]) -> None:
        """And prepare everybody anew at once: templates of the former model are of no use to this one."""
        desk = self._around.desk

        def used(progress: Progress) -> tuple[ModelChosen, EnrolReport]:
            chosen = choose()
            return chosen, desk.faces.enrol(desk.face_models.engine, progress)

        self._show(tried=None, using=True)
        self._begin(used, self._on_used)

    def _begin(self, work: Callable[[Progress], Any], then: Callable[[Any], None]) -> None:
        self._show(progress=(0, 0))
        self._job = self._around.runner.run_long(work, then=then, told=self._on_told, otherwise=self._on_failed)

    def _end(self) -> None:
        self._job = None
        self._show(progress=None, using=False)

    def _on_read(self, found: FaceModel) -> None:
        self._show(card=found.card, built_in=found.built_in, missing=found.missing)

    def _on_told(self, finished: int, total: int) -> None:
        self._show(progress=(finished, total))

    def _on_tried(self, tried: Tried | None) -> None:
        self._end()
        self._show(tried=tried)

    def _on_used(self, used: tuple[ModelChosen, EnrolReport]) -> None:
        chosen, report = used
        self._end()
        self._show(folder=None)
        self.read()
        fact = Fact.MODEL_STOPPED if report.stopped else Fact.MODEL_USED
        self._room.tell(fact, name=chosen.card.name, count=report.people)

    def _on_failed(self, error: Exception) -> None:
        self._end()
        self.read()
        self._room.fail(error)

    def _show(self, **changes: Any) -> None:
        self._room.show(model=replace(self._room.state.model, **changes))
