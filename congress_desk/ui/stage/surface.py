"""A widget that shows the second screen: the whole window of the hall, or the operator's small preview.

It draws a scene and nothing else; what moves in it (a timer, a list of several pages) is drawn anew four times a
second, and only then.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from congress_desk.domain.stage import BlackFace, ChartFace, ClipFace, ElectionFace, SpeakerFace
from congress_desk.plumbing.texts import Words
from congress_desk.ui.stage.painting import draw_scene
from congress_desk.ui.stage.scene import Moment, Scene, black_scene

TICK_MS = 250


class StageSurface(QWidget):
    """shape: (width, height) that the drawing keeps inside of the widget; None fills it."""

    def __init__(
        self,
        say: Words,
        *,
        now: Callable[[], dt.datetime] | None = None,
        shape: QSize | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._scene = black_scene(say)
        self._now = now or _now
        self._shape = shape
        self._film = QImage()
        self._blank = False
        self._clock = QTimer(self)
        self._clock.setInterval(TICK_MS)
        self._clock.timeout.connect(self.update)

    @property
    def scene(self) -> Scene:
        return self._scene

    def show_scene(self, scene: Scene) -> None:
        if not isinstance(scene.face, ClipFace):
            self._film = QImage()
        self._scene, self._blank = scene, False
        moves = isinstance(scene.face, SpeakerFace | ElectionFace | ChartFace)
        if moves and not self._clock.isActive():
            self._clock.start()
        elif not moves:
            self._clock.stop()
        self.update()

    def show_nothing(self) -> None:
        """Not even black: nothing is chosen."""
        self._scene = replace(self._scene, face=BlackFace())
        self._blank = True
        self._clock.stop()
        self.update()

    def show_film(self, picture: QImage) -> None:
        """The clip's present picture; none goes back to the still."""
        self._film = picture
        self.update()

    def keep_shape(self, shape: QSize | None) -> None:
        self._shape = shape
        self.update()

    def hasHeightForWidth(self) -> bool:
        return self._shape is not None

    def heightForWidth(self, width: int) -> int:
        return width * self._shape.height() // max(1, self._shape.width()) if self._shape else width

    def sizeHint(self) -> QSize:
        return QSize(400, 225)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 60)

    def picture_area(self) -> QRectF:
        """Where the drawing stands in the widget."""
        whole = QRectF(self.rect())
        if self._shape is None:
            return whole
        size = self._shape.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio).toSizeF()
        area = QRectF(whole.topLeft(), size)
        area.moveCenter(whole.center())
        return area

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = self.picture_area()
        if area.size() != QRectF(self.rect()).size():
            painter.fillRect(self.rect(), self.palette().window())
        if self._blank:
            painter.fillRect(area, self.palette().midlight())
        elif isinstance(self._scene.face, ClipFace) and not self._film.isNull():
            self._paint_film(painter, area)
        else:
            draw_scene(painter, area, self._scene, Moment(now=self._now()))
        painter.end()

    def _paint_film(self, painter: QPainter, area: QRectF) -> None:
        painter.fillRect(area, Qt.GlobalColor.black)
        size = self._film.size().scaled(area.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio).toSizeF()
        box = QRectF(area.topLeft(), size)
        box.moveCenter(area.center())
        painter.drawImage(box, self._film)


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)
