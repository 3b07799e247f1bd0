"""Draws seats: the number in bold, the name under it as large as it fits, shaded by delegation. Points throughout.

x counts from the left of the sheet in every language: a hall is never mirrored.
"""

from __future__ import annotations

from collections.abc import Mapping

from congress_desk.domain.delegates import Delegate
from congress_desk.domain.names import given_name
from congress_desk.domain.seating import Seat
from congress_desk.reports.composing import Span
from congress_desk.reports.fitting import Bounds, fitted
from congress_desk.reports.pen import Align, Colour, Pen
from congress_desk.reports.style import page_style
from congress_desk.reports.wording import Say

_SHADE: Colour = (0.88, 0.88, 0.88)
_LINE: Colour = (0.35, 0.35, 0.35)
_RED: Colour = (0.557, 0.086, 0.125)
_GAP = 0.8
_ROOM_FOR_TWO = 24.0  # height of a seat from which the whole name is written


class SeatArtist:
    def __init__(self, pen: Pen, say: Say, sitting: Mapping[str, Delegate], shaded: frozenset[str]) -> None:
        self._pen = pen
        self.say = say
        self._sitting = sitting
        self._shaded = shaded

    def platform(self, left: float, top: float, width: float, height: float, word: str) -> None:
        x = self._x(left, width)
        self._pen.frame(x, top, width, height, thickness=0.9, colour=_RED)
        self._text(word.upper() if not self.say.right_to_left else word, x, top, width, 13.0, size=10, bold=True)

    def caption(self, word: str, left: float, top: float, width: float, height: float) -> None:
        self._text(word, self._x(left, width), top, width, height, size=9.5, bold=True)

    def seat(self, seat: Seat, left: float, top: float, across: float, down: float) -> None:
        width, height = across - 2 * _GAP, down - 2 * _GAP
        x, y = self._x(left + _GAP, width), top + _GAP
        person = self._sitting.get(seat.label)
        if person is not None and person.sheet.delegation in self._shaded:
            self._pen.filled(x, y, width, height, _SHADE)
        self._pen.frame(x, y, width, height, thickness=0.35, colour=_LINE)
        label = height * (0.36 if person else 0.7)
        self._text(self.say.put(seat.label), x, y, width, label, size=min(8.0, label * 0.8), bold=True)
        if person is not None:
            name = person.sheet.full_name
            shown = name if down >= _ROOM_FOR_TWO else given_name(name)
            self._text(self.say.put(shown), x, y + label, width, height - label, size=7.5, lines=2)

    def _text(
        self,
        text: str,
        x: float,
        top: float,
        width: float,
        height: float,
        *,
        size: float,
        bold: bool = False,
        lines: int = 1,
    ) -> None:
        style, language = page_style(), self.say.language.value
        bounds = Bounds(
            size=size,
            floor=3.5,
            width=width - 1,
            height=height,
            lines=lines,
            line_height=style.line_height[language] * 0.92,
            baseline=style.baseline[language],
            smallest=3.0,
        )
        made = fitted(self._pen.composer, Span(text, bold), bounds)
        y = top + made.baseline + (height - made.height) / 2
        for line in made.lines[: max(1, lines)]:
            self._pen.line(line, x, y, size=made.size, room=width, align=Align.CENTRE)
            y += made.leading

    def _x(self, left: float, width: float) -> float:
        """The pen's own x, which counts from the right in Arabic."""
        return self._pen.width - left - width if self._pen.right_to_left else left
