"""Pictures of a sheet: the whole page as large as it fits, twice as large where one presses; and one name's marks."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QWidget

from congress_desk.ui.look import Look
from congress_desk.ui.widgets.parts import column, label

LARGER = 2.0
LONG = 5  # times as wide as high
DETAIL_HEIGHT = 84


class Picture(QWidget):
    """A picture in the middle, as large as it fits. While the mouse is held, the place under it is shown larger."""

    def __init__(self, name: str, *, larger: bool) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._picture = QPixmap()
        self._raw: bytes | None = None
        self._larger = larger
        self._held: QPoint | None = None
        if larger:
            self.setCursor(Qt.CursorShape.CrossCursor)

    @property
    def picture(self) -> QPixmap:
        return self._picture

    def show_picture(self, raw: bytes | None) -> None:
        if raw == self._raw:
            return
        self._raw = raw
        self._picture = QPixmap()
        if raw:
            self._picture.loadFromData(raw)
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 60)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._picture.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = self._place()
        painter.drawPixmap(place, self._picture)
        if self._held is not None:
            painter.drawPixmap(self.rect(), self._picture, self._looked_at(place, self._held))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._larger:
            self._held = event.position().toPoint()
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self._held = event.position().toPoint()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None
        self.update()

    def _place(self) -> QRect:
        size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        if self._picture.width() > LONG * self._picture.height():  # a name's cell: its begin, as high as it fits
            size = self._picture.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
            return QRect(QPoint(0, (self.height() - size.height()) // 2), size)
        return QRect(QPoint((self.width() - size.width()) // 2, (self.height() - size.height()) // 2), size)

    def _looked_at(self, place: QRect, at: QPoint) -> QRect:
        """The part of the picture around the held place that fills the widget at twice the size."""
        scale = self._picture.width() / max(1, place.width())
        width, height = round(self.width() * scale / LARGER), round(self.height() * scale / LARGER)
        middle = QPoint(round((at.x() - place.x()) * scale), round((at.y() - place.y()) * scale))
        return QRect(middle.x() - width // 2, middle.y() - height // 2, width, height)


class SheetView(QFrame):
    """The page; a ballot entered by keyboard has only its number on paper."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("look", "card")
        self.picture = Picture(look.say("The whole sheet; hold the mouse to see it larger"), larger=True)
        self._paper = label("", "title", wrap=True)
        self._paper.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = column(self.picture, self._paper, margin=6)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def show_picture(self, raw: bytes | None, *, pictured: bool, paper: str) -> None:
        say = self._look.say
        self.picture.setVisible(pictured)
        self._paper.setVisible(not pictured)
        self._paper.setText(say("Entered by keyboard: take ballot {number} of the bundle", number=paper))
        self.picture.show_picture(raw)


class DetailView(QFrame):
    """The name looked at or its boxes, much larger; a long one is cut at its end, where the sheet shows it whole."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("look", "card")
        self.picture = Picture(look.say("The mark in question, enlarged"), larger=False)
        self.picture.setFixedHeight(DETAIL_HEIGHT)
        self.setLayout(column(self.picture, margin=4))

    def show_detail(self, raw: bytes | None, name: str) -> None:
        self.setVisible(raw is not None)
        self.picture.setAccessibleDescription(name)
        self.picture.show_picture(raw)
