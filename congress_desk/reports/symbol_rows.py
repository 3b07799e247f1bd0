"""A QR symbol for screens: rows of modules with the quiet zone, proved to be readable as on paper."""

from __future__ import annotations

from congress_desk.reports.symbol import symbol_of


def symbol_rows(code: str) -> tuple[str, ...]:
    """Rows of "1" (dark) and "0", level M. Trouble: SYMBOL_UNREADABLE."""
    symbol = symbol_of(code, level="M")
    rows = [["0"] * symbol.side for _ in range(symbol.side)]
    for column, row, length in symbol.runs:
        rows[row][column : column + length] = "1" * length
    return tuple("".join(row) for row in rows)
