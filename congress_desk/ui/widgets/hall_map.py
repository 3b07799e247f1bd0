"""The map of the hall in which people are moved: seats chosen by a click or the arrow keys, people carried.

It moves nobody: it tells what was wished.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication

from congress_desk.ui.look import Look
from congress_desk.ui.widgets.hall_layout import neighbour
from congress_desk.ui.widgets.hall_view import HallView

PERSON = "application/x-congress-desk-person"  # what a list hands over: the delegate's id
EDGE, EDGE_STEP = 28, 18  # px
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class HallMap(HallView):
    """chosen(label); moved(from label, to label); dropped(delegate id, label); freed(label);
    carried_off(label, global point): let go outside the map.
    """

    chosen = Signal(str)
    moved = Signal(str, str)
    dropped = Signal(str, str)
    freed = Signal(str)
    carried_off = Signal(str, QPoint)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name)
        self._pressed: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAcceptDrops(True)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_to(self._zoom + (1 if event.angleDelta().y() > 0 else -1), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed, self._held = event.position(), ""
        if label := self.label_at(event.position()):
            self.chosen.emit(label)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            self.viewport().setCursor(self._cursor_over(event.position()))
            return
        far = (event.position() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if far and self._carried is None:
            self._begin_carrying(self.label_at(self._pressed))
        if self._held:
            self._carried = event.position()
            self._over = self.label_at(event.position())
            self._scroll_at_edge(event.position())
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, was_carried = self._held, self._carried is not None
        over = self.label_at(event.position())
        self._pressed, self._carried, self._held, self._over = None, None, "", ""
        self.viewport().setCursor(self._cursor_over(event.position()))
        self.viewport().update()
        if not was_carried or not held:
            return
        if over and over != held:
            self.moved.emit(held, over)
        elif not self.viewport().rect().contains(event.position().toPoint()):
            self.carried_off.emit(held, event.globalPosition().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in ARROWS:
            if label := neighbour(self._drawn.layout, self._chosen, *ARROWS[key]):
                self.chosen.emit(label)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._pick_up_or_put_down()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._chosen in self._drawn.sitting:
            self.freed.emit(self._chosen)
        elif key == Qt.Key.Key_Escape and self._held:
            self._held = ""
            self.viewport().update()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom(-1 if key == Qt.Key.Key_Minus else 1)
        elif key == Qt.Key.Key_0:
            self.zoom(0)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(PERSON):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._over = self.label_at(event.position())
        self._scroll_at_edge(event.position())
        event.setAccepted(bool(self._over))
        self.viewport().update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._over = ""
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        label, self._over = self.label_at(event.position()), ""
        self.viewport().update()
        if label:
            event.acceptProposedAction()
            self.dropped.emit(bytes(event.mimeData().data(PERSON).data()).decode(), label)

    def _begin_carrying(self, label: str) -> None:
        if label in self._drawn.sitting:
            self._held = label
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def _pick_up_or_put_down(self) -> None:
        held, self._held = self._held, ""
        if held and held != self._chosen:
            self.moved.emit(held, self._chosen)
        elif not held and self._chosen in self._drawn.sitting:
            self._held = self._chosen
        self.viewport().update()

    def _cursor_over(self, point: QPointF) -> Qt.CursorShape:
        label = self.label_at(point)
        if label in self._drawn.sitting:
            return Qt.CursorShape.OpenHandCursor
        return Qt.CursorShape.PointingHandCursor if label else Qt.CursorShape.ArrowCursor

    def _scroll_at_edge(self, point: QPointF) -> None:
        for bar, at, room in (
            (self.horizontalScrollBar(), point.x(), self.viewport().width()),
            (self.verticalScrollBar(), point.y(), self.viewport().height()),
        ):
            step = -EDGE_STEP if at < EDGE else EDGE_STEP if at > room - EDGE else 0
            bar.setValue(bar.value() + step)
