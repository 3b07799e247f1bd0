"""Rows of settings: the name and its plain sentence on the leading side, the control on the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QLayout, QWidget

from congress_desk.ui.widgets.forms import scrolled
from congress_desk.ui.widgets.parts import column, hairline, label, restyle, row

CONTROL_WIDTH = 300


class SettingRow(QWidget):
    """show_wrong(sentence) puts what is wrong in the place of the plain sentence."""

    def __init__(self, name: str, sentence: str, control: QWidget) -> None:
        super().__init__()
        self.control = control
        self._sentence = sentence
        control.setAccessibleName(name)
        control.setAccessibleDescription(sentence)
        self._below = label(sentence, "caption", wrap=True)
        words = column(label(name, "strong"), self._below, space=2)
        control.setFixedWidth(CONTROL_WIDTH)
        layout = row(words, control, space=24)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def show_wrong(self, sentence: str) -> None:
        restyle(self.control, tone="no" if sentence else "")
        self._below.setText(sentence or self._sentence)
        restyle(self._below, look="wrong" if sentence else "caption")


def card_of(title: str, rows: Sequence[QWidget], *, foot: QLayout | None = None) -> QFrame:
    """Rows in one white card with hairlines between them, a title above."""
    parts: list[QWidget | QLayout | int] = [label(title, "strong")]
    for one in rows:
        parts += [_Line(one), one]
    if foot is not None:
        parts += [hairline(), foot]
    made = QFrame()
    made.setProperty("look", "card")
    made.setLayout(column(*parts, space=12, margin=20))
    return made


class _Line(QFrame):
    """The hairline above a row, there only while the row is."""

    def __init__(self, row_below: QWidget) -> None:
        super().__init__()
        self.setProperty("look", "line")
        self.setFixedHeight(1)
        self.setVisible(not row_below.isHidden())
        row_below.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setVisible(event.type() is QEvent.Type.ShowToParent)
        return False


def page_of(*cards: QWidget) -> QWidget:
    """A scrolling page of cards."""
    content = QWidget()
    layout = column(*cards, 0, space=16)
    layout.setContentsMargins(0, 0, 8, 8)
    content.setLayout(layout)
    return scrolled(content)
