"""The table of every room: sorts by a click on the header, filters as one types, copies and exports.

Sorting is Vietnamese; filtering ignores diacritics and case. Ctrl+F or any letter opens the filter row,
Escape closes it. Ctrl+C copies the selected rows as a spreadsheet takes them.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStackedWidget, QTableView, QWidget

from congress_desk.ui.look import Look
from congress_desk.ui.widgets.parts import button, column, label, row
from congress_desk.ui.widgets.rows import Column, Rows
from congress_desk.ui.widgets.search_field import SearchField

R = TypeVar("R")

__all__ = ["Column", "Table"]


class _Grid(QTableView):
    """The view itself; letters typed on it are told instead of searched for."""

    typed = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()
            return
        text = event.text()
        if (
            text
            and text.isprintable()
            and not text.isspace()
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.typed.emit(text)
            return
        super().keyPressEvent(event)


class Table(QWidget, Generic[R]):
    """chosen(row or None): the current row changed. activated(row): double click or Enter."""

    chosen = Signal(object)
    activated = Signal(object)
    export_requested = Signal(object)  # list[list[str]], the header first

    def __init__(
        self,
        look: Look,
        columns: Sequence[Column[R]],
        *,
        name: str,
        identify: Callable[[R], Hashable],
        empty: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._look = look
        self.rows: Rows[R] = Rows(look, columns, identify, self)
        self._build(name, empty)
        self._connect()

    def show_rows(self, rows: Sequence[R]) -> None:
        """Other rows; the selection and the place in the list stay where they were."""
        kept = {self.rows.identify(one) for one in self.selected()}
        scroll = self.grid.verticalScrollBar().value()
        self.rows.show_rows(rows)
        self._select(kept)
        self.grid.verticalScrollBar().setValue(scroll)
        self._stack.setCurrentIndex(1 if not rows and self._stack.count() > 1 else 0)

    def selected(self) -> list[R]:
        """The selected rows as they stand in the table."""
        places = sorted(index.row() for index in self.grid.selectionModel().selectedRows())
        return [self.rows.row_at(place) for place in places]

    def current(self) -> R | None:
        index = self.grid.currentIndex()
        return self.rows.row_at(index.row()) if index.isValid() else None

    def choose(self, row_id: Hashable) -> None:
        """Select the row with this identity and scroll to it."""
        place = self.rows.place_of(row_id)
        if place >= 0:
            self.grid.selectRow(place)
            self.grid.scrollTo(self.rows.index(place, 0))

    def mark(self, row_ids: Iterable[Hashable]) -> None:
        """Select the rows with these identities."""
        self._select(set(row_ids))

    def filter(self, words: str) -> None:
        """Show only rows in which every word begins some word."""
        kept = {self.rows.identify(one) for one in self.selected()}
        self.rows.filter(words)
        self._select(kept)
        self._found.setText(f"{self.rows.rowCount()} / {len(self.rows.all_rows)}")

    def as_texts(self, rows: Sequence[R]) -> list[list[str]]:
        """Header and rows as they are shown."""
        titles = [one.title for one in self.rows.columns]
        places = range(len(titles))
        return [titles, *([self.rows.cell(one, place) for place in places] for one in rows)]

    def copy_selection(self) -> None:
        rows = self.selected()
        lines = (
            "\t".join(cell.replace("\t", " ").replace("\n", " ") for cell in line) for line in self.as_texts(rows)
        )
        if rows:
            QGuiApplication.clipboard().setText("\n".join(lines))

    def export(self) -> None:
        """Ask whoever listens to keep the shown rows in a file."""
        self.export_requested.emit(self.as_texts(self.rows.shown()))

    def open_filter(self, text: str = "") -> None:
        self._filter_row.show()
        self._field.setFocus()
        self._field.insert(text)

    def close_filter(self) -> None:
        self._field.clear()
        self.filter("")
        self._filter_row.hide()
        self.grid.setFocus()

    def _build(self, name: str, empty: QWidget | None) -> None:
        self.grid = _Grid()
        self.grid.setAccessibleName(name)
        self.grid.setModel(self.rows)
        self.grid.setShowGrid(False)
        self.grid.setSortingEnabled(True)
        self.grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.grid.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.grid.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.grid.setTabKeyNavigation(False)
        self.grid.setWordWrap(False)
        self.grid.verticalHeader().hide()
        self.grid.verticalHeader().setDefaultSectionSize(self._look.tokens.size("row"))
        self._build_header()
        self._build_filter_row(name)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        if empty is not None:
            self._stack.addWidget(empty)
            self._stack.setCurrentIndex(1)
        self.setLayout(column(self._filter_row, self._stack, space=8))
        self.setFocusProxy(self.grid)

    def _build_header(self) -> None:
        header = self.grid.horizontalHeader()
        header.setHighlightSections(False)
        header.setAccessibleName(self.grid.accessibleName())
        header.setMinimumSectionSize(48)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for place, one in enumerate(self.rows.columns):
            self.grid.setColumnWidth(place, one.width)
            if one.stretches:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)

    def _build_filter_row(self, name: str) -> None:
        say = self._look.say
        self._field = SearchField(self._look, say("Filter: any word of the row"))
        self._found = label("", "muted")
        close = button(say("Close filter"), kind="quiet")
        close.clicked.connect(self.close_filter)
        self._filter_row = QWidget()
        layout = row(self._field, self._found, close)
        layout.setStretch(0, 1)
        self._filter_row.setLayout(layout)
        self._filter_row.hide()

    def _connect(self) -> None:
        self.grid.typed.connect(self.open_filter)
        self.grid.activated.connect(self._on_activated)
        self.grid.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self._field.searched.connect(self.filter)
        self._field.picked.connect(self.grid.setFocus)
        self._field.moved.connect(self._on_moved)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.Find), self.open_filter),
            (QKeySequence(QKeySequence.StandardKey.Copy), self.copy_selection),
        ):
            shortcut = QShortcut(keys, self)
            shortcut.setContext(context)
            shortcut.activated.connect(act)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self._filter_row)
        escape.setContext(context)
        escape.activated.connect(self.close_filter)

    def _select(self, row_ids: set[Hashable]) -> None:
        flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        model = self.grid.selectionModel()
        for row_id in row_ids:
            place = self.rows.place_of(row_id)
            if place >= 0:
                model.setCurrentIndex(self.rows.index(place, 0), flags)
        if row_ids and not model.hasSelection():
            self.chosen.emit(None)

    def _on_activated(self, index: QModelIndex) -> None:
        self.activated.emit(self.rows.row_at(index.row()))

    def _on_current_changed(self, current: QModelIndex, _before: Any) -> None:
        self.chosen.emit(self.rows.row_at(current.row()) if current.isValid() else None)

    def _on_moved(self, _step: int) -> None:
        self.grid.setFocus()
        if self.rows.rowCount():
            self.grid.selectRow(0)
