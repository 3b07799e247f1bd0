"""Bands of a programme: rows that name a day, a half-day, a session of the congress, or time kept in reserve."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from congress_desk.domain.agenda_clock import read_hours
from congress_desk.domain.dates import ascii_digits
from congress_desk.domain.list_tables import Cell
from congress_desk.domain.names import folded, tidy_name

_DATE = re.compile(r"(?<!\d)(\d{1,2})\s*[/.\-]\s*(\d{1,2})(?:\s*[/.\-]\s*(\d{4}))?(?!\d)")
_DATE_IN_WORDS = re.compile(r"(?<!\d)(\d{1,2})\s*(?:thang)\s*(\d{1,2})(?:\s*,?\s*nam\s*(\d{4}))?")
_DATE_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_ORDINAL = re.compile(
    r"(?:ngay|day|اليوم)\s*(?:thu\s*)?(nhat|mot|hai|ba|tu|bon|one|two|three|four|الاول|الثاني|الثالث|الرابع|\d)\b"
)
_ORDINALS = {"nhat": 1, "mot": 1, "one": 1, "hai": 2, "two": 2, "ba": 3, "three": 3, "tu": 4, "bon": 4, "four": 4}
_ORDINALS |= {"الاول": 1, "الثاني": 2, "الثالث": 3, "الرابع": 4}
_MORNING = ("sang", "morning", "صباح", "الصباح", "صباحا", "الصباحية")
_AFTERNOON = ("chieu", "afternoon", "مساء", "المساء", "المسائية")
_EVENING = ("toi", "evening", "ليلا", "الليلة")
_SITTINGS = ("phien", "buoi", "session", "sitting", "جلسة", "الجلسة")
_RESERVES = ("du phong", "reserve", "احتياط", "احتياطي")
_STARTS = {"morning": dt.time(7, 30), "afternoon": dt.time(13, 30), "evening": dt.time(19, 0)}


@dataclass(frozen=True, slots=True, kw_only=True)
class BandRead:
    """name: what is left without the date. half: morning, afternoon, evening, or "". starts: if it names a time."""

    name: str
    day: dt.date | None = None
    half: str = ""
    starts: int | None = None  # minutes of the day
    reserve: bool = False
    leading: bool = False  # it begins with what makes it a band

    @property
    def usual_start(self) -> dt.time:
        return _STARTS.get(self.half, dt.time(7, 30))


def read_band(row: Sequence[Cell], *, opens: dt.date) -> BandRead | None:
    """A row in which one text stands alone (or is repeated by a merged range) and names a day or part of a day."""
    texts = {tidy_name(_text(cell)) for cell in row if cell is not None} - {""}
    if len(texts) != 1:
        return None
    text = texts.pop()
    plain = folded(ascii_digits(text))
    words = re.findall(r"\w+", plain)
    day = _day(plain, opens)
    half = next(
        (name for name, known in _HALVES if any(word in words for word in known)),
        "",
    )
    reserve = any(word in plain for word in _RESERVES)
    if not (day or half or reserve or any(word in words for word in _SITTINGS)):
        return None
    rest = _without_date(text)
    return BandRead(
        name=rest, day=day, half=half, starts=read_hours(plain).start, reserve=reserve, leading=_leads(words)
    )


def _leads(words: Sequence[str]) -> bool:
    first = words[0] if words else ""
    known = (*_MORNING, *_AFTERNOON, *_EVENING, *_SITTINGS, "ngay", "thu", "day", "اليوم")
    return first in known or first.isdigit()


_HALVES = (("morning", _MORNING), ("afternoon", _AFTERNOON), ("evening", _EVENING))


def _text(cell: Cell) -> str:
    return cell.strftime("%d/%m/%Y") if isinstance(cell, dt.date) else str(cell)


def _day(plain: str, opens: dt.date) -> dt.date | None:
    if found := _DATE_YEAR_FIRST.search(plain):
        return _date(int(found.group(1)), int(found.group(2)), int(found.group(3)))
    if found := _DATE_IN_WORDS.search(plain) or _DATE.search(plain):
        return _date(int(found.group(3) or opens.year), int(found.group(2)), int(found.group(1)))
    if found := _ORDINAL.search(plain):
        word = found.group(1)
        number = _ORDINALS.get(word) or (int(word) if word.isdigit() else 0)
        return opens + dt.timedelta(days=number - 1) if number else None
    return None


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


_DATE_WRITTEN = re.compile(
    r"[\s,;:(\-–—]*(?:(?:thứ\s+\w+|chủ\s+nhật)\s*,?\s*)?(?:ngày|Ngày|NGÀY|date|on)?\s*"
    r"\d{1,2}\s*(?:[/.\-]|tháng|THÁNG)\s*\d{1,2}(?:\s*(?:[/.\-]|,?\s*(?:năm|NĂM))\s*\d{4})?\)?|"
    r"\d{4}-\d{2}-\d{2}",
    re.IGNORECASE,
)


def _without_date(text: str) -> str:
    return tidy_name(_DATE_WRITTEN.sub(" ", ascii_digits(text))).strip(" ,;:-–—()")
