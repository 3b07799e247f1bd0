"""Workbooks (.xlsx, .xls, .ods) by calamine: cached values of formulas, dates as dates, merged cells repeated.

The trap is calamine's dense range: one stray cell at XFD1048576 makes it ask for 550 GB and takes the whole
process down. So the extent of every sheet is measured first (extents.py), and a sheet beyond it is refused.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from congress_desk.devices.sheets.extents import Measured, measure_ods, measure_xlsx
from congress_desk.devices.sheets.kinds import Kind
from congress_desk.domain.list_tables import Cell, Table
from congress_desk.domain.refusals import Problem, Trouble

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

MOST_CELLS = 6_000_000

Range = tuple[tuple[int, int], tuple[int, int]]  # (row, column) of the first and the last cell, from 0


def read_workbook(content: bytes, kind: Kind, path: Path, *, most_rows: int) -> list[Table]:
    """Visible tabs, empty ones without rows. NOT_A_SPREADSHEET, SPREADSHEET_LOCKED, SPREADSHEET_TOO_LARGE."""
    import python_calamine

    measured = _measured(content, kind, path)
    if any(m.rows > most_rows or m.rows * m.columns > MOST_CELLS for m in measured):
        raise Trouble(Problem.SPREADSHEET_TOO_LARGE, path=str(path), rows=most_rows)
    try:
        with python_calamine.CalamineWorkbook.from_filelike(BytesIO(content)) as book:
            merges = {m.name: m.merged for m in measured}
            return [_table(book, name, merges.get(name, ())) for name in _visible(book)]
    except python_calamine.CalamineError as error:
        raise Trouble(Problem.NOT_A_SPREADSHEET, path=str(path)) from error
    except BaseException as error:
        # WORKAROUND https://github.com/tafia/calamine: damaged .xls files make it panic, and pyo3's
        # PanicException is no Exception and cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise Trouble(Problem.NOT_A_SPREADSHEET, path=str(path)) from error


def _measured(content: bytes, kind: Kind, path: Path) -> Sequence[Measured]:
    if kind is Kind.XLS:
        return ()  # 65,536 x 256 cells at most
    try:
        return measure_xlsx(content) if kind is Kind.XLSX else measure_ods(content)
    except (ValueError, SyntaxError) as error:  # ElementTree's ParseError is a SyntaxError
        raise Trouble(Problem.NOT_A_SPREADSHEET, path=str(path)) from error


def _visible(book: CalamineWorkbook) -> list[str]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    return [
        sheet.name
        for sheet in book.sheets_metadata
        if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet
    ]


def _table(book: CalamineWorkbook, name: str, merged: Iterable[Range]) -> Table:
    sheet = book.get_sheet_by_name(name)
    rows = [[_cell(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    for area in sheet.merged_cell_ranges or merged:
        _repeat(rows, area)
    return Table(name=name, rows=trimmed(rows))


def _repeat(rows: list[list[Cell]], area: Range) -> None:
    """The value of a merged range in each of its cells, as far as the sheet reaches."""
    (top, left), (bottom, right) = area
    if top >= len(rows) or left >= len(rows[top]):
        return
    value = rows[top][left]
    for row in rows[top : bottom + 1]:
        for column in range(left, min(right + 1, len(row))):
            row[column] = value


def trimmed(rows: Sequence[Sequence[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """Without the empty rows and columns after the last value."""
    height = max((i for i, row in enumerate(rows, start=1) if any(cell is not None for cell in row)), default=0)
    width = max((_width(row) for row in rows[:height]), default=0)
    return tuple(tuple(row[:width]) for row in rows[:height])


def _width(row: Sequence[Cell]) -> int:
    return next((i for i in range(len(row), 0, -1) if row[i - 1] is not None), 0)


def _cell(value: Any) -> Cell:
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, bool | int | dt.datetime):
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    return value if isinstance(value, dt.date) else str(value)  # times and durations
