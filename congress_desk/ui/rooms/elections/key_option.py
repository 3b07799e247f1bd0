"""A large option with its key: one of several, none chosen until somebody chooses."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from congress_desk.ui.widgets.parts import label, row

LEAST_HEIGHT = 38


class KeyOption(QPushButton):
    """The key in front of words that may wrap."""

    def __init__(self, key: str, words: str) -> None:
        super().__init__()
        self.key = key
        self.setProperty("look", "option")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        shown = label(key, "strong")
        shown.setFixedWidth(14)
        self._words = label("", "", wrap=True)
        layout = row(shown, self._words, space=6)
        layout.setStretch(1, 1)
        layout.setContentsMargins(9, 4, 6, 4)
        self.setLayout(layout)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for part in self.findChildren(QWidget):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.show_words(words)

    def show_words(self, words: str) -> None:
        self._words.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({self.key})")
        self._fit(self.width())

    def sizeHint(self) -> QSize:
        layout = self.layout()
        assert layout is not None
        return layout.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(80, LEAST_HEIGHT)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        assert layout is not None
        return max(LEAST_HEIGHT, layout.totalHeightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        self.setMinimumHeight(self.heightForWidth(width))
