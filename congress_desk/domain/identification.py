"""Who is this? The decision from distances, honest about not knowing.

d1 and d2 are the distances of a live face to the nearest and the second nearest person. The score s = 2*d1 - d2 takes
into account how near the next one is: no fixed distance fits every people. From 100 people on its threshold is
the one under which 1 % of the enrolled, and so of strangers, would be taken for somebody else; below, a fixed rule
decides. The figures were chosen on the even half of 442 people and tried on the odd one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from congress_desk.domain.delegates import DelegateId

FEW_PEOPLE = 100
FEW_SCORE = 0.30
FEW_DISTANCE = 0.50
FEW_GAP = 0.07
GREEN_SHARE = 0.01  # of the enrolled, taken for somebody else
GREEN_CAP = 0.40  # of the score, however a gallery calibrates itself
GREEN_DISTANCE = 0.52
GREEN_GAP = 0.05
YELLOW_SHARE = 0.60
YELLOW_DISTANCE = 0.50
MEASURABLE = 20  # people from whom on the middle of a gallery is known well enough
LOOK_ALIKE = 0.35  # two enrolled people nearer than that: duplicates, twins
DUPLICATE = 0.30
"""Nearer than strangers ever are (none of 40,000 pairs under 0.35): such pairs say nothing about strangers."""
ALONE = 0.55  # the second, where only one person is enrolled
ADDED_MOST = 3
"""Templates of confirmed check-ins beside the one of the photo; three accept no fewer than any number."""
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
    """Calibrated on the enrolled gallery; `people` is how many persons it holds. Look-alikes never get green.

    fixed: the rule for few people decides.
    """

    people: int = 0
    fixed: bool = True
    green_score: float = FEW_SCORE
    yellow_score: float = 0.0
    yellow_distance: float = YELLOW_DISTANCE
    look_alikes: frozenset[DelegateId] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    band: Band
    candidates: tuple[Candidate, ...] = ()  # one for green, up to three for yellow, none for grey


def score_of(nearest: Sequence[float]) -> float:
    """2*d1 - d2 of ascending distances: the distance less the lead over the second."""
    return 2 * nearest[0] - (nearest[1] if len(nearest) > 1 else ALONE)


def calibrated(neighbours: Mapping[DelegateId, Sequence[float]]) -> Thresholds:
    """Thresholds from each enrolled person's ascending distances to the two others nearest to him."""
    people = len(neighbours)
    alike = frozenset(person for person, apart in neighbours.items() if apart and apart[0] < LOOK_ALIKE)
    single = [apart for apart in neighbours.values() if apart and apart[0] >= DUPLICATE]
    found = Thresholds(people=people, look_alikes=alike)
    scores = sorted(score_of(apart) for apart in single)
    if len(single) >= MEASURABLE:
        nearest = sorted(apart[0] for apart in single)
        yellow_score, yellow_distance = (_quantile(each, YELLOW_SHARE) for each in (scores, nearest))
        found = replace(found, yellow_score=yellow_score, yellow_distance=yellow_distance)
    if len(single) >= FEW_PEOPLE:
        found = replace(found, fixed=False, green_score=min(GREEN_CAP, _quantile(scores, GREEN_SHARE)))
    return found


def propose(
    ranked: Sequence[Candidate], thresholds: Thresholds, *, agreeing_frames: int = FRAMES_AGREEING
) -> Proposal:
    """Band and candidates; `ranked` are the nearest three persons, nearest first.

    agreeing_frames: in how many pictures of this face, each by itself, the first is among the nearest three.
    """
    if not ranked:
        return Proposal(band=Band.GREY)
    sure = agreeing_frames >= FRAMES_AGREEING and ranked[0].delegate not in thresholds.look_alikes
    distances = [candidate.score for candidate in ranked]
    score = score_of(distances)
    if sure and _is_green(distances, score, thresholds):
        return Proposal(band=Band.GREEN, candidates=tuple(ranked[:1]))
    if distances[0] <= thresholds.yellow_distance or score <= thresholds.yellow_score:
        return Proposal(band=Band.YELLOW, candidates=tuple(ranked[:SHOWN]))
    return Proposal(band=Band.GREY)


def _is_green(distances: Sequence[float], score: float, thresholds: Thresholds) -> bool:
    first, second = distances[0], distances[1] if len(distances) > 1 else ALONE
    near = first <= (FEW_DISTANCE if thresholds.fixed else GREEN_DISTANCE)
    clear = second - first >= (FEW_GAP if thresholds.fixed else GREEN_GAP)
    return near and clear and score <= thresholds.green_score


def _quantile(ordered: Sequence[float], share: float) -> float:
    """The value that a new one of the same kind stays under with probability `share` (Weibull: share * (n + 1)).

    The commoner share * (n - 1) lets in 1.7 % where 1 % was meant, with 150 people enrolled.
    """
    place = min(max(share * (len(ordered) + 1) - 1, 0.0), len(ordered) - 1.0)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)
