"""Choosing one of a few: large options with a line of explanation, or a row of short words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from congress_desk.ui.look import Look
from congress_desk.ui.widgets.parts import column, icon_label, label, row

SEGMENT_EDGES = 24  # px beside the words of a segment: padding and frame


class OptionButton(QPushButton):
    """Icon, title and what it is for; checkable, one of its group."""

    def __init__(self, look: Look, *, icon: str, title: str, explained: str) -> None:
        super().__init__()
        self.setProperty("look", "option")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(title)
        self.setAccessibleDescription(explained)
        words = column(label(title, "strong"), label(explained, "caption", wrap=True), space=2)
        picture = icon_label(look, icon, 24, "text")
        layout = row(picture, words, space=12)
        layout.setAlignment(picture, Qt.AlignmentFlag.AlignTop)
        layout.setStretch(1, 1)
        layout.setContentsMargins(14, 12, 12, 12)
        self.setLayout(layout)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return layout.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 56)

    def hasHeightForWidth(self) -> bool:
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(event.size().width()))

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        assert layout is not None
        return layout.totalHeightForWidth(width)


class Segments(QWidget):
    """A row of short words of which one holds. picked(value) when a person has chosen another."""

    picked = Signal(object)

    def __init__(self, options: Sequence[tuple[str, Any]], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._buttons: dict[Any, QPushButton] = {}
        group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for word, value in options:
            made = QPushButton(word)
            made.setProperty("look", "segment")
            made.setCheckable(True)
            made.setAccessibleName(f"{name}: {word}")
            made.clicked.connect(lambda _checked=False, v=value: self.picked.emit(v))
            group.addButton(made)
            layout.addWidget(made, 1)
            self._buttons[value] = made

    def showEvent(self, event: QShowEvent) -> None:
        """Room for the strong letters of the one that holds, whichever it is."""
        super().showEvent(event)
        for made in self._buttons.values():
            strong = QFont(made.font())
            strong.setWeight(QFont.Weight.DemiBold)
            widths = (QFontMetrics(font).horizontalAdvance(made.text()) for font in (made.font(), strong))
            made.setMinimumWidth(max(widths) + SEGMENT_EDGES)

    def show_value(self, value: Any) -> None:
        if value in self._buttons:
            self._buttons[value].setChecked(True)

    def button(self, value: Any) -> QPushButton:
        return self._buttons[value]
