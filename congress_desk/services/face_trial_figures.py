"""From single decisions to the figures of a trial; the same for the desk and for the plain library."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One person before the camera. nearest: the enrolled, nearest first; accepted: who was taken by itself;
    shown: whom the operator was shown instead."""

    truth: str | None  # None: a stranger
    nearest: tuple[str, ...]
    accepted: str | None = None
    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Shares from 0 to 1, None where there was nothing to count.

    rank1, rank3: the right person is the nearest, among the three nearest. right_accepted, wrong_accepted: taken by
    itself, as himself, as somebody else. shown_or_accepted: right_accepted, or among the three shown.
    threshold: of the distance for the library, of the score 2*d1 - d2 for the desk. embedding_ms: CPU time of
    finding and embedding one picture's face.
    """

    enrolled: int
    refused_photos: int
    probes: int
    rank1: float | None
    rank3: float | None
    right_accepted: float | None
    wrong_accepted: float | None
    shown_or_accepted: float | None
    strangers: int
    strangers_accepted: float | None
    threshold: float
    embedding_ms: float | None


def figures_of(
    decisions: Sequence[Decision],
    *,
    enrolled: int,
    refused_photos: int,
    threshold: float,
    embedding_ms: float | None,
) -> Figures:
    known = [d for d in decisions if d.truth is not None]
    strangers = [d for d in decisions if d.truth is None]
    right = [d.accepted == d.truth for d in known]
    return Figures(
        enrolled=enrolled,
        refused_photos=refused_photos,
        probes=len(known),
        rank1=_share([d.truth in d.nearest[:1] for d in known]),
        rank3=_share([d.truth in d.nearest[:3] for d in known]),
        right_accepted=_share(right),
        wrong_accepted=_share([d.accepted not in (None, d.truth) for d in known]),
        shown_or_accepted=_share([ok or d.truth in d.shown for ok, d in zip(right, known, strict=True)]),
        strangers=len(strangers),
        strangers_accepted=_share([d.accepted is not None for d in strangers]),
        threshold=round(threshold, 4),
        embedding_ms=embedding_ms,
    )


def median_ms(seconds: Sequence[float]) -> float | None:
    return round(1000 * statistics.median(seconds), 1) if seconds else None


def _share(yes: Sequence[bool]) -> float | None:
    return round(sum(yes) / len(yes), 4) if yes else None
