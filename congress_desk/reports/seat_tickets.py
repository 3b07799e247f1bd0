"""Seat tickets, ten on A4 with crop marks: whose seat, where it is, in which sessions it holds."""

from __future__ import annotations

import io
from dataclasses import dataclass

from congress_desk.domain.delegates import Delegate
from congress_desk.domain.hall_records import SeatTicketsRecord
from congress_desk.domain.seating import Seat
from congress_desk.reports.badge_design import grid_for
from congress_desk.reports.badges import draw_crop_marks
from congress_desk.reports.canvas import official_canvas
from congress_desk.reports.composing import Span
from congress_desk.reports.fitting import Bounds, Fitted, fitted
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.header import broken_title
from congress_desk.reports.pen import Colour, Pen
from congress_desk.reports.seating_plan import PLANS, ZONES
from congress_desk.reports.style import A4, MM, page_style
from congress_desk.reports.watermark import draw_watermark
from congress_desk.reports.wording import Say

RED: Colour = (0.557, 0.086, 0.125)
_EDGE = 4 * MM


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """Millimetres."""

    width: float = 90.0
    height: float = 54.0


def render_seat_tickets(record: SeatTicketsRecord, fonts: FontSet, say: Say) -> bytes:
    ticket = Ticket()
    grid = grid_for(ticket)
    width, height = (A4[1], A4[0]) if grid.landscape else A4
    target = io.BytesIO()
    canvas = official_canvas(
        target, width=width, height=height, title=say("Seat tickets"), language=say.language.value
    )
    pen = Pen(canvas, fonts, width=width, height=height, right_to_left=say.right_to_left)
    for start in range(0, len(record.tickets), grid.count):
        if record.heading.rehearsal:
            draw_watermark(pen, say)
        for place, (person, seat) in enumerate(record.tickets[start : start + grid.count]):
            row, column = divmod(place, grid.columns)
            x, top = (grid.left + column * ticket.width) * MM, (grid.top + row * ticket.height) * MM
            _draw(pen, say, record, person, seat, x, top)
        draw_crop_marks(pen, ticket, grid)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _draw(pen: Pen, say: Say, record: SeatTicketsRecord, person: Delegate, seat: Seat, x: float, top: float) -> None:
    room, inner = 90 * MM - 2 * _EDGE, x + _EDGE
    parts = [say.put(part) for part in broken_title(record.heading.title)]
    title = _fit(pen, say, "\n".join(parts), 8, room, lines=len(parts), height=11 * MM)
    with pen.coloured(RED):
        title.draw(pen, inner, top + 3 * MM, room, height=11 * MM)
    kind = f"{say('SEAT TICKET')} · {say(PLANS[record.plan.plan])}"
    _fit(pen, say, kind, 8, room, lines=1, height=5 * MM, bold=False).draw(pen, inner, top + 14 * MM, room)
    _fit(pen, say, say.put(person.sheet.full_name), 15, room, lines=2, height=10 * MM).draw(
        pen, inner, top + 19 * MM, room, height=10 * MM
    )
    delegation = say.put(person.sheet.delegation)
    if delegation:
        _fit(pen, say, delegation, 9, room, lines=1, height=5 * MM, bold=False).draw(pen, inner, top + 29 * MM, room)
    pen.rule(inner, top + 35 * MM, room, thickness=0.4)
    facts = [
        (say("Seat"), say.put(seat.label)),
        (say("Zone"), say(ZONES[seat.zone])),
        (say("Floor"), str(seat.floor)),
    ]
    shares = (0.4, 0.35, 0.25)
    for (label, fact), share in zip(facts, shares, strict=True):
        width = room * share
        _fit(pen, say, label, 7.5, width, lines=1, height=5 * MM, bold=False).draw(pen, inner, top + 35.5 * MM, width)
        _fit(pen, say, fact, 19, width - 4, lines=1, height=11 * MM).draw(
            pen, inner, top + 40 * MM, width, height=11 * MM
        )
        inner += width


def _fit(
    pen: Pen, say: Say, text: str, size: float, room: float, *, lines: int, height: float, bold: bool = True
) -> Fitted:
    style, language = page_style(), say.language.value
    bounds = Bounds(
        size=size,
        floor=6.0,
        width=room,
        height=height,
        lines=lines,
        line_height=style.line_height[language],
        baseline=style.baseline[language],
    )
    return fitted(pen.composer, Span(text, bold), bounds)
