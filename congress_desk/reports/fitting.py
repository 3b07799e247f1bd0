"""Text made to fit: as large as it may be, in as few lines as asked, smaller only where it must."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from congress_desk.reports.composing import Composer, Line, Span
from congress_desk.reports.pen import Align, Pen

SMALLEST = 5.0  # points: what can still be read at arm's length
_STEP = 0.5

ComposerAt = Callable[[float], Composer]  # given a size


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Sizes in points from `size` down to `floor`; width and height of the room; at most so many lines.

    line_height and baseline in parts of the size and of the line's height.
    """

    size: float
    floor: float
    width: float
    height: float = math.inf
    lines: int
    line_height: float
    baseline: float
    smallest: float = SMALLEST


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    size: float
    leading: float
    baseline: float  # under a line's upper edge
    lines: tuple[Line, ...]

    @property
    def height(self) -> float:
        return self.leading * len(self.lines)

    @property
    def width(self) -> float:
        return max((line.width for line in self.lines), default=0.0)

    def draw(self, pen: Pen, x: float, top: float, room: float, *, height: float | None = None) -> None:
        """Centred in the room, and in the height where one is given."""
        y = top + self.baseline + (0.0 if height is None else (height - self.height) / 2)
        for line in self.lines:
            pen.line(line, x, y, size=self.size, room=room, align=Align.CENTRE)
            y += self.leading


def fitted(composer_at: ComposerAt, span: Span, bounds: Bounds) -> Fitted:
    """The largest size that keeps to the lines and breaks no word; at the floor both give way to the height."""
    size = bounds.size
    while True:
        composer = composer_at(size)
        lines = composer.lines([span], bounds.width)
        leading = size * bounds.line_height
        comely = len(lines) <= bounds.lines and _unbroken(composer, span, bounds.width)
        if ((comely or size <= bounds.floor) and leading * len(lines) <= bounds.height) or size <= bounds.smallest:
            baseline = leading * bounds.baseline
            return Fitted(size=size, leading=leading, baseline=baseline, lines=tuple(lines))
        size -= _STEP


def _unbroken(composer: Composer, span: Span, width: float) -> bool:
    return all(composer.width([Span(word, span.bold, span.italic)]) <= width for word in span.text.split())
