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
MANY = Thresholds(people=100, fixed=False, green_score=0.32, yellow_score=0.55, yellow_distance=0.45)


def person(number: int) -> DelegateId:
    return DelegateId(f"d{number}")


def ranked(*distances: float) -> list[Candidate]:
    return [Candidate(delegate=person(n), score=distance) for n, distance in enumerate(distances)]


def a_gallery(people: int, *, nearest: float = 0.5, spread: float = 0.3) -> dict[DelegateId, list[float]]:
    """Everybody's nearest other is between nearest and nearest + spread away, and the next one as far."""
    firsts = [nearest + spread * n / max(people - 1, 1) for n in range(people)]
    random.Random(1).shuffle(firsts)
    return {person(n): [first, first] for n, first in enumerate(firsts)}


@pytest.mark.parametrize(
    ("thresholds", "distances", "band"),
    [
        # below 100 people: 2*d1 - d2 <= 0.30, d1 <= 0.50 and a lead of 0.07
        (FEW, [0.40, 0.51], Band.GREEN),
        (FEW, [0.40, 0.49], Band.YELLOW),
        (FEW, [0.50, 0.71], Band.GREEN),
        (FEW, [0.51, 0.75], Band.GREY),
        (FEW, [0.30, 0.36], Band.YELLOW),
        (FEW, [0.42], Band.GREEN),  # alone: as if the second were 0.55 away
        (FEW, [0.43], Band.YELLOW),
        (FEW, [0.51], Band.GREY),
        # from 100 on: 2*d1 - d2 under the gallery's own threshold, d1 <= 0.52 and a lead of 0.05
        (MANY, [0.40, 0.481], Band.GREEN),
        (MANY, [0.40, 0.47], Band.YELLOW),
        (MANY, [0.52, 0.73], Band.GREEN),
        (MANY, [0.53, 0.75], Band.YELLOW),
        (MANY, [0.30, 0.34], Band.YELLOW),
        (MANY, [0.45, 0.45], Band.YELLOW),
        (MANY, [0.60, 0.64], Band.GREY),
        (MANY, [0.60, 0.66], Band.YELLOW),
    ],
)
def test_the_band_follows_distance_lead_and_score(thresholds: Thresholds, distances: list[float], band: Band) -> None:
    assert propose(ranked(*distances), thresholds).band is band


def test_the_score_is_the_distance_less_the_lead() -> None:
    assert score_of([0.4, 0.5, 0.6]) == pytest.approx(0.3)
    assert score_of([0.4, 0.4]) == pytest.approx(0.4)
    assert score_of([0.4]) == pytest.approx(0.25)


def test_green_proposes_one_yellow_three_and_grey_nobody() -> None:
    assert [c.delegate for c in propose(ranked(0.2, 0.6, 0.7), FEW).candidates] == ["d0"]
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
    gallery[person(0)] = gallery[person(1)] = [0.34, 0.9]
    thresholds = calibrated(gallery)
    assert thresholds.look_alikes == {person(0), person(1)}
    assert propose(ranked(0.1, 0.34, 0.9), thresholds).band is Band.YELLOW


def test_the_same_person_enrolled_twice_does_not_tighten_the_rule_for_all() -> None:
    gallery = a_gallery(150, nearest=0.3)
    before = calibrated(gallery)
    gallery |= {person(n): [0.2, 0.7] for n in range(150, 170)}
    after = calibrated(gallery)
    assert after.people == 170
    assert {person(n) for n in range(150, 170)} <= after.look_alikes
    assert after.green_score == before.green_score


def test_where_nearly_all_are_enrolled_twice_the_fixed_rule_decides() -> None:
    assert calibrated({person(n): [0.2, 0.7] for n in range(300)}).fixed


def test_the_middle_of_a_gallery_sets_yellow_from_twenty_people_on() -> None:
    assert calibrated(a_gallery(19)) == Thresholds(people=19)
    some = calibrated(a_gallery(24, nearest=0.501, spread=0.23))
    assert some.yellow_distance == pytest.approx(0.641)  # 60 % of 25: the fifteenth
    assert some.yellow_score == pytest.approx(0.641)


def test_below_a_hundred_people_the_fixed_rule_decides() -> None:
    few = calibrated(a_gallery(99))
    assert (few.people, few.fixed, few.green_score) == (99, True, 0.30)
    assert calibrated({person(0): []}) == Thresholds(people=1)
    assert calibrated({}) == Thresholds()


def test_from_a_hundred_people_on_the_gallery_sets_its_own_threshold() -> None:
    thresholds = calibrated(a_gallery(199, nearest=0.302, spread=0.198))
    assert (thresholds.people, thresholds.fixed) == (199, False)
    assert thresholds.green_score == pytest.approx(0.303)  # the second of 199: 1 of 100


def test_one_stranger_in_a_hundred_is_expected_under_the_threshold() -> None:
    lot, under, tries = random.Random(7), 0.0, 300
    for _ in range(tries):
        scores = [lot.uniform(0.3, 0.4) for _ in range(150)]
        gallery = {person(n): [score, score] for n, score in enumerate(scores)}
        under += (calibrated(gallery).green_score - 0.3) / 0.1  # the share of all strangers of that kind
    assert under / tries == pytest.approx(0.01, abs=0.0015)


def test_a_gallery_of_very_different_faces_does_not_loosen_the_rule_beyond_the_cap() -> None:
    assert calibrated(a_gallery(200, nearest=0.8)).green_score == 0.40


distances = st.lists(st.floats(0, 2), min_size=1, max_size=5).map(sorted)


@given(distances, st.booleans(), st.floats(-1, 0.4))
def test_a_nearer_first_never_loses_its_band(apart: list[float], fixed: bool, green: float) -> None:
    order = [Band.GREY, Band.YELLOW, Band.GREEN]
    thresholds = Thresholds(fixed=fixed, green_score=green, yellow_score=max(green, 0.5))
    before = propose(ranked(*apart), thresholds)
    after = propose(ranked(apart[0] / 2, *apart[1:]), thresholds)
    assert order.index(after.band) >= order.index(before.band)
