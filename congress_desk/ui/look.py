"""What a screen is drawn with: the words of one language and the colours and sizes of one theme.

A `Look` is immutable and handed to every view; another language or theme is another Look, and the views are
made anew. Nobody asks a global what the colours are.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from congress_desk.plumbing.resources import resource
from congress_desk.plumbing.texts import Words, words_for

ICON_SIZE = 20
ICON_SCALE = 3  # icons are drawn at three times their size, so that they stay sharp at 300 %


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The token table of one theme (resources/styles/tokens.json). Sizes are px."""

    theme: str
    colours: Mapping[str, str]
    sizes: Mapping[str, int]

    def colour(self, name: str) -> QColor:
        return QColor(self.colours[name])

    def size(self, name: str) -> int:
        return self.sizes[name]


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    say: Words
    tokens: Tokens

    @property
    def right_to_left(self) -> bool:
        return self.say.language.right_to_left

    @property
    def icon_back(self) -> str:
        """Where reading comes from."""
        return "forward" if self.right_to_left else "back"

    @property
    def icon_on(self) -> str:
        """Where reading goes."""
        return "back" if self.right_to_left else "forward"

    def icon(self, name: str, colour: str = "text") -> QIcon:
        """An icon of the family in a token's colour."""
        return QIcon(self.pixmap(name, ICON_SIZE, colour))

    def pixmap(self, name: str, size: int, colour: str = "text") -> QPixmap:
        """The icon `size` px square; colour is a token's name or a colour of its own (#RRGGBB)."""
        return drawn_icon(name, size, self.tokens.colours.get(colour, colour))


def look_for(language: str, theme: str) -> Look:
    return Look(say=words_for(language), tokens=tokens_for(theme))


@lru_cache(maxsize=2)
def tokens_for(theme: str) -> Tokens:
    table: dict[str, Any] = json.loads(resource("styles", "tokens.json").read_text(encoding="utf-8"))
    sizes: dict[str, int] = {name: value for name, value in table.items() if isinstance(value, int)}
    return Tokens(theme=theme, colours=table[theme], sizes={**sizes, **table["type"]})


@lru_cache(maxsize=512)
def drawn_icon(name: str, size: int, colour: str) -> QPixmap:
    """Draw resources/icons/NAME.svg with its `currentColor` as given."""
    from PySide6.QtSvg import QSvgRenderer

    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    pixmap = QPixmap(size * ICON_SCALE, size * ICON_SCALE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ICON_SCALE)
    return pixmap
