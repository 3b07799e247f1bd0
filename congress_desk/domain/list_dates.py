"""Dates of an office's list: text in many forms, Excel dates, Excel day numbers, a year alone.

A day is never made up: "02/1975" and "00/00/1975" are the year 1975. Day comes before month in all three
languages, unless the year stands first. Two-digit years are taken as the latest that is possible.
"""

from __future__ import annotations

import datetime as dt
import math
import re

from congress_desk.domain.dates import PartialDate, ascii_digits
from congress_desk.domain.list_tables import Cell
from congress_desk.domain.names import folded, tidy_name

DAY_ZERO = dt.date(1899, 12, 30)  # Excel's day 0, as days after February 1900 count it
FIRST_YEAR, LAST_YEAR = 1900, 2200  # greater numbers are day numbers
LAST_DAY_NUMBER = 80_000  # the year 2119
YOUNGEST, OLDEST = 18, 100
YOUNGEST_MEMBER = 16  # rules of earlier years admitted under 18

_TOKENS = re.compile(r"\d+|[^\W\d]+")
_STRANGE = re.compile(r"[^\w\s/.,:;|\\'’`()+\-–—]")
_FILLERS = frozenset(("ngay", "thang", "thg", "nam", "sinh", "s", "t", "th", "date", "born", "of", "ه", "م"))
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january يناير جانفي",
            "feb february فبراير فيفري شباط",
            "mar march مارس اذار",
            "apr april ابريل افريل نيسان",
            "may مايو ماي ايار",
            "jun june يونيو جوان حزيران",
            "jul july يوليو جويليه تموز",
            "aug august اغسطس اوت اب",
            "sep sept september سبتمبر ايلول",
            "oct october اكتوبر",
            "nov november نوفمبر",
            "dec december ديسمبر",
        ),
        start=1,
    )
    for name in names.split(" ")
}


