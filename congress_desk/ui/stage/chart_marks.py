"""The marks of charts on the second screen: bars in four patterns, told apart without colour as on paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from congress_desk.domain.charts import Part
from congress_desk.ui.stage.sheet import CREAM, GOLD, RAISED, Sheet

HATCH, DOT = 0.016, 0.018  # between two lines or dots, in parts of the unit
FRAME = 0.004


def draw_stack(sheet: Sheet, box: QRectF, counts: Sequence[tuple[Part, int]], most: int) -> None:
    """From the leading side on; the whole box is `most` persons."""
    painter, rest = sheet.painter, box
    for part, count in counts:
        if count <= 0:
            continue
        piece, rest = sheet.split(rest, box.width() * count / max(1, most))
        painter.fillRect(piece, GOLD if part is Part.PRESENT else RAISED)
        painter.save()
        painter.setClipRect(piece)
        if part is Part.LEFT:
            _hatch(sheet, piece)
        elif part is Part.EXCUSED:
            _dots(sheet, piece)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(GOLD, sheet.unit * FRAME))
        painter.drawRect(piece)


def stairs(points: Sequence[QPointF]) -> list[QPointF]:
    """The corners of a line that changes at once and then holds."""
    corners: list[QPointF] = []
    for point in points:
        if corners:
            corners.append(QPointF(point.x(), corners[-1].y()))
        corners.append(point)
    return corners


def path_of(points: Sequence[QPointF]) -> QPainterPath:
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    return path


def _hatch(sheet: Sheet, box: QRectF) -> None:
    step = sheet.unit * HATCH
    sheet.painter.setPen(QPen(GOLD, step * 0.4))
    x = box.left() - box.height()
    while x < box.right():
        sheet.painter.drawLine(QLineF(x, box.bottom(), x + box.height(), box.top()))
        x += step


def _dots(sheet: Sheet, box: QRectF) -> None:
    step = sheet.unit * DOT
    sheet.painter.setPen(Qt.PenStyle.NoPen)
    sheet.painter.setBrush(CREAM)
    y = box.top() + step / 2
    while y < box.bottom():
        x = box.left() + step / 2
        while x < box.right():
            sheet.painter.drawEllipse(QPointF(x, y), step * 0.2, step * 0.2)
            x += step
        y += step
