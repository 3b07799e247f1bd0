"""Who is this? The decision from distances, honest about not knowing.

d1, d2, ... are the distances of a live face to the nearest people. The score s = d1 / mean(d2, d3, d4) says how much
nearer the first is than those after him: no fixed distance fits every people, this ratio does. From 100 people on its
threshold is the one under which 1 % of the enrolled would be taken for somebody else; below, a fixed rule decides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.delegates import DelegateId

FEW_PEOPLE = 100
FEW_DISTANCE = 0.42
FEW_GAP = 0.07
FEW_SCORE = 0.80
GREEN_DISTANCE = 0.55
GREEN_GAP = 0.05
GREEN_CAP = 0.87
"""However a gallery calibrates itself, the first is at least an eighth nearer than the next three."""
GREEN_SHARE = 0.01  # of the enrolled, taken for somebody else: strangers are, as often
YELLOW_DISTANCE = 0.50
YELLOW_SHARE = 0.50
LOOK_ALIKE = 0.35  # two enrolled people nearer than that: duplicates, twins
COMPARED = 3
NEIGHBOURS = 1 + COMPARED
FAR = 2.0  # where nobody else is enrolled
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
    """Calibrated on the enrolled gallery; `people` is how many persons it holds. Look-alikes never get green."""

    people: int = 0
    green_score: float = FEW_SCORE
    yellow_score: float = 0.0
    yellow_distance: float = YELLOW_DISTANCE
    look_alikes: frozenset[DelegateId] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    band: Band
    candidates: tuple[Candidate, ...] = ()  # one for green, up to three for yellow, none for grey


def score_of(nearest: Sequence[float]) -> float:
    """d1 / mean(d2, d3, d4) of ascending distances: 0 the same picture, 1 no nearer than anybody else."""
    after = nearest[1:NEIGHBOURS] or [FAR]
    return nearest[0] / max(sum(after) / len(after), 1e-9)


def calibrated(neighbours: Mapping[DelegateId, Sequence[float]]) -> Thresholds:
    """Thresholds from each enrolled person's ascending distances to the four others who are nearest to him."""
    people = len(neighbours)
    alike = frozenset(person for person, apart in neighbours.items() if apart and apart[0] < LOOK_ALIKE)
    if people < FEW_PEOPLE:
        return Thresholds(people=people, look_alikes=alike)
    scores = sorted(score_of(apart) for apart in neighbours.values())
    return Thresholds(
        people=people,
        green_score=min(GREEN_CAP, _quantile(scores, GREEN_SHARE)),
        yellow_score=_quantile(scores, YELLOW_SHARE),
        yellow_distance=_quantile(sorted(apart[0] for apart in neighbours.values()), YELLOW_SHARE),
        look_alikes=alike,
    )


def propose(
    ranked: Sequence[Candidate], thresholds: Thresholds, *, agreeing_frames: int = FRAMES_AGREEING
) -> Proposal:
    """Band and candidates; `ranked` are the four nearest persons, nearest first.

    agreeing_frames: in how many pictures of this face, each by itself, the first is among the nearest three.
    """
    if not ranked:
        return Proposal(band=Band.GREY)
    distances = [candidate.score for candidate in ranked]
    sure = agreeing_frames >= FRAMES_AGREEING and ranked[0].delegate not in thresholds.look_alikes
    if sure and _is_green(distances, thresholds):
        return Proposal(band=Band.GREEN, candidates=tuple(ranked[:1]))
    if _is_yellow(distances, thresholds):
        return Proposal(band=Band.YELLOW, candidates=tuple(ranked[:SHOWN]))
    return Proposal(band=Band.GREY)


def _is_green(distances: Sequence[float], thresholds: Thresholds) -> bool:
    first, second = distances[0], distances[1] if len(distances) > 1 else FAR
    few = thresholds.people < FEW_PEOPLE
    near = first <= (FEW_DISTANCE if few else GREEN_DISTANCE)
    clear = second - first >= (FEW_GAP if few else GREEN_GAP)
    return near and clear and score_of(distances) <= (FEW_SCORE if few else thresholds.green_score)


def _is_yellow(distances: Sequence[float], thresholds: Thresholds) -> bool:
    return distances[0] <= thresholds.yellow_distance or score_of(distances) <= thresholds.yellow_score


def _quantile(ordered: Sequence[float], share: float) -> float:
    """The value that a new one of the same kind stays under with probability `share` (Weibull: share * (n + 1)).

    The commoner share * (n - 1) let in 1.7 % instead of 1 % of strangers with 150 people enrolled.
    """
    place = min(max(share * (len(ordered) + 1) - 1, 0.0), len(ordered) - 1.0)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)
