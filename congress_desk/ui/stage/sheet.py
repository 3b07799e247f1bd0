"""What every face is drawn on: the ground, the colours, mirrored places, letters that fit, and a list of them.

Faces speak of leading and trailing; in Arabic the sheet turns them round. `letters` remembers every text with its
box, so that tests can prove that nothing is cut, nothing overlaps, and all is large enough for the last row.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QPainterPath, QPen

from congress_desk.ui.look import drawn_icon
from congress_desk.ui.stage.lettering import Fitted, fitted, is_right_to_left

GROUND_TOP, GROUND_BOTTOM = QColor("#7A0F18"), QColor("#8E1620")
RAISED = QColor("#5E0B12")
WHITE, CREAM, GOLD = QColor("#FFFFFF"), QColor("#FBEFC4"), QColor("#D8B744")
BLACK = QColor("#000000")
NORMAL, STRONG, BOLD = 500, 600, 700
STRIP = 2.6  # wider than this: a strip of lamps, everything in one row


class Side(Enum):
    LEADING = "leading"
    MIDDLE = "middle"
    TRAILING = "trailing"


@dataclass(frozen=True, slots=True)
class Lettered:
    """A text that was drawn; box: px, with room for all tones."""

    text: str
    box: QRectF
    fitted: Fitted
    origins: tuple[QPointF, ...]


class Sheet:
    """Places are in px of the drawing. `unit` is the height, or less where the drawing is narrow."""

    def __init__(self, painter: QPainter, area: QRectF, *, least: float, right_to_left: bool) -> None:
        self.painter = painter
        self.area = area
        self.right_to_left = right_to_left
        self.strip = area.width() >= STRIP * area.height()
        self.unit = area.height() if self.strip else min(area.height(), area.width() * 0.75)
        self.least = least * area.height()
        self.letters: list[Lettered] = []
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )

    def ground(self) -> None:
        shade = QLinearGradient(self.area.topLeft(), self.area.bottomLeft())
        shade.setColorAt(0, GROUND_TOP)
        shade.setColorAt(1, GROUND_BOTTOM)
        self.painter.fillRect(self.area, QBrush(shade))

    def split(self, box: QRectF, width: float, gap: float = 0.0) -> tuple[QRectF, QRectF]:
        """`width` px of the box on its leading side, and what is left behind the gap."""
        rest = box.width() - width - gap
        if self.right_to_left:
            first = QRectF(box.right() - width, box.top(), width, box.height())
            return first, QRectF(box.left(), box.top(), rest, box.height())
        first = QRectF(box.left(), box.top(), width, box.height())
        return first, QRectF(box.left() + width + gap, box.top(), rest, box.height())

    def columns(self, box: QRectF, count: int, gap: float) -> list[QRectF]:
        """Of equal width, from leading on."""
        width = (box.width() - gap * (count - 1)) / count
        found = []
        for _ in range(count):
            one, box = self.split(box, width, gap)
            found.append(one)
        return found

    def text(
        self,
        box: QRectF,
        text: str,
        *,
        largest: float,
        smallest: float = 0.0,
        weight: int = NORMAL,
        colour: QColor = WHITE,
        side: Side = Side.LEADING,
        upright: float = 0.0,
        lines: int = 1,
    ) -> float:
        """Draws it whole; upright 0 is the top of the box, 1 its bottom. Gives the height that it takes."""
        if not text.strip() or box.height() <= 0 or box.width() <= 0:
            return 0.0
        least = smallest or self.least
        made = fitted(
            text,
            box.width(),
            box.height(),
            largest=max(largest, least),
            smallest=least,
            weight=weight,
            most_lines=lines,
        )
        top = box.top() + (box.height() - made.height) * upright
        self._draw(made, box, top, colour, side, text)
        return made.height

    def rule(self, box: QRectF) -> None:
        """A gold line."""
        self.painter.fillRect(box, GOLD)

    def icon(self, name: str, box: QRectF, colour: QColor) -> None:
        picture = drawn_icon(name, max(8, round(box.width())), colour.name())
        self.painter.drawPixmap(box, picture, QRectF(picture.rect()))

    def ring(self, box: QRectF, share: float, colour: QColor, thick: float) -> None:
        """A quiet whole ring, and over it `share` of it, from the top, clockwise (the other way in Arabic)."""
        inner = box.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(QPen(RAISED, thick))
        self.painter.drawEllipse(inner)
        if share > 0:
            self.painter.setPen(QPen(colour, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            way = 1 if self.right_to_left else -1
            self.painter.drawArc(inner, 90 * 16, way * round(min(1.0, share) * 360 * 16))

    def panel(self, box: QRectF, colour: QColor = RAISED) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour)
        corner = self.unit * 0.015
        self.painter.drawRoundedRect(box, corner, corner)

    def photo(self, box: QRectF, image: QImage) -> None:
        """The middle of the picture in the box, a little towards the top, with a gold line round it."""
        line = max(1.0, self.unit * 0.006)
        path = QPainterPath()
        path.addRoundedRect(box, self.unit * 0.015, self.unit * 0.015)
        self.painter.save()
        self.painter.setClipPath(path)
        self.painter.drawImage(box, image, _middle(image, box.width() / box.height()))
        self.painter.restore()
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(QPen(GOLD, line))
        self.painter.drawPath(path)

    def whole_picture(self, image: QImage) -> None:
        """As large as it fits, nothing cut off."""
        size = image.size().toSizeF()
        size.scale(self.area.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRectF(QPointF(0, 0), size)
        box.moveCenter(self.area.center())
        self.painter.drawImage(box, image)

    def _draw(self, made: Fitted, box: QRectF, top: float, colour: QColor, side: Side, text: str) -> None:
        painter = self.painter
        painter.setFont(made.font)
        painter.setPen(colour)
        origins = []
        for number, line in enumerate(made.lines):
            arabic = is_right_to_left(line.text)
            way = Qt.LayoutDirection.RightToLeft if arabic else Qt.LayoutDirection.LeftToRight
            painter.setLayoutDirection(way)
            free = box.width() - line.width
            shift = {Side.LEADING: 0.0, Side.MIDDLE: free / 2, Side.TRAILING: free}[side]
            left = box.left() + (free - shift if self.right_to_left else shift)
            origins.append(QPointF(left, made.base_line(number, top)))
            painter.drawText(origins[-1], line.text)
        taken = QRectF(box.left(), top, box.width(), made.height)
        self.letters.append(Lettered(text, taken, made, tuple(origins)))


def rows(box: QRectF, *weights: float, gap: float = 0.0) -> list[QRectF]:
    """The box from top to bottom in parts of these weights; a part of no weight is empty and has no gap."""
    there = [weight for weight in weights if weight > 0]
    room = box.height() - gap * max(0, len(there) - 1)
    top, found = box.top(), []
    for weight in weights:
        height = room * weight / sum(there)
        found.append(QRectF(box.left(), top, box.width(), height))
        top += height + (gap if weight > 0 else 0.0)
    return found


def square(box: QRectF) -> QRectF:
    """The largest in the box, at its middle."""
    side = min(box.width(), box.height())
    made = QRectF(0, 0, side, side)
    made.moveCenter(box.center())
    return made


def inset(box: QRectF, left: float, top: float, right: float, bottom: float) -> QRectF:
    """Without these parts of its width and height."""
    width, height = box.width(), box.height()
    return box.adjusted(width * left, height * top, -width * right, -height * bottom)


def _middle(image: QImage, shape: float) -> QRectF:
    width, height = float(image.width()), float(image.height())
    if width > height * shape:
        return QRectF((width - height * shape) / 2, 0, height * shape, height)
    return QRectF(0, (height - width / shape) / 3, width, width / shape)
