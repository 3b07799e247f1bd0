"""The pen that draws on a page: x counts from the side where a line begins, y from the top, both in points.

A right-to-left page is mirrored here and nowhere else: forms speak of leading and trailing, never of left
and right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import Enum
from typing import Any

from congress_desk.reports.composing import Composer, Line, Span
from congress_desk.reports.embedding import Use
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.glyph_font import Glyph, GlyphFont

Colour = tuple[float, float, float]
BLACK: Colour = (0.0, 0.0, 0.0)
WHITE: Colour = (1.0, 1.0, 1.0)

_WIDEST_STRETCH = 0.6  # of the size: a line that would show holes is left ragged
_ADJUSTED = 0.4  # 1/1000 em: smaller moves are not worth a number in the file


class Align(Enum):
    START = "start"
    CENTRE = "centre"
    END = "end"
    FIGURES = "figures"  # to the right in every language, so that units stand under units


class Pen:
    """Draws on a ReportLab canvas whose page is `width` x `height` points."""

    def __init__(self, canvas: Any, fonts: FontSet, *, width: float, height: float, right_to_left: bool) -> None:
        self.canvas = canvas
        self.fonts = fonts
        self.width = width
        self.height = height
        self.right_to_left = right_to_left

    def composer(self, size: float) -> Composer:
        return Composer(self.fonts, size=size, right_to_left=self.right_to_left)

    def line(
        self,
        line: Line,
        x: float,
        baseline: float,
        *,
        size: float,
        room: float = 0,
        align: Align = Align.START,
        justified: bool = False,
    ) -> None:
        """A composed line in the room from x on; justified: its gaps are stretched to fill the room."""
        stretch = 0.0
        if justified and not line.ends_paragraph and line.gaps:
            stretch = max(0.0, room - line.width) / line.gaps
            stretch = stretch if stretch <= _WIDEST_STRETCH * size else 0.0
        width = line.width + stretch * line.gaps
        free = room - width
        left = self._left(x + self._share_before(align) * free, width)
        self.canvas._code.append(_text_code(self.canvas._doc, line, left, self.height - baseline, size, stretch))

    def text(
        self,
        text: str,
        x: float,
        baseline: float,
        *,
        size: float,
        room: float = 0,
        align: Align = Align.START,
        bold: bool = False,
        italic: bool = False,
    ) -> float:
        """One unbroken line; returns its width."""
        line = self.composer(size).lines([Span(text, bold, italic)])[0]
        self.line(line, x, baseline, size=size, room=room, align=align)
        return line.width

    def rule(self, x: float, y: float, length: float, *, thickness: float, colour: Colour = BLACK) -> None:
        """A horizontal rule."""
        self.canvas.setStrokeColorRGB(*colour)
        self.canvas.setLineWidth(thickness)
        left = self._left(x, length)
        self.canvas.line(left, self.height - y, left + length, self.height - y)

    def upright(self, x: float, top: float, length: float, *, thickness: float, colour: Colour = BLACK) -> None:
        """A vertical rule."""
        self.canvas.setStrokeColorRGB(*colour)
        self.canvas.setLineWidth(thickness)
        left = self._left(x, 0)
        self.canvas.line(left, self.height - top, left, self.height - top - length)

    def frame(
        self, x: float, top: float, width: float, height: float, *, thickness: float, colour: Colour = BLACK
    ) -> None:
        box = (self._left(x, width), self.height - top - height, width, height)
        drawn = " ".join(map(_number, (*colour, thickness, *box))).split()
        self.canvas._code.append("{} {} {} RG {} w {} {} {} {} re S".format(*drawn))

    def filled(self, x: float, top: float, width: float, height: float, colour: Colour) -> None:
        self.canvas.setFillColorRGB(*colour)
        self.canvas.rect(self._left(x, width), self.height - top - height, width, height, stroke=0, fill=1)
        self.canvas.setFillColorRGB(*BLACK)

    def symbol(self, x: float, top: float, side: float, modules: int, runs: Sequence[tuple[int, int, int]]) -> None:
        """A square of `modules` modules a side, the dark ones as (column, row, length) runs; never mirrored."""
        left, upper, unit = self._left(x, side), self.height - top, side / modules
        self.canvas.saveState()
        self.canvas.setFillColorRGB(*BLACK)
        self.canvas.transform(unit, 0, 0, -unit, left, upper)  # modules count from the upper left corner
        dark = " ".join(f"{column} {row} {length} 1 re" for column, row, length in runs)
        self.canvas._code.append(f"{dark} f")
        self.canvas.restoreState()

    def corner(self, x: float, top: float, width: float, height: float) -> tuple[float, float]:
        """Lower left corner of a box on the canvas, for what ReportLab draws by itself."""
        return self._left(x, width), self.height - top - height

    @contextmanager
    def coloured(self, colour: Colour) -> Iterator[None]:
        """Text in another colour."""
        self.canvas.setFillColorRGB(*colour)
        yield
        self.canvas.setFillColorRGB(*BLACK)

    @contextmanager
    def translucent(self, alpha: float) -> Iterator[None]:
        """What is drawn lets through what lies under it; alpha 1 is opaque."""
        self.canvas.saveState()
        self.canvas.setFillAlpha(alpha)
        yield
        self.canvas.restoreState()

    @contextmanager
    def turned(self, x: float, y: float, degrees: float) -> Iterator[None]:
        """Origin moved to (x, y) and turned; drawn text then counts from there."""
        self.canvas.saveState()
        self.canvas.translate(self._left(x, 0), self.height - y)
        self.canvas.rotate(degrees)
        self.canvas.translate(-self._left(0, 0), -self.height)
        yield
        self.canvas.restoreState()

    def _share_before(self, align: Align) -> float:
        figures = 0.0 if self.right_to_left else 1.0
        return {Align.START: 0.0, Align.CENTRE: 0.5, Align.END: 1.0, Align.FIGURES: figures}[align]

    def _left(self, x: float, width: float) -> float:
        return self.width - x - width if self.right_to_left else x


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".") or "0"


def _text_code(document: Any, line: Line, left: float, baseline: float, size: float, stretch: float) -> str:
    """The page operators that draw a line's glyphs, each piece at its own place."""
    code = ["BT"]
    moved = 0.0
    scaled = size
    current: GlyphFont | None = None
    for piece in line.pieces:
        use = piece.font.use_in(document)
        scaled = size * piece.font.scale
        if piece.font is not current:
            current = piece.font
            code.append(f"/{use.name} {_number(scaled)} Tf")
        code.append(f"1 0 0 1 {_number(left + piece.x + moved)} {_number(baseline)} Tm")
        code += _shown(piece.glyphs, piece.font, use, scaled)
        moved += stretch if piece.is_space else 0.0
    if current is not None:  # a space at the end, so that copied cells do not grow together
        code += _shown(current.shape(" ", False).glyphs, current, current.use_in(document), scaled)
    return "\n".join([*code, "ET"])


