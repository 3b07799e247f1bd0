"""A list written as .xlsx: title, bold header that stays, widths that fit, text cells that keep their zeros.

The file is written beside its place and then moved there, so that it is whole or not there at all.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import re
import tempfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from congress_desk.domain.list_headers import heading_of
from congress_desk.domain.list_tables import Cell, column_letter
from congress_desk.domain.refusals import Problem, Trouble

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

TITLE_ROW, HEADER_ROW = 1, 3
BLANK_ROWS = 500  # ready to be filled in: choices reach so far
NARROWEST, WIDEST = 8, 42
USUAL_WIDTHS = {  # of columns that are still to be filled in
    **dict.fromkeys(("full_name", "position", "unit"), 28),
    **dict.fromkeys(("delegation", "hometown", "awards", "note"), 22),
    **dict.fromkeys(("birth_date", "party_joined", "party_official", "phone", "category", "degree", "major"), 15),
    "citizen_number": 17,
}
CHOICES: dict[str, dict[str, tuple[str, ...]]] = {  # field -> by language of its header: what may be chosen
    "gender": {"vi": ("Nam", "Nữ"), "en": ("Male", "Female"), "ar": ("ذكر", "أنثى")},
    "category": {
        "vi": ("Đương nhiên", "Được bầu", "Chỉ định", "Dự khuyết", "Khách mời", "Phục vụ"),
        "en": ("Ex officio", "Elected", "Appointed", "Alternate", "Guest", "Staff"),
        "ar": ("بحكم المنصب", "منتخب", "معين", "احتياطي", "ضيف مدعو", "خدمة المؤتمر"),
    },
}
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_VIETNAMESE = re.compile(r"[À-ỹĐđ]")


def write_workbook(path: Path, title: str, header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    """Trouble: CANNOT_WRITE, DISK_FULL."""
    content = _workbook(title, header, rows)
    try:
        _replace(path, content)
    except OSError as error:
        problem = Problem.DISK_FULL if error.errno == 28 else Problem.CANNOT_WRITE
        raise Trouble(problem, path=str(path), cause=error.strerror or str(error)) from error


def _workbook(title: str, header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = re.sub(r"[\[\]:*?/\\]", " ", title)[:31].strip(" '") or "1"
    language = _language(header)
    sheet.sheet_view.rightToLeft = language == "ar"
    _write_title(sheet, title, len(header))
    _write_header(sheet, header)
    _write_rows(sheet, rows, len(header))
    _set_widths(sheet, header, rows)
    _offer_choices(sheet, header, language, HEADER_ROW + max(len(rows), BLANK_ROWS))
    _set_page(sheet)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _write_title(sheet: Worksheet, title: str, columns: int) -> None:
    from openpyxl.styles import Alignment, Font

    _put(sheet, TITLE_ROW, 1, title)
    cell = sheet.cell(TITLE_ROW, 1)
    cell.font = Font(bold=True, size=14)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    if columns > 1:
        sheet.merge_cells(start_row=TITLE_ROW, end_row=TITLE_ROW, start_column=1, end_column=columns)
    sheet.row_dimensions[TITLE_ROW].height = 32


def _write_header(sheet: Worksheet, header: Sequence[str]) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    line = Side(style="thin", color="9C9287")
    for column, text in enumerate(header, start=1):
        _put(sheet, HEADER_ROW, column, text)
        cell = sheet.cell(HEADER_ROW, column)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="8E1620")
        cell.border = Border(left=line, right=line, top=line, bottom=line)
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.row_dimensions[HEADER_ROW].height = 34
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"


def _write_rows(sheet: Worksheet, rows: Sequence[Sequence[Cell]], columns: int) -> None:
    """What is typed later is text too: 019... keeps its zero, 1/2/1975 stays the first of February."""
    for index in range(columns):
        sheet.column_dimensions[column_letter(index)].number_format = "@"
    for number, row in enumerate(rows, start=HEADER_ROW + 1):
        for column, value in enumerate(row, start=1):
            _put(sheet, number, column, value)


def _put(sheet: Worksheet, row: int, column: int, value: Cell) -> None:
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = _UNWRITABLE.sub("", value)
        cell.data_type = "s"  # never a formula, whatever it begins with
        cell.number_format = "@"
    elif value is not None:
        cell.value = value
        if isinstance(value, dt.date):
            cell.number_format = "dd/mm/yyyy"


def _set_widths(sheet: Worksheet, header: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:
    for index, text in enumerate(header):
        longest = max((len(str(row[index])) for row in rows[:500] if index < len(row) and row[index]), default=0)
        wanted = max(longest, max((len(word) for word in text.split()), default=0), len(text) // 2) + 3
        heading = heading_of(text)
        usual = USUAL_WIDTHS.get(heading.field, NARROWEST) if heading and not rows else NARROWEST
        sheet.column_dimensions[column_letter(index)].width = min(max(wanted, usual), WIDEST)


def _offer_choices(sheet: Worksheet, header: Sequence[str], language: str, last_row: int) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    for index, text in enumerate(header):
        heading = heading_of(text)
        choices = CHOICES.get(heading.field if heading else "", {}).get(language)
        if choices:
            rule = DataValidation(
                type="list", formula1=f'"{",".join(choices)}"', allow_blank=True, showErrorMessage=False
            )
            letter = column_letter(index)
            rule.add(f"{letter}{HEADER_ROW + 1}:{letter}{last_row}")
            sheet.add_data_validation(rule)


def _set_page(sheet: Worksheet) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"


def _language(header: Sequence[str]) -> str:
    text = " ".join(header)
    if _ARABIC.search(text):
        return "ar"
    return "vi" if _VIETNAMESE.search(text) else "en"


def _replace(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".writing-", suffix=".xlsx", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o644)
        os.replace(name, path)
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
