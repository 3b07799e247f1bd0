"""Text composed to lines: mixed directions, wrapping, bold and italic spans, words too long for a line.

A `Line` holds glyphs from left to right at x = 0; the pen puts it on the page. Widths and sizes are points.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from congress_desk.reports.bidi import Levels, line_levels, paragraph_levels, visual_runs
from congress_desk.reports.bidi_classes import bidi_class
from congress_desk.reports.digits import with_native_digits
from congress_desk.reports.fonts import FontRun, FontSet
from congress_desk.reports.glyph_font import Glyph, GlyphFont
from congress_desk.reports.style import page_style

_TOKEN = re.compile(r" +|[^ ]+")
_CONTROLS = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_DRAWN: dict[int, str | None] = {**_CONTROLS, 0xA0: " "}  # a space that holds together is read as a space
_TOGETHER = re.compile(r"(?<=\d) (?=[%٪])|(?<=\b\d{4}) (?=[-–] \d{4}\b)|(?<=\b\d{4} [-–]) (?=\d{4}\b)")
_JOINERS = "\u200c\u200d"
_SLACK = 0.01


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Glyphs of one word (or of spaces) in one font, starting at x."""

    x: float
    font: GlyphFont
    glyphs: tuple[Glyph, ...]
    is_space: bool


@dataclass(frozen=True, slots=True)
class Line:
    pieces: tuple[Piece, ...]
    width: float
    ends_paragraph: bool

    @property
    def gaps(self) -> int:
        return sum(piece.is_space for piece in self.pieces)


class Composer:
    """Composes in one base direction at one size; digits by the page style's policy."""

    def __init__(self, fonts: FontSet, *, size: float, right_to_left: bool) -> None:
        self._native_digits = right_to_left and page_style().native_digits
        self._fonts = fonts
        self._size = size
        self._base = int(right_to_left)
        self._composed: dict[tuple[tuple[Span, ...], float | None, float], list[Line]] = {}

    def lines(self, spans: Sequence[Span], width: float | None = None, *, indent: float = 0) -> list[Line]:
        """Lines at most `width` wide (one per paragraph without it); \\n begins a new paragraph.

        indent: room left free at the start of the first line. Trouble: NO_FONT_FOR.
        """
        asked = (tuple(spans), width, indent)
        found = self._composed.get(asked)
        if found is None:  # the cells of a table say the same things over and over
            found = self._composed[asked] = self._compose(spans, width, indent)
        return list(found)

    def _compose(self, spans: Sequence[Span], width: float | None, indent: float) -> list[Line]:
        found: list[Line] = []
        if self._native_digits:
            spans = [replace(span, text=with_native_digits(span.text)) for span in spans]
        for paragraph in _paragraphs(spans):
            composed = _Paragraph(self._fonts, self._size, self._base, paragraph)
            found += composed.lines(width, indent if not found else 0)
        return found

    def width(self, spans: Sequence[Span]) -> float:
        return max((line.width for line in self.lines(spans)), default=0.0)


