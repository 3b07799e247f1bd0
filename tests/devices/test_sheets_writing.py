"""Lists written as .xlsx: whole, safe, and comfortable to fill in."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from openpyxl import load_workbook

from congress_desk.devices.sheets.office import OfficeSheets
from congress_desk.domain.list_tables import Cell
from congress_desk.domain.refusals import Problem, Trouble

HEADER = ["STT", "Họ và tên", "Ngày sinh", "Giới tính", "Loại đại biểu", "Số căn cước công dân"]
ROWS: list[list[Cell]] = [
    [1, "Nguyễn Văn An", dt.date(1975, 2, 1), "Nam", "Chỉ định", "019075001234"],
    [2, "=HYPERLINK(1)", None, "", "", "007"],
]


def write(path: Path, header: list[str] = HEADER, title: str = "Danh sách đại biểu") -> Path:
    OfficeSheets().write(path, title, header, ROWS)
    return path


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    rows = OfficeSheets().read(write(tmp_path / "a.xlsx"))[0].rows

    assert rows[0][0] == "Danh sách đại biểu"
    assert list(rows[2]) == HEADER
    assert list(rows[3]) == ROWS[0]
    assert rows[4][1] == "=HYPERLINK(1)"
    assert rows[4][5] == "007"


def test_text_is_text_and_never_a_formula(tmp_path: Path) -> None:
    sheet = load_workbook(write(tmp_path / "a.xlsx")).worksheets[0]

    assert sheet["B5"].data_type == "s"
    assert sheet["F5"].number_format == "@"
    assert sheet["C4"].number_format == "dd/mm/yyyy"


def test_the_header_stays_and_repeats_on_every_printed_page(tmp_path: Path) -> None:
    sheet = load_workbook(write(tmp_path / "a.xlsx")).worksheets[0]

    assert sheet.freeze_panes == "A4"
    assert sheet.print_title_rows == "$3:$3"
    assert sheet["A3"].font.bold
    assert sheet.page_setup.orientation == "landscape"


@pytest.mark.parametrize(
    ("header", "gender", "right_to_left"),
    [("Giới tính", "Nam,Nữ", False), ("Gender", "Male,Female", False), ("الجنس", "ذكر,أنثى", True)],
)
def test_gender_and_category_can_be_chosen_in_the_language_of_the_header(
    header: str, gender: str, right_to_left: bool, tmp_path: Path
) -> None:
    names = {"Giới tính": "Họ và tên", "Gender": "Full name", "الجنس": "الاسم الكامل"}
    sheet = load_workbook(write(tmp_path / "a.xlsx", [names[header], header])).worksheets[0]

    assert [rule.formula1 for rule in sheet.data_validations.dataValidation] == [f'"{gender}"']
    assert bool(sheet.sheet_view.rightToLeft) is right_to_left


def test_an_empty_template_has_room_for_names_and_takes_what_is_typed_as_text(tmp_path: Path) -> None:
    OfficeSheets().write(tmp_path / "a.xlsx", "Mẫu", HEADER, [])

    assert load_workbook(tmp_path / "a.xlsx").worksheets[0].column_dimensions["B"].width == 28

    assert load_workbook(tmp_path / "a.xlsx").worksheets[0].column_dimensions["C"].number_format == "@"


@pytest.mark.parametrize("title", ["Mẫu: [1]/2?", "x" * 99, "", "'a'"])
def test_any_title_makes_a_file_that_opens(title: str, tmp_path: Path) -> None:
    assert load_workbook(write(tmp_path / "a.xlsx", title=title)).worksheets[0]["B3"].value == "Họ và tên"


def test_characters_that_a_workbook_cannot_hold_are_left_out(tmp_path: Path) -> None:
    OfficeSheets().write(tmp_path / "a.xlsx", "T", ["Họ tên"], [["Lê\x0b An\x00"]])

    assert OfficeSheets().read(tmp_path / "a.xlsx")[0].rows[3] == ("Lê An",)


def test_an_existing_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"old")
    write(tmp_path / "a.xlsx")

    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_folder_that_is_not_there_or_a_name_that_is_a_folder_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "b.xlsx").mkdir()
    for path in (tmp_path / "missing" / "a.xlsx", tmp_path / "b.xlsx"):
        with pytest.raises(Trouble) as told:
            write(path)
        assert told.value.problem is Problem.CANNOT_WRITE
    assert [path.name for path in tmp_path.iterdir()] == ["b.xlsx"]
