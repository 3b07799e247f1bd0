"""The small parts that every screen is put together from: labels, buttons, lines, spaces.

Every button that shows only an icon needs a `name`, which is read aloud and shown as its tooltip.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from congress_desk.ui.look import ICON_SIZE, Look

Box = TypeVar("Box", bound=QBoxLayout)


def label(text: str = "", look: str = "", *, wrap: bool = False) -> QLabel:
    """look: caption, muted, strong, title, large, figure, name; nothing for body text."""
    made = QLabel(text)
    made.setProperty("look", look)
    made.setAlignment(leading())
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setIndent(0)  # a styled label is indented by half a letter otherwise
    made.setWordWrap(wrap)
    return made


def leading() -> Qt.AlignmentFlag:
    """The window's leading side, whatever the text's own direction (a label alone would follow its text)."""
    mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


def icon_label(look: Look, name: str, size: int = ICON_SIZE, colour: str = "text") -> QLabel:
    made = QLabel()
    made.setPixmap(look.pixmap(name, size, colour))
    made.setFixedSize(size, size)
    return made


def button(text: str, *, look: Look | None = None, icon: str = "", kind: str = "", key: str = "") -> QPushButton:
    """kind: primary, quiet, on_panel or nothing. key: the key that does the same, shown in the tooltip."""
    made = QPushButton(text)
    made.setProperty("look", kind)
    made.setAccessibleName(text)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if look and icon:
        colour = {"primary": "on_chrome", "on_panel": "#FFFFFF"}.get(kind, "text")
        made.setIcon(look.icon(icon, colour))
        made.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        made.setText(f"\N{NO-BREAK SPACE}{text}")  # Fusion sets icon and text too close together
    if key:
        made.setToolTip(f"{text} ({key})")
    return made


def primary_button(text: str, *, look: Look | None = None, icon: str = "", key: str = "") -> QPushButton:
    """The one main act of a screen, 40 px tall."""
    return button(text, look=look, icon=icon, kind="primary", key=key)


def desk_button(text: str, *, look: Look | None = None, icon: str = "", kind: str = "", key: str = "") -> QPushButton:
    """56 px tall, for acts done standing, with people waiting."""
    made = button(text, look=look, icon=icon, kind=kind, key=key)
    made.setProperty("size", "desk")
    return made


def icon_button(look: Look, icon: str, name: str, *, colour: str = "text") -> QToolButton:
    """An icon alone; `name` is its accessible name and tooltip."""
    made = QToolButton()
    made.setIcon(look.icon(icon, colour))
    made.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setAutoRaise(True)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def hairline(*, upright: bool = False) -> QFrame:
    made = QFrame()
    made.setProperty("look", "line")
    if upright:
        made.setFixedWidth(1)
    else:
        made.setFixedHeight(1)
    return made


def card(*parts: QWidget | QLayout | int, space: int = 12, margin: int = 16) -> QFrame:
    """A white surface with hairline border holding parts from top to bottom."""
    made = QFrame()
    made.setProperty("look", "card")
    made.setLayout(column(*parts, space=space, margin=margin))
    return made


def row(*parts: QWidget | QLayout | int, space: int = 8, margin: int = 0) -> QHBoxLayout:
    """Parts from leading to trailing; a number 0 is a stretch, any other a space of so many px."""
    return _filled(QHBoxLayout(), parts, space, margin)


def column(*parts: QWidget | QLayout | int, space: int = 8, margin: int = 0) -> QVBoxLayout:
    """Parts from top to bottom; a number 0 is a stretch, any other a space of so many px."""
    return _filled(QVBoxLayout(), parts, space, margin)


def page_heading(title: str, *trailing: QWidget) -> QHBoxLayout:
    """A room's title line: 18 px title at the leading side, buttons at the trailing one."""
    return row(label(title, "title"), 0, *trailing, space=8)


def restyle(widget: QWidget, **properties: object) -> None:
    """Set style properties and let the stylesheet see them; nothing happens where nothing changed."""
    stale = [name for name, value in properties.items() if widget.property(name) != value]
    for name in stale:
        widget.setProperty(name, properties[name])
    if stale:
        for one in (widget, *widget.findChildren(QWidget)):
            one.style().unpolish(one)
            one.style().polish(one)


def on_click(made: QPushButton | QToolButton, act: Callable[[], object]) -> None:
    """Connect without Qt's `checked` argument."""
    made.clicked.connect(lambda _checked=False: act())


def _filled(box: Box, parts: tuple[QWidget | QLayout | int, ...], space: int, margin: int) -> Box:
    box.setContentsMargins(margin, margin, margin, margin)
    box.setSpacing(space)
    for part in parts:
        if isinstance(part, QWidget):
            box.addWidget(part)
        elif isinstance(part, QLayout):
            box.addLayout(part)
        elif part == 0:
            box.addStretch(1)
        else:
            box.addSpacing(part)
    return box
