"""The rehearsal congress: as many people as a real one, and nobody real."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import pairwise

from congress_desk.domain.attendance import SessionKind
from congress_desk.domain.delegates import Category, Gender
from congress_desk.domain.list_planning import plan
from congress_desk.domain.rehearsal import rehearsal_guests, rehearsal_people, rehearsal_sessions
from tests.domain.office_lists import a_list

PEOPLE = rehearsal_people(2025)


def share(counted: int) -> float:
    return counted / len(PEOPLE)


def test_the_same_seed_makes_the_same_people_and_another_seed_others() -> None:
    assert rehearsal_people(2025) == PEOPLE
    assert rehearsal_people(7) != PEOPLE
    assert rehearsal_guests(1) == rehearsal_guests(1)


def test_445_are_convened_in_21_delegations() -> None:
    sizes = Counter(person.delegation for person in PEOPLE)

    assert len(PEOPLE) == 445
    assert len(sizes) == 21
    assert min(sizes.values()) >= 10


def test_any_size_can_be_made_for_measurements() -> None:
    many = rehearsal_people(1, count=2000)

    assert len(many) == 2000
    assert len({p.citizen_number for p in many}) == 2000
    assert many[0].card_number == "0001"
    assert len({p.delegation for p in rehearsal_people(1, count=60, delegations=3)}) == 3


def test_numbers_belong_to_one_person_each_and_are_right_in_shape() -> None:
    everybody = (*PEOPLE, *rehearsal_guests(2025))
    for field in ("citizen_number", "card_number"):
        assert len({getattr(person, field) for person in everybody}) == len(everybody)
    for person in everybody:
        number = person.citizen_number
        assert len(number) == 12
        assert number.startswith("019")
        assert (number[3] == "1") is (person.gender is Gender.FEMALE)
        assert person.birth_date is not None
        assert number[4:6] == f"{person.birth_date.year % 100:02}"
        assert number[6:8] == "99"
    assert [p.card_number for p in PEOPLE[:2]] == ["001", "002"]


def test_the_people_are_mixed_as_in_a_northern_mountain_province() -> None:
    assert share(sum(p.gender is Gender.FEMALE for p in PEOPLE)) >= 0.24
    assert 0.28 <= share(sum(p.ethnicity != "Kinh" for p in PEOPLE)) <= 0.40
    kinh = [p.full_name.split()[0] for p in PEOPLE if p.ethnicity == "Kinh"]
    assert 0.30 <= kinh.count("Nguyễn") / len(kinh) <= 0.46
    years = [p.birth_date.year for p in PEOPLE if p.birth_date]
    assert (min(years) >= 1964, max(years) <= 1995) == (True, True)
    assert {p.category for p in PEOPLE} == {Category.EX_OFFICIO, Category.APPOINTED}
    assert 0.15 <= share(sum(p.category is Category.EX_OFFICIO for p in PEOPLE)) <= 0.35


def test_highland_delegations_have_highland_names() -> None:
    highland = [p for p in PEOPLE if p.delegation == "Đoàn xã Ngân Sơn"]

    assert sum(p.ethnicity != "Kinh" for p in highland) > len(highland) / 2


def test_lives_are_plausible() -> None:
    for person in PEOPLE:
        assert person.birth_date is not None
        assert person.party_joined is not None
        assert person.party_official is not None
        assert person.party_joined.year - person.birth_date.year >= 18
        assert person.party_official.year == person.party_joined.year + 1
        assert person.position
        assert len(person.full_name.split()) in (3, 4, 5)
        assert len(set(person.full_name.split())) >= 3, person.full_name


def test_a_few_facts_are_missing_as_in_real_lists() -> None:
    assert 0 < sum(not p.birth_date.is_full for p in PEOPLE if p.birth_date) < 30
    assert 0 < sum(not p.phone for p in PEOPLE) < 40


def test_nobody_sits_on_another_ones_seat() -> None:
    for field in ("seat", "seat_opening"):
        assert len({getattr(p, field) for p in PEOPLE}) == 445


def test_guests_and_staff_stand_beside_the_convened() -> None:
    guests = rehearsal_guests(2025)

    assert Counter(p.category for p in guests) == {Category.GUEST: 12, Category.STAFF: 8}


def test_the_whole_rehearsal_is_imported_without_an_error() -> None:
    planned = plan(a_list(*PEOPLE, *rehearsal_guests(2025)), ())

    assert planned.errors == ()
    assert len(planned.added) == 465


def test_three_sessions_follow_each_other_and_only_the_preparatory_one_is_without_guests() -> None:
    sessions = rehearsal_sessions(dt.date(2025, 9, 22))

    assert [s.kind for s in sessions] == [SessionKind.PREPARATORY, SessionKind.OFFICIAL, SessionKind.OFFICIAL]
    assert all(a.ends <= b.starts for a, b in pairwise(sessions))
    assert [Category.GUEST in s.admits for s in sessions] == [False, True, True]
