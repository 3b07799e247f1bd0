"""Lists as offices really send them, written to real files and understood."""

from __future__ import annotations

import datetime as dt
import unicodedata
from pathlib import Path

import pytest

from congress_desk.domain.dates import PartialDate
from congress_desk.domain.delegates import Category, Gender
from tests.domain.office_lists import (
    Grid,
    Tabs,
    codes,
    delimited,
    names,
    ods,
    people,
    read,
    read_grid,
    xls,
    xlsx,
)

FEMALE, MALE = Gender.FEMALE, Gender.MALE

PROVINCE_LIST: Grid = [
    ["TỈNH ỦY THÁI NGUYÊN", None, None, None, "ĐẢNG CỘNG SẢN VIỆT NAM"],
    ["*", None, None, None, "Thái Nguyên, ngày 20 tháng 8 năm 2025"],
    ["DANH SÁCH TRÍCH NGANG ĐẠI BIỂU DỰ ĐẠI HỘI"],
    [],
    ["STT", "Họ và tên", "Ngày, tháng, năm sinh", None, "Dân tộc", "Trình độ", None, None, "Số CCCD", "Ghi chú"],
    [None, None, "Nam", "Nữ", None, "GDPT", "Chuyên môn", "LLCT", None, None],
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)"],
    ["I. ĐOÀN PHƯỜNG ĐẠI TỪ (2 đại biểu)"],
    [1, "NGUYỄN VĂN AN", "1/2/1975", None, "Kinh", dt.date(2025, 12, 12), "Đại học", "Cao cấp", 19075001234],
    [2, "TRẦN THỊ BÌNH", None, dt.date(1980, 3, 31), "Tày", "12/12", "Thạc sĩ", "Cử nhân", "019180001235"],
    ["II", "ĐOÀN XÃ PHÚ LƯƠNG", None, None, None, None, None, None, None, 1],
    [1, "ĐOÀN VĂN HẬU", 1966, None, "Nùng", "10/10", "Đại học", "Cao cấp", "019 066 001 236"],
    ["Tổng cộng: 3 đại biểu"],
    [None, "NGƯỜI LẬP BIỂU", None, None, None, None, "TM. BAN TỔ CHỨC"],
    [None, "(Ký, ghi rõ họ tên)"],
    [None, "Phạm Thị Ký", None, None, None, None, "Lê Văn Duyệt"],
]
MERGES = ["A1:C1", "E1:J1", "A3:J3", "C5:D5", "F5:H5", "A5:A6", "B5:B6", "E5:E6", "I5:I6", "J5:J6", "A8:J8"]
XLS_MERGES = [(4, 4, 2, 3), (4, 4, 5, 7), (4, 5, 0, 0), (4, 5, 1, 1), (7, 7, 0, 9)]
ODS_SPANS = {(4, 2): (1, 2), (4, 5): (1, 3), (4, 0): (2, 1), (4, 1): (2, 1), (7, 0): (1, 10)}


def province_list(kind: str, folder: Path) -> Path:
    if kind == "xlsx":
        return xlsx(folder / "ds.xlsx", {"Sheet1": PROVINCE_LIST}, {"Sheet1": MERGES})
    if kind == "xls":
        return xls(folder / "ds.xls", {"Sheet1": PROVINCE_LIST}, {"Sheet1": XLS_MERGES})
    if kind == "ods":
        return ods(folder / "ds.ods", {"Sheet1": PROVINCE_LIST}, {"Sheet1": ODS_SPANS})
    return delimited(folder / "ds.csv", PROVINCE_LIST)


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods", "csv"])
def test_the_usual_list_of_a_province_is_understood_in_every_format(kind: str, tmp_path: Path) -> None:
    understood = read(province_list(kind, tmp_path))

    assert codes(understood) == []
    assert names(understood) == ["Nguyễn Văn An", "Trần Thị Bình", "Đoàn Văn Hậu"]
    an, binh, hau = people(understood)
    assert (an.gender, binh.gender, hau.gender) == (MALE, FEMALE, MALE)
    births = (PartialDate(1975, 2, 1), PartialDate(1980, 3, 31), PartialDate(1966))
    assert (an.birth_date, binh.birth_date, hau.birth_date) == births
    assert an.delegation == binh.delegation == "ĐOÀN PHƯỜNG ĐẠI TỪ"
    assert hau.delegation == "ĐOÀN XÃ PHÚ LƯƠNG"
    assert an.citizen_number == "019075001234"
    assert hau.citizen_number == "019066001236"
    assert (binh.general_education, an.degree, an.political_theory) == ("12/12", "Đại học", "Cao cấp")


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_school_years_that_excel_made_a_date_are_put_back(kind: str, tmp_path: Path) -> None:
    assert people(read(province_list(kind, tmp_path)))[0].general_education == "12/12"