def _shown(glyphs: Sequence[Glyph], font: GlyphFont, use: Use, scaled: float) -> list[str]:
    """A word's operators; the same word again costs a look-up."""
    key = (id(glyphs), scaled)
    before = use.shown.get(key)
    if before is None:
        before = use.shown[key] = (glyphs, _operators(glyphs, font, use, scaled))
    return before[1]


def _operators(glyphs: Sequence[Glyph], font: GlyphFont, use: Use, scaled: float) -> list[str]:
    """TJ arrays with the small moves between glyphs; Ts where a mark is raised."""
    code: list[str] = []
    array: list[str] = []
    hexadecimal = ""
    rise = move = 0.0
    for glyph in glyphs:
        raised = round(glyph.dy) != round(rise)
        move -= glyph.dx  # TJ numbers are subtracted
        if hexadecimal and (raised or abs(move) > _ADJUSTED):
            array.append(f"<{hexadecimal}>")
            hexadecimal = ""
        if raised:
            if array:
                code.append(f"[{''.join(array)}] TJ")
                array = []
            code.append(f"{_number(glyph.dy * scaled / 1000)} Ts")
            rise = glyph.dy
        if abs(move) > _ADJUSTED:
            array.append(_number(move))
            move = 0.0
        hexadecimal += f"{use.code(glyph.number, glyph.text):04X}"
        move += font.own_advance(glyph.number) - glyph.advance + glyph.dx
    if hexadecimal:
        array.append(f"<{hexadecimal}>")
    code.append(f"[{''.join(array)}] TJ")
    return [*code, "0 Ts"] if rise else code
