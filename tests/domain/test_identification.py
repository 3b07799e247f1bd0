"""Who is this? Green only when near, clear of the second, and the same in several frames; grey is an answer too."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.identification import Band, Candidate, Proposal, Thresholds, calibrated, propose

FEW = Thresholds(people=99)
MANY = Thresholds(people=100, green_score=0.32, yellow_score=0.55)


def ranked(*scores: float) -> list[Candidate]:
    return [Candidate(delegate=DelegateId(f"d{n}"), score=score) for n, score in enumerate(scores)]


@pytest.mark.parametrize(
    ("thresholds", "scores", "band"),
    [
        # below 100 people: d1 <= 0.42 and a margin of 0.07
        (FEW, [0.42, 0.49], Band.GREEN),
        (FEW, [0.43, 0.60], Band.YELLOW),
        (FEW, [0.40, 0.46], Band.YELLOW),
        (FEW, [0.42], Band.GREEN),
        (FEW, [0.50, 0.51], Band.YELLOW),
        (FEW, [0.51, 0.90], Band.GREY),
        # from 100 on: 2*d1 - d2 under the gallery's own threshold, d1 <= 0.50 and a margin of 0.05
        (MANY, [0.40, 0.481], Band.GREEN),
        (MANY, [0.40, 0.47], Band.YELLOW),
        (MANY, [0.50, 0.70], Band.GREEN),
        (MANY, [0.51, 0.75], Band.YELLOW),
        (MANY, [0.30, 0.34], Band.YELLOW),
        (MANY, [0.60, 0.64], Band.GREY),
        (MANY, [0.60, 0.66], Band.YELLOW),
    ],
)
def test_the_band_follows_distance_margin_and_score(thresholds: Thresholds, scores: list[float], band: Band) -> None:
    assert propose(ranked(*scores), thresholds).band is band


def test_green_proposes_one_yellow_three_and_grey_nobody() -> None:
    assert [c.delegate for c in propose(ranked(0.2, 0.6, 0.7, 0.8), FEW).candidates] == ["d0"]
    assert [c.delegate for c in propose(ranked(0.45, 0.46, 0.47, 0.48), FEW).candidates] == ["d0", "d1", "d2"]
    assert propose(ranked(0.7, 0.8), FEW) == Proposal(band=Band.GREY)
    assert propose([], MANY) == Proposal(band=Band.GREY)


@pytest.mark.parametrize("agreeing", [0, 1, 2])
def test_frames_that_disagree_or_are_too_few_never_give_green(agreeing: int) -> None:
    assert propose(ranked(0.1, 0.9), FEW, agreeing_frames=agreeing).band is Band.YELLOW
    assert propose(ranked(0.1, 0.9), FEW, agreeing_frames=3).band is Band.GREEN


def test_below_a_hundred_people_nothing_is_calibrated() -> None:
    assert calibrated([0.1] * 99, 99) == Thresholds(people=99)
    assert calibrated([], 500) == Thresholds(people=500)


def test_from_a_hundred_people_on_the_gallery_sets_its_own_thresholds() -> None:
    scores = [0.20 + n / 1000 for n in range(101)]
    random.Random(1).shuffle(scores)
    thresholds = calibrated(scores, 101)
    assert thresholds.green_score == pytest.approx(0.201)
    assert thresholds.yellow_score == pytest.approx(0.220)


def test_a_gallery_of_very_different_faces_does_not_loosen_the_rule_beyond_the_cap() -> None:
    assert calibrated([0.8] * 200, 200).green_score == 0.40


distances = st.lists(st.floats(0, 2), min_size=1, max_size=5).map(sorted)


@given(distances, st.integers(0, 300), st.floats(-1, 0.4))
def test_a_nearer_first_never_loses_its_band(scores: list[float], people: int, green: float) -> None:
    order = [Band.GREY, Band.YELLOW, Band.GREEN]
    thresholds = Thresholds(people=people, green_score=green, yellow_score=max(green, 0.5))
    before = propose(ranked(*scores), thresholds)
    after = propose(ranked(scores[0] / 2, *scores[1:]), thresholds)
    assert order.index(after.band) >= order.index(before.band)
