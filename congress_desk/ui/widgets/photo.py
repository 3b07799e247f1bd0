"""A portrait 3:4, as tall as it fits; a quiet outline of a person where there is no photo."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from congress_desk.ui.look import Look

CORNER = 8


class PhotoView(QWidget):
    """show_photo(jpeg): the middle of the picture, cut to 3:4. `height` fixes the size; else it follows its room."""

    def __init__(self, look: Look, *, height: int = 0) -> None:
        super().__init__()
        self._look = look
        self._picture = QPixmap()
        self._height = height
        policy = QSizePolicy.Policy.Fixed if height else QSizePolicy.Policy.Expanding
        self.setSizePolicy(policy, policy)
        if height:
            self.setFixedSize(height * 3 // 4, height)

    def show_photo(self, jpeg: bytes | None) -> None:
        self._picture = QPixmap()
        if jpeg:
            self._picture.loadFromData(jpeg)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(180, 240)

    def minimumSizeHint(self) -> QSize:
        return QSize(90, 120)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = self._frame()
        path = QPainterPath()
        path.addRoundedRect(frame, CORNER, CORNER)
        painter.setClipPath(path)
        if self._picture.isNull():
            self._draw_nobody(painter, frame)
        else:
            painter.drawPixmap(frame, self._picture, _middle(self._picture))
        painter.end()

    def _frame(self) -> QRectF:
        """The largest 3:4 in the widget, at its middle."""
        height = min(self.height(), self.width() * 4 / 3)
        width = height * 3 / 4
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def _draw_nobody(self, painter: QPainter, frame: QRectF) -> None:
        painter.fillRect(frame, self._look.tokens.colour("calm_soft"))
        side = int(min(frame.width(), frame.height()) * 0.6)
        outline = self._look.pixmap("person", side, "line_strong")
        painter.drawPixmap(
            QRectF(frame.center().x() - side / 2, frame.center().y() - side / 2, side, side),
            outline,
            QRectF(outline.rect()),
        )


def _middle(picture: QPixmap) -> QRectF:
    """The largest 3:4 part of the picture, at its middle, a little towards the top."""
    width, height = float(picture.width()), float(picture.height())
    if width * 4 > height * 3:
        cut = height * 3 / 4
        return QRectF((width - cut) / 2, 0, cut, height)
    cut = width * 4 / 3
    return QRectF(0, (height - cut) / 3, width, cut)


def picture_of(jpeg: bytes | None, height: int) -> QPixmap:
    """A pixmap `height` px tall, null without a picture."""
    pixmap = QPixmap()
    if jpeg and pixmap.loadFromData(jpeg):
        return pixmap.scaledToHeight(height, Qt.TransformationMode.SmoothTransformation)
    return pixmap
