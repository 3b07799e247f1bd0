"""Real files as offices make them: .xlsx by openpyxl, .xls by xlwt, .ods by odfpy, .csv; and people for plans."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

from congress_desk.devices.sheets.office import OfficeSheets
from congress_desk.domain.delegates import Delegate, DelegateId, Sheet
from congress_desk.domain.list_reading import understand
from congress_desk.domain.list_tables import Cell, Table
from congress_desk.domain.lists import ListUnderstood, RowUnderstood

TODAY = dt.date(2025, 9, 22)

Grid = Sequence[Sequence[Any]]
Tabs = Mapping[str, Grid]


def xlsx(path: Path, tabs: Tabs, merges: Mapping[str, Sequence[str]] | None = None) -> Path:
    """merges: tab -> ranges such as "A1:G1"; covered cells of the grid must be None."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for name, grid in tabs.items():
        sheet = book.create_sheet(name)
        for r, row in enumerate(grid, start=1):
            for c, value in enumerate(row, start=1):
                if value is not None:
                    sheet.cell(r, c, value)
        for area in (merges or {}).get(name, ()):
            sheet.merge_cells(area)
    book.save(path)
    return path


def xls(path: Path, tabs: Tabs, merges: Mapping[str, Sequence[tuple[int, int, int, int]]] | None = None) -> Path:
    """merges: (first row, last row, first column, last column) from 0."""
    import xlwt

    book = xlwt.Workbook()
    day = xlwt.easyxf(num_format_str="dd/mm/yyyy")
    for name, grid in tabs.items():
        sheet = book.add_sheet(name)
        for r, row in enumerate(grid):
            for c, value in enumerate(row):
                if isinstance(value, dt.date):
                    sheet.write(r, c, value, day)
                elif value is not None:
                    sheet.write(r, c, value)
        for area in (merges or {}).get(name, ()):
            sheet.merge(*area)
    book.save(str(path))
    return path


def ods(path: Path, tabs: Tabs, spans: Mapping[str, dict[tuple[int, int], tuple[int, int]]] | None = None) -> Path:
    """spans: tab -> {(row, column): (rows, columns)} from 0; covered cells of the grid must be None."""
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import Table as OdsTable
    from odf.table import TableRow

    book = OpenDocumentSpreadsheet()
    for name, grid in tabs.items():
        table = OdsTable(name=name)
        own = (spans or {}).get(name, {})
        for r, row in enumerate(grid):
            line = TableRow()
            for c, value in enumerate(row):
                line.addElement(_ods_cell(value, own.get((r, c), (1, 1))))
            table.addElement(line)
        book.spreadsheet.addElement(table)
    book.save(str(path))
    return path


def delimited(path: Path, grid: Grid, *, delimiter: str = ",", encoding: str = "utf-8") -> Path:
    text = StringIO()
    csv.writer(text, delimiter=delimiter).writerows([["" if v is None else v for v in row] for row in grid])
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def read(path: Path) -> ListUnderstood:
    """From the file on disk to what was understood, as the app does."""
    return understand(OfficeSheets().read(path), today=TODAY)


def read_grid(*rows: Sequence[Any], tab: str = "Sheet1") -> ListUnderstood:
    return understand([Table(name=tab, rows=tuple(tuple(row) for row in rows))], today=TODAY)


def names(understood: ListUnderstood) -> list[str]:
    return [row.person.full_name for row in understood.rows]


def people(understood: ListUnderstood) -> list[Sheet]:
    return [row.person for row in understood.rows]


def codes(understood: ListUnderstood) -> list[tuple[int, str, str]]:
    return [(error.row, error.column, error.code) for error in understood.errors]


def a_list(*sheets: Sheet, assumed: frozenset[str] = frozenset()) -> ListUnderstood:
    """A list whose rows begin at row 2 of the tab "DS"."""
    rows = (RowUnderstood(sheet="DS", row=i, person=s, assumed=assumed) for i, s in enumerate(sheets, start=2))
    return ListUnderstood(rows=tuple(rows))


def a_delegate(number: int, sheet: Sheet) -> Delegate:
    return Delegate(id=DelegateId(f"d{number}"), sheet=sheet)


def _ods_cell(value: Cell, span: tuple[int, int]) -> object:
    from odf.table import TableCell
    from odf.text import P

    given: dict[str, object] = {}
    if span != (1, 1):
        given = {"numberrowsspanned": span[0], "numbercolumnsspanned": span[1]}
    if value is None:
        return TableCell(**given)
    if isinstance(value, dt.date):
        cell = TableCell(valuetype="date", datevalue=value.isoformat(), **given)
    elif isinstance(value, int | float):
        cell = TableCell(valuetype="float", value=str(value), **given)
    else:
        cell = TableCell(valuetype="string", **given)
    cell.addElement(P(text=str(value)))
    return cell
