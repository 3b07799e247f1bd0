"""Tables sort as Vietnamese is sorted, filter without diacritics, keep the selection, copy and export."""

from __future__ import annotations

import time
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from congress_desk.domain.names import name_sort_key
from congress_desk.ui.look import Look
from congress_desk.ui.widgets.table import Column, Table


@dataclass(frozen=True)
class Row:
    number: int
    name: str
    unit: str = "Văn phòng"


NAMES = ("Lê Đức Ân", "Phạm Ánh", "Đỗ An", "Trần Bích", "Nguyễn Đạt", "Hà Dũng")
ROWS = tuple(Row(number, name) for number, name in enumerate(NAMES, start=1))


@pytest.fixture
def table(qtbot: QtBot, look: Look) -> Table[Row]:
    columns: list[Column[Row]] = [
        Column(title="No.", text=lambda r: str(r.number), key=lambda r: r.number, number=True, width=60),
        Column(title="Name", text=lambda r: r.name, key=lambda r: name_sort_key(r.name), stretches=True),
        Column(title="Unit", text=lambda r: r.unit),
    ]
    made: Table[Row] = Table(look, columns, name="People", identify=lambda r: r.number, empty=QLabel("Nobody yet"))
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    made.show_rows(ROWS)
    return made


def names(table: Table[Row]) -> list[str]:
    return [row.name for row in table.rows.shown()]


def test_names_are_sorted_by_given_name_in_vietnamese_order(table: Table[Row]) -> None:
    table.grid.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert names(table) == ["Đỗ An", "Phạm Ánh", "Lê Đức Ân", "Trần Bích", "Hà Dũng", "Nguyễn Đạt"]
    table.grid.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert names(table)[0] == "Nguyễn Đạt"


def test_numbers_are_sorted_as_numbers(table: Table[Row]) -> None:
    table.show_rows([*ROWS, Row(10, "Mười"), Row(9, "Chín")])
    table.grid.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert [row.number for row in table.rows.shown()][:3] == [10, 9, 6]


def test_typing_opens_the_filter_and_escape_closes_it(table: Table[Row], qtbot: QtBot) -> None:
    table.grid.setFocus()
    QTest.keyClick(table.grid, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: table.rows.rowCount() == 4)
    assert names(table) == ["Lê Đức Ân", "Đỗ An", "Nguyễn Đạt", "Hà Dũng"]
    table.close_filter()
    assert table.rows.rowCount() == 6
    assert not table._filter_row.isVisible()


def test_the_filter_wants_every_word_at_the_beginning_of_some_word(table: Table[Row]) -> None:
    table.filter("van nguyen")
    assert names(table) == ["Nguyễn Đạt"]
    table.filter("guyen")
    assert names(table) == []


def test_the_selection_stays_with_its_row_through_sort_and_refresh(table: Table[Row]) -> None:
    table.choose(3)
    table.show_rows([*ROWS[::-1], Row(7, "Mới")])
    assert [row.number for row in table.selected()] == [3]
    table.filter("tran")
    assert table.selected() == []
    assert table.current() is None


def test_the_selected_rows_are_copied_as_a_spreadsheet_takes_them(table: Table[Row]) -> None:
    table.grid.selectAll()
    table.copy_selection()
    lines = QApplication.clipboard().text().split("\n")
    assert lines[0] == "No.\tName\tUnit"
    assert lines[1] == "1\tLê Đức Ân\tVăn phòng"
    assert len(lines) == 7


def test_export_gives_what_is_shown_with_its_header(table: Table[Row], qtbot: QtBot) -> None:
    table.filter("anh")
    with qtbot.waitSignal(table.export_requested) as told:
        table.export()
    assert told.args == [[["No.", "Name", "Unit"], ["2", "Phạm Ánh", "Văn phòng"]]]


def test_choosing_and_activating_tell_the_row(table: Table[Row], qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.chosen) as chosen:
        table.choose(2)
    assert chosen.args == [ROWS[1]]
    with qtbot.waitSignal(table.activated) as activated:
        table.grid.activated.emit(table.rows.index(4, 0))
    assert activated.args == [ROWS[4]]


def test_an_empty_table_says_so(table: Table[Row]) -> None:
    table.show_rows([])
    assert table.findChildren(QLabel, "")[-1] is not None
    assert not table.grid.isVisible()
    table.show_rows(ROWS)
    assert table.grid.isVisible()


def test_two_thousand_rows_are_filtered_and_sorted_at_once(table: Table[Row]) -> None:
    many = [Row(n, f"{NAMES[n % 6]} {n}") for n in range(2000)]
    table.show_rows(many)
    table.filter("a")
    table.grid.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    started = time.perf_counter()
    table.filter("an")
    table.grid.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    assert time.perf_counter() - started < 0.5
    assert table.rows.rowCount() == 1001
