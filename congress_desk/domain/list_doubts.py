"""Doubts that no single cell shows: Excel with American settings takes 5/12/1975 for the 12th of May.

What Excel could take for a date it stored so, month and day exchanged; what it could not (25/12/1975) stayed
text. The sign: in one column every stored date has a day up to 12, and every text a day over 12.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from congress_desk.domain.dates import ascii_digits
from congress_desk.domain.list_layout import Column, Layout, Row
from congress_desk.domain.lists import ListError

DATE_FIELDS = frozenset({"birth_date", "party_joined", "party_official", "gender_male", "gender_female"})
ENOUGH = 4  # of each kind; four real birth dates all up to the 12th are a chance of 1 in 40


def dates_swapped(sheet: str, layout: Layout, body: Sequence[Row]) -> list[ListError]:
    """One error for each column that shows the sign, at its first stored date."""
    columns = [column for column in layout.columns if column.field in DATE_FIELDS]
    return [error for column in columns for error in _of_column(sheet, layout, column, body)]


def _of_column(sheet: str, layout: Layout, column: Column, body: Sequence[Row]) -> list[ListError]:
    cells = [(i, row[column.index]) for i, row in enumerate(body) if column.index < len(row)]
    stored = [(i, cell) for i, cell in cells if isinstance(cell, dt.date)]
    written = [day for _, cell in cells if isinstance(cell, str) and (day := _day(cell))]
    if len(stored) < ENOUGH or len(written) < ENOUGH:
        return []
    if any(cell.day > 12 for _, cell in stored) or any(day <= 12 for day in written):
        return []
    first, cell = stored[0]
    params = {"text": cell.strftime("%d/%m/%Y"), "count": str(len(stored))}
    row = layout.body + first + 1
    return [ListError(sheet=sheet, row=row, column=column.letter, code="dates_swapped", params=params)]


def _day(text: str) -> int:
    """The day of 25/12/1975, 0 of anything else."""
    parts = ascii_digits(text).strip().replace("-", "/").replace(".", "/").split("/")
    whole = len(parts) == 3 and all(part.strip().isdigit() for part in parts) and len(parts[0].strip()) <= 2
    return int(parts[0]) if whole else 0
