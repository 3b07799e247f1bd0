"""A floor of the hall drawn at a zoom, with what stands out laid over it: chosen, found, carried.

The floor is drawn once into a picture; choosing and carrying only lay something over it, so that 1,000 seats
stay quick. Never mirrored: it is a map.
"""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from congress_desk.ui.look import Look
from congress_desk.ui.theme import sized_font
from congress_desk.ui.widgets.hall_layout import Spot
from congress_desk.ui.widgets.hall_painter import HallDrawn, HallPainter, Scale

ZOOMS = (1.0, 1.4, 2.0, 2.8, 4.0, 5.6)
MARGIN = 8
VEIL = 150  # of 255, over whoever is not found
LARGEST = 110.0  # px of a seat at the smallest zoom, for a hall of few seats


class HallView(QAbstractScrollArea):
    """zoomed(): the zoom is another one."""

    zoomed = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._drawn = HallDrawn()
        self._by_label: dict[str, Spot] = {}
        self._chosen = ""
        self._found: frozenset[str] = frozenset()
        self._held = ""  # whose seat is carried, by mouse or keys
        self._over = ""  # where it would be put down
        self._carried: QPointF | None = None  # where the pointer carries it
        self._zoom = 0
        self._picture = QPixmap()
        self._painter: HallPainter | None = None
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)

    def show_hall(self, drawn: HallDrawn) -> None:
        self._drawn = drawn
        self._by_label = {spot.seat.label: spot for spot in drawn.layout.spots}
        self._held = self._held if self._held in self._by_label else ""
        self._draw_anew()

    def show_chosen(self, label: str) -> None:
        if label != self._chosen:
            self._chosen = label
            if self._carried is None:
                self.reach(label)
            self.viewport().update()
        self.setAccessibleDescription(self._told(label))

    def show_found(self, labels: Collection[str]) -> None:
        """These seats stand out; the first is scrolled to."""
        if frozenset(labels) != self._found:
            self._found = frozenset(labels)
            first = next((spot.seat.label for spot in self._drawn.layout.spots if spot.seat.label in self._found), "")
            self.reach(first)
            self._picture = QPixmap()
            self.viewport().update()

    def holds(self) -> bool:
        """Whether somebody is carried, by mouse or keys."""
        return bool(self._held)

    @property
    def drawn(self) -> HallDrawn:
        return self._drawn

    def place_of(self, label: str) -> QPoint:
        """The middle of a seat in the viewport."""
        return self._rules().seat_rect(self._by_label[label]).translated(-self._offset()).center().toPoint()

    def label_at(self, point: QPointF) -> str:
        """The seat under a point of the viewport, "" between them."""
        there = point + self._offset()
        painter = self._rules()
        return next((label for label, s in self._by_label.items() if painter.seat_rect(s).contains(there)), "")

    def zoom(self, steps: int) -> None:
        """Larger or smaller by so many steps; 0 shows the whole floor."""
        wanted = self._zoom + steps if steps else 0
        self._zoom_to(wanted, QPointF(self.viewport().rect().center()))

    @property
    def can_zoom(self) -> tuple[bool, bool]:
        """Smaller, larger."""
        return self._zoom > 0, self._zoom < len(ZOOMS) - 1

    def reach(self, label: str) -> None:
        """Scroll so that the seat is seen."""
        spot = self._by_label.get(label)
        if spot is None:
            return
        rect = self._rules().seat_rect(spot)
        for bar, start, end, room in (
            (self.horizontalScrollBar(), rect.left(), rect.right(), self.viewport().width()),
            (self.verticalScrollBar(), rect.top(), rect.bottom(), self.viewport().height()),
        ):
            if start < bar.value() or end > bar.value() + room:
                bar.setValue(round((start + end - room) / 2))

    def sizeHint(self) -> QSize:
        return QSize(760, 560)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._picture.isNull():
            self._picture = self._floor_picture()
        painter = QPainter(self.viewport())
        painter.drawPixmap(0, 0, self._picture)
        painter.translate(-self._offset())
        self._lay_over(painter, self._rules())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._draw_anew()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._picture = QPixmap()
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            label = self.label_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._told(label), self.viewport()) if label else QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def _lay_over(self, painter: QPainter, rules: HallPainter) -> None:
        spots = self._by_label
        for label, colour, dashed in (
            (self._over, "text", True),
            (self._held, "muted", True),
            (self._chosen, "focus", False),
        ):
            if label in spots:
                rules.ring(painter, spots[label], colour, 2.5, dashed=dashed)
        if self._carried is not None and self._held in self._drawn.sitting:
            self._draw_carried(painter, self._carried + self._offset())

    def _draw_carried(self, painter: QPainter, pointer: QPointF) -> None:
        """The name at the pointer."""
        name = self._drawn.sitting[self._held].sheet.full_name
        painter.setFont(sized_font(self._look.tokens, 13))
        words = painter.fontMetrics().boundingRect(name)
        at = pointer + QPointF(14, 10)
        rect = QRectF(at.x(), at.y(), words.width() + 20, words.height() + 10)
        painter.setPen(self._look.tokens.colour("line_strong"))
        painter.setBrush(self._look.tokens.colour("surface"))
        painter.drawRoundedRect(rect, 6, 6)
        painter.setPen(self._look.tokens.colour("text"))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), name)

    def _floor_picture(self) -> QPixmap:
        """What is seen of the floor; drawn anew only when floor, zoom, place or size change."""
        ratio = self.devicePixelRatioF()
        made = QPixmap(self.viewport().size() * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(self._look.tokens.colour("ground"))
        painter = QPainter(made)
        painter.translate(-self._offset())
        seen = QRectF(self.viewport().rect()).translated(self._offset())
        self._rules().paint_floor(painter, self._drawn, seen)
        if self._found:
            self._lift_found(painter, seen)
        painter.end()
        return made

    def _lift_found(self, painter: QPainter, seen: QRectF) -> None:
        """Everybody else steps back."""
        veil, rules = self._look.tokens.colour("ground"), self._rules()
        veil.setAlpha(VEIL)
        painter.fillRect(seen, veil)
        for label in self._found & self._by_label.keys():
            spot = self._by_label[label]
            if rules.seat_rect(spot).intersects(seen):
                rules.paint_seat(painter, spot, self._drawn)
                rules.ring(painter, spot, "gold", 2.5)

    def _draw_anew(self) -> None:
        self._painter, self._picture = None, QPixmap()
        scale = self._rules().scale
        for bar, size, room in (
            (self.horizontalScrollBar(), self._drawn.layout.width * scale.across, self.viewport().width()),
            (self.verticalScrollBar(), self._drawn.layout.height * scale.down, self.viewport().height()),
        ):
            bar.setRange(0, max(0, round(size + 2 * MARGIN - room)))
            bar.setPageStep(room)
            bar.setSingleStep(24)
        self.viewport().update()

    def _zoom_to(self, wanted: int, at: QPointF) -> None:
        """The place under `at` stays there."""
        zoom = max(0, min(len(ZOOMS) - 1, wanted))
        if zoom == self._zoom:
            return
        before, there = self._rules().scale, at + self._offset()
        x, y = (there.x() - before.x) / before.across, (there.y() - before.y) / before.down
        self._zoom = zoom
        self._draw_anew()
        scale = self._rules().scale
        self.horizontalScrollBar().setValue(round(scale.x + x * scale.across - at.x()))
        self.verticalScrollBar().setValue(round(scale.y + y * scale.down - at.y()))
        self.zoomed.emit()

    def _rules(self) -> HallPainter:
        if self._painter is None:
            self._painter = HallPainter(self._look, self._scale())
        return self._painter

    def _scale(self) -> Scale:
        """At the smallest zoom the whole floor fits; seats are never much taller than wide, nor the reverse."""
        layout, zoom = self._drawn.layout, ZOOMS[self._zoom]
        room = self.maximumViewportSize()
        width, height = max(80, room.width() - 2 * MARGIN), max(80, room.height() - 2 * MARGIN)
        across, down = min(LARGEST, width / layout.width), min(LARGEST, height / layout.height)
        across, down = min(across, down * 1.7), min(down, across * 1.15)
        across, down = across * zoom, down * zoom
        free_x = max(0.0, room.width() - layout.width * across - 2 * MARGIN) / 2
        free_y = max(0.0, room.height() - layout.height * down - 2 * MARGIN) / 2
        return Scale(across=across, down=down, x=MARGIN + free_x, y=MARGIN + free_y)

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _told(self, label: str) -> str:
        """A seat and who sits there, for tooltips and for those who listen."""
        if label not in self._by_label:
            return ""
        person = self._drawn.sitting.get(label)
        if person is None:
            return f"{label} · {self._look.say('Free seat')}"
        return " · ".join(part for part in (label, person.sheet.full_name, person.sheet.delegation) if part)
