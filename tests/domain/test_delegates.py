"""A delegate: what counts, what changed, who is the same person."""

from __future__ import annotations

from typing import Any

import pytest

from congress_desk.domain.dates import PartialDate
from congress_desk.domain.delegates import Category, DelegateId, Standing, changed_fields, same_person, with_sheet
from tests.builders import a_delegate, a_sheet

BORN = PartialDate(1975, 2, 1)


@pytest.mark.parametrize("category", list(Category))
def test_only_the_three_official_categories_count(category: Category) -> None:
    official = category in (Category.EX_OFFICIO, Category.ELECTED, Category.APPOINTED)
    assert category.is_official == official
    assert a_delegate(category=category).counts == official


@pytest.mark.parametrize(
    ("standing", "counts"),
    [(Standing.ACTIVE, True), (Standing.PENDING, True), (Standing.BARRED, False), (Standing.WITHDRAWN, False)],
)
def test_who_is_barred_or_has_withdrawn_does_not_count(standing: Standing, counts: bool) -> None:
    assert a_delegate(standing=standing).counts == counts
    seated = a_delegate(category=Category.ALTERNATE, replaces=DelegateId("d0"), standing=standing)
    assert seated.counts == counts


def test_changes_are_told_field_by_field_as_text() -> None:
    old = a_sheet(birth_date=BORN)
    new = with_sheet(a_delegate(birth_date=BORN), birth_date=None, note="mới").sheet
    assert changed_fields(old, new) == {"birth_date": ("1975-02-01", ""), "note": ("", "mới")}
    assert changed_fields(old, old) == {}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"citizen_number": "019175001234"}, {"citizen_number": "019175001234", "full_name": "Khác"}, True),
        ({"citizen_number": "019175001234"}, {"citizen_number": "019175001235"}, False),
        ({}, {}, True),
        ({"citizen_number": "019175001234"}, {}, True),
        ({"full_name": "NGUYEN VAN ANH"}, {"full_name": "Nguyễn Văn Ánh"}, True),
        ({}, {"full_name": "Lê Văn An"}, False),
        ({}, {"birth_date": PartialDate(1976)}, False),
        ({"birth_date": None}, {"birth_date": None}, False),
    ],
)
def test_the_same_person_is_known_by_number_or_by_name_and_birth_date(
    one: dict[str, Any], other: dict[str, Any], same: bool
) -> None:
    facts: dict[str, Any] = {"full_name": "Nguyễn Văn An", "birth_date": BORN}
    assert same_person(a_sheet(**(facts | one)), a_sheet(**(facts | other))) == same