class _Paragraph:
    """One paragraph's text with its levels and fonts; places count characters of the text."""

    def __init__(self, fonts: FontSet, size: float, base: int, spans: Sequence[Span]) -> None:
        self._size = size
        self._text = "".join(span.text for span in spans)
        self._level, self._levels = paragraph_levels(self._text, base)
        self._mixed = any(self._levels) or self._level
        self._fonts: list[FontRun] = []
        for span in spans:
            start = self._fonts[-1][1] if self._fonts else 0
            runs = fonts.runs(span.text, span.bold, span.italic, bool(base))
            self._fonts += [(start + a, start + b, font) for a, b, font in runs]
        alike = {font for _, _, font in self._fonts}
        self._only_font = alike.pop() if len(alike) == 1 and not self._mixed else None

    def lines(self, width: float | None, indent: float) -> list[Line]:
        ranges = [(0, len(self._text))] if width is None else self._ranges(width, indent)
        last = len(ranges) - 1
        return [self._line(a, b, ends_paragraph=n == last) for n, (a, b) in enumerate(ranges)]

    def _ranges(self, width: float, indent: float) -> list[tuple[int, int]]:
        """[start, end) of each line, without the spaces at its end."""
        ranges: list[tuple[int, int]] = []
        start = end = 0
        used = indent
        for token in _TOKEN.finditer(self._text):
            first, after = token.span()
            wide = self._width(first, after)
            if self._text[first] == " ":
                used += wide
                continue
            if used + wide > width + _SLACK and end > start:
                ranges.append((start, end))
                start, used = first, 0.0
            while used + wide > width + _SLACK and (cut := self._cut(first, after, width - used)) < after:
                ranges.append((start, cut))
                start = first = cut
                used, wide = 0.0, self._width(cut, after)
            used += wide
            end = after
        return [*ranges, (start, max(start, end))]

    def _cut(self, first: int, after: int, room: float) -> int:
        """Where an over-long word is broken: as late as fits, after one letter at least, never before a mark."""
        low, high = first + 1, after
        while low < high:
            middle = (low + high + 1) // 2
            if self._width(first, middle) <= room:
                low = middle
            else:
                high = middle - 1
        while low > first + 1 and low < after and unicodedata.combining(self._text[low]):
            low -= 1
        return low

    def _width(self, start: int, end: int) -> float:
        if self._only_font is not None:
            pieces = self._plain_pieces(self._only_font, start, end)
            return (
                sum(font.shape(text, False).width for font, text, _ in pieces)
                * self._only_font.scale
                * (self._size / 1000)
            )
        levels = self._levels[start:end]
        return sum(
            font.shape(text, right_to_left).width * font.scale
            for font, text, right_to_left in self._visual_pieces(start, levels)
        ) * (self._size / 1000)

    def _line(self, start: int, end: int, *, ends_paragraph: bool) -> Line:
        levels: Sequence[int] = self._levels[start:end]
        if self._mixed:
            levels = line_levels([bidi_class(c) for c in self._text[start:end]], levels, self._level)
        pieces: list[Piece] = []
        x = 0.0
        for font, text, right_to_left in self._visual_pieces(start, levels):
            shaped = font.shape(text, right_to_left)
            pieces.append(Piece(x, font, shaped.glyphs, text[0] == " "))
            x += shaped.width * self._size * font.scale / 1000
        return Line(tuple(pieces), x, ends_paragraph)

    def _visual_pieces(self, start: int, levels: Sequence[int] | Levels) -> Iterator[tuple[GlyphFont, str, bool]]:
        """Words and spaces, each in one font and one direction, from left to right."""
        if self._only_font is not None:
            yield from self._plain_pieces(self._only_font, start, start + len(levels))
            return
        for first, after, level in visual_runs(levels, start):
            pieces = [
                (font, text, bool(level & 1))
                for token in _TOKEN.finditer(self._text, first, after)
                for font, text in self._by_font(token.start(), token.end())
            ]
            yield from reversed(pieces) if level & 1 else pieces

    def _plain_pieces(self, font: GlyphFont, start: int, end: int) -> Iterator[tuple[GlyphFont, str, bool]]:
        """The same where nothing runs to the left and one font draws all."""
        for token in _TOKEN.finditer(self._text, start, end):
            text = token.group().translate(_DRAWN)
            if text:
                yield font, text, False

    def _by_font(self, start: int, end: int) -> Iterator[tuple[GlyphFont, str]]:
        for first, after, font in self._fonts:
            if first < end and after > start:
                text = self._text[max(first, start) : min(after, end)].translate(_DRAWN)
                if text:
                    yield font, text


@lru_cache(maxsize=20_000)
def tidy(text: str) -> str:
    """NFC; every kind of space and control as a plain space; what is invisible and joins nothing dropped.

    A share and a term of years are kept on one line.
    """
    if not (text.isascii() and text.isprintable()):
        text = "".join(_tidied(char) for char in unicodedata.normalize("NFC", text))
    return _TOGETHER.sub("\u00a0", text)


def _tidied(char: str) -> str:
    if char in "\n\u00a0" or char in _JOINERS or ord(char) in _CONTROLS:
        return char
    category = unicodedata.category(char)
    if category == "Cf" or "\ufe00" <= char <= "\ufe0f":
        return ""
    return " " if category in ("Cc", "Zs", "Zl", "Zp") else char


def _paragraphs(spans: Sequence[Span]) -> list[list[Span]]:
    paragraphs: list[list[Span]] = [[]]
    for span in spans:
        first, *more = tidy(span.text).split("\n")
        paragraphs[-1].append(Span(first, span.bold, span.italic))
        paragraphs += [[Span(text, span.bold, span.italic)] for text in more]
    return paragraphs
