"""A reader's name across his copy: seen on every photograph of the screen, thin enough to read through."""

from __future__ import annotations

import io
from collections.abc import Sequence

from congress_desk.reports.canvas import official_canvas
from congress_desk.reports.composing import Span
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.pen import Align, Pen

_ALPHA = 0.13
_DEGREES = 35
_ACROSS = 0.75  # of the page's width
_MOST = 44.0
_FOOT = 8.0
_RED = (0.55, 0.0, 0.05)


def render_mark(lines: Sequence[str], width: float, height: float, fonts: FontSet) -> bytes:
    target = io.BytesIO()
    canvas = official_canvas(target, width=width, height=height, title="", language="vi")
    pen = Pen(canvas, fonts, width=width, height=height, right_to_left=False)
    for part in (0.3, 0.7):
        _draw_across(pen, lines, height * part)
    with pen.translucent(0.6), pen.coloured(_RED):
        pen.text(" · ".join(lines), 0, height - _FOOT, size=_FOOT, room=width, align=Align.CENTRE)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def _draw_across(pen: Pen, lines: Sequence[str], middle: float) -> None:
    longest = max(pen.composer(_MOST).width([Span(line, bold=True)]) for line in lines)
    size = min(_MOST, _MOST * pen.width * _ACROSS / longest)
    with pen.translucent(_ALPHA), pen.turned(pen.width / 2, middle, _DEGREES), pen.coloured(_RED):
        for number, line in enumerate(lines):
            composed = pen.composer(size).lines([Span(line, bold=True)])[0]
            pen.line(composed, -composed.width / 2, size * (number - len(lines) / 2 + 0.8) * 1.2, size=size)
