"""REHEARSAL across every page of a rehearsal, grey and under the text: it must be seen, and all be read."""

from __future__ import annotations

from congress_desk.reports.composing import Span
from congress_desk.reports.pen import Pen
from congress_desk.reports.style import page_style
from congress_desk.reports.wording import Say


def draw_watermark(pen: Pen, say: Say) -> None:
    """Over the diagonal of the whole page."""
    style = page_style()
    draw_across(
        pen,
        say,
        x=pen.width / 2,
        y=pen.height / 2,
        size=style.watermark_size,
        degrees=style.watermark_angle,
        grey=style.watermark_grey,
    )


def draw_across(pen: Pen, say: Say, *, x: float, y: float, size: float, degrees: float, grey: float) -> None:
    """Centred on (x, y); rising from left to right, as a line of Latin or of Arabic is looked at."""
    line = pen.composer(size).lines([Span(say("REHEARSAL"), bold=True)])[0]
    with pen.turned(x, y, degrees), pen.coloured((grey, grey, grey)):
        pen.line(line, -line.width / 2, size * 0.3, size=size)
