"""Single values: every way of writing a date or a number that is known, and any text at all without a crash."""

from __future__ import annotations

import contextlib
import datetime as dt
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congress_desk.domain.dates import PartialDate
from congress_desk.domain.list_dates import CellRefused, read_birth_date, read_date, read_dates
from congress_desk.domain.list_tables import Cell, column_letter
from congress_desk.domain.list_values import (
    cell_text,
    from_capitals,
    read_category,
    read_citizen_number,
    read_code,
    read_gender,
    read_name,
    read_phone,
    school_years_text,
)

TODAY = dt.date(2025, 9, 22)
FIRST = PartialDate(1975, 2, 1)
ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@pytest.mark.parametrize(
    "written",
    ["1/2/1975", "01-02-1975", "01.02.1975", " 1 / 2 / 1975 ", "1/2/75", "01,02,1975", "'01/02/1975", "01/02/1975.",
     "ngày 1 tháng 2 năm 1975", "Sinh ngày 01 tháng 02 năm 1975", "1975-02-01", "1975/2/1", "1975-02-01 00:00:00",
     "1975-02-01T00:00:00", "01021975", 1021975, 27426, "27426", 27426.0, "1 Feb 1975", "February 1, 1975",
     "1-Feb-75",
     "١٩٧٥/٢/١", "١ فبراير ١٩٧٥", "١ شباط ١٩٧٥", dt.date(1975, 2, 1), dt.datetime(1975, 2, 1, 0, 0), "19750201"],
)  # fmt: skip
def test_the_first_of_february_1975_in_every_way_it_is_written(written: Cell) -> None:
    assert read_date(written, today=TODAY) == FIRST


@pytest.mark.parametrize(
    "written", ["1975", 1975, 1975.0, "năm 1975", "00/00/1975", "02/1975", "1975-02", "Feb 1975", "١٩٧٥"]
)
def test_a_year_alone_stays_a_year(written: Cell) -> None:
    assert read_date(written, today=TODAY) == PartialDate(1975)


@pytest.mark.parametrize(
    ("written", "code"),
    [("31/02/1975", "date_impossible"), ("1/13/1975", "date_impossible"), ("32/1/1975", "date_impossible"),
     ("1/2/1875", "date_impossible"), ("1/2/2030", "date_in_future"), ("2026", "date_in_future"),
     ("hôm qua", "date_unreadable"), ("1/2/197", "date_unreadable"), ("1/2", "date_unreadable"),
     (True, "date_unreadable"),
     (12.5, "date_unreadable"), ("1975?", "date_unreadable"), ("1/2/1975 5/6/1980 1/1/1990", "date_unreadable"),
     ("1/2/1975 - 1/2/1976", "date_unreadable"), ("Feb Mar 1975", "date_unreadable"), ("123456", "date_unreadable")],
)  # fmt: skip
def test_what_is_no_date_says_why(written: Cell, code: str) -> None:
    with pytest.raises(CellRefused) as refused:
        read_date(written, today=TODAY)
    assert refused.value.code == code
    assert refused.value.params["text"]


@pytest.mark.parametrize("written", [None, "", "  ", "-", "…".replace("…", "."), "–"])
def test_an_empty_cell_or_a_dash_is_no_date(written: Cell) -> None:
    assert read_date(written, today=TODAY) is None


def test_two_dates_in_one_cell() -> None:
    assert read_dates("03/02/1990; 3/2/1991", today=TODAY) == (PartialDate(1990, 2, 3), PartialDate(1991, 2, 3))
    assert read_dates("1990 - 1991", today=TODAY) == (PartialDate(1990), PartialDate(1991))


@pytest.mark.parametrize(
    ("written", "year"), [("1/1/07", 2007), ("1/1/08", 1908), ("1/1/64", 1964), ("1/1/30", 1930)]
)
def test_two_digit_years_of_birth_are_the_latest_of_an_adult(written: str, year: int) -> None:
    date = read_date(written, today=TODAY, latest_year=TODAY.year - 18)
    assert date is not None
    assert date.year == year


@pytest.mark.parametrize(
    ("written", "fine"), [("22/9/2007", True), ("23/9/2007", False), ("2007", True), ("1924", False)]
)
def test_delegates_are_between_18_and_100(written: str, fine: bool) -> None:
    if fine:
        assert read_birth_date(written, today=TODAY)
    else:
        with pytest.raises(CellRefused, match="age_unlikely"):
            read_birth_date(written, today=TODAY)


