"""A trial of face identification on folders of people: what the desk would have said, and what is true.

The decision is the desk's own (services.gallery, domain.identification), on pictures that passed the desk's own
quality gate. Beside it stands the plain recipe of the face_recognition library, on the same pictures.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.identification import ADDED_MOST, Band, Thresholds
from congress_desk.domain.refusals import Trouble
from congress_desk.services.face_trial_figures import Decision, Figures, figures_of, median_ms
from congress_desk.services.face_trial_folders import (
    TrialFolders,
    TrialPerson,
    count_pictures,
    people_in,
    read_picture,
    without_enrolment_pictures,
)
from congress_desk.services.face_trial_library import LibraryFigures, PlainEncode, try_library
from congress_desk.services.gallery import KnownFaces
from congress_desk.services.ports.faces import FaceEngine, FaceEngineMaker, Template

LIVE_PICTURES = 3  # of one person, averaged: what the desk has after a second

Progress = Callable[[int, int], object]  # pictures looked at, of how many


@dataclass(frozen=True, slots=True, kw_only=True)
class FaceTrial:
    """bands: how many decisions of each colour, for probes and for strangers. refused: pictures by reason.

    left_out: people whose live pictures were there, but who could not be enrolled. strengthened: templates that
    confirmed check-ins added, None where none were given. library: None where face_recognition is not installed.
    """

    figures: Figures
    thresholds: Thresholds
    bands: dict[str, dict[str, int]]
    refused: dict[str, int]
    left_out: int
    strengthened: int | None
    match_ms: float | None
    library: LibraryFigures | None


def run_face_trial(
    folders: TrialFolders,
    make_engine: FaceEngineMaker,
    plain: PlainEncode | None,
    progress: Progress = lambda _done, _of: None,
) -> FaceTrial:
    """Every picture is looked at once by the engine, and once by the library if there is one.

    Trouble: NO_SUCH_FILE, CANNOT_READ, FACES_MISSING. Refusal: BAD_VALUE for a folder without people.
    """
    people, same = without_enrolment_pictures(people_in(folders))
    pictures = count_pictures(people.enrolled, people.live, people.strangers)
    before = count_pictures(people.confirmed)
    steps = _Steps(tell=progress, of=before + pictures * (2 if plain else 1))
    sight = _Sight(engine=make_engine(), looked=steps.one_more)
    if same:
        sight.refused["same_picture"] = same
    by_photo = KnownFaces(_enrolled(sight, people.enrolled))
    added = _added(by_photo, _lineups(sight, people.confirmed, known=True))
    known = by_photo.strengthened(added)
    lineups = [*_lineups(sight, people.live, known=True), *_lineups(sight, people.strangers, known=False)]
    kept = [lineup for lineup in lineups if lineup.truth in (None, *known.people)]
    verdicts = _Verdicts(known)
    decisions = [verdicts.on(lineup) for lineup in kept]
    return FaceTrial(
        figures=figures_of(
            decisions,
            enrolled=len(known.people),
            refused_photos=sum(sight.refused.values()),
            threshold=known.thresholds.green_score,
            embedding_ms=median_ms(sight.took),
        ),
        thresholds=known.thresholds,
        bands=verdicts.bands,
        refused=dict(sight.refused),
        left_out=len({lineup.truth for lineup in lineups} - {None, *known.people}),
        strengthened=len(added) if people.confirmed else None,
        match_ms=median_ms(verdicts.took),
        library=try_library(people, plain, steps.one_more) if plain else None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lineup:
    """Up to three templates of one person, as they come before the camera."""

    truth: str | None
    templates: list[Template]


@dataclass(slots=True)
class _Steps:
    tell: Progress
    of: int
    done: int = 0

    def one_more(self) -> None:
        self.done += 1
        self.tell(self.done, self.of)


@dataclass(slots=True)
class _Sight:
    """Looks at pictures; counts those of no use and why, and how long a look takes (CPU seconds)."""

    engine: FaceEngine
    looked: Callable[[], None]
    took: list[float] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)

    def template_of(self, picture: Path, *, strict: bool) -> Template | None:
        self.looked()
        found = self._judged(read_picture(picture), strict=strict)
        if isinstance(found, str):
            self.refused[found] += 1
            return None
        return found

    def _judged(self, raw: bytes, *, strict: bool) -> Template | str:
        try:
            picture = self.engine.decode(raw)
        except Trouble as trouble:
            return trouble.problem.value
        began = time.process_time()
        faces = self.engine.faces(picture, strict=strict)
        self.took.append(time.process_time() - began)
        if not faces:
            return "no_face"
        if len(faces) > 1 and faces[1].box[2] * 2 > faces[0].box[2]:
            return "several_faces"
        return faces[0].flaws[0].value if faces[0].template is None else faces[0].template


class _Verdicts:
    """What the desk says to each lineup; counts the bands, and how long a decision takes (CPU seconds)."""

    def __init__(self, known: KnownFaces) -> None:
        self._known = known
        self.took: list[float] = []
        self.bands = {who: {band.value: 0 for band in Band} for who in ("probes", "strangers")}

    def on(self, lineup: _Lineup) -> Decision:
        live = [template.tolist() for template in lineup.templates]
        began = time.process_time()
        proposal = self._known.propose(live, frames_needed=1)
        self.took.append(time.process_time() - began)
        self.bands["probes" if lineup.truth else "strangers"][proposal.band.value] += 1
        named = tuple(candidate.delegate for candidate in proposal.candidates)
        green = proposal.band is Band.GREEN
        return Decision(
            truth=lineup.truth,
            nearest=tuple(candidate.delegate for candidate in self._known.nearest(live))
            if self._known.people
            else (),
            accepted=named[0] if green else None,
            shown=() if green else named,
        )


def _enrolled(sight: _Sight, people: Sequence[TrialPerson]) -> list[tuple[DelegateId, Template]]:
    found = []
    for person in people:
        templates = [sight.template_of(picture, strict=True) for picture in person.pictures]
        found += [(DelegateId(person.name), template) for template in templates if template is not None]
    return found


def _added(by_photo: KnownFaces, lineups: Sequence[_Lineup]) -> list[tuple[DelegateId, Template]]:
    """As services.face_strengthening: the mean of a face that the photo alone makes green, three a person at most."""
    found: list[tuple[DelegateId, Template]] = []
    for lineup in lineups:
        proposal = by_photo.propose([template.tolist() for template in lineup.templates], frames_needed=1)
        person = DelegateId(str(lineup.truth))
        mean = (sum(lineup.templates[1:], lineup.templates[0]) / len(lineup.templates)).astype("float32")
        given = sum(owner == person for owner, _ in found)
        if proposal.band is Band.GREEN and proposal.candidates[0].delegate == person and given < ADDED_MOST:
            found.append((person, mean))
    return found


def _lineups(sight: _Sight, people: Sequence[TrialPerson], *, known: bool) -> list[_Lineup]:
    found = []
    for person in people:
        looks = [sight.template_of(picture, strict=False) for picture in person.pictures]
        seen = [template for template in looks if template is not None]
        for start in range(0, len(seen), LIVE_PICTURES):
            templates = seen[start : start + LIVE_PICTURES]
            found.append(_Lineup(truth=person.name if known else None, templates=templates))
    return found
