"""The look laid over Qt: Fusion, one palette and one stylesheet made from the token table, our own fonts.

Missing font files cost beauty, never the start: Qt then takes what the computer has.
"""

from __future__ import annotations

from functools import lru_cache
from string import Template

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from congress_desk.plumbing.resources import resource
from congress_desk.ui.look import Look, Tokens
from congress_desk.ui.qt_words import QtWords

FAMILIES = ("Be Vietnam Pro", "Noto Sans Arabic")
ROOM_FOR_TONES = {"body": 2, "title": 3, "answer": 5}
FONT_FILES = (
    "BeVietnamPro-Regular.ttf",
    "BeVietnamPro-Medium.ttf",
    "BeVietnamPro-SemiBold.ttf",
    "BeVietnamPro-Bold.ttf",
    "NotoSansArabic-Regular.ttf",
    "NotoSansArabic-SemiBold.ttf",
    "NotoSansArabic-Bold.ttf",
)


def dress(app: QApplication, look: Look) -> None:
    """Give the whole program this look: style, palette, fonts, direction, Qt's own words."""
    load_fonts()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))  # ASCII digits everywhere
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    sheet = stylesheet_of(look)
    if sheet != app.styleSheet():  # each of these makes Qt polish every widget anew
        app.setFont(body_font(look.tokens))
        app.setPalette(palette_of(look.tokens))
        app.setStyleSheet(sheet)
    right_to_left = Qt.LayoutDirection.RightToLeft
    app.setLayoutDirection(right_to_left if look.right_to_left else Qt.LayoutDirection.LeftToRight)
    QtWords.install(app, look.say)


@lru_cache(maxsize=1)
def load_fonts() -> None:
    for name in FONT_FILES:
        path = resource("fonts", name)
        if path.is_file():
            QFontDatabase.addApplicationFont(str(path))


def body_font(tokens: Tokens) -> QFont:
    """14 px with tabular figures, so that counts and times do not dance."""
    font = QFont(list(FAMILIES))
    font.setPixelSize(tokens.size("body"))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def sized_font(tokens: Tokens, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The body font `size` px tall."""
    font = body_font(tokens)
    font.setPixelSize(size)
    font.setWeight(weight)
    return font


def palette_of(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    named = {
        role.Window: "ground",
        role.Base: "surface",
        role.AlternateBase: "raised",
        role.Button: "surface",
        role.WindowText: "text",
        role.Text: "text",
        role.ButtonText: "text",
        role.ToolTipBase: "surface",
        role.ToolTipText: "text",
        role.PlaceholderText: "muted",
        role.Highlight: "selected",
        role.HighlightedText: "text",
        role.Link: "chrome",
        role.Accent: "chrome",
    }
    palette = QPalette()
    for place, name in named.items():
        palette.setColor(place, tokens.colour(name))
    disabled = QPalette.ColorGroup.Disabled
    for place in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(disabled, place, tokens.colour("line_strong"))
    return palette


def stylesheet_of(look: Look) -> str:
    """resources/styles/desk.qss with its $names filled in from the token table.

    above_...: px over a text for the tones of capitals; Arabic lines are tall enough as they are.
    """
    tokens = look.tokens
    above = {f"above_{name}": "0" if look.right_to_left else f"{px}px" for name, px in ROOM_FOR_TONES.items()}
    sheet = Template(resource("styles", "desk.qss").read_text(encoding="utf-8"))
    icons = resource("icons").as_posix()
    sizes = {name: f"{value}px" for name, value in tokens.sizes.items()}
    return sheet.substitute({**sizes, **above}, **tokens.colours, icons=icons, theme=tokens.theme)
