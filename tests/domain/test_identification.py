"""Who is this? Green only when near, clear of the others, and so in several frames; grey is an answer too."""

from __future__ import annotations

import random
from dataclasses import replace

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
MANY = Thresholds(people=100, fixed=False, green_score=0.80, yellow_score=0.95, yellow_distance=0.45)


def person(number: int) -> DelegateId:
    return DelegateId(f"d{number}")


def ranked(*distances: float) -> list[Candidate]:
    return [Candidate(delegate=person(n), score=distance) for n, distance in enumerate(distances)]


def a_gallery(people: int, *, nearest: float = 0.5, spread: float = 0.3) -> dict[DelegateId, list[Candidate]]:
    """One person to whom each other is nearest, from nearest to nearest + spread; everything else is 1.0 apart.

    So the score of each, left out, is his distance to that one; the one's own is 1.0.
    """
    hub, others = person(0), people - 1
    firsts = [nearest + spread * n / max(others - 1, 1) for n in range(others)]
    random.Random(1).shuffle(firsts)
    return {hub: near(1.0, to=person(1))} | {person(n): near(d, to=hub) for n, d in enumerate(firsts, start=1)}


def near(first: float, *, to: DelegateId) -> list[Candidate]:
    others = [Candidate(delegate=DelegateId(f"far {n}"), score=1.0) for n in (1, 2)]
    return [Candidate(delegate=to, score=first), *others]


@pytest.mark.parametrize(
    ("thresholds", "distances", "band"),
    [
        # below 100 people: d1 <= 0.42, a gap of 0.07 and d1 <= 0.82 of those compared
        (FEW, [0.42, 0.53, 0.53, 0.53], Band.GREEN),
        (FEW, [0.43, 0.60, 0.60, 0.60], Band.YELLOW),
        (FEW, [0.30, 0.36, 0.50, 0.50], Band.YELLOW),
        (FEW, [0.42, 0.50, 0.51, 0.52], Band.YELLOW),
        (FEW, [0.42], Band.GREEN),
        (FEW, [0.42, 0.53], Band.GREEN),
        (FEW, [0.50, 0.51], Band.YELLOW),
        (FEW, [0.51, 0.90, 0.90, 0.90], Band.GREY),
        # from 100 on: the score under the gallery's own threshold, d1 <= 0.52 and a gap of 0.05
        (MANY, [0.40, 0.50, 0.50, 0.51], Band.GREEN),
        (MANY, [0.40, 0.49, 0.49, 0.50], Band.YELLOW),
        (MANY, [0.52, 0.70, 0.70, 0.70], Band.GREEN),
        (MANY, [0.53, 0.75, 0.75, 0.75], Band.YELLOW),
        (MANY, [0.30, 0.34, 0.60, 0.60], Band.YELLOW),
        (MANY, [0.45, 0.46, 0.46, 0.46], Band.YELLOW),
        (MANY, [0.46, 0.47, 0.47, 0.47], Band.GREY),
        (MANY, [0.46, 0.49, 0.49, 0.49], Band.YELLOW),
    ],
)
def test_the_band_follows_distance_gap_and_score(thresholds: Thresholds, distances: list[float], band: Band) -> None:
    assert propose(ranked(*distances), thresholds).band is band


def test_the_score_compares_the_first_with_the_next_two_and_with_his_own_neighbour() -> None:
    assert score_of([0.3, 0.5, 0.6, 0.1], 0.4) == pytest.approx(0.6)
    assert score_of([0.3, 0.5, 0.7], None) == pytest.approx(0.5)
    assert score_of([0.3, 0.6], None) == pytest.approx(0.5)
    assert score_of([0.4], None) == pytest.approx(0.2)
    assert score_of([0.0, 0.0], 0.0) == 0.0


def test_who_has_near_neighbours_must_be_met_nearer() -> None:
    lonely = replace(MANY, own_nearest={person(0): 0.6})
    crowded = replace(MANY, own_nearest={person(0): 0.4})
    assert propose(ranked(0.40, 0.50, 0.52), lonely).band is Band.GREEN
    assert propose(ranked(0.40, 0.50, 0.52), crowded).band is Band.YELLOW


