"""A spreadsheet as plain cells: what a driver hands over and list_reading.py understands.

Nothing is interpreted here; an int may be a year, a card number or a day counted from 1900.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

Cell = str | int | float | bool | dt.date | dt.datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One sheet of a workbook. rows[0] is the sheet's first row; merged cells repeat their value."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


def column_letter(index: int) -> str:
    """0 -> A, 25 -> Z, 26 -> AA: the column as a spreadsheet shows it."""
    letters = ""
    rest = index + 1
    while rest:
        rest, place = divmod(rest - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters
