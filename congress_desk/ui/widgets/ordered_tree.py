"""A list in an order that people make themselves: rows are dragged, or moved with Alt+Up and Alt+Down.

Nothing moves by itself: the wish is told, the order changes when the journal has it. Rows may stand in groups;
a row can be dragged into another group.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QDropEvent, QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from congress_desk.ui.look import Look

ID = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 38


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderColumn:
    """width in px; stretches: takes what is left; number: aligned to the trailing side."""

    title: str
    width: int = 120
    stretches: bool = False
    number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderRow:
    """texts: one a column. icon: (name, colour token) before the first text. tones: colour tokens by column."""

    id: str
    texts: tuple[str, ...]
    icon: tuple[str, str] | None = None
    tones: tuple[tuple[int, str], ...] = ()
    strong: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderGroup:
    """A band with its rows; without a title the rows stand alone."""

    id: str
    title: str = ""
    rows: tuple[OrderRow, ...] = ()


class OrderedTree(QTreeWidget):
    """moved(row, after, group): wished; after is "" for the first place. marked(ids): the selection."""

    moved = Signal(str, str, str)
    marked = Signal(object)  # tuple[str, ...]
    opened = Signal(str)  # Enter or double click

    def __init__(self, look: Look, columns: Sequence[OrderColumn], *, name: str, many: bool = False) -> None:
        super().__init__()
        self._look = look
        self._columns = tuple(columns)
        self._groups: tuple[OrderGroup, ...] = ()
        self._drawing = False
        self.setAccessibleName(name)
        self._build(many)
        self._connect()

    def show_groups(self, groups: Sequence[OrderGroup], chosen: Sequence[str] = ()) -> None:
        """Other rows; what is chosen stays chosen, and the place in the list stays."""
        self._drawing = True
        if tuple(groups) != self._groups:
            self._groups = tuple(groups)
            place = self.verticalScrollBar().value()
            self.clear()
            for group in groups:
                self._add_group(group)
            self.expandAll()
            self.verticalScrollBar().setValue(place)
        self._choose(frozenset(chosen))
        self._drawing = False

    def chosen(self) -> tuple[str, ...]:
        return tuple(item.data(0, ID) for item in self.selectedItems())

    def item_of(self, row_id: str) -> QTreeWidgetItem | None:
        return next((item for item in self._items() if item.data(0, ID) == row_id), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_chosen(step)
            return
        super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """The wish is told; Qt itself moves nothing."""
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        chosen = self.chosen()
        if chosen:
            self.wish(chosen[0], event.position().toPoint())

    def wish(self, row_id: str, point: QPoint) -> None:
        """Where a row dropped at this point would stand."""
        target = self.itemAt(point)
        if target is None:
            if self._groups:
                self._tell(row_id, self._groups[-1], len(self._groups[-1].rows))
            return
        above = point.y() < self.visualItemRect(target).center().y()
        for place, group in enumerate(self._groups):
            if group.title and target.data(0, ID) == group.id:
                before = self._groups[place - 1] if above and place else group
                self._tell(row_id, before, len(before.rows) if before is not group else 0)
                return
            for index, one in enumerate(group.rows):
                if one.id == target.data(0, ID):
                    self._tell(row_id, group, index if above else index + 1)
                    return

    def move_chosen(self, step: int) -> None:
        """One place up (-1) or down (1), over the border of its group too."""
        chosen = self.chosen()
        for place, group in enumerate(self._groups):
            ids = [one.id for one in group.rows]
            if len(chosen) != 1 or chosen[0] not in ids:
                continue
            wanted = ids.index(chosen[0]) + step
            if 0 <= wanted < len(ids):
                self._tell(chosen[0], group, wanted if step < 0 else wanted + 1)
            elif 0 <= place + step < len(self._groups):
                there = self._groups[place + step]
                self._tell(chosen[0], there, 0 if step > 0 else len(there.rows))
            return

    def _build(self, many: bool) -> None:
        self.setColumnCount(len(self._columns))
        self.setHeaderLabels([one.title for one in self._columns])
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setItemsExpandable(False)
        self.setExpandsOnDoubleClick(False)
        self.setUniformRowHeights(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        header = self.header()
        header.setAccessibleName(self.accessibleName())
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        for place, one in enumerate(self._columns):
            self.setColumnWidth(place, one.width)
            if one.stretches:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)

    def _connect(self) -> None:
        self.itemSelectionChanged.connect(self._on_selection_changed)
        self.itemActivated.connect(self._on_activated)

    def _add_group(self, group: OrderGroup) -> None:
        if group.title:
            head = QTreeWidgetItem([group.title])
            head.setData(0, ID, group.id)
            head.setFlags(head.flags() & ~Qt.ItemFlag.ItemIsDragEnabled)
            head.setBackground(0, QBrush(self._look.tokens.colour("ground")))
            head.setSizeHint(0, QSize(0, ROW_HEIGHT))
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold)
            head.setFont(0, font)
            self.addTopLevelItem(head)
            head.setFirstColumnSpanned(True)
        for one in group.rows:
            self.addTopLevelItem(self._item(one))

    def _item(self, one: OrderRow) -> QTreeWidgetItem:
        item = QTreeWidgetItem(list(one.texts))
        item.setData(0, ID, one.id)
        item.setSizeHint(0, QSize(0, ROW_HEIGHT))
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
        if one.icon is not None:
            item.setIcon(0, self._look.icon(*one.icon))
        for place, column in enumerate(self._columns):
            if column.number:
                item.setTextAlignment(place, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
            item.setToolTip(place, one.texts[place])
        for place, tone in one.tones:
            item.setForeground(place, QBrush(self._look.tokens.colour(tone)))
        if one.strong:
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold)
            for place in range(len(self._columns)):
                item.setFont(place, font)
        return item

    def _items(self) -> list[QTreeWidgetItem]:
        found = (self.topLevelItem(place) for place in range(self.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _choose(self, chosen: frozenset[str]) -> None:
        if frozenset(self.chosen()) == chosen:
            return
        self.clearSelection()
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for item in self._items():
            if item.data(0, ID) in chosen:
                self.setCurrentItem(item, 0, flags)

    def _tell(self, row_id: str, group: OrderGroup, place: int) -> None:
        """So that it stands before what now has this place in the group."""
        others = [one.id for one in group.rows[:place] if one.id != row_id]
        after = others[-1] if others else ""
        ids = [one.id for one in group.rows]
        stands = row_id in ids and (ids[: ids.index(row_id)][-1:] or [""]) == [after]
        if not stands and any(row_id == one.id for each in self._groups for one in each.rows):
            self.moved.emit(row_id, after, group.id)

    def _on_selection_changed(self) -> None:
        if not self._drawing:
            self.marked.emit(self.chosen())

    def _on_activated(self, item: QTreeWidgetItem) -> None:
        self.opened.emit(item.data(0, ID))
