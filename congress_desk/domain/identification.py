"""Who is this? The decision from distances, honest about not knowing.

d1, d2 are Euclidean distances of the averaged live template to the best and second-best person.
Fixed rule below 100 people: green if d1 <= 0.42 and d2 - d1 >= 0.07. From 100 people on the threshold also
follows the gallery's own leave-one-out scores s = 2*d1 - d2 (1 % quantile, cap 0.40); always the stricter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.delegates import DelegateId

FEW_PEOPLE = 100
FIXED_DISTANCE = 0.42
FIXED_MARGIN = 0.07
GREEN_DISTANCE = 0.50
GREEN_MARGIN = 0.05
GREEN_CAP = 0.40
YELLOW_DISTANCE = 0.50
FRAMES_AGREEING = 3
SHOWN = 3


class Band(StrEnum):
    GREEN = "green"  # proposed alone; one key confirms
    YELLOW = "yellow"  # up to three photos, none preselected
    GREY = "grey"  # card or name


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """score: distance, 0 same picture, about 0.6 and up strangers; the smaller the closer."""

    delegate: DelegateId
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Calibrated on the enrolled gallery; `people` is how many persons it holds."""

    people: int = 0
    green_score: float = GREEN_CAP
    yellow_score: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    band: Band
    candidates: tuple[Candidate, ...] = ()  # one for green, up to three for yellow, none for grey


def calibrated(leave_one_out: Sequence[float], people: int) -> Thresholds:
    """Thresholds from each enrolled person's score s = 2*d1 - d2 against all the others."""
    if people < FEW_PEOPLE or not leave_one_out:
        return Thresholds(people=people)
    ordered = sorted(leave_one_out)
    return Thresholds(
        people=people,
        green_score=min(GREEN_CAP, _quantile(ordered, 0.01)),
        yellow_score=_quantile(ordered, 0.20),
    )


def propose(
    ranked: Sequence[Candidate], thresholds: Thresholds, *, agreeing_frames: int = FRAMES_AGREEING
) -> Proposal:
    """Band and candidates; `ranked` are the nearest persons, nearest first."""
    if not ranked:
        return Proposal(band=Band.GREY)
    first = ranked[0].score
    second = ranked[1].score if len(ranked) > 1 else 2.0
    score = 2 * first - second
    if _is_green(first, second, score, thresholds) and agreeing_frames >= FRAMES_AGREEING:
        return Proposal(band=Band.GREEN, candidates=tuple(ranked[:1]))
    if first <= YELLOW_DISTANCE or (thresholds.people >= FEW_PEOPLE and score <= thresholds.yellow_score):
        return Proposal(band=Band.YELLOW, candidates=tuple(ranked[:SHOWN]))
    return Proposal(band=Band.GREY)


def _is_green(first: float, second: float, score: float, thresholds: Thresholds) -> bool:
    near = first <= GREEN_DISTANCE and second - first >= GREEN_MARGIN
    if thresholds.people < FEW_PEOPLE:
        return near and first <= FIXED_DISTANCE and second - first >= FIXED_MARGIN
    return near and score <= thresholds.green_score


def _quantile(ordered: Sequence[float], share: float) -> float:
    place = share * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)
