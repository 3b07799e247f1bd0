"""Who is this? Green only when near, clear of the others, and so in several frames; grey is an answer too."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.identification import (
    Band,
    Candidate,
    Proposal,
    Thresholds,
    calibrated,
    propose,
    score_of,
)

FEW = Thresholds(people=99)
MANY = Thresholds(people=100, green_score=0.80, yellow_score=0.95, yellow_distance=0.45)


def person(number: int) -> DelegateId:
    return DelegateId(f"d{number}")


def ranked(*distances: float) -> list[Candidate]:
    return [Candidate(delegate=person(n), score=distance) for n, distance in enumerate(distances)]


def a_gallery(people: int, *, nearest: float = 0.5, spread: float = 0.3) -> dict[DelegateId, list[float]]:
    """Every person's neighbours: d1 between nearest and nearest + spread, the next three at 1.0."""
    firsts = [nearest + spread * n / max(people - 1, 1) for n in range(people)]
    random.Random(1).shuffle(firsts)
    return {person(n): [first, 1.0, 1.0, 1.0] for n, first in enumerate(firsts)}


@pytest.mark.parametrize(
    ("thresholds", "distances", "band"),
    [
        # below 100 people: d1 <= 0.42, a gap of 0.07 and d1 <= 0.80 of the mean of the next three
        (FEW, [0.42, 0.53, 0.53, 0.53], Band.GREEN),
        (FEW, [0.43, 0.60, 0.60, 0.60], Band.YELLOW),
        (FEW, [0.30, 0.36, 0.50, 0.50], Band.YELLOW),
        (FEW, [0.42, 0.50, 0.51, 0.52], Band.YELLOW),
        (FEW, [0.42], Band.GREEN),
        (FEW, [0.42, 0.53], Band.GREEN),
        (FEW, [0.50, 0.51], Band.YELLOW),
        (FEW, [0.51, 0.90, 0.90, 0.90], Band.GREY),
        # from 100 on: the score under the gallery's own threshold, d1 <= 0.55 and a gap of 0.05
        (MANY, [0.40, 0.50, 0.50, 0.51], Band.GREEN),
        (MANY, [0.40, 0.49, 0.49, 0.50], Band.YELLOW),
        (MANY, [0.55, 0.70, 0.70, 0.70], Band.GREEN),
        (MANY, [0.56, 0.75, 0.75, 0.75], Band.YELLOW),
        (MANY, [0.30, 0.34, 0.60, 0.60], Band.YELLOW),
        (MANY, [0.45, 0.46, 0.46, 0.46], Band.YELLOW),
        (MANY, [0.46, 0.47, 0.47, 0.47], Band.GREY),
        (MANY, [0.46, 0.49, 0.49, 0.49], Band.YELLOW),
    ],
)
def test_the_band_follows_distance_gap_and_score(thresholds: Thresholds, distances: list[float], band: Band) -> None:
    assert propose(ranked(*distances), thresholds).band is band


def test_the_score_compares_the_first_with_the_mean_of_the_next_three_at_most() -> None:
    assert score_of([0.3, 0.5, 0.6, 0.7, 0.1]) == pytest.approx(0.5)
    assert score_of([0.3, 0.6]) == pytest.approx(0.5)
    assert score_of([0.4]) == pytest.approx(0.2)
    assert score_of([0.0, 0.0]) == 0.0


def test_green_proposes_one_yellow_three_and_grey_nobody() -> None:
    assert [c.delegate for c in propose(ranked(0.2, 0.6, 0.7, 0.8), FEW).candidates] == ["d0"]
    assert [c.delegate for c in propose(ranked(0.45, 0.46, 0.47, 0.48), FEW).candidates] == ["d0", "d1", "d2"]
    assert propose(ranked(0.7, 0.8), FEW) == Proposal(band=Band.GREY)
    assert propose([], MANY) == Proposal(band=Band.GREY)


@pytest.mark.parametrize("agreeing", [0, 1, 2])
def test_frames_that_disagree_or_are_too_few_never_give_green(agreeing: int) -> None:
    assert propose(ranked(0.1, 0.9), FEW, agreeing_frames=agreeing).band is Band.YELLOW
    assert propose(ranked(0.1, 0.9), FEW, agreeing_frames=3).band is Band.GREEN


@pytest.mark.parametrize("people", [2, 150])
def test_twins_are_shown_and_never_proposed_alone(people: int) -> None:
    gallery = a_gallery(people, nearest=0.6)
    gallery[person(0)] = gallery[person(1)] = [0.34, 0.9, 0.9, 0.9]
    thresholds = calibrated(gallery)
    assert thresholds.look_alikes == {person(0), person(1)}
    assert propose(ranked(0.1, 0.34, 0.9, 0.9), thresholds).band is Band.YELLOW


def test_below_a_hundred_people_nothing_is_calibrated() -> None:
    assert calibrated(a_gallery(99)) == Thresholds(people=99)
    assert calibrated({person(0): []}) == Thresholds(people=1)
    assert calibrated({}) == Thresholds()


def test_from_a_hundred_people_on_the_gallery_sets_its_own_thresholds() -> None:
    thresholds = calibrated(a_gallery(199, nearest=0.602, spread=0.198))
    assert thresholds.people == 199
    assert thresholds.green_score == pytest.approx(0.603)  # two of 199 are under it: 1 % of 200
    assert thresholds.yellow_score == pytest.approx(0.701)
    assert thresholds.yellow_distance == pytest.approx(0.701)


def test_one_stranger_in_a_hundred_is_expected_under_the_threshold_whatever_the_gallery_holds() -> None:
    lot, under, tries = random.Random(7), 0.0, 400
    for _ in range(tries):
        gallery = {person(n): [lot.uniform(0.5, 0.86), 1.0, 1.0, 1.0] for n in range(150)}
        under += (calibrated(gallery).green_score - 0.5) / 0.36  # the share of all strangers of that kind
    assert under / tries == pytest.approx(0.01, abs=0.0015)


def test_a_gallery_of_very_different_faces_does_not_loosen_the_rule_beyond_the_cap() -> None:
    assert calibrated(a_gallery(200, nearest=0.95, spread=0.04)).green_score == 0.87


distances = st.lists(st.floats(0, 2), min_size=1, max_size=5).map(sorted)


@given(distances, st.integers(0, 300), st.floats(0, 0.87))
def test_a_nearer_first_never_loses_its_band(apart: list[float], people: int, green: float) -> None:
    order = [Band.GREY, Band.YELLOW, Band.GREEN]
    thresholds = Thresholds(people=people, green_score=green, yellow_score=max(green, 0.9))
    before = propose(ranked(*apart), thresholds)
    after = propose(ranked(apart[0] / 2, *apart[1:]), thresholds)
    assert order.index(after.band) >= order.index(before.band)
