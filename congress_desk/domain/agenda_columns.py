"""Which column of an office's programme is which: by the header, or, without one, by what stands in the columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from congress_desk.domain.agenda_clock import read_hours
from congress_desk.domain.list_tables import Cell
from congress_desk.domain.names import folded

_NUMBER = ("tt", "stt", "so tt", "no", "no.", "number", "م", "الرقم", "ت")
_TIME = ("thoi gian", "gio", "time", "الوقت", "التوقيت", "الزمن")
_CONTENT = ("noi dung", "content", "agenda", "programme", "المضمون", "المحتوى", "البند", "البنود")
_BY_WHOM = (
    "thuc hien",
    "nguoi thuc hien",
    "chu tri",
    "phu trach",
    "dieu hanh",
    "bao cao vien",
    "by whom",
    "carried out",
)
_BY_WHOM_TOO = ("responsible", "presenter", "المنفذ", "القائم", "الجهة", "التنفيذ")
MOST_HEADER_ROWS = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Places from 0; None for a column that is not there. header: its row, -1 without one."""

    header: int
    time: int
    content: int
    number: int | None = None
    by_whom: int | None = None


def find_columns(rows: Sequence[Sequence[Cell]]) -> Columns | None:
    for place, row in enumerate(rows[:MOST_HEADER_ROWS]):
        found = _of_header(place, [folded(str(cell)).strip(" .:") if cell is not None else "" for cell in row])
        if found is not None:
            return found
    return _of_what_is_there(rows)


def _of_header(place: int, words: Sequence[str]) -> Columns | None:
    time = _first(words, _TIME)
    content = _first(words, _CONTENT, but=time)
    if time is None or content is None:
        return None
    by_whom = _first(words, (*_BY_WHOM, *_BY_WHOM_TOO), but=content)
    number = next((i for i, word in enumerate(words) if word in _NUMBER), None)
    return Columns(header=place, time=time, content=content, number=number, by_whom=by_whom)


def _first(words: Sequence[str], known: Sequence[str], *, but: int | None = None) -> int | None:
    """The first column whose header is short and holds one of the words."""
    return next((i for i, w in enumerate(words) if i != but and len(w) <= 40 and any(k in w for k in known)), None)


def _of_what_is_there(rows: Sequence[Sequence[Cell]]) -> Columns | None:
    width = max((len(row) for row in rows), default=0)
    times = [sum(read_hours(row[i]).start is not None for row in rows if i < len(row)) for i in range(width)]
    if not times or max(times) < 2:
        return None
    time = times.index(max(times))
    letters = [sum(len(str(row[i])) for row in rows if i < len(row) and row[i]) for i in range(width)]
    after = [i for i in range(time + 1, width) if letters[i]]
    if not after:
        return None
    by_whom = after[1] if len(after) > 1 else None
    return Columns(header=-1, time=time, content=after[0], number=time - 1 if time else None, by_whom=by_whom)
