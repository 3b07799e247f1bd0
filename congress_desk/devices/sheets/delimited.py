"""Lists saved as text: CSV with comma, semicolon or tab, in the encodings that Vietnamese and Arab offices use.

Text that is no table (a letter renamed .xlsx) is refused where its lines do not fall into the same columns. A web
program's "Excel" file is often an HTML table; that is read too (html_table.py).
"""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter
from io import StringIO
from pathlib import Path

from congress_desk.devices.sheets.workbook import trimmed
from congress_desk.domain.list_tables import Table
from congress_desk.domain.refusals import Problem, Trouble

DELIMITERS = ",;\t"
TEXT_SUFFIXES = frozenset({".csv", ".txt", ".tsv"})
SAMPLE_ROWS = 200

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html|<table|<meta)", re.IGNORECASE)


def read_delimited(content: bytes, path: Path, *, most_rows: int) -> list[Table]:
    """One table, named as the file. Trouble: NOT_A_SPREADSHEET, SPREADSHEET_TOO_LARGE."""
    text = decoded(content)
    if text is None or _CONTROLS.search(text[:100_000]):
        raise Trouble(Problem.NOT_A_SPREADSHEET, path=str(path))
    if _HTML.match(text):
        from congress_desk.devices.sheets.html_table import read_html

        return read_html(text, path)
    if text.count("\n") > 2 * most_rows:
        raise Trouble(Problem.SPREADSHEET_TOO_LARGE, path=str(path), rows=most_rows)
    delimiter, text = _delimiter(text)
    rows = _rows(text, delimiter, path)
    if path.suffix.casefold() not in TEXT_SUFFIXES and not _is_table(rows):
        raise Trouble(Problem.NOT_A_SPREADSHEET, path=str(path))
    cells = [[cell if cell.strip() else None for cell in row] for row in rows]
    width = max((len(row) for row in cells), default=0)
    return [Table(name=path.stem, rows=trimmed([row + [None] * (width - len(row)) for row in cells]))]


def decoded(content: bytes) -> str | None:
    """The text, by byte order mark, as UTF-8, as UTF-16 without a mark, or in a Windows code page; or None."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return _try(content, encoding)
    if b"\x00" in content[:4_000]:
        return _try(content, _utf16_without_mark(content))
    return _try(content, "utf-8") or _try(content, _code_page(content))


def _try(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _utf16_without_mark(content: bytes) -> str:
    """Most characters of a list are ASCII: the zero bytes stand at odd places in little-endian text."""
    sample = content[:4_000]
    return "utf-16-le" if sample[1::2].count(0) >= sample[0::2].count(0) else "utf-16-be"


def _code_page(content: bytes) -> str:
    """Arabic words are letters above 0x7F throughout; Vietnamese ones only here and there."""
    letters = [byte for byte in content[:20_000] if byte > 0x7F or chr(byte).isalpha()]
    high = sum(byte > 0x7F for byte in letters)
    return "cp1256" if high * 2 > len(letters) else "cp1258"


def _delimiter(text: str) -> tuple[str, str]:
    """Excel's own first line "sep=;", or the delimiter that most often gives the same number of columns."""
    if told := _SEPARATOR_LINE.match(text):
        return told[1], text[told.end() :]
    sample = text[:60_000]
    return max(DELIMITERS, key=lambda mark: _evenness(_sampled(sample, mark))), text


def _sampled(text: str, delimiter: str) -> list[list[str]]:
    reader = csv.reader(StringIO(text), delimiter=delimiter)
    rows: list[list[str]] = []
    try:
        for row in reader:
            rows.append(row)
            if len(rows) >= SAMPLE_ROWS:
                break
    except csv.Error:
        return rows
    return rows


def _evenness(rows: list[list[str]]) -> tuple[int, int]:
    """How many rows have the commonest number of columns over one, and how many columns that is."""
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return 0, 0
    width, count = widths.most_common(1)[0]
    return count, width


def _rows(text: str, delimiter: str, path: Path) -> list[list[str]]:
    try:
        return list(csv.reader(StringIO(text), delimiter=delimiter))
    except csv.Error as error:
        raise Trouble(Problem.NOT_A_SPREADSHEET, path=str(path)) from error


def _is_table(rows: list[list[str]]) -> bool:
    filled = [row for row in rows[:SAMPLE_ROWS] if any(cell.strip() for cell in row)]
    even, width = _evenness(filled)
    return width >= 3 and even >= 2 and even * 10 >= len(filled) * 6
