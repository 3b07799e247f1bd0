"""The port `Sheets`: spreadsheets of offices read to plain cells, and written as .xlsx.

What a file is is told by its content, never by its name: a CSV called list.xls is read, a picture called
list.xlsx is not. Only visible tabs are read; a hidden tab holds what the office did not mean to send.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from congress_desk.devices.sheets.kinds import Kind, kind_of
from congress_desk.domain.list_tables import Cell, Table
from congress_desk.domain.refusals import Problem, Trouble

LARGEST_BYTES = 25_000_000
MOST_ROWS = 20_000


class OfficeSheets:
    """Reads .xlsx .xls .ods .csv (and what offices rename to these), writes .xlsx. Holds nothing open."""

    def read(self, path: Path) -> Sequence[Table]:
        """All visible tabs that hold something, in the workbook's order. Troubles: see ports.sheets."""
        content = content_of(path)
        try:
            tables = _tables(content, path)
        except MemoryError:
            raise Trouble(Problem.SPREADSHEET_TOO_LARGE, path=str(path), rows=MOST_ROWS) from None
        if any(len(table.rows) > MOST_ROWS for table in tables):
            raise Trouble(Problem.SPREADSHEET_TOO_LARGE, path=str(path), rows=MOST_ROWS)
        filled = [table for table in tables if table.rows]
        if not filled:
            raise Trouble(Problem.SPREADSHEET_EMPTY, path=str(path))
        return filled

    def write(self, path: Path, title: str, header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
        """One tab with title, header and rows, ready to print and to fill in. Trouble: CANNOT_WRITE."""
        from congress_desk.devices.sheets.writing import write_workbook

        write_workbook(path, title, header, rows)


def content_of(path: Path) -> bytes:
    """The file's bytes; the size is asked first, so that a file of 100 MB is refused without being read."""
    try:
        if not path.is_file():
            raise Trouble(Problem.NO_SUCH_FILE, path=str(path))
        if path.stat().st_size > LARGEST_BYTES:
            raise Trouble(Problem.SPREADSHEET_TOO_LARGE, path=str(path), rows=MOST_ROWS)
        return path.read_bytes()
    except OSError as error:
        raise Trouble(Problem.CANNOT_READ, path=str(path), cause=error.strerror or str(error)) from error


def _tables(content: bytes, path: Path) -> list[Table]:
    kind = kind_of(content, path)
    if kind is Kind.TEXT:
        from congress_desk.devices.sheets.delimited import read_delimited

        return read_delimited(content, path, most_rows=MOST_ROWS)
    from congress_desk.devices.sheets.workbook import read_workbook

    return read_workbook(content, kind, path, most_rows=MOST_ROWS)
