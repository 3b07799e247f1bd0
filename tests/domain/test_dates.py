"""Dates as offices write them; a year alone stays a year."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_desk.domain.dates import PartialDate, ascii_digits, parse_partial_date


@pytest.mark.parametrize(
    "written",
    [
        "1/2/1975",
        "01/02/1975",
        "01-02-1975",
        " 1.2.1975 ",
        "1 / 2 / 1975",
        "1975-02-01",
        "1975/2/1",
        "1975-02-01 00:00:00",
        "١/٢/١٩٧٥",
        "۱/۲/۱۹۷۵",
        "１/２/１９７５",
    ],
)
def test_a_day_is_read_day_first_or_as_iso(written: str) -> None:
    assert parse_partial_date(written) == PartialDate(1975, 2, 1)


def test_a_year_alone_is_not_completed() -> None:
    year = parse_partial_date("1975")
    assert (year.is_full, str(year), year.as_written()) == (False, "1975", "1975")
    assert year != PartialDate(1975, 1, 1)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "x",
        "75",
        "1/2",
        "1/2/75",
        "31/2/1975",
        "29/02/2023",
        "13/13/1975",
        "0/1/1975",
        "0000",
        "1/2/1975/3",
        "197 5",
        "02/1975",
    ],
)
def test_what_is_no_date_is_an_error(written: str) -> None:
    with pytest.raises(ValueError):
        parse_partial_date(written)


@pytest.mark.parametrize("wrong", [(1975, 2, 0), (1975, 0, 1), (1975, 2, 30), (0, 0, 0)])
def test_an_impossible_date_cannot_be_made(wrong: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError):
        PartialDate(*wrong)


@given(st.dates(), st.booleans())
def test_every_date_is_read_back_from_both_ways_of_writing_it(day: dt.date, full: bool) -> None:
    date = PartialDate(day.year, day.month, day.day) if full else PartialDate(day.year)
    assert parse_partial_date(str(date)) == date
    assert parse_partial_date(date.as_written()) == date


def test_dates_stand_in_order_of_time_with_a_bare_year_first() -> None:
    dates = [PartialDate(1974, 12, 31), PartialDate(1975), PartialDate(1975, 1, 1), PartialDate(1975, 2, 1)]
    backwards = dates[::-1]
    assert sorted(backwards) == dates


def test_foreign_digits_become_ascii_and_all_else_stays() -> None:
    assert ascii_digits("٠١٢٣٤٥٦٧٨٩ ۰۹ ７ ² Đ") == "0123456789 09 7 ² Đ"
