"""Who is this? The decision from distances, honest about not knowing.

d1, d2, d3 are the distances of a live face to the nearest people, n that of the first of them to whoever is nearest
to him among the enrolled. The score s = d1 / mean(d2, d3, n) compares like with like: no fixed distance fits every
people, this ratio does. From 100 people on, its threshold is the one under which 1 in 200 of the enrolled would be
taken for somebody else; below, a fixed rule decides. All figures were chosen on the even half of 442 people and tried
on the odd one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from congress_desk.domain.delegates import DelegateId

FEW_PEOPLE = 100
FEW_DISTANCE = 0.42
FEW_GAP = 0.07
FEW_SCORE = 0.82
GREEN_DISTANCE = 0.52
GREEN_GAP = 0.05
GREEN_CAP = 0.90
"""However a gallery calibrates itself, the first is nearer by a tenth than those with whom he is compared."""
GREEN_SHARE = 0.005
"""Of the enrolled, taken for somebody else, and so of strangers; a gallery is too small to measure it to a hair, so
that half of the 1 % that may be is aimed at: 3 to 7 of 1,000 people less are accepted by themselves for it."""
YELLOW_DISTANCE = 0.50
YELLOW_SHARE = 0.50
LOOK_ALIKE = 0.35  # two enrolled people nearer than that: duplicates, twins
DUPLICATE = 0.30
"""Nearer than strangers ever are (none of 40,000 pairs under 0.35): such pairs say nothing about strangers."""
FRAMES_AGREEING = 3
SHOWN = 3
NEIGHBOURS = 3  # d1, d2, d3
FAR = 2.0  # where nobody else is enrolled


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

    fixed: the rule for few people decides. own_nearest: each enrolled person's distance to whoever is nearest to him.
    """

    people: int = 0
    fixed: bool = True
    green_score: float = FEW_SCORE
    yellow_score: float = 0.0
    yellow_distance: float = YELLOW_DISTANCE
    look_alikes: frozenset[DelegateId] = frozenset()
    own_nearest: Mapping[DelegateId, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    band: Band
    candidates: tuple[Candidate, ...] = ()  # one for green, up to three for yellow, none for grey


def score_of(nearest: Sequence[float], own_nearest: float | None) -> float:
    """d1 / mean(d2, d3, n) of ascending distances: 0 the same picture, 1 no nearer than anybody else."""
    others = [*nearest[1:NEIGHBOURS], *([] if own_nearest is None else [own_nearest])] or [FAR]
    return nearest[0] / max(sum(others) / len(others), 1e-9)


def calibrated(neighbours: Mapping[DelegateId, Sequence[Candidate]]) -> Thresholds:
    """Thresholds from each enrolled person's nearest three others, nearest first."""
    people = len(neighbours)
    own_nearest = {person: others[0].score for person, others in neighbours.items() if others}
    alike = frozenset(person for person, apart in own_nearest.items() if apart < LOOK_ALIKE)
    single = [person for person, apart in own_nearest.items() if apart >= DUPLICATE]
    if len(single) < FEW_PEOPLE:
        return Thresholds(people=people, look_alikes=alike, own_nearest=own_nearest)
    scores = sorted(_leave_one_out(person, neighbours) for person in single)
    return Thresholds(
        people=people,
        fixed=False,
        green_score=min(GREEN_CAP, _quantile(scores, GREEN_SHARE)),
        yellow_score=_quantile(scores, YELLOW_SHARE),
        yellow_distance=_quantile(sorted(own_nearest[person] for person in single), YELLOW_SHARE),
        look_alikes=alike,
        own_nearest=own_nearest,
    )


def _leave_one_out(person: DelegateId, neighbours: Mapping[DelegateId, Sequence[Candidate]]) -> float:
    """The score of an enrolled person as if he were not enrolled."""
    others = neighbours[person]
    own = next((c.score for c in neighbours[others[0].delegate] if c.delegate != person), None)
    return score_of([c.score for c in others], own)


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
    score = score_of(distances, thresholds.own_nearest.get(ranked[0].delegate))
    if sure and _is_green(distances, score, thresholds):
        return Proposal(band=Band.GREEN, candidates=tuple(ranked[:1]))
    if distances[0] <= thresholds.yellow_distance or score <= thresholds.yellow_score:
        return Proposal(band=Band.YELLOW, candidates=tuple(ranked[:SHOWN]))
    return Proposal(band=Band.GREY)


def _is_green(distances: Sequence[float], score: float, thresholds: Thresholds) -> bool:
    first, second = distances[0], distances[1] if len(distances) > 1 else FAR
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
