"""Dates as offices write them: a full day, or only a year.

A year alone is real knowledge (many old files hold no more); it is never completed to 1 January.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass

_DAY_FIRST = re.compile(r"^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4})$")
_YEAR_FIRST = re.compile(r"^(\d{4})[/.\-](\d{1,2})[/.\-](\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?$")
_YEAR_ONLY = re.compile(r"^(\d{4})$")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A day, or a year alone (month and day 0)."""

    year: int
    month: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        if bool(self.month) != bool(self.day):
            raise ValueError("month and day come together")
        dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def is_full(self) -> bool:
        return self.month > 0

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}-{self.day:02}" if self.is_full else f"{self.year:04}"

    def as_written(self) -> str:
        """The way a Vietnamese list writes it: 01/02/1975, or 1975."""
        return f"{self.day:02}/{self.month:02}/{self.year:04}" if self.is_full else f"{self.year:04}"


def ascii_digits(text: str) -> str:
    """Arabic-Indic, Persian and full-width digits as 0-9; all else untouched."""
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() and not c.isascii() else c for c in text)


def parse_partial_date(text: str) -> PartialDate:
    """Read `1/2/1975` (day first), `01-02-1975`, `1975-02-01`, or `1975`; ValueError for all else."""
    written = ascii_digits(text).strip()
    if found := _DAY_FIRST.match(written):
        day, month, year = (int(part) for part in found.groups())
        return PartialDate(year, month, day)
    if found := _YEAR_FIRST.match(written):
        year, month, day = (int(part) for part in found.groups())
        return PartialDate(year, month, day)
    if found := _YEAR_ONLY.match(written):
        return PartialDate(int(found.group(1)))
    raise ValueError(f"no date: {text!r}")
