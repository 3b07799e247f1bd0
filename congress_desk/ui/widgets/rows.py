"""The rows behind a table: filtered by search words, sorted by keys, kept as plain Python values.

Texts, keys and search words are worked out once per row and column, so that 2,000 rows sort and filter at once.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from congress_desk.domain.names import folded, text_sort_key
from congress_desk.ui.look import Look

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[R]):
    """text: what the cell says. key: what it is sorted by (Vietnamese text order without one).

    width in px; stretches: takes what is left. icon: (name, colour token) or None, drawn before the text.
    """

    title: str
    text: Callable[[R], str]
    key: Callable[[R], Any] | None = None
    width: int = 120
    stretches: bool = False
    number: bool = False
    icon: Callable[[R], tuple[str, str] | None] | None = None


class Rows(QAbstractTableModel, Generic[R]):
    """identify(row) is what stays the same when a row changes: selections survive a refresh by it."""

    def __init__(
        self,
        look: Look,
        columns: Sequence[Column[R]],
        identify: Callable[[R], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.identify = identify
        self._look = look
        self._all: tuple[R, ...] = ()
        self._shown: list[R] = []
        self._words: dict[Hashable, list[str]] = {}
        self._wanted: tuple[str, ...] = ()
        self._order: tuple[int, Qt.SortOrder] | None = None
        self._texts: dict[tuple[Hashable, int], str] = {}

    def show_rows(self, rows: Sequence[R]) -> None:
        self._all = tuple(rows)
        self._words = {}
        self._texts = {}
        self._settle()

    def filter(self, words: str) -> None:
        self._wanted = tuple(folded(words).split())
        self._settle()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = (column, order) if column >= 0 else None
        self._settle()

    def shown(self) -> list[R]:
        return list(self._shown)

    @property
    def all_rows(self) -> tuple[R, ...]:
        return self._all

    def row_at(self, place: int) -> R:
        return self._shown[place]

    def place_of(self, row_id: Hashable) -> int:
        """Where the row is shown, -1 where it is not."""
        return next((i for i, row in enumerate(self._shown) if self.identify(row) == row_id), -1)

    def cell(self, row: R, place: int) -> str:
        key = (self.identify(row), place)
        if key not in self._texts:
            self._texts[key] = self.columns[place].text(row)
        return self._texts[key]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return self._alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self._shown[index.row()], self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.cell(row, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if role == Qt.ItemDataRole.DecorationRole and column.icon and (named := column.icon(row)):
            return self._look.icon(*named)
        return None

    def _alignment(self, place: int) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self.columns[place].number else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignVCenter

    def _settle(self) -> None:
        """Filter, then sort; a view keeps its selection by `identify`."""
        self.beginResetModel()
        self._shown = [row for row in self._all if self._is_wanted(row)]
        if self._order is not None:
            place, order = self._order
            self._shown.sort(key=self._sort_key(place), reverse=order is Qt.SortOrder.DescendingOrder)
        self.endResetModel()

    def _sort_key(self, place: int) -> Callable[[R], Any]:
        column = self.columns[place]
        return column.key or (lambda row: text_sort_key(self.cell(row, place)))

    def _is_wanted(self, row: R) -> bool:
        if not self._wanted:
            return True
        there = self._words_of(row)
        return all(any(word.startswith(wanted) for word in there) for wanted in self._wanted)

    def _words_of(self, row: R) -> list[str]:
        row_id = self.identify(row)
        if row_id not in self._words:
            texts = (self.cell(row, place) for place in range(len(self.columns)))
            self._words[row_id] = folded(" ".join(texts)).split()
        return self._words[row_id]
