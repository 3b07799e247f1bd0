"""How far the sheets of a workbook reach, and the merged cells of an .ods, read from the XML before the reader.

A filled cell is one that holds a value; formats painted to the end of a sheet do not count.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from xml.parsers import expat

_NO_VALUE = rb"\s*(?:<(?:\w+:)?v\s*(?:/>|>\s*</(?:\w+:)?v>)\s*)?</"
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*[^/>])>(?!" + _NO_VALUE + rb")")
_PLACE = re.compile(rb"""\br\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']""")
_SHEET = re.compile(r"xl/(?!sharedStrings|styles|theme|drawings|charts|media).*\.xml$")
_TABLE_NS = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_OFFICE_NS = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "


@dataclass(slots=True, kw_only=True)
class Measured:
    """rows and columns up to the last filled cell; merged: ((top, left), (bottom, right)) from 0 (.ods only)."""

    name: str = ""
    rows: int = 0
    columns: int = 0
    merged: list[tuple[tuple[int, int], tuple[int, int]]] = field(default_factory=list)


def measure_xlsx(content: bytes) -> list[Measured]:
    """One for each worksheet, without its name."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        sheets = [name for name in archive.namelist() if _SHEET.match(name)]
        return [_measure_worksheet(archive.read(name)) for name in sheets]


def measure_ods(content: bytes) -> list[Measured]:
    """One for each table, with its merged cells. Raises ValueError where the XML is broken."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        try:
            raw = archive.read("content.xml")
        except KeyError as error:
            raise ValueError("no content") from error
    walk = _OdsWalk()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = walk.opened
    parser.EndElementHandler = walk.closed
    try:
        parser.Parse(raw, True)
    except expat.ExpatError as error:
        raise ValueError(str(error)) from error
    return walk.found


def _measure_worksheet(xml: bytes) -> Measured:
    rows = columns = 0
    for cell in _CELL.finditer(xml):
        if place := _PLACE.search(cell[1]):
            rows = max(rows, int(place[2]))
            columns = max(columns, _column_number(place[1]))
    return Measured(rows=rows, columns=columns)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


@dataclass(slots=True)
class _OdsWalk:
    """Walks the tables of content.xml; cells and rows may stand for many ("repeated")."""

    found: list[Measured] = field(default_factory=list)
    row: int = 0
    column: int = 0
    row_repeats: int = 1
    row_filled: int = 0
    depth: int = 0  # of tables inside cells, which are no tabs

    def opened(self, tag: str, given: dict[str, str]) -> None:
        if tag == _TABLE_NS + "table":
            self.depth += 1
            if self.depth == 1:
                self.found.append(Measured(name=given.get(_TABLE_NS + "name", "")))
                self.row = 0
        elif self.depth != 1:
            return
        elif tag == _TABLE_NS + "table-row":
            self.row_repeats = int(given.get(_TABLE_NS + "number-rows-repeated", "1"))
            self.column = self.row_filled = 0
        elif tag in (_TABLE_NS + "table-cell", _TABLE_NS + "covered-table-cell"):
            self._cell(given)

    def closed(self, tag: str) -> None:
        if tag == _TABLE_NS + "table":
            self.depth -= 1
        elif tag == _TABLE_NS + "table-row" and self.depth == 1:
            self.row += self.row_repeats
            if self.row_filled:
                here = self.found[-1]
                here.rows, here.columns = self.row, max(here.columns, self.row_filled)

    def _cell(self, given: dict[str, str]) -> None:
        repeats = int(given.get(_TABLE_NS + "number-columns-repeated", "1"))
        down = int(given.get(_TABLE_NS + "number-rows-spanned", "1"))
        across = int(given.get(_TABLE_NS + "number-columns-spanned", "1"))
        if down > 1 or across > 1:
            last = (self.row + down - 1, self.column + across - 1)
            self.found[-1].merged.append(((self.row, self.column), last))
        self.column += repeats
        if _OFFICE_NS + "value-type" in given:
            self.row_filled = self.column
