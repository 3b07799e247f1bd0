"""Files that are no spreadsheet, locked, damaged, or far too large: each says what it is, and quickly."""

from __future__ import annotations

import contextlib
import os
import time
import zipfile
from pathlib import Path

import pytest

from congress_desk.devices.sheets.office import MOST_ROWS, OfficeSheets
from congress_desk.domain.refusals import Problem, Trouble
from tests.domain.office_lists import delimited, ods, xls, xlsx

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256))
LETTER = "Kính gửi: Ban Thường vụ, các đồng chí\nTrân trọng kính mời đồng chí, đúng 7 giờ, tới dự.\nXin cảm ơn.\n"


def problem(path: Path) -> Problem:
    with pytest.raises(Trouble) as told:
        OfficeSheets().read(path)
    assert told.value.details["path"] == str(path)
    return told.value.problem


@pytest.mark.parametrize(
    "content",
    [PNG, b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", LETTER.encode(), b"PK\x03\x04 broken",
     b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99,
     b"<html><body>no table</body></html>", b"\x00\x01\x02\x03" * 50, b"{\\rtf1\\ansi danh sach}"],
)  # fmt: skip
def test_other_files_renamed_are_no_spreadsheets(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "danh sách.xlsx"
    path.write_bytes(content)

    assert problem(path) is Problem.NOT_A_SPREADSHEET


def test_a_picture_named_csv_and_a_word_document_are_no_spreadsheets(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(PNG)
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    with zipfile.ZipFile(tmp_path / "b.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")

    for name in ("a.csv", "a.xlsx", "b.ods"):
        assert problem(tmp_path / name) is Problem.NOT_A_SPREADSHEET


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
@pytest.mark.parametrize("part", [0.3, 0.7, 0.95])
def test_a_truncated_file_is_no_spreadsheet(kind: str, part: float, tmp_path: Path) -> None:
    maker = {"xlsx": xlsx, "xls": xls, "ods": ods}[kind]
    path = maker(tmp_path / f"a.{kind}", {"DS": [["Họ tên", "Năm sinh"], *[[f"Lê {i}", i] for i in range(300)]]})  # type: ignore[operator]
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * part)])

    assert problem(path) is Problem.NOT_A_SPREADSHEET


def test_a_damaged_part_of_a_workbook_is_noticed(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "a.xlsx", {"DS": [[f"Lê {i}", i] for i in range(500)]})
    content = bytearray(path.read_bytes())
    content[len(content) // 3] ^= 0xFF
    path.write_bytes(bytes(content))

    assert problem(path) is Problem.NOT_A_SPREADSHEET


def test_a_file_of_100_mb_is_refused_within_a_second_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        os.truncate(path, 100_000_000)
    started = time.perf_counter()

    assert problem(path) is Problem.SPREADSHEET_TOO_LARGE
    assert time.perf_counter() - started < 1.0


def test_an_archive_that_unpacks_to_gigabytes_is_refused_within_a_second(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(16):
                part.write(b" " * 10_000_000)
    started = time.perf_counter()

    assert path.stat().st_size < 2_000_000
    assert problem(path) is Problem.SPREADSHEET_TOO_LARGE
    assert time.perf_counter() - started < 1.0


def test_an_archive_that_lies_about_its_size_is_no_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b"x" * 1_000_000)
    true, told = (1_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(true, told))

    assert problem(path) is Problem.NOT_A_SPREADSHEET


@pytest.mark.parametrize("place", ["XFD1048576", "A1048576", "XFD20000"])
def test_one_stray_cell_at_the_end_of_the_sheet_does_not_take_all_memory(place: str, tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = "Họ tên"
    sheet[place] = "x"
    book.save(tmp_path / "a.xlsx")

    assert problem(tmp_path / "a.xlsx") is Problem.SPREADSHEET_TOO_LARGE


def test_a_format_painted_to_the_end_of_the_sheet_does_no_harm(tmp_path: Path) -> None:
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = "Họ tên"
    sheet["XFD1048576"].font = Font(bold=True)
    book.save(tmp_path / "a.xlsx")

    assert OfficeSheets().read(tmp_path / "a.xlsx")[0].rows == (("Họ tên",),)


def test_repeated_filled_cells_of_an_ods_do_not_take_all_memory(tmp_path: Path) -> None:
    from odf.opendocument import load
    from odf.table import Table, TableCell, TableRow
    from odf.text import P

    path = ods(tmp_path / "a.ods", {"DS": [["Họ tên"]]})
    book = load(str(path))
    cell = TableCell(valuetype="string", numbercolumnsrepeated=16_000)
    cell.addElement(P(text="x"))
    row = TableRow(numberrowsrepeated=1_000_000)
    row.addElement(cell)
    book.getElementsByType(Table)[0].addElement(row)
    book.save(str(path))

    assert problem(path) is Problem.SPREADSHEET_TOO_LARGE


def test_more_than_twenty_thousand_rows_are_too_many_in_every_format(tmp_path: Path) -> None:
    grid = [["Lê An", "1975"]] * (MOST_ROWS + 1)

    assert problem(delimited(tmp_path / "a.csv", grid)) is Problem.SPREADSHEET_TOO_LARGE
    assert problem(xls(tmp_path / "a.xls", {"DS": [["Lê An"]] * (MOST_ROWS + 1)})) is Problem.SPREADSHEET_TOO_LARGE
    assert len(OfficeSheets().read(delimited(tmp_path / "b.csv", grid[1:]))[0].rows) == MOST_ROWS


def test_a_workbook_protected_by_a_password_is_locked(tmp_path: Path) -> None:
    from msoffcrypto.format.ooxml import OOXMLFile

    plain, locked = xlsx(tmp_path / "a.xlsx", {"DS": [["x"]]}), tmp_path / "b.xlsx"
    with plain.open("rb") as source, locked.open("wb") as target:
        OOXMLFile(source).encrypt("mật khẩu", target)

    assert problem(locked) is Problem.SPREADSHEET_LOCKED


def test_an_old_workbook_protected_by_a_password_is_locked(tmp_path: Path) -> None:
    path = xls(tmp_path / "a.xls", {"DS": [["x"]]})
    content = path.read_bytes()
    first = content.index(b"\x09\x08")  # BOF of the workbook stream; the record after it becomes FILEPASS
    after = first + 4 + int.from_bytes(content[first + 2 : first + 4], "little")
    path.write_bytes(content[:after] + b"\x2f\x00" + content[after + 2 :])

    assert problem(path) is Problem.SPREADSHEET_LOCKED


def test_a_damaged_old_workbook_is_refused_and_not_a_crash(tmp_path: Path) -> None:
    """Every byte of the first records once: the reader may panic, we must not."""
    path = xls(tmp_path / "a.xls", {"DS": [["Họ tên", 1], ["Lê An", 2]]})
    content = path.read_bytes()
    for place in range(512, 1400, 7):
        path.write_bytes(content[:place] + b"\xff" + content[place + 1 :])
        with contextlib.suppress(Trouble):
            OfficeSheets().read(path)


def test_an_ods_protected_by_a_password_is_locked(tmp_path: Path) -> None:
    path = ods(tmp_path / "a.ods", {"DS": [["x"]]})
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["META-INF/manifest.xml"] = parts["META-INF/manifest.xml"].replace(
        b"</manifest:manifest>", b"<manifest:encryption-data/></manifest:manifest>"
    )
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)

    assert problem(path) is Problem.SPREADSHEET_LOCKED


@pytest.mark.parametrize("content", [b"", b"\n\n \n", b"\xef\xbb\xbf", b",,,\n,,\n"])
def test_a_text_with_nothing_in_it_is_empty(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(content)

    assert problem(tmp_path / "a.csv") is Problem.SPREADSHEET_EMPTY


def test_a_workbook_with_empty_tabs_only_is_empty(tmp_path: Path) -> None:
    assert problem(xlsx(tmp_path / "a.xlsx", {"DS": [], "X": [[" "]]})) is Problem.SPREADSHEET_EMPTY
    assert problem(ods(tmp_path / "a.ods", {"DS": []})) is Problem.SPREADSHEET_EMPTY


def test_a_missing_file_and_a_folder_are_told_as_such(tmp_path: Path) -> None:
    assert problem(tmp_path / "không có.xlsx") is Problem.NO_SUCH_FILE
    assert problem(tmp_path) is Problem.NO_SUCH_FILE
