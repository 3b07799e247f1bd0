"""The camera's live picture with the face framed, mirrored so that people move as before a mirror.

Without a picture it says why in one line; nothing of it is kept.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from congress_desk.ui.look import Look
from congress_desk.ui.tone import Tone

CORNER = 8
ICON = 40
HINT_FLAGS = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
Box = tuple[int, int, int, int]


class LiveView(QWidget):
    """show_picture for every frame; frame_face tells where the face is in px of a frame of `frame_size`."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._image = QImage()
        self._box: QRectF | None = None  # as shares of the frame
        self._tone = Tone.CALM
        self._hint = ""
        self._icon = "camera"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(look.say("Live picture"))

    def show_picture(self, width: int, height: int, rgb: bytes) -> None:
        image = QImage(rgb, width, height, width * 3, QImage.Format.Format_RGB888)
        self._image = image.copy()  # the bytes belong to the caller
        self.update()

    def show_nothing(self, hint: str, icon: str = "camera") -> None:
        """No picture: the camera is off or away."""
        self._image, self._box, self._hint, self._icon = QImage(), None, hint, icon
        self.setAccessibleDescription(hint)
        self.update()

    def frame_face(self, box: Box | None, frame_size: tuple[int, int], tone: Tone) -> None:
        """The tone colours the frame."""
        width, height = frame_size
        self._box = None
        if box is not None and width and height:
            x, y, w, h = box
            self._box = QRectF((width - x - w) / width, y / height, w / width, h / height)
        self._tone = tone
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, 150)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 150)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()), CORNER, CORNER)
        painter.setClipPath(clip)
        if self._image.isNull():
            self._draw_nothing(painter)
        else:
            self._draw_picture(painter)
        painter.end()

    def _draw_nothing(self, painter: QPainter) -> None:
        """Icon and sentence at the middle; where they do not both fit, the sentence goes before."""
        painter.fillRect(self.rect(), self._look.tokens.colour("calm_soft"))
        painter.setPen(self._look.tokens.colour("muted"))
        area = self.rect().adjusted(12, 6, -12, -6)
        words = painter.boundingRect(area, HINT_FLAGS, self._hint)
        side = ICON if words.height() + ICON + 8 <= area.height() else 0
        top = area.y() + max(0, area.height() - words.height() - side - 8) // 2
        if side:
            painter.drawPixmap((self.width() - side) // 2, top, self._look.pixmap(self._icon, side, "muted"))
        painter.drawText(area.adjusted(0, top - area.y() + side + 8 * bool(side), 0, 0), HINT_FLAGS, self._hint)

    def _draw_picture(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), self._look.tokens.colour("calm_soft"))
        whole = self._fitted()
        painter.save()
        painter.translate(self.width(), 0)
        painter.scale(-1, 1)
        painter.drawImage(whole, self._image)
        painter.restore()
        if self._box is not None:
            self._draw_frame(painter, whole, self._box)

    def _fitted(self) -> QRectF:
        """The whole picture at its middle: nothing of a face may be cut off."""
        scale = min(self.width() / self._image.width(), self.height() / self._image.height())
        width, height = self._image.width() * scale, self._image.height() * scale
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def _draw_frame(self, painter: QPainter, whole: QRectF, box: QRectF) -> None:
        colour = self._look.tokens.colour("on_chrome" if self._tone is Tone.CALM else self._tone.value)
        painter.setPen(QPen(colour, 4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        frame = QRectF(
            whole.x() + box.x() * whole.width(),
            whole.y() + box.y() * whole.height(),
            box.width() * whole.width(),
            box.height() * whole.height(),
        )
        painter.drawRoundedRect(frame, 10, 10)
