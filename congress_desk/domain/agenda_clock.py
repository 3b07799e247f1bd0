"""Times of day as offices write them: 7h30, 07:30 - 08:00, 7 giờ 30, 7h30 đến 8h, 15 phút, 0.3125.

Minutes are counted from midnight; 1440 is 24:00, the end of the day.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from congress_desk.domain.agenda_plan import DoubtKind
from congress_desk.domain.dates import ascii_digits
from congress_desk.domain.list_tables import Cell
from congress_desk.domain.names import folded

DAY_MINUTES = 24 * 60
_TIME = re.compile(
    r"(?<![\d.,:])(\d{1,2})\s*(?:(?:h|g|gio)\s*(\d{2})?|[:.]\s*(\d{2})(?::\d{2})?)(?![\d])\s*(?:['’′]|phut\b|p\b)?\s*(am|pm|sa|ch)?\b"
)
_LENGTH = re.compile(r"^\(?(\d{1,3})\s*(?:['’′]|phut|p|minutes?|min|دقيقة|دقائق)\.?\)?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """start, end: minutes of the day; length: minutes, where only that is written. doubt: what is wrong with it."""

    start: int | None = None
    end: int | None = None
    length: int | None = None
    doubt: DoubtKind | None = None

    @property
    def is_empty(self) -> bool:
        return self.start is None and self.length is None


NO_HOURS = Hours()


def read_hours(cell: Cell) -> Hours:
    """A cell of the column of times."""
    if cell is None or isinstance(cell, bool):
        return NO_HOURS
    if isinstance(cell, dt.datetime):
        return Hours(start=cell.hour * 60 + cell.minute)
    if isinstance(cell, float) and 0 <= cell < 1:
        return Hours(start=round(cell * DAY_MINUTES))
    if isinstance(cell, int | float | dt.date):
        return Hours(doubt=DoubtKind.TIME_UNREADABLE)
    return _in_text(folded(ascii_digits(cell)))


def clock_text(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _in_text(text: str) -> Hours:
    if not text.strip(" -–—.…"):
        return NO_HOURS
    if found := _LENGTH.match(text):
        return Hours(length=int(found.group(1)))
    times = [_minutes(*match.groups()) for match in _TIME.finditer(text)]
    if not times:
        return Hours(doubt=DoubtKind.TIME_UNREADABLE)
    if any(minutes is None for minutes in times):
        return Hours(doubt=DoubtKind.TIME_IMPOSSIBLE)
    return _of(times[0], times[1] if len(times) > 1 else None, several=len(times) > 2)


def _of(start: int | None, end: int | None, *, several: bool) -> Hours:
    if end is not None and start is not None and end <= start:
        return Hours(start=start, doubt=DoubtKind.ENDS_BEFORE_START)
    doubt = DoubtKind.TIME_UNREADABLE if several else None
    return Hours(start=start, end=end, doubt=DoubtKind.MIDNIGHT if DAY_MINUTES in (start, end) else doubt)


def _minutes(hours: str, after_h: str | None, after_colon: str | None, half: str | None) -> int | None:
    """None for what no clock shows."""
    hour, minute = int(hours), int(after_h or after_colon or 0)
    if half in ("pm", "ch") and hour < 12:
        hour += 12
    if half in ("am", "sa") and hour == 12:
        hour = 0
    found = hour * 60 + minute
    return found if minute < 60 and found <= DAY_MINUTES else None
