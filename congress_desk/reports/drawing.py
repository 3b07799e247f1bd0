"""A drawing of a paper as a picture, for a Word file of the same."""

from __future__ import annotations

import io
from collections.abc import Sequence

from congress_desk.reports.flow import Strip
from congress_desk.reports.page import Paper
from congress_desk.reports.pen import Pen

_DOTS_PER_POINT = 200 / 72


def png_of(paper: Paper, strips: Sequence[Strip]) -> bytes:
    """As wide as the paper's text, at 200 dpi."""
    from PIL import Image

    from congress_desk.reports.raster import page_pngs

    width = paper.width + 2 * paper.x  # room on both sides: an Arabic drawing is mirrored
    (page,) = page_pngs(_drawn(paper, strips, width), round(width * _DOTS_PER_POINT))
    picture = Image.open(io.BytesIO(page))
    left, right = (round(edge * _DOTS_PER_POINT) for edge in (paper.x, paper.x + paper.width))
    target = io.BytesIO()
    picture.crop((left, 0, right, picture.height)).save(target, "PNG")
    return target.getvalue()


def _drawn(paper: Paper, strips: Sequence[Strip], width: float) -> bytes:
    """One page just as high as the strips."""
    from congress_desk.reports.canvas import official_canvas

    height, target = sum(strip.height for strip in strips), io.BytesIO()
    canvas = official_canvas(target, width=width, height=height, title="", language=paper.say.language.value)
    pen = Pen(canvas, paper.fonts, width=width, height=height, right_to_left=paper.say.right_to_left)
    top = 0.0
    for strip in strips:
        strip.draw(pen, top)
        top += strip.height
    canvas.showPage()
    canvas.save()
    return target.getvalue()
