"""The camera's picture of the table with the sheet that was found outlined; never mirrored, as paper is read."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from congress_desk.services.ports.ballots import OnTable, TableSeen
from congress_desk.ui.look import Look

CORNER = 8
ICON = 56
OUTLINE = 4
COLOURS = {OnTable.TAKEN: "ok", OnTable.SAME: "ask", OnTable.NOT_READ: "ask"}


class TableView(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._image = QImage()
        self._outline = QPolygonF()
        self._colour = "on_chrome"
        self._icon = "camera"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(look.say("Picture of the table"))

    @property
    def outline(self) -> QPolygonF:
        """In px of the camera's picture."""
        return self._outline

    def show_table(self, seen: TableSeen) -> None:
        picture = seen.picture
        form = QImage.Format.Format_RGB888
        image = QImage(picture.rgb, picture.width, picture.height, picture.width * 3, form)
        self._image = image.copy()  # the bytes belong to the caller
        self._outline = QPolygonF([QPointF(x, y) for x, y in seen.outline])
        self._colour = COLOURS.get(seen.on_table, "on_chrome")
        self.update()

    def show_nothing(self, icon: str) -> None:
        self._image, self._outline, self._icon = QImage(), QPolygonF(), icon
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, 360)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 180)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()), CORNER, CORNER)
        painter.setClipPath(clip)
        painter.fillRect(self.rect(), self._look.tokens.colour("calm_soft"))
        if self._image.isNull():
            picture = self._look.pixmap(self._icon, ICON, "muted")
            painter.drawPixmap((self.width() - ICON) // 2, (self.height() - ICON) // 2, picture)
        else:
            self._draw(painter)
        painter.end()

    def _draw(self, painter: QPainter) -> None:
        """The whole picture at its middle, and the sheet's outline over it."""
        scale = min(self.width() / self._image.width(), self.height() / self._image.height())
        width, height = self._image.width() * scale, self._image.height() * scale
        painter.translate((self.width() - width) / 2, (self.height() - height) / 2)
        painter.scale(scale, scale)
        painter.drawImage(0, 0, self._image)
        if not self._outline.isEmpty():
            painter.setPen(QPen(self._look.tokens.colour(self._colour), OUTLINE / scale))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolygon(self._outline)
