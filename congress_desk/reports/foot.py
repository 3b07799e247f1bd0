"""The foot of an official page: its mark as a symbol with the same in letters, when it was printed, which page it is.

The mark says which record this is and what it says; sealing and `verify` compare it (domain/record_marks.py).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from congress_desk.domain.records import Heading
from congress_desk.reports.pen import Align, Pen
from congress_desk.reports.style import MM
from congress_desk.reports.symbol import Symbol, symbol_of
from congress_desk.reports.wording import Say

_SIDE = 14 * MM  # with the quiet zone: a module is 0.34 mm
_FROM_EDGE = 3.2 * MM
_GAP = 2.0
_MARK_UNDER = 1.15  # lines under the first one
_SMALLER = 0.84


@lru_cache(maxsize=8)
def _symbol(text: str) -> Symbol:
    return symbol_of(text, level="M")


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """x, width, baseline (from the upper edge) and size in points."""

    title: str
    heading: Heading
    pages: int
    x: float
    width: float
    baseline: float
    size: float


def draw_foot(pen: Pen, say: Say, foot: Foot, number: int) -> None:
    """number: of the page, from 1."""
    mark, size, x, room = foot.heading.mark, foot.size, foot.x, foot.width
    if mark is not None:
        made = _symbol(mark.text)
        pen.filled(x, pen.height - _FROM_EDGE - _SIDE, _SIDE, _SIDE, (1, 1, 1))
        pen.symbol(x, pen.height - _FROM_EDGE - _SIDE, _SIDE, made.side, made.runs)
        x, room = x + _SIDE + _GAP, room - _SIDE - _GAP
        told = say("Record {id} · {digits}", id=mark.id, digits=mark.digits)
        pen.text(told, x, foot.baseline + size * _MARK_UNDER, size=size * _SMALLER, room=room)
    printed = foot.heading.printed_at
    moment = {"time": say.time(printed), "date": say.date(printed.date())}
    told = say("{title} · printed {time}, {date}", title=foot.title, **moment)
    pen.text(told, x, foot.baseline, size=size, room=room)
    page = say("Page {page} of {pages}", page=number, pages=foot.pages)
    pen.text(page, x, foot.baseline, size=size, room=room, align=Align.END)
