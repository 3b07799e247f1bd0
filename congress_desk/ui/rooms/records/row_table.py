"""A table that is typed: a row is added by a button, moved, taken away; nothing is kept before it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from congress_desk.ui.look import Look
from congress_desk.ui.widgets.parts import button, column, icon_button, on_click, row


@dataclass(frozen=True, slots=True, kw_only=True)
class RowColumn:
    """width in px, 0 takes what is left. needed: a row without it is not whole."""

    title: str
    width: int = 0
    needed: bool = False


class RowTable(QWidget):
    def __init__(self, look: Look, columns: Sequence[RowColumn], *, name: str) -> None:
        super().__init__()
        self._look = look
        self._columns = tuple(columns)
        self._shown: tuple[tuple[str, ...], ...] = ()
        self._build(name)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        self._shown = tuple(tuple(line) for line in rows)
        self.grid.setRowCount(0)
        for line in self._shown:
            self._append(line)

    def rows(self) -> list[tuple[str, ...]]:
        """As typed; rows in which nothing is written are left out."""
        found = (self._line(place) for place in range(self.grid.rowCount()))
        return [line for line in found if any(line)]

    def is_changed(self) -> bool:
        return tuple(self.rows()) != self._shown

    def mark_wrong(self, number: int) -> None:
        """Of the written rows, from 1; 0 for none."""
        written = [place for place in range(self.grid.rowCount()) if any(self._line(place))]
        for place in range(self.grid.rowCount()):
            wrong = 0 < number <= len(written) and written[number - 1] == place
            self._paint(place, "no_soft" if wrong else "surface")
            if wrong:
                self.grid.setCurrentCell(place, self._first_missing(place))

    def _build(self, name: str) -> None:
        look, say = self._look, self._look.say
        self.grid = QTableWidget(0, len(self._columns))
        self.grid.setAccessibleName(name)
        self.grid.setHorizontalHeaderLabels([one.title for one in self._columns])
        self.grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.grid.setTabKeyNavigation(True)
        self.grid.setWordWrap(True)
        self.grid.verticalHeader().setMinimumSectionSize(look.tokens.size("row"))
        self.grid.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.grid.verticalHeader().setAccessibleName(say("Row"))
        header = self.grid.horizontalHeader()
        header.setAccessibleName(name)
        for place, one in enumerate(self._columns):
            if one.width:
                self.grid.setColumnWidth(place, one.width)
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        self._add = button(say("Add a row"), look=look, icon="add")
        self._up = icon_button(look, "forward", say("Row up"))
        self._up.setArrowType(Qt.ArrowType.UpArrow)
        self._down = icon_button(look, "back", say("Row down"))
        self._down.setArrowType(Qt.ArrowType.DownArrow)
        self._remove = button(say("Take the row away"), look=look, icon="trash")
        on_click(self._add, self.add_row)
        on_click(self._up, lambda: self.move_row(-1))
        on_click(self._down, lambda: self.move_row(1))
        on_click(self._remove, self.remove_row)
        layout = column(self.grid, row(self._add, self._up, self._down, 0, self._remove, space=8), space=8)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.grid)

    def add_row(self) -> None:
        """Below the present one, in its group."""
        place = self.grid.currentRow() + 1 or self.grid.rowCount()
        group = self._text(place - 1, 0) if place else ""
        self.grid.insertRow(place)
        self._fill(place, (group, *[""] * (len(self._columns) - 1)))
        self.grid.setCurrentCell(place, 1 if group else 0)
        self.grid.setFocus()

    def remove_row(self) -> None:
        if self.grid.currentRow() >= 0:
            self.grid.removeRow(self.grid.currentRow())

    def move_row(self, step: int) -> None:
        place = self.grid.currentRow()
        target = place + step
        if place >= 0 and 0 <= target < self.grid.rowCount():
            here, there = self._line(place), self._line(target)
            self._fill(place, there)
            self._fill(target, here)
            self.grid.setCurrentCell(target, self.grid.currentColumn())

    def _append(self, line: Sequence[str]) -> None:
        self.grid.insertRow(self.grid.rowCount())
        self._fill(self.grid.rowCount() - 1, line)

    def _fill(self, place: int, line: Sequence[str]) -> None:
        for across, text in enumerate(line):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            self.grid.setItem(place, across, item)

    def _paint(self, place: int, tone: str) -> None:
        for across in range(len(self._columns)):
            if (item := self.grid.item(place, across)) is not None:
                item.setBackground(QBrush(self._look.tokens.colour(tone)))

    def _first_missing(self, place: int) -> int:
        line = self._line(place)
        missing = (across for across, one in enumerate(self._columns) if one.needed and not line[across])
        return next(missing, 0)

    def _line(self, place: int) -> tuple[str, ...]:
        return tuple(self._text(place, across) for across in range(len(self._columns)))

    def _text(self, place: int, across: int) -> str:
        item = self.grid.item(place, across)
        return item.text().strip() if item is not None else ""
