"""REHEARSAL across every page of a rehearsal, grey and under the text: it must be seen, and all be read."""

from __future__ import annotations

import math

from congress_desk.reports.composing import Span
from congress_desk.reports.pen import Pen
from congress_desk.reports.style import page_style
from congress_desk.reports.wording import Say


def draw_watermark(pen: Pen, say: Say) -> None:
    """Over the diagonal of the whole page."""
    style = page_style()
    length = math.hypot(pen.width, pen.height) * style.watermark_across
    draw_across(
        pen,
        say,
        middle=(pen.width / 2, pen.height / 2),
        length=length,
        most=style.watermark_most,
        degrees=style.watermark_angle,
        grey=style.watermark_grey,
    )


def draw_across(
    pen: Pen, say: Say, *, middle: tuple[float, float], length: float, most: float, degrees: float, grey: float
) -> None:
    """Centred, about as long as asked but not taller than `most` points; it rises from left to right."""
    word = [Span(say("REHEARSAL"), bold=True)]
    size = min(most, most * length / pen.composer(most).width(word))
    line = pen.composer(size).lines(word)[0]
    with pen.turned(*middle, degrees), pen.coloured((grey, grey, grey)):
        pen.line(line, -line.width / 2, size * 0.3, size=size)
