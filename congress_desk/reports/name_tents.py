"""Name tents: an A4 sheet folded in the middle, the name on both sides, one of them upside down."""

from __future__ import annotations

import io

from congress_desk.domain.delegates import Delegate
from congress_desk.domain.hall_records import NameTentsRecord
from congress_desk.reports.canvas import official_canvas
from congress_desk.reports.composing import Span
from congress_desk.reports.fitting import Bounds, Fitted, fitted
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.pen import Colour, Pen
from congress_desk.reports.style import A4, MM, page_style
from congress_desk.reports.watermark import draw_watermark
from congress_desk.reports.wording import Say

RED: Colour = (0.557, 0.086, 0.125)
GREY: Colour = (0.6, 0.6, 0.6)
_EDGE = 14 * MM
_MARK = 9 * MM
_NAME, _POST = 54.0, 22.0


def render_name_tents(record: NameTentsRecord, fonts: FontSet, say: Say) -> bytes:
    width, height = A4
    target = io.BytesIO()
    canvas = official_canvas(target, width=width, height=height, title=say("Name tents"), language=say.language.value)
    pen = Pen(canvas, fonts, width=width, height=height, right_to_left=say.right_to_left)
    for person in record.people:
        if record.heading.rehearsal:
            draw_watermark(pen, say)
        _draw_side(pen, say, person)
        with pen.turned(width, height, 180):
            _draw_side(pen, say, person)
        _draw_fold(pen)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _draw_side(pen: Pen, say: Say, person: Delegate) -> None:
    """On the lower half of the page, as it is read from the front."""
    room, half = pen.width - 2 * _EDGE, pen.height / 2
    name = _fit(pen, say, say.put(person.sheet.full_name), _NAME, room, lines=2, height=half * 0.5)
    post = say.put(person.sheet.position) or say.category(person.sheet.category)
    lines = [_fit(pen, say, post, _POST, room, lines=2, height=half * 0.2, bold=False)]
    if person.sheet.delegation:
        where = say.put(person.sheet.delegation)
        lines.append(_fit(pen, say, where, _POST * 0.85, room, lines=1, height=half * 0.12, bold=False))
    y = half + (half - name.height - sum(line.height for line in lines)) / 2
    with pen.coloured(RED):
        name.draw(pen, _EDGE, y, room)
    y += name.height
    for line in lines:
        line.draw(pen, _EDGE, y, room)
        y += line.height


def _draw_fold(pen: Pen) -> None:
    """Two short marks at the edges: nothing crosses what is read."""
    for x in (0.0, pen.width - _MARK):
        pen.rule(x, pen.height / 2, _MARK, thickness=0.4, colour=GREY)


def _fit(
    pen: Pen, say: Say, text: str, size: float, room: float, *, lines: int, height: float, bold: bool = True
) -> Fitted:
    style, language = page_style(), say.language.value
    bounds = Bounds(
        size=size,
        floor=14.0,
        width=room,
        height=height,
        lines=lines,
        line_height=style.line_height[language],
        baseline=style.baseline[language],
    )
    return fitted(pen.composer, Span(text, bold), bounds)
