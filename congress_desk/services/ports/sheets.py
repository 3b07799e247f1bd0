"""Spreadsheets as offices make them, read to plain cells; nothing is understood here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from congress_desk.domain.list_tables import Cell, Table

__all__ = ["Cell", "Sheets", "Table"]


class Sheets(Protocol):
    def read(self, path: Path) -> Sequence[Table]:
        """All visible, non-empty sheets of an .xlsx, .xls, .ods or .csv file, told by content and not by name.

        Trouble: NO_SUCH_FILE, NOT_A_SPREADSHEET, SPREADSHEET_LOCKED, SPREADSHEET_TOO_LARGE, SPREADSHEET_EMPTY.
        """
        ...

    def write(self, path: Path, title: str, header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
        """One sheet with a title row, a header and rows as .xlsx, written whole or not at all."""
        ...


class TableReader(Protocol):
    def read(self, path: Path) -> Sequence[Table]:
        """The tables of a Word file (.docx), in order, or the sheets that Sheets.read gives.

        Trouble: those of Sheets.read.
        """
        ...
