"""Large letters that are never cut: the largest size at which a text stands whole in its box.

The tones of Vietnamese capitals and Arabic marks stand outside of what fonts call their height, so every line is
given room above and below by measure of the letters themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from congress_desk.ui.theme import FAMILIES

STEP = 0.94  # from one tried size to the next
TINIEST = 0.3  # of the smallest wanted size: smaller than wanted, but never cut
BALANCING = 6  # halvings
_ABOVE = {False: 1.18, True: 1.2}  # of the size, over the base line: Latin, Arabic
_BELOW = {False: 0.36, True: 0.5}
_PITCH = {False: 1.42, True: 1.7}


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """size: px. above, pitch: from the top of the box to the first base line, and from line to line."""

    lines: tuple[Line, ...]
    size: float
    weight: int
    above: float
    pitch: float
    height: float

    @property
    def width(self) -> float:
        return max((line.width for line in self.lines), default=0.0)

    @property
    def font(self) -> QFont:
        return stage_font(self.size, self.weight)

    def base_line(self, number: int, top: float) -> float:
        return top + self.above + number * self.pitch


def stage_font(size: float, weight: int) -> QFont:
    font = QFont(list(FAMILIES))
    font.setPixelSize(max(1, round(size)))
    font.setWeight(QFont.Weight(weight))
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)  # the preview is the window, only smaller
    return font


@lru_cache(maxsize=1024)
def fitted(
    text: str, width: float, height: float, *, largest: float, smallest: float, weight: int, most_lines: int
) -> Fitted:
    """At `smallest` px or more where that is possible at all; smaller rather than cut."""
    size = largest
    while True:
        found = _laid(text, width, size, weight)
        fits = len(found.lines) <= most_lines and found.height <= height and found.width <= width
        if fits or size <= max(2.0, smallest * TINIEST):
            return _balanced(text, found, width)
        size *= STEP
        most_lines = most_lines + 1 if size < smallest else most_lines


def fits_in_one(text: str, width: float, size: float, weight: int) -> bool:
    return QFontMetricsF(stage_font(size, weight)).horizontalAdvance(text) <= width


def _balanced(text: str, found: Fitted, width: float) -> Fitted:
    """The same number of lines in the narrowest width: no last line of a single word."""
    low, high, best = width / max(1, len(found.lines)) * 0.9, width, found
    for _ in range(BALANCING if len(found.lines) > 1 else 0):
        middle = (low + high) / 2
        tried = _laid(text, middle, found.size, found.weight)
        if len(tried.lines) == len(found.lines) and tried.width <= middle:
            high, best = middle, tried
        else:
            low = middle
    return best


def is_right_to_left(text: str) -> bool:
    """By its first strong letter."""
    for letter in text:
        if "\u0590" <= letter <= "\u08ff" or "\ufb1d" <= letter <= "\ufefc":
            return True
        if letter.isalpha():
            return False
    return False


def _laid(text: str, width: float, size: float, weight: int) -> Fitted:
    arabic = any(is_right_to_left(letter) for letter in text)
    font = stage_font(size, weight)
    metrics = QFontMetricsF(font)
    pieces = [piece for part in text.split("\n") for piece in _broken(part, font, width)]
    lines = tuple(Line(piece, metrics.horizontalAdvance(piece)) for piece in pieces)
    above, below, pitch = (table[arabic] * size for table in (_ABOVE, _BELOW, _PITCH))
    return Fitted(
        lines=lines,
        size=size,
        weight=weight,
        above=above,
        pitch=pitch,
        height=above + below + pitch * (len(lines) - 1),
    )


def _broken(text: str, font: QFont, width: float) -> list[str]:
    """At spaces only: a word that is too wide makes the letters smaller instead."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    pieces = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, 0))
        pieces.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return pieces or [""]
