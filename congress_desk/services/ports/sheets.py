"""Spreadsheets as offices make them, read to plain cells; nothing is understood here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

Cell = str | int | float | bool | dt.date | dt.datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One sheet of a workbook. rows[0] is the sheet's first row; merged cells repeat their value."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


class Sheets(Protocol):
    def read(self, path: Path) -> Sequence[Table]:
        """All non-empty sheets of an .xlsx, .xls, .ods or .csv file.

        Trouble: NO_SUCH_FILE, NOT_A_SPREADSHEET, SPREADSHEET_LOCKED, SPREADSHEET_TOO_LARGE, SPREADSHEET_EMPTY.
        """
        ...

    def write(self, path: Path, title: str, header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
        """One sheet with a title row, a header and rows as .xlsx, written whole or not at all."""
        ...
