"""Real files of every kind to plain cells."""

from __future__ import annotations

import codecs
import datetime as dt
from pathlib import Path

import pytest

from congress_desk.devices.sheets.office import OfficeSheets
from congress_desk.domain.list_tables import Cell
from tests.domain.office_lists import Grid, delimited, ods, xls, xlsx

GRID: Grid = [
    ["Họ và tên", "Ngày sinh", "Số"],
    ["Nguyễn Văn Ánh", dt.date(1975, 2, 1), 12],
    ["محمد علي", "1975", 1.5],
]


def rows(path: Path) -> list[list[Cell]]:
    return [list(row) for row in OfficeSheets().read(path)[0].rows]


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_texts_dates_and_numbers_arrive_as_they_are(kind: str, tmp_path: Path) -> None:
    path = {"xlsx": xlsx, "xls": xls, "ods": ods}[kind](tmp_path / f"a.{kind}", {"DS": GRID})  # type: ignore[operator]

    assert rows(path) == GRID


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_the_content_decides_and_not_the_name(kind: str, tmp_path: Path) -> None:
    path = {"xlsx": xlsx, "xls": xls, "ods": ods}[kind](tmp_path / "a.csv", {"DS": GRID})  # type: ignore[operator]

    assert rows(path)[1][0] == "Nguyễn Văn Ánh"


def test_merged_cells_repeat_their_value_in_every_format(tmp_path: Path) -> None:
    grid: Grid = [[None, "Tiêu đề", None], [None, None, None], ["a", "b", "c"]]
    expected = [[None, "Tiêu đề", "Tiêu đề"], [None, "Tiêu đề", "Tiêu đề"], ["a", "b", "c"]]

    assert rows(xlsx(tmp_path / "a.xlsx", {"DS": grid}, {"DS": ["B1:C2"]})) == expected
    assert rows(xls(tmp_path / "a.xls", {"DS": grid}, {"DS": [(0, 1, 1, 2)]})) == expected
    assert rows(ods(tmp_path / "a.ods", {"DS": grid}, {"DS": {(0, 1): (2, 2)}})) == expected


def test_rows_keep_the_numbers_that_the_spreadsheet_shows(tmp_path: Path) -> None:
    assert rows(xlsx(tmp_path / "a.xlsx", {"DS": [[], [], [None, "x"]]})) == [[None, None], [None, None], [None, "x"]]


def test_hidden_tabs_are_not_read_and_empty_ones_left_out(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.create_sheet("trống")
    book.create_sheet("ẩn").append(["x"])
    book["ẩn"].sheet_state = "hidden"
    book.create_sheet("Đại Từ").append(["y"])
    book.save(tmp_path / "a.xlsx")

    assert [table.name for table in OfficeSheets().read(tmp_path / "a.xlsx")] == ["Đại Từ"]


def test_formulas_give_their_kept_values_and_errors_give_nothing(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", {"DS": [["x", 1, 2, 3]]})
    _with_formulas(
        path, {"B1": "<f>1+1</f><v>2</v>", "C1": '<f>"a"&amp;"b"</f><v>ab</v>', "D1": "<f>1/0</f><v>#DIV/0!</v>"}
    )

    assert rows(path) == [["x", 2, "ab"]]


def test_repeated_empty_cells_to_the_end_of_an_ods_cost_nothing(tmp_path: Path) -> None:
    from odf.opendocument import load
    from odf.table import Table, TableCell, TableRow

    path = ods(tmp_path / "a.ods", {"DS": GRID})
    book = load(str(path))
    row = TableRow(numberrowsrepeated=1_000_000)
    row.addElement(TableCell(numbercolumnsrepeated=16_000))
    book.getElementsByType(Table)[0].addElement(row)
    book.save(str(path))

    assert rows(path) == GRID


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_csv_in_every_encoding_and_delimiter(delimiter: str, encoding: str, tmp_path: Path) -> None:
    grid: Grid = [
        ["Họ và tên", "Năm sinh", "Ghi chú"],
        ["Nguyễn Văn Ánh", "1975", 'a, b; "c"\nd'],
        ["Lê Ba", None, "x"],
    ]

    assert rows(delimited(tmp_path / "a.csv", grid, delimiter=delimiter, encoding=encoding)) == grid


def test_csv_in_the_code_pages_of_windows(tmp_path: Path) -> None:
    import unicodedata

    vietnamese = "Họ tên;Quê\nNguyễn Thị Ánh Tuyết;Đại Từ\nTrần Đình Hưởng;Phú Lương\n"
    (tmp_path / "vi.csv").write_bytes(_as_cp1258(vietnamese))
    (tmp_path / "ar.csv").write_bytes("الاسم الكامل;الجنس\nمحمد علي;ذكر\n".encode("cp1256"))

    told = [[unicodedata.normalize("NFC", str(cell)) for cell in row] for row in rows(tmp_path / "vi.csv")]
    assert told[1] == ["Nguyễn Thị Ánh Tuyết", "Đại Từ"]
    assert rows(tmp_path / "ar.csv")[1] == ["محمد علي", "ذكر"]


def test_the_line_that_excel_writes_to_name_its_delimiter(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("sep=|\nHọ tên|Năm sinh\nLê, An|1975\n", encoding="utf-8")

    assert rows(tmp_path / "a.csv") == [["Họ tên", "Năm sinh"], ["Lê, An", "1975"]]


def test_csv_under_the_name_of_a_workbook_is_read(tmp_path: Path) -> None:
    assert rows(
        delimited(tmp_path / "a.xls", [["Họ tên", "Năm sinh", "Đoàn"], ["Lê An", "1975", "A"]], delimiter="\t")
    )


def test_an_html_table_under_the_name_of_a_workbook_is_read(tmp_path: Path) -> None:
    html = (
        "<html><head><meta charset='utf-8'></head><body><table><tr><td colspan=3>DANH SÁCH</td></tr>"
        "<tr><th rowspan=2>Họ tên<th colspan=2>Ngày<br>sinh</tr><tr><td>Nam</td><td>Nữ</td></tr>"
        "<tr><td>Lê&nbsp;An</td><td>1975</td><td></td></tr></table></body></html>"
    )
    (tmp_path / "a.xls").write_bytes(codecs.BOM_UTF8 + html.encode())

    assert rows(tmp_path / "a.xls") == [
        ["DANH SÁCH", "DANH SÁCH", "DANH SÁCH"],
        ["Họ tên", "Ngày sinh", "Ngày sinh"],
        ["Họ tên", "Nam", "Nữ"],
        ["Lê An", "1975", None],
    ]


def _as_cp1258(text: str) -> bytes:
    """Windows writes Vietnamese letters with the tone as a mark of its own behind the letter."""
    import unicodedata

    written = b""
    for char in unicodedata.normalize("NFC", text):
        spread = unicodedata.normalize("NFD", char)
        tone = "".join(c for c in spread if c in "\u0300\u0301\u0303\u0309\u0323")
        base = unicodedata.normalize("NFC", "".join(c for c in spread if c not in tone))
        written += (base + tone).encode("cp1258")
    return written


def _with_formulas(path: Path, cells: dict[str, str]) -> None:
    """Rewrites cells of the first sheet as Excel leaves formulas: with the value it last computed."""
    import re
    import zipfile

    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    for place, inner in cells.items():
        kind = ' t="e"' if "#" in inner else ' t="str"' if "ab" in inner else ""
        sheet = re.sub(rf'<c r="{place}"[^>]*>.*?</c>', f'<c r="{place}"{kind}>{inner}</c>', sheet)
    parts["xl/worksheets/sheet1.xml"] = sheet.encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
