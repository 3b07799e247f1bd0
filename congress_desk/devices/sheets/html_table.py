"""HTML tables saved under the name .xls, as many web programs export them."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

from congress_desk.devices.sheets.workbook import trimmed
from congress_desk.domain.list_tables import Cell, Table
from congress_desk.domain.refusals import Problem, Trouble

MOST_SPAN = 500


def read_html(text: str, path: Path) -> list[Table]:
    """Every <table> as a table; cells that span rows or columns repeat their text. Trouble: NOT_A_SPREADSHEET."""
    walk = _Walk()
    walk.feed(text)
    walk.close()
    if not walk.grids:
        raise Trouble(Problem.NOT_A_SPREADSHEET, path=str(path))
    return [_table(f"{path.stem} {i}" if i > 1 else path.stem, grid) for i, grid in enumerate(walk.grids, start=1)]


def _table(name: str, grid: dict[tuple[int, int], str]) -> Table:
    height = max((row for row, _ in grid), default=-1) + 1
    width = max((column for _, column in grid), default=-1) + 1
    rows: list[list[Cell]] = [[grid.get((row, column)) or None for column in range(width)] for row in range(height)]
    return Table(name=name, rows=trimmed(rows))


class _Walk(HTMLParser):
    """Fills one grid for each table: (row, column) -> text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.grids: list[dict[tuple[int, int], str]] = []
        self._row = -1
        self._span = (1, 1)
        self._text: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.grids.append({})
            self._row = -1
        elif tag == "tr":
            self._end_cell()
            self._row += 1
        elif tag in ("td", "th") and self.grids:
            self._end_cell()
            given = dict(attrs)
            self._span = _number(given.get("rowspan")), _number(given.get("colspan"))
            self._text = []
        elif tag == "br" and self._text is not None:
            self._text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def _end_cell(self) -> None:
        if self._text is None:
            return
        text, self._text = " ".join("".join(self._text).split()), None
        grid, row = self.grids[-1], max(self._row, 0)
        column = 0
        while (row, column) in grid:
            column += 1
        for down in range(self._span[0]):
            for across in range(self._span[1]):
                grid[row + down, column + across] = text


def _number(written: str | None) -> int:
    return min(int(written), MOST_SPAN) if written and written.isdecimal() and int(written) > 0 else 1
