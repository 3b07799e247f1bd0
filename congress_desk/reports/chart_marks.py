"""The marks that every chart is made of: patterned boxes, lines, steps; black and white is enough to read them.

Drawn as vectors on the pen's page, mirrored with it. Lengths are points; y counts from the top.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import Enum

from congress_desk.reports.pen import BLACK, Colour, Pen

EDGE = 0.6
_HATCH = 3.2  # between two lines
_DOT = 2.6


class Pattern(Enum):
    """Told apart without colour, and when copied."""

    FULL = "full"
    HATCHED = "hatched"
    DOTTED = "dotted"
    EMPTY = "empty"


def box(pen: Pen, x: float, top: float, width: float, height: float, pattern: Pattern) -> None:
    """A framed box in a pattern; nothing for a width of nothing."""
    if width <= 0:
        return
    left, bottom = pen.corner(x, top, width, height)
    if pattern is Pattern.FULL:
        pen.filled(x, top, width, height, (0.25, 0.25, 0.25))
    elif pattern is not Pattern.EMPTY:
        with _clipped(pen, left, bottom, width, height):
            lines = _hatching if pattern is Pattern.HATCHED else _dots
            pen.canvas._code.append(" ".join(lines(left, bottom, width, height)))
    pen.frame(x, top, width, height, thickness=EDGE)


def path(pen: Pen, points: Sequence[tuple[float, float]], *, thickness: float, dashes: str = "") -> None:
    """A line through points. dashes: as PDF writes them ("3 2"), "" for none."""
    if len(points) < 2:
        return
    code = _path_code(pen, points)
    pen.canvas._code.append(f"q 0 0 0 RG {_n(thickness)} w 1 j [{dashes}] 0 d {code} S Q")


def area(pen: Pen, points: Sequence[tuple[float, float]], colour: Colour) -> None:
    if len(points) > 2:
        red, green, blue = colour
        pen.canvas._code.append(f"q {_n(red)} {_n(green)} {_n(blue)} rg {_path_code(pen, points)} h f Q")


def stairs(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The corners of a line that changes at once and then holds."""
    corners: list[tuple[float, float]] = []
    for x, y in points:
        if corners:
            corners.append((x, corners[-1][1]))
        corners.append((x, y))
    return corners


def _path_code(pen: Pen, points: Sequence[tuple[float, float]]) -> str:
    placed = [pen.corner(x, y, 0, 0) for x, y in points]
    return " ".join(f"{_n(x)} {_n(y)} {'l' if n else 'm'}" for n, (x, y) in enumerate(placed))


@contextmanager
def _clipped(pen: Pen, left: float, bottom: float, width: float, height: float) -> Iterator[None]:
    pen.canvas._code.append(f"q {_n(left)} {_n(bottom)} {_n(width)} {_n(height)} re W n 0 0 0 RG 0 0 0 rg")
    yield
    pen.canvas._code.append("Q")
    pen.canvas.setFillColorRGB(*BLACK)


def _hatching(left: float, bottom: float, width: float, height: float) -> Iterator[str]:
    yield "0.5 w"
    start = left - height
    while start < left + width:
        yield f"{_n(start)} {_n(bottom)} m {_n(start + height)} {_n(bottom + height)} l S"
        start += _HATCH


def _dots(left: float, bottom: float, width: float, height: float) -> Iterator[str]:
    y, odd = bottom + _DOT / 2, False
    while y < bottom + height:
        x = left + (_DOT if odd else _DOT / 2)
        while x < left + width:
            yield f"{_n(x)} {_n(y)} 0.8 0.8 re f"
            x += _DOT
        y, odd = y + _DOT * 0.8, not odd


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"
