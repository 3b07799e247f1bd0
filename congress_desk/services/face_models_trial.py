"""A face model tried on the congress's own photos before anybody relies on it; nothing is stored.

Every second of those who agreed is enrolled, the others are strangers. There is one photo of each, so the live
picture is the enrolment photo made poorer: how often the right person is accepted is therefore a best case. How often
a stranger is accepted is not: these are real people of this congress.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.identification import Band
from congress_desk.domain.refusals import Trouble
from congress_desk.services.face_trial_figures import Decision, Figures, figures_of, median_ms
from congress_desk.services.gallery import KnownFaces
from congress_desk.services.ports.faces import FaceEngine, Picture, Template

DARKER = 0.75
GoesOn = Callable[[], bool]
Pairs = list[tuple[DelegateId, Template]]


def try_on_photos(engine: FaceEngine, photos: Sequence[tuple[DelegateId, bytes]], goes_on: GoesOn) -> Figures | None:
    """goes_on() is asked at each photo; None if it said no."""
    looked = _templates(engine, photos, goes_on)
    if looked is None:
        return None
    usable, live, took = looked
    known = KnownFaces(usable[::2])
    enrolled = set(known.people)
    decisions = [_decision(known, person, template) for person, template in live if person in enrolled]
    decisions += [_decision(known, None, template) for _, template in usable[1::2]]
    return figures_of(
        decisions,
        enrolled=len(known.people),
        refused_photos=len(photos) - len(usable),
        threshold=known.thresholds.green_score,
        embedding_ms=median_ms(took),
    )


def _templates(
    engine: FaceEngine, photos: Sequence[tuple[DelegateId, bytes]], goes_on: GoesOn
) -> tuple[Pairs, Pairs, list[float]] | None:
    """From the photos as they are, from poorer ones, and the CPU seconds of each look."""
    usable: Pairs = []
    live: Pairs = []
    took: list[float] = []
    for person, raw in photos:
        if not goes_on():
            return None
        picture = _decoded(engine, raw)
        if picture is None:
            continue
        began = time.process_time()
        photo = _template(engine, picture, strict=True)
        took.append(time.process_time() - began)
        if photo is None:
            continue
        usable.append((person, photo))
        poorer = _template(engine, _poorer(picture), strict=False)
        live += [] if poorer is None else [(person, poorer)]
    return usable, live, took


def _decoded(engine: FaceEngine, raw: bytes) -> Picture | None:
    try:
        return engine.decode(raw)
    except Trouble:
        return None


def _template(engine: FaceEngine, picture: Picture, *, strict: bool) -> Template | None:
    faces = engine.faces(picture, strict=strict)
    several = len(faces) > 1 and faces[1].box[2] * 2 > faces[0].box[2]
    return None if several or not faces else faces[0].template


def _poorer(picture: Picture) -> Picture:
    """Half as large and darker."""
    smaller: Picture = (picture[::2, ::2] * DARKER).astype(picture.dtype)
    return smaller


def _decision(known: KnownFaces, truth: DelegateId | None, template: Template) -> Decision:
    live = [template.tolist()]
    proposal = known.propose(live, frames_needed=1)
    named = tuple(candidate.delegate for candidate in proposal.candidates)
    green = proposal.band is Band.GREEN
    return Decision(
        truth=truth,
        nearest=tuple(candidate.delegate for candidate in known.nearest(live)),
        accepted=named[0] if green else None,
        shown=() if green else named,
    )
