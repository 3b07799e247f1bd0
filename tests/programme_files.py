"""Programmes as offices make them, for tests: .xlsx and .docx with bands, merged cells and mistakes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import docx
import openpyxl

HEADER = ("TT", "Thời gian", "Nội dung", "Thực hiện")
DAY = "Ngày 22/9/2025"
OFFICE = (
    ("CHƯƠNG TRÌNH ĐẠI HỘI", None, None, None),
    HEADER,
    ("Buổi sáng, ngày 22/9/2025", None, None, None),
    ("1", "7h30 - 8h00", "Đón tiếp đại biểu, văn nghệ chào mừng", "Ban Tổ chức"),
    ("2", "8h00 đến 8h15", "Chào cờ, tuyên bố lý do", "Ban Tổ chức"),
    ("3", "8 giờ 15", "Báo cáo thẩm tra tư cách đại biểu", "Ban Thẩm tra"),
    ("4", "08:30 – 09:15", "Trình bày Báo cáo chính trị", "Đoàn Chủ tịch"),
    (None, "9g15 - 9g30", "Giải lao", None),
    ("5", "9h30-11h00", "Tham luận", "Đại biểu"),
    ("Buổi chiều, ngày 22/9/2025", None, None, None),
    ("6", "13h30 - 14h30", "Thảo luận các dự thảo văn kiện", "Đại biểu"),
    ("7", "14h30 - 15h00", "Biểu quyết thông qua Nghị quyết", "Đoàn Chủ tịch"),
    ("8", "15h00 - 15h15", "Bế mạc", "Đoàn Chủ tịch"),
    ("Dự phòng: sáng ngày 23/9/2025", None, None, None),
    ("9", "7h30 - 11h00", "Dự phòng", "Đoàn Chủ tịch"),
)

Row = Sequence[str | float | None]


def a_sheet_file(path: Path, rows: Sequence[Row], merged: Sequence[str] = ()) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    book.save(path)
    return path


def a_word_file(path: Path, rows: Sequence[Row], bands: bool = True) -> Path:
    """Rows with a text in the first cell alone are merged over the whole width, as offices do."""
    document = docx.Document()
    document.add_paragraph("CHƯƠNG TRÌNH")
    table = document.add_table(rows=0, cols=4)
    for row in rows:
        cells = table.add_row().cells
        if bands and row[0] and not any(row[1:]):
            cells[0].merge(cells[3]).text = str(row[0])
            continue
        for cell, text in zip(cells, row, strict=True):
            cell.text = "" if text is None else str(text)
    document.save(str(path))
    return path
