"""A page of rulers for one printer: measured by hand, it tells how far and by how much the printer is off."""

from __future__ import annotations

import io

from congress_desk.domain.hall_records import CalibrationRecord
from congress_desk.reports.canvas import official_canvas
from congress_desk.reports.composing import Span
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.pen import Align, Pen
from congress_desk.reports.style import A4, MM
from congress_desk.reports.wording import Say

_FROM, _ACROSS, _DOWN = 20, 170, 250  # mm: where the rulers begin, and how long they are
_THIN, _THICK = 0.2, 0.5


def render_calibration(record: CalibrationRecord, fonts: FontSet, say: Say) -> bytes:
    width, height = A4
    target = io.BytesIO()
    canvas = official_canvas(
        target, width=width, height=height, title=say("Printer calibration"), language=say.language.value
    )
    pen = Pen(canvas, fonts, width=width, height=height, right_to_left=say.right_to_left)
    canvas.saveState()
    canvas.translate(record.shift.right * MM, -record.shift.down * MM)
    _draw_rulers(pen)
    for x, y in ((10, 10), (200, 10), (10, 287), (200, 287), (105, 148.5)):
        _draw_cross(pen, x, y)
    canvas.restoreState()
    _draw_words(pen, record, say)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def _draw_rulers(pen: Pen) -> None:
    """Millimetres, every tenth one long and numbered; the page's left is the left in every language."""
    canvas, top = pen.canvas, pen.height
    canvas.setLineWidth(_THIN)
    for mm in range(_ACROSS + 1):
        x, y = (_FROM + mm) * MM, top - _FROM * MM
        canvas.line(x, y, x, y - (5 if mm % 10 == 0 else 3 if mm % 5 == 0 else 1.6) * MM)
    for mm in range(_DOWN + 1):
        x, y = _FROM * MM, top - (_FROM + mm) * MM
        canvas.line(x, y, x + (5 if mm % 10 == 0 else 3 if mm % 5 == 0 else 1.6) * MM, y)
    for mm in range(10, _ACROSS + 1, 10):
        _number(pen, mm, (_FROM + mm) * MM, (_FROM + 9) * MM)
    for mm in range(10, _DOWN + 1, 10):
        _number(pen, mm, (_FROM + 9) * MM, (_FROM + mm + 1) * MM)


def _number(pen: Pen, mm: int, middle: float, baseline: float) -> None:
    room = 10 * MM
    left = middle - room / 2
    x = pen.width - left - room if pen.right_to_left else left
    pen.text(str(mm), x, baseline, size=7, room=room, align=Align.CENTRE)


def _draw_cross(pen: Pen, x: float, y: float) -> None:
    canvas, across, up = pen.canvas, x * MM, pen.height - y * MM
    canvas.setLineWidth(_THICK)
    canvas.line(across - 5 * MM, up, across + 5 * MM, up)
    canvas.line(across, up - 5 * MM, across, up + 5 * MM)
    canvas.circle(across, up, 2 * MM)


def _draw_words(pen: Pen, record: CalibrationRecord, say: Say) -> None:
    x, room, y = (25 if pen.right_to_left else 45) * MM, 140 * MM, 60 * MM  # beside the ruler at the left
    pen.text(say("Printer calibration"), x, y, size=18, room=room, bold=True)
    shift = say.put(f"{record.shift.right:g}, {record.shift.down:g}")
    lines = (
        say("Print this page at its actual size, without fitting it to the paper."),
        say("1. Measure from the paper's edges to the middle of each corner cross: it should be 10 mm."),
        say("2. Where the cross is too far right or too low, give the difference with a minus sign."),
        say("3. Set the shift to these two numbers: right, down. It is now: {shift} (mm).", shift=shift),
        say(
            "4. Measure the rulers: 170 mm across and 250 mm down. If they differ, the printer scales; turn that off."
        ),
        say("5. For backs, hold two pages against the light: the crosses should meet."),
    )
    for line in lines:
        for part in pen.composer(11).lines([Span(line)], room):
            y += 7 * MM
            pen.line(part, x, y, size=11, room=room)
        y += 1.5 * MM