def test_the_columns_understood_are_told_with_their_headers(tmp_path: Path) -> None:
    columns = {c.column: (c.header, c.field) for c in read(province_list("xlsx", tmp_path)).columns}

    assert columns["A"] == ("STT", "")
    assert columns["D"] == ("Ngày, tháng, năm sinh / Nữ", "birth_date")
    assert columns["H"] == ("Trình độ / LLCT", "political_theory")


def test_one_tab_for_each_delegation_names_the_delegation(tmp_path: Path) -> None:
    header = ["TT", "Họ tên", "Năm sinh"]
    tabs: Tabs = {
        "1. Đoàn Đại Từ": [header, [1, "Nguyễn Văn An", 1975]],
        "02-Đoàn Phú Lương": [header, [1, "Lý Thị Mẩy", "1980"]],
        "Tổng hợp": [["Đoàn", "Nam", "Nữ"], ["Đại Từ", 1, 0], ["Phú Lương", 0, 1], ["Cộng", 1, 1]],
    }
    understood = read(xlsx(tmp_path / "ds.xlsx", tabs))

    assert [p.delegation for p in people(understood)] == ["Đoàn Đại Từ", "Đoàn Phú Lương"]
    assert understood.errors == ()


def test_tabs_without_names_of_their_own_name_no_delegation(tmp_path: Path) -> None:
    tabs: Tabs = {
        f"Sheet{i}": [["Họ tên", "Năm sinh"], [f"Nguyễn Văn {w}", 1970 + i]] for i, w in ((1, "An"), (2, "Ba"))
    }

    assert [p.delegation for p in people(read(xlsx(tmp_path / "ds.xlsx", tabs)))] == ["", ""]


def test_a_delegation_column_beats_the_tab(tmp_path: Path) -> None:
    header = ["Họ tên", "Năm sinh", "Thuộc đoàn"]
    tabs: Tabs = {"A": [header, ["Nguyễn Văn An", 1975, "Đoàn X"]], "B": [header, ["Lê Thị Ba", 1976, "Đoàn Y"]]}

    assert [p.delegation for p in people(read(xlsx(tmp_path / "ds.xlsx", tabs)))] == ["Đoàn X", "Đoàn Y"]


def test_a_delegation_named_in_a_title_line_holds_for_the_list() -> None:
    understood = read_grid(
        ["DANH SÁCH ĐẠI BIỂU DỰ ĐẠI HỘI"],
        ["Đoàn đại biểu xã Võ Nhai"],
        ["Họ tên", "Năm sinh"],
        ["Ma Văn Chiến", 1970],
    )
    assert people(understood)[0].delegation == "Đoàn đại biểu xã Võ Nhai"


def test_a_delegation_merged_beside_its_people_is_filled_down_in_csv(tmp_path: Path) -> None:
    grid: Grid = [
        ["Đoàn", "Họ tên", "Năm sinh"],
        ["Đại Từ", "Nguyễn Văn An", 1975],
        [None, "Lê Văn Ba", 1970],
        [None, "Lê Thị Tư", 1971],
        ["Phú Lương", "Ma Văn Cao", 1972],
        [None, "Ma Thị Sáu", 1972],
    ]

    told = [p.delegation for p in people(read(delimited(tmp_path / "ds.csv", grid)))]
    assert told == ["Đại Từ", "Đại Từ", "Đại Từ", "Phú Lương", "Phú Lương"]


