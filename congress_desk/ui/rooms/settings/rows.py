"""Rows of settings: the name and its plain sentence on the leading side, the control on the other."""

from __future__ import annotations

from collections.abc import Sequence

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
        parts += [hairline(), one]
    if foot is not None:
        parts += [hairline(), foot]
    made = QFrame()
    made.setProperty("look", "card")
    made.setLayout(column(*parts, space=12, margin=20))
    return made


def page_of(*cards: QWidget) -> QWidget:
    """A scrolling page of cards."""
    content = QWidget()
    layout = column(*cards, 0, space=16)
    layout.setContentsMargins(0, 0, 8, 8)
    content.setLayout(layout)
    return scrolled(content)
