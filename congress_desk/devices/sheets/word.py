"""The port `TableReader`: tables of Word files (.docx) beside the spreadsheets that office.py reads.

A cell merged over several columns or rows is repeated in each of them, as in spreadsheets. A zip archive is
unpacked into nothing first, as there: a small file must not become gigabytes.
"""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from congress_desk.devices.sheets.kinds import check_archive
from congress_desk.devices.sheets.office import MOST_ROWS, OfficeSheets, content_of
from congress_desk.devices.sheets.workbook import trimmed
from congress_desk.domain.list_tables import Cell, Table
from congress_desk.domain.refusals import Problem, Trouble

if TYPE_CHECKING:
    from docx.table import Table as WordTable

_DOCX_BODY = "word/document.xml"


class OfficeTables:
    """See services.ports.sheets.TableReader. Holds nothing open."""

    def __init__(self) -> None:
        self._sheets = OfficeSheets()

    def read(self, path: Path) -> Sequence[Table]:
        content = content_of(path)
        return _word_tables(content, path) if _is_word(content) else self._sheets.read(path)


def _is_word(content: bytes) -> bool:
    if not content.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return _DOCX_BODY in archive.namelist()
    except zipfile.BadZipFile:
        return False


def _word_tables(content: bytes, path: Path) -> list[Table]:
    """Trouble: NOT_A_SPREADSHEET (damaged), SPREADSHEET_TOO_LARGE, SPREADSHEET_EMPTY (no table in it)."""
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import XMLSyntaxError

    check_archive(content, path)
    try:
        tables = docx.Document(BytesIO(content)).tables
        found = [Table(name=str(n), rows=trimmed(_rows(table, path))) for n, table in enumerate(tables, 1)]
    except (OpcError, XMLSyntaxError, KeyError, ValueError, IndexError, AttributeError) as error:
        raise Trouble(Problem.NOT_A_SPREADSHEET, path=str(path)) from error  # what python-docx raises on damage
    filled = [table for table in found if table.rows]
    if not filled:
        raise Trouble(Problem.SPREADSHEET_EMPTY, path=str(path))
    return filled


def _rows(table: WordTable, path: Path) -> list[list[Cell]]:
    if len(table.rows) > MOST_ROWS:
        raise Trouble(Problem.SPREADSHEET_TOO_LARGE, path=str(path), rows=MOST_ROWS)
    return [[cell.text if cell.text.strip() else None for cell in row.cells] for row in table.rows]