@given(
    st.dates(dt.date(1925, 1, 1), dt.date(2007, 1, 1)), st.sampled_from(["/", "-", ".", " / ", " "]), st.booleans()
)
def test_every_day_is_read_back_with_every_separator(day: dt.date, mark: str, padded: bool) -> None:
    parts = [
        f"{day.day:02}" if padded else str(day.day),
        f"{day.month:02}" if padded else str(day.month),
        str(day.year),
    ]
    expected = PartialDate(day.year, day.month, day.day)

    assert read_birth_date(mark.join(parts), today=TODAY) == expected
    assert read_birth_date(mark.join(parts).translate(ARABIC_DIGITS), today=TODAY) == expected
    assert read_birth_date(mark.join(reversed(parts)), today=TODAY) == expected
    assert read_birth_date((day - dt.date(1899, 12, 30)).days, today=TODAY) == expected
    assert read_birth_date(day, today=TODAY) == expected


READERS = (read_gender, read_category, read_citizen_number, read_phone, read_code, read_name, school_years_text)


@given(st.text(max_size=40) | st.floats() | st.integers() | st.booleans() | st.dates() | st.none())
def test_any_cell_is_read_or_refused_and_never_a_crash(cell: Cell) -> None:
    for reader in READERS:
        with contextlib.suppress(CellRefused):
            reader(cell)
    with contextlib.suppress(CellRefused):
        read_birth_date(cell, today=TODAY)


LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
WORDS = st.text(alphabet=LETTERS, min_size=1, max_size=7).map(str.capitalize)
NAMES = st.lists(WORDS, min_size=2, max_size=5).map(" ".join)


@given(NAMES)
def test_any_vietnamese_name_is_kept_letter_for_letter(name: str) -> None:
    untitled = not name.casefold().startswith(("ông ", "bà ", "mr ", "ms ", "mrs "))
    if untitled:
        assert read_name(f"  {unicodedata.normalize('NFD', name).replace(' ', '  ')} ") == name
        assert from_capitals(name.upper()) == name


@pytest.mark.parametrize(
    "written", ["Nguy?n V?n An", "NguyÔn V¨n An", "an@thainguyen.vn", "1 Nguyễn", "0912345678", "…"]
)
def test_what_is_no_name_is_suspicious(written: str) -> None:
    with pytest.raises(CellRefused, match="name_suspicious"):
        read_name(written)


def test_a_name_longer_than_any_is_said_to_be_too_long() -> None:
    assert read_name("x" * 80) == "x" * 80
    with pytest.raises(CellRefused, match="name_too_long"):
        read_name("x" * 81)


@pytest.mark.parametrize(
    "name",
    ["Y Thị H'Bia", "Nguyễn Văn An 2", "Nguyễn Văn An (A)", "Lê Thị Ba-Na", "محمد علي", "Ngô A. Tủa", "Ông Văn Bá"],
)
def test_unusual_names_are_names(name: str) -> None:
    assert read_name(name) in (name, name.removeprefix("Ông "))


@pytest.mark.parametrize(
    ("cell", "number"),
    [("019075001234", "019075001234"), (19075001234, "019075001234"), (19075001234.0, "019075001234"),
     ("19075001234", "019075001234"), (1085001234, "001085001234"), ("019 075 001 234", "019075001234"),
     ("019.075.001.234", "019075001234"), ("'019075001234", "019075001234"), ("٠١٩٠٧٥٠٠١٢٣٤", "019075001234"),
     ("090123456", "090123456"), (90123456, "090123456"), (None, ""), ("-", "")],
)  # fmt: skip
def test_citizen_numbers_get_back_the_zeros_that_excel_ate(cell: Cell, number: str) -> None:
    assert read_citizen_number(cell) == number


@pytest.mark.parametrize(
    ("cell", "code"),
    [("1.9075E+10", "number_shortened"), ("1,9075e+10", "number_shortened"), ("12345", "citizen_number_wrong"),
     ("0190750012345", "citizen_number_wrong"), ("01907500123X", "citizen_number_wrong"),
     ("9900751234", "citizen_number_wrong")],
)  # fmt: skip
def test_numbers_that_cannot_be_right_are_refused(cell: Cell, code: str) -> None:
    with pytest.raises(CellRefused, match=code):
        read_citizen_number(cell)


@pytest.mark.parametrize(
    ("cell", "phone"),
    [(912345678, "0912345678"), ("0912.345.678", "0912345678"), ("+84 912 345 678", "0912345678"),
     ("84912345678", "0912345678"), ("0912345678; 02803855", "0912345678; 02803855"), ("xin số sau", "xin số sau")],
)  # fmt: skip
def test_phone_numbers(cell: Cell, phone: str) -> None:
    assert read_phone(cell) == phone


def test_texts_of_cells() -> None:
    assert [cell_text(c) for c in (12.0, 12.5, True, False, None, dt.date(1975, 2, 1), " a  b ")] == [
        "12", "12.5", "x", "", "", "01/02/1975", "a b",
    ]  # fmt: skip
    assert school_years_text(dt.datetime(2025, 7, 10)) == "10/7"


def test_columns_are_lettered_as_spreadsheets_do() -> None:
    assert [column_letter(i) for i in (0, 25, 26, 51, 701, 702)] == ["A", "Z", "AA", "AZ", "ZZ", "AAA"]
