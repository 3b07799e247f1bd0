"""The people beside the map: those without a seat, or those whom a search found; dragged onto a seat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from congress_desk.domain.delegates import DelegateId
from congress_desk.ui.look import Look
from congress_desk.ui.widgets.hall_map import PERSON

ID = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 52


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """name, and beside it (below) delegation or seat. doubtful: with a mark."""

    id: DelegateId
    name: str
    below: str
    doubtful: bool = False


class SeatList(QListWidget):
    """marked(id): another person is current. agreed(id): Enter or double click."""

    marked = Signal(str)
    agreed = Signal(str)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[Listed, ...] = ()
        self.setAccessibleName(name)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.currentItemChanged.connect(lambda item, _before: self.marked.emit(self._id(item)))
        self.itemActivated.connect(lambda item: self.agreed.emit(self._id(item)))

    def show_people(self, people: Sequence[Listed]) -> None:
        """Others; whoever was current stays so."""
        if tuple(people) == self._shown:
            return
        kept = self._id(self.currentItem())
        self._shown = tuple(people)
        self.blockSignals(True)
        self.clear()
        for one in people:
            item = QListWidgetItem(f"{one.name}\n{one.below}" if one.below else one.name)
            item.setData(ID, one.id)
            item.setSizeHint(QSize(0, ROW_HEIGHT))
            item.setToolTip(f"{one.name} · {one.below}" if one.below else one.name)
            if one.doubtful:
                item.setIcon(self._look.icon("ask", "ask"))
            self.addItem(item)
            if one.id == kept:
                self.setCurrentItem(item)
        self.blockSignals(False)

    def current_id(self) -> DelegateId | None:
        return DelegateId(self._id(self.currentItem())) if self.currentItem() is not None else None

    def mimeTypes(self) -> list[str]:
        return [PERSON]

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        carried = QMimeData()
        for item in items[:1]:
            carried.setData(PERSON, self._id(item).encode())
        return carried

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self.agreed.emit(self._id(self.currentItem()))
        else:
            super().keyPressEvent(event)

    @staticmethod
    def _id(item: QListWidgetItem | None) -> str:
        return str(item.data(ID)) if item is not None else ""