def test_green_proposes_one_yellow_three_and_grey_nobody() -> None:
    assert [c.delegate for c in propose(ranked(0.2, 0.6, 0.7, 0.8), FEW).candidates] == ["d0"]
    assert [c.delegate for c in propose(ranked(0.45, 0.46, 0.47, 0.48), FEW).candidates] == ["d0", "d1", "d2"]
    assert propose(ranked(0.7, 0.8), FEW) == Proposal(band=Band.GREY)
    assert propose([], MANY) == Proposal(band=Band.GREY)


@pytest.mark.parametrize("agreeing", [0, 1, 2])
def test_frames_that_disagree_or_are_too_few_never_give_green(agreeing: int) -> None:
    assert propose(ranked(0.1, 0.9), FEW, agreeing_frames=agreeing).band is Band.YELLOW
    assert propose(ranked(0.1, 0.9), FEW, agreeing_frames=3).band is Band.GREEN


@pytest.mark.parametrize("people", [4, 150])
def test_twins_are_shown_and_never_proposed_alone(people: int) -> None:
    gallery = a_gallery(people, nearest=0.6)
    gallery |= {person(2): near(0.34, to=person(3)), person(3): near(0.34, to=person(2))}
    thresholds = calibrated(gallery)
    assert thresholds.look_alikes == {person(2), person(3)}
    found = propose([Candidate(delegate=person(2), score=0.1), *ranked(0.5, 0.9)], thresholds)
    assert found.band is Band.YELLOW


def test_the_same_person_enrolled_twice_does_not_tighten_the_rule_for_all() -> None:
    gallery = a_gallery(150, nearest=0.6)
    before = calibrated(gallery)
    for n in range(150, 170):
        twice = person(n - 1 if n % 2 else n + 1)
        gallery[person(n)] = near(0.2, to=twice)
    after = calibrated(gallery)
    assert (after.people, len(after.look_alikes)) == (170, 20)
    assert after.green_score == before.green_score


def test_where_nearly_all_are_enrolled_twice_the_fixed_rule_decides() -> None:
    gallery = {person(n): near(0.2, to=person(n - 1 if n % 2 else n + 1)) for n in range(300)}
    assert calibrated(gallery).fixed


def test_below_a_hundred_people_nothing_is_calibrated() -> None:
    few = calibrated(a_gallery(99))
    assert (few.people, few.fixed, few.green_score, few.yellow_distance) == (99, True, 0.82, 0.50)
    assert few.own_nearest[person(0)] == 1.0
    assert calibrated({person(0): []}) == Thresholds(people=1)
    assert calibrated({}) == Thresholds()


def test_from_a_hundred_people_on_the_gallery_sets_its_own_thresholds() -> None:
    thresholds = calibrated(a_gallery(399, nearest=0.402, spread=0.397))
    assert (thresholds.people, thresholds.fixed) == (399, False)
    assert thresholds.green_score == pytest.approx(0.403)  # the second of 399: 1 of 200
    assert thresholds.yellow_score == pytest.approx(0.601)
    assert thresholds.yellow_distance == pytest.approx(0.601)


def test_one_stranger_in_two_hundred_is_expected_under_the_threshold() -> None:
    lot, under, tries = random.Random(7), 0.0, 200
    for _ in range(tries):
        gallery = {person(0): near(1.0, to=person(1))}
        gallery |= {person(n): near(lot.uniform(0.5, 0.89), to=person(0)) for n in range(1, 400)}
        under += (calibrated(gallery).green_score - 0.5) / 0.39  # the share of all strangers of that kind
    assert under / tries == pytest.approx(0.005, abs=0.001)


def test_a_gallery_of_very_different_faces_does_not_loosen_the_rule_beyond_the_cap() -> None:
    assert calibrated(a_gallery(200, nearest=0.95, spread=0.04)).green_score == 0.90


distances = st.lists(st.floats(0, 2), min_size=1, max_size=5).map(sorted)


@given(distances, st.booleans(), st.floats(0, 0.9))
def test_a_nearer_first_never_loses_its_band(apart: list[float], fixed: bool, green: float) -> None:
    order = [Band.GREY, Band.YELLOW, Band.GREEN]
    thresholds = Thresholds(fixed=fixed, green_score=green, yellow_score=max(green, 0.9))
    before = propose(ranked(*apart), thresholds)
    after = propose(ranked(apart[0] / 2, *apart[1:]), thresholds)
    assert order.index(after.band) >= order.index(before.band)
