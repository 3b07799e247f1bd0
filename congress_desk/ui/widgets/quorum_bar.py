"""The quorum as a drawn bar: present filled, excused hatched light, and a line where the quorum stands."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from congress_desk.ui.look import Look

HEIGHT = 26
BAR = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class QuorumFigures:
    """Persons. `needed` of `convened` must be present."""

    convened: int = 0
    present: int = 0
    excused: int = 0
    needed: int = 0

    @property
    def reached(self) -> bool:
        return 0 < self.needed <= self.present


class QuorumBar(QWidget):
    """show_figures(figures, sentence): the sentence is its accessible name and tooltip."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._figures = QuorumFigures()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_figures(self, figures: QuorumFigures, sentence: str) -> None:
        self._figures = figures
        self.setAccessibleName(sentence)
        self.setToolTip(sentence)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._look.right_to_left:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        self._draw_bar(painter)
        painter.end()

    def _draw_bar(self, painter: QPainter) -> None:
        colour = self._look.tokens.colour
        figures = self._figures
        top = (HEIGHT - BAR) / 2
        whole = QRectF(0, top, self.width(), BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("line"))
        painter.drawRoundedRect(whole, 4, 4)
        base = max(1, figures.convened)
        here = self.width() * min(1.0, figures.present / base)
        away = self.width() * min(1.0, figures.excused / base)
        painter.setBrush(colour("line_strong"))
        if away:
            painter.drawRoundedRect(QRectF(self.width() - away, top, away, BAR), 4, 4)
        painter.setBrush(colour("ok") if figures.reached else colour("gold"))
        if here:
            painter.drawRoundedRect(QRectF(0, top, here, BAR), 4, 4)
        if figures.needed:
            line = self.width() * figures.needed / base
            painter.setPen(QPen(colour("text"), 2))
            painter.drawLine(QPointF(line, 1), QPointF(line, HEIGHT - 1))