class CellRefused(Exception):  # noqa: N818 - the cell says something that cannot be
    """code and params as in lists.ListError."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


def read_date(cell: Cell, *, today: dt.date, latest_year: int | None = None) -> PartialDate | None:
    """One date, None for an empty cell; CellRefused date_unreadable, date_impossible, date_in_future.

    latest_year settles two-digit years ("75", "03"); by default the year of today.
    """
    dates = read_dates(cell, today=today, latest_year=latest_year)
    if len(dates) > 1:
        raise CellRefused("date_unreadable", text=_shown(cell))
    return dates[0] if dates else None


def read_dates(cell: Cell, *, today: dt.date, latest_year: int | None = None) -> tuple[PartialDate, ...]:
    """One date, or two in one cell ("01/02/1995 - 01/02/1996"): joined the Party, and full member since."""
    if cell is None or (isinstance(cell, str) and not cell.strip(" -–—.'")):
        return ()
    latest = today.year if latest_year is None else latest_year
    dates = _dates_of(cell, latest)
    for date in dates:
        if date.year < FIRST_YEAR:
            raise CellRefused("date_impossible", text=_shown(cell))
        if _first_day(date) > today:
            raise CellRefused("date_in_future", text=_shown(cell))
    return dates


def read_birth_date(cell: Cell, *, today: dt.date) -> PartialDate | None:
    """As read_date; CellRefused age_unlikely under 18 or over 100 years."""
    date = read_date(cell, today=today, latest_year=today.year - YOUNGEST)
    if date is None:
        return None
    age = _age(date, today)
    if not YOUNGEST <= age <= OLDEST:
        raise CellRefused("age_unlikely", text=_shown(cell), age=str(age))
    return date


def check_party_dates(birth: PartialDate | None, joined: PartialDate | None, official: PartialDate | None) -> None:
    """CellRefused party_date_unlikely: a member before 16 years of age, or full member before he joined."""
    for date in (joined, official):
        if birth and date and date.year - birth.year < YOUNGEST_MEMBER:
            raise CellRefused("party_date_unlikely", text=date.as_written(), birth=birth.as_written())
    if joined and official and (official.year, official.is_full and official) < (joined.year, False):
        raise CellRefused("party_dates_swapped", joined=joined.as_written(), official=official.as_written())


def _dates_of(cell: Cell, latest: int) -> tuple[PartialDate, ...]:
    if isinstance(cell, dt.date):  # a datetime is one too
        return (PartialDate(cell.year, cell.month, cell.day),)
    if isinstance(cell, bool):
        raise CellRefused("date_unreadable", text=_shown(cell))
    if isinstance(cell, int | float):
        return (_from_number(cell),)
    return _from_text(str(cell), latest)


def _from_number(number: float) -> PartialDate:
    if LAST_YEAR < number < LAST_DAY_NUMBER:
        return _from_day_number(int(number))
    if not math.isfinite(number) or int(number) != number:
        raise CellRefused("date_unreadable", text=str(number))
    return _from_digits(str(int(number)), str(int(number)))


def _from_text(text: str, latest: int) -> tuple[PartialDate, ...]:
    plain = folded(ascii_digits(tidy_name(text)))
    tokens = _TOKENS.findall(plain)
    words = {token for token in tokens if not token.isdigit()}
    numbers = [token for token in tokens if token.isdigit()]
    months = words & _MONTHS.keys()
    if _STRANGE.search(plain) or words - _FILLERS - _MONTHS.keys() or not numbers:
        raise CellRefused("date_unreadable", text=text)
    if months:
        return (_with_month_name(numbers, [t for t in tokens if t in _MONTHS], text, latest),)
    if len(numbers) == 6 and not any(int(n) for n in numbers[3:]):
        numbers = numbers[:3]  # midnight
    if len(numbers) == 6:
        return _of_three(numbers[:3], text, latest), _of_three(numbers[3:], text, latest)
    if len(numbers) == 2 and all(len(n) == 4 for n in numbers):
        return _of_one(numbers[:1], text), _of_one(numbers[1:], text)
    return (_of_few(numbers, text, latest),)


def _of_few(numbers: list[str], text: str, latest: int) -> PartialDate:
    if len(numbers) == 3:
        return _of_three(numbers, text, latest)
    if len(numbers) == 2:
        return _month_and_year(numbers, text)
    return _of_one(numbers, text)


def _of_one(numbers: list[str], text: str) -> PartialDate:
    if len(numbers) != 1:
        raise CellRefused("date_unreadable", text=text)
    return _from_digits(numbers[0], text)


def _of_three(numbers: list[str], text: str, latest: int) -> PartialDate:
    if len(numbers[0]) == 4:
        year, month, day = (int(n) for n in numbers)
    else:
        day, month = int(numbers[0]), int(numbers[1])
        year = _full_year(numbers[2], text, latest)
    return _checked(year, month, day, text)


def _month_and_year(numbers: list[str], text: str) -> PartialDate:
    """ "02/1975", "1975-02": only the year is kept, a month alone has no place in the sheet."""
    month, year = numbers if len(numbers[1]) == 4 else (numbers[1], numbers[0])
    if len(year) != 4 or not 0 <= int(month) <= 12:
        raise CellRefused("date_unreadable", text=text)
    return _checked(int(year), 0, 0, text)


def _with_month_name(numbers: list[str], months: list[str], text: str, latest: int) -> PartialDate:
    if len(months) != 1 or len(numbers) not in (1, 2):
        raise CellRefused("date_unreadable", text=text)
    if len(numbers) == 1:
        return _month_and_year([str(_MONTHS[months[0]]), numbers[0]], text)
    day, year = sorted(numbers, key=len) if len(numbers[0]) != len(numbers[1]) else numbers
    return _checked(_full_year(year, text, latest), _MONTHS[months[0]], int(day), text)


def _from_digits(digits: str, text: str) -> PartialDate:
    """A year, Excel's day number, or ddmmyyyy / yyyymmdd without separators (a lost leading zero put back)."""
    if len(digits) == 4:
        return _checked(int(digits), 0, 0, text)
    if len(digits) == 5 and int(digits) < LAST_DAY_NUMBER:
        return _from_day_number(int(digits))
    if len(digits) in (7, 8):
        padded = digits.zfill(8)
        if int(padded[2:4]) > 12 and int(padded[:4]) >= FIRST_YEAR:
            return _checked(int(padded[:4]), int(padded[4:6]), int(padded[6:]), text)
        return _checked(int(padded[4:]), int(padded[2:4]), int(padded[:2]), text)
    raise CellRefused("date_unreadable", text=text)


def _from_day_number(number: int) -> PartialDate:
    day = DAY_ZERO + dt.timedelta(days=number)
    return PartialDate(day.year, day.month, day.day)


def _full_year(written: str, text: str, latest: int) -> int:
    if len(written) == 4:
        return int(written)
    if len(written) != 2:
        raise CellRefused("date_unreadable", text=text)
    year = latest - latest % 100 + int(written)
    return year if year <= latest else year - 100


def _checked(year: int, month: int, day: int, text: str) -> PartialDate:
    try:
        return PartialDate(year, month, day)
    except ValueError:
        raise CellRefused("date_impossible", text=text) from None


def _first_day(date: PartialDate) -> dt.date:
    return dt.date(date.year, date.month or 1, date.day or 1)


def _age(birth: PartialDate, today: dt.date) -> int:
    """Full years; of a year alone the most that is possible."""
    had_birthday = not birth.is_full or (birth.month, birth.day) <= (today.month, today.day)
    return today.year - birth.year - (not had_birthday)


def _shown(cell: Cell) -> str:
    return cell.strftime("%d/%m/%Y") if isinstance(cell, dt.date) else str(cell)
