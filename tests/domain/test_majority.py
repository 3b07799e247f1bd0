"""Bases and majorities of domain.md 4.5 and 5, by whole numbers."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_desk.domain.delegates import Category, Delegate, DelegateId, Standing
from congress_desk.domain.majority import (
    MORE_THAN_HALF,
    Base,
    CongressKind,
    Deduction,
    DeductionReason,
    Formula,
    base_from,
    base_of,
    parse_formula,
    written_base,
)
from congress_desk.domain.refusals import Reason, Refusal
from tests.builders import a_delegate

AT_LEAST_TWO_THIRDS = Formula(Fraction(2, 3), strict=False)


def eleven(**more: Any) -> list[Delegate]:
    return [a_delegate(f"d{n}", n, **more) for n in range(1, 12)]


@pytest.mark.parametrize(
    ("votes", "base", "passes"),
    [(5, 11, False), (6, 11, True), (5, 10, False), (6, 10, True), (0, 0, False), (1, 1, True), (222, 443, True)],
)
def test_more_than_half_is_strict(votes: int, base: int, passes: bool) -> None:
    assert MORE_THAN_HALF.passes(votes, base) is passes


@pytest.mark.parametrize(("votes", "base", "passes"), [(6, 9, True), (5, 9, False), (7, 10, True), (6, 10, False)])
def test_at_least_two_thirds(votes: int, base: int, passes: bool) -> None:
    assert AT_LEAST_TWO_THIRDS.passes(votes, base) is passes


@given(st.integers(1, 2000), st.sampled_from([MORE_THAN_HALF, AT_LEAST_TWO_THIRDS, Formula(Fraction(30, 100))]))
def test_what_is_needed_is_the_least_that_passes(base: int, formula: Formula) -> None:
    needed = formula.needed(base)
    assert formula.passes(needed, base)
    assert not formula.passes(needed - 1, base)


def test_eleven_convened_ten_present_five_votes_are_not_enough() -> None:
    base = base_of(eleven(), absent={}, seen=[DelegateId(f"d{n}") for n in range(1, 11)])
    assert base.count == 11
    assert not MORE_THAN_HALF.passes(5, base.count)


def test_one_whole_congress_absence_lowers_the_base_to_ten_and_five_are_still_not_enough() -> None:
    base = base_of(eleven(), absent={DelegateId("d11"): True}, seen=[])
    assert base.count == 10
    assert [d.name for d in base.deductions] == [eleven()[10].sheet.full_name]
    assert not MORE_THAN_HALF.passes(5, base.count)
    assert MORE_THAN_HALF.passes(6, base.count)


def test_who_came_after_all_is_in_the_base() -> None:
    assert base_of(eleven(), absent={DelegateId("d11"): True}, seen=[DelegateId("d11")]).count == 11


def test_the_convening_committee_and_other_officials_are_named_by_their_own_reason() -> None:
    people = [a_delegate("c", 1, category=Category.EX_OFFICIO), a_delegate("o", 2, category=Category.ELECTED)]
    base = base_of(people, absent={DelegateId("c"): True, DelegateId("o"): False}, seen=[])
    assert {d.delegate: d.reason for d in base.deductions} == {
        "c": DeductionReason.COMMITTEE_ABSENT,
        "o": DeductionReason.OFFICIAL_ABSENT,
    }


def test_an_official_replaced_by_an_alternate_lowers_nothing() -> None:
    official = a_delegate("o", 1, standing=Standing.WITHDRAWN)
    alternate = a_delegate("a", 2, category=Category.ALTERNATE, replaces=DelegateId("o"))
    assert base_of([official, alternate], absent={DelegateId("o"): True}, seen=[]) == Base(convened=1)


@pytest.mark.parametrize(
    ("reason", "seen", "deducted"),
    [
        (DeductionReason.TRANSFERRED, False, 1),
        (DeductionReason.TRANSFERRED, True, 0),
        (DeductionReason.EXEMPTED, True, 0),
        (DeductionReason.SUSPENDED, True, 1),
        (DeductionReason.OFFICIAL_ABSENT, False, 0),  # not a reason of a members' congress
    ],
)
def test_members_congress_deducts_by_its_own_reasons(reason: DeductionReason, seen: bool, deducted: int) -> None:
    named = Deduction(delegate=DelegateId("d1"), name="x", reason=reason, named=True)
    came = [DelegateId("d1")] if seen else []
    base = base_of(eleven(), kind=CongressKind.MEMBERS, absent={}, seen=came, named=[named])
    assert len(base.deductions) == deducted


def test_members_congress_deducts_an_absence_only_where_its_reason_was_accepted() -> None:
    absent = {DelegateId("d1"): True, DelegateId("d2"): False}
    base = base_of(eleven(), kind=CongressKind.MEMBERS, absent=absent, seen=[])
    assert [d.delegate for d in base.deductions] == ["d1"]


def test_a_base_is_read_as_it_was_written() -> None:
    base = base_of(eleven(), absent={DelegateId("d3"): True}, seen=[])
    assert base_from(written_base(base)) == base


@pytest.mark.parametrize("text", ["> 1/2", ">= 2/3", "≥ 2/3", ">1/2"])
def test_a_formula_is_read(text: str) -> None:
    assert parse_formula(str(parse_formula(text))) == parse_formula(text)


@pytest.mark.parametrize("text", ["", "1/2", "> 3/2", "> 1/0", "> half"])
def test_what_is_no_formula_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_formula(text)
    assert refused.value.reason is Reason.BAD_VALUE