def test_an_arabic_list_with_its_own_digits_is_understood(tmp_path: Path) -> None:
    grid: Grid = [
        ["م", "الاسم الكامل", "تاريخ الميلاد", "الجنس", "فئة المندوب", "رقم الهوية", "الوفد"],
        ["١", "محمد  علي", "١٩٧٥/٠٢/٠١", "ذكر", "منتخب", "٠١٩٠٧٥٠٠١٢٣٤", "وفد الشمال"],
    ]
    understood = read(xlsx(tmp_path / "ar.xlsx", {"القائمة": grid}))

    assert codes(understood) == []
    person = people(understood)[0]
    assert person.full_name == "محمد علي"
    assert person.birth_date == PartialDate(1975, 2, 1)
    assert (person.category, person.citizen_number) == (Category.ELECTED, "019075001234")
    assert person.delegation == "وفد الشمال"


def test_an_english_list_is_understood() -> None:
    understood = read_grid(
        ["No.", "FULL NAME", "D.O.B", "Sex", "Workplace", "Delegation", "Category", "ID number", "Mobile phone"],
        [1, "Nguyen Van An", "1 Feb 1975", "M", "Unit 5", "North", "ex-officio", "019075001234", "+84 912 345 678"],
    )
    person = people(understood)[0]

    assert codes(understood) == []
    assert person.birth_date == PartialDate(1975, 2, 1)
    assert (person.gender, person.category) == (MALE, Category.EX_OFFICIO)
    assert (person.unit, person.delegation, person.phone) == ("Unit 5", "North", "0912345678")


def test_headers_and_names_in_decomposed_letters_are_the_same_headers_and_names(tmp_path: Path) -> None:
    grid: Grid = [["Họ và tên đại biểu", "Năm sinh", "Đơn vị công tác"], ["Nguyễn  Thị Ánh ", "1975 ", " Sở Y tế"]]
    spread = [[unicodedata.normalize("NFD", cell) for cell in row] for row in grid]
    person = people(read(xlsx(tmp_path / "nfd.xlsx", {"DS": spread})))[0]

    assert person.full_name == unicodedata.normalize("NFC", "Nguyễn Thị Ánh")
    assert person.unit == "Sở Y tế"


def test_a_header_repeated_on_the_next_page_is_no_person() -> None:
    header = ["STT", "Họ và tên", "Ngày sinh", "Ngày sinh"]
    below = ["STT", "Họ và tên", "Nam", "Nữ"]
    understood = read_grid(
        header, below, [1, "Lê An", 1970, None], [None] * 4, header, below, [2, "Lê Ba", None, 1971]
    )

    assert names(understood) == ["Lê An", "Lê Ba"]
    assert codes(understood) == []


def test_people_below_a_signature_are_read_where_their_rows_are_full() -> None:
    understood = read_grid(
        ["STT", "Họ và tên", "Năm sinh", "Đơn vị"],
        [1, "Lê An", 1970, "A"],
        [None, "TM. BAN THƯỜNG VỤ"],
        [None, "Nguyễn Ký"],
        [2, "Lê Ba", 1971, "B"],
    )
    assert names(understood) == ["Lê An", "Lê Ba"]


def test_a_person_of_whom_only_the_name_is_known_is_a_person() -> None:
    understood = read_grid(["STT", "Họ và tên", "Năm sinh"], [1, "Đoàn Văn Hậu", None], [2, "Lê Ba", 1970])

    assert names(understood) == ["Đoàn Văn Hậu", "Lê Ba"]


