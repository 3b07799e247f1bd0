"""Labels for text that may be long: one that shrinks its letters, one that ends in an ellipsis on purpose."""

from __future__ import annotations

import math

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

OVERSHOOT = 0.19  # of the letters' size: the tones of capitals (Ễ, Ấ) stand higher than the font says
WRAPPED = Qt.TextFlag.TextWordWrap


class FitLabel(QLabel):
    """A name in large letters that always shows whole: from `largest` px down to `smallest`, then in two lines."""

    def __init__(self, *, largest: int, smallest: int, weight: QFont.Weight, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._largest, self._smallest, self._weight = largest, smallest, weight
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setIndent(0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._fit()

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        font = QFont(self.font())
        font.setWeight(self._weight)
        size = self._largest
        while size > self._smallest and not self._fits(font, size):
            size -= 2
        if f"font-size: {size}px" not in self.styleSheet():
            above = math.ceil(size * OVERSHOOT)
            self.setStyleSheet(
                f"font-size: {size}px; font-weight: {int(self._weight.value)}; padding-top: {above}px;"
            )

    def _fits(self, font: QFont, size: int) -> bool:
        font.setPixelSize(size)
        metrics = QFontMetrics(font)
        if metrics.horizontalAdvance(self.text()) <= self.width():
            return True
        wrapped = metrics.boundingRect(QRect(0, 0, max(1, self.width()), 10_000), WRAPPED, self.text())
        two_lines = wrapped.height() <= 2 * metrics.lineSpacing() and wrapped.width() <= self.width()
        return two_lines and size <= self._largest * 3 // 4


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis where there is no room; the whole text is its tooltip."""

    def __init__(self, text: str = "", look: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", look)
        self.setProperty("elides", True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.rect(), int(self.alignment()), shown)
        painter.end()