def test_one_delegation_written_in_two_cases_is_one() -> None:
    rows = [["Lê An", "ĐOÀN XÃ ĐẠI TỪ"], ["Lê Ba", "Đoàn xã Đại Từ"], ["Lê Cao", "ĐOÀN XÃ ĐẠI TỪ"]]

    assert {p.delegation for p in people(read_grid(["Họ tên", "Đoàn"], *rows))} == {"Đoàn xã Đại Từ"}


@pytest.mark.parametrize("rows", [[["Kính gửi các đồng chí"]], [["Đoàn", "Số lượng"], ["Đại Từ", 5]], [["Họ tên"]]])
def test_a_table_without_a_header_of_people_says_so(rows: list[list[str]]) -> None:
    assert [e.code for e in read_grid(*rows).errors] == ["no_header"]


def test_nothing_at_all_is_no_header() -> None:
    from congress_desk.domain.list_reading import understand

    assert [e.code for e in understand([], today=dt.date(2025, 9, 22)).errors] == ["no_header"]


def test_real_dates_of_all_months_are_not_taken_for_exchanged_ones() -> None:
    stored = [[f"Lê A{c}", dt.date(1970, 5, 3 + 7 * i)] for i, c in enumerate("bcde")]
    written = [[f"Lê B{c}", f"{14 + i}/12/1975"] for i, c in enumerate("bcde")]

    assert read_grid(["Họ tên", "Ngày sinh"], *stored, *written).errors == ()


def test_below_the_signatures_only_full_rows_and_headings_count() -> None:
    header = ["TT", "Họ tên", "Năm sinh", "Đơn vị", "Chức vụ"]
    understood = read_grid(
        header,
        [1, "Lê An", 1970, "A", "B"],
        ["Thái Nguyên, ngày … tháng 8 năm 2025"],
        [None, None, None, "Chánh Văn phòng", "Lê Thị Ký"],
        ["Đoàn xã Ba Bể"],
        [2, "Lê Ba", 1971, "A", "B"],
    )
    assert [(p.full_name, p.delegation) for p in people(understood)] == [("Lê An", ""), ("Lê Ba", "Đoàn xã Ba Bể")]
    assert codes(understood) == []


def test_totals_in_a_row_of_several_cells_are_no_person() -> None:
    understood = read_grid(
        ["TT", "Họ tên", "Năm sinh", "Nữ"], [1, "Lê An", 1970, "x"], [None, "Tổng số", "1 người", "1"]
    )

    assert names(understood) == ["Lê An"]


def test_a_signature_below_in_the_first_column_ends_the_list() -> None:
    understood = read_grid(["Họ tên", "Năm sinh"], ["Lê An", 1970], ["Trưởng đoàn"], ["Lê Văn Duyệt"])

    assert names(understood) == ["Lê An"]


def test_roman_numbers_and_kinds_of_units_make_headings_of_delegations() -> None:
    understood = read_grid(
        ["TT", "Họ tên", "Năm sinh"], ["I. Cơ quan tỉnh"], [1, "Lê An", 1970], ["II", "Cụm Nam"], [1, "Hà Ba", 1971],
        [None, "Phường Tích Lương: 5 đồng chí"], [1, "Hà Cao", 1972],
    )  # fmt: skip
    assert [p.delegation for p in people(understood)] == ["Cơ quan tỉnh", "Cụm Nam", "Phường Tích Lương"]


def test_a_tab_with_people_but_no_header_is_an_error_not_a_silence(tmp_path: Path) -> None:
    tabs: Tabs = {
        "Đại Từ": [["Họ tên", "Năm sinh"], ["Nguyễn Văn An", 1975]],
        "Phú Lương": [[i, f"Lý Văn {w}", 1970 + i] for i, w in enumerate(["An", "Ba", "Cao"], start=1)],
    }
    understood = read(xlsx(tmp_path / "ds.xlsx", tabs))

    assert [(e.sheet, e.code) for e in understood.errors] == [("Phú Lương", "no_header")]
