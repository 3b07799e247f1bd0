"""Cells of office lists: gender, category, dates and names in the many ways people write them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from congress_desk.domain.dates import PartialDate
from congress_desk.domain.delegates import Category, Gender
from tests.domain.office_lists import (
    Grid,
    codes,
    delimited,
    names,
    people,
    read,
    read_grid,
    xlsx,
)

FEMALE, MALE = Gender.FEMALE, Gender.MALE


def test_gender_by_marks_in_two_columns_under_a_merged_header(tmp_path: Path) -> None:
    grid: Grid = [
        ["STT", "Họ và tên", "Giới tính", None, "Năm sinh"],
        [None, None, "Nam", "Nữ", None],
        [1, "Nguyễn Văn An", "x", None, 1975],
        [2, "Trần Thị Bình", None, "X", 1980],
        [3, "Lê C", None, None, 1981],
    ]
    merges = {"DS": ["C1:D1", "A1:A2", "B1:B2", "E1:E2"]}

    assert [p.gender for p in people(read(xlsx(tmp_path / "ds.xlsx", {"DS": grid}, merges)))] == [
        MALE,
        FEMALE,
        Gender.UNKNOWN,
    ]


def test_marks_only_in_a_column_for_women_leave_the_others_men() -> None:
    understood = read_grid(["Họ tên", "Nữ", "Năm sinh"], ["Nguyễn An", None, 1975], ["Trần Bình", "x", 1980])

    assert [p.gender for p in people(understood)] == [MALE, FEMALE]


def test_marks_in_both_columns_are_an_error_at_the_cell() -> None:
    understood = read_grid(["Họ tên", "Nam", "Nữ"], ["Nguyễn An", "x", "x"])

    assert codes(understood) == [(2, "C", "gender_unreadable")]


@pytest.mark.parametrize(
    ("word", "gender"),
    [("Nam", MALE), ("nữ", FEMALE), ("NỮ", FEMALE), ("male", MALE), ("F", FEMALE), ("ذكر", MALE), ("أنثى", FEMALE)],
)
def test_gender_words_of_three_languages(word: str, gender: Gender) -> None:
    assert people(read_grid(["Họ tên", "Giới"], ["Lê An", word]))[0].gender is gender


def test_family_and_given_name_in_two_columns_are_joined() -> None:
    understood = read_grid(["TT", "Họ và tên đệm", "Tên", "Ngày sinh"], [1, "Nguyễn Văn", "An", "01-02-1975"])

    assert names(understood) == ["Nguyễn Văn An"]


def test_a_name_header_merged_over_two_columns_is_family_and_given_name(tmp_path: Path) -> None:
    grid: Grid = [
        ["STT", "Họ và tên", None, "Năm sinh"],
        [1, "Nguyễn Văn", "An", 1975],
        [2, "Trần Thị", "Bình", 1980],
    ]

    assert names(read(xlsx(tmp_path / "a.xlsx", {"DS": grid}, {"DS": ["B1:C1"]}))) == [
        "Nguyễn Văn An",
        "Trần Thị Bình",
    ]
    assert names(read(delimited(tmp_path / "a.csv", grid))) == ["Nguyễn Văn An", "Trần Thị Bình"]


def test_surname_and_name_in_arabic_begin_with_the_given_name() -> None:
    assert names(read_grid(["اللقب", "الاسم", "الجنس"], ["بن علي", "محمد", "ذكر"])) == ["محمد بن علي"]


def test_headings_of_categories_set_the_category_of_the_rows_below(tmp_path: Path) -> None:
    grid: Grid = [
        ["STT", "Họ tên", "Năm sinh", "Chức vụ"],
        ["A. ĐẠI BIỂU ĐƯƠNG NHIÊN"],
        [1, "Nguyễn An", 1970, "Bí thư"],
        ["B. ĐẠI BIỂU DỰ KHUYẾT"],
        [1, "Lê Bình", 1971, "Phó"],
        ["KHÁCH MỜI"],
        [1, "Hà Cao", 1950, "Nguyên"],
    ]
    understood = read(xlsx(tmp_path / "ds.xlsx", {"DS": grid}, {"DS": ["A2:D2", "A4:D4", "A6:D6"]}))

    assert [p.category for p in people(understood)] == [Category.EX_OFFICIO, Category.ALTERNATE, Category.GUEST]


def test_without_a_category_delegates_are_appointed_and_the_row_says_it_was_assumed() -> None:
    row = read_grid(["Họ tên", "Năm sinh"], ["Lê An", 1970]).rows[0]

    assert row.person.category is Category.APPOINTED
    assert row.assumed == {"category"}


@pytest.mark.parametrize(
    ("word", "category"),
    [
        ("EX", "EX"),
        ("đương nhiên", "EX"),
        ("ĐB được bầu", "EL"),
        ("Chỉ định", "AP"),
        ("Dự khuyết", "AL"),
        ("Khách mời", "GU"),
        ("Báo chí", "ST"),
        ("Đại biểu chính thức", "AP"),
        ("elected", "EL"),
        ("احتياطي", "AL"),
    ],
)
def test_category_words(word: str, category: str) -> None:
    assert people(read_grid(["Họ tên", "Loại đại biểu"], ["Lê An", word]))[0].category == category


def test_marks_in_columns_of_categories() -> None:
    understood = read_grid(
        ["Họ tên", "Thành phần đại biểu", "Thành phần đại biểu", "Thành phần đại biểu"],
        ["Họ tên", "Đương nhiên", "Được bầu", "Chỉ định"],
        ["Lê An", None, "x", None],
        ["Lê Ba", "x", None, None],
    )
    assert [p.category for p in people(understood)] == [Category.ELECTED, Category.EX_OFFICIO]


def test_numbered_blank_lines_and_remarks_are_no_people() -> None:
    understood = read_grid(
        ["STT", "Họ và tên", "Năm sinh", "Ghi chú"],
        [1, "Lê An", 1970],
        [2],
        [3],
        ["Lưu ý: nộp trước 20/8"],
        ["Cộng", 1],
    )
    assert names(understood) == ["Lê An"]
    assert codes(understood) == []


def test_a_row_without_a_name_is_an_error_at_the_name_column() -> None:
    assert codes(read_grid(["STT", "Họ và tên", "Năm sinh", "Đơn vị"], [1, None, 1970, "Sở Y tế"])) == [
        (2, "B", "name_missing")
    ]


def test_errors_stand_at_their_cells_from_the_top_left_on() -> None:
    understood = read_grid(
        ["TT", "Họ tên", "Ngày sinh", "Giới tính", "Loại đại biểu", "CCCD", "Điện thoại"],
        [1, "Nguy?n V?n An", "31/02/1975", "Nma", "Cử tri", "12345", "9.1E+08"],
        [2, "Lê Ba", "ngày mai", "Nam", "EX", "1.9075E+10", "0912"],
        [3, "Lê Cao", "1/1/2020", None, None, None, None],
        [4, "Lê Dũng", "1/1/2030", None, None, None, None],
    )
    assert codes(understood) == [
        (2, "B", "name_suspicious"),
        (2, "C", "date_impossible"),
        (2, "D", "gender_unreadable"),
        (2, "E", "category_unreadable"),
        (2, "F", "citizen_number_wrong"),
        (2, "G", "number_shortened"),
        (3, "C", "date_unreadable"),
        (3, "F", "number_shortened"),
        (4, "C", "age_unlikely"),
        (5, "C", "date_in_future"),
    ]


def test_party_dates_are_compared_with_birth_and_with_each_other() -> None:
    understood = read_grid(
        ["Họ tên", "Năm sinh", "Ngày vào Đảng", "Ngày vào Đảng"],
        ["Họ tên", "Năm sinh", "Dự bị", "Chính thức"],
        ["Lê An", 1980, "3/2/1990", "3/2/1991"],
        ["Lê Ba", 1960, "3/2/1991", "3/2/1990"],
        ["Lê Cao", 1960, "3/2/1990", "3/2/1991"],
    )
    assert codes(understood) == [(3, "C", "party_date_unlikely"), (4, "C", "party_dates_swapped")]
    assert people(understood)[2].party_official == PartialDate(1991, 2, 3)


def test_joined_and_official_in_one_cell() -> None:
    understood = read_grid(["Họ tên", "Ngày vào Đảng / chính thức"], ["Lê An", "03/02/1990\n03/02/1991"])
    person = people(understood)[0]

    assert (person.party_joined, person.party_official) == (PartialDate(1990, 2, 3), PartialDate(1991, 2, 3))


def test_day_month_and_year_in_three_columns() -> None:
    understood = read_grid(
        ["Họ tên", "Ngày sinh", None, None],
        [None, "Ngày", "Tháng", "Năm"],
        ["Lê An", 1, 2, 1975],
        ["Lê Ba", None, None, 1976],
    )
    assert [p.birth_date for p in people(understood)] == [PartialDate(1975, 2, 1), PartialDate(1976)]


def test_two_columns_of_the_same_field_are_an_error_that_names_both() -> None:
    understood = read_grid(["Họ tên", "CCCD", "Số căn cước"], ["Lê An", "019075001234", "019075001299"])
    error = understood.errors[0]

    assert (error.code, error.column, error.params["first"]) == ("two_columns_same_field", "C", "B")


def test_two_columns_of_posts_are_joined() -> None:
    understood = read_grid(
        ["Họ tên", "Chức vụ", "Chức vụ"], [None, "Đảng", "Chính quyền"], ["Lê An", "Bí thư", "Chủ tịch"]
    )

    assert people(understood)[0].position == "Bí thư, Chủ tịch"


def test_days_and_months_that_excel_exchanged_are_noticed() -> None:
    stored = [["Lê A" + c, dt.date(1970, 5 + i, 3 + i)] for i, c in enumerate("bcde")]
    written = [["Lê B" + c, f"{14 + i}/12/1975"] for i, c in enumerate("bcde")]
    understood = read_grid(["Họ tên", "Ngày sinh"], *stored, *written)

    assert codes(understood) == [(2, "B", "dates_swapped")]
    assert understood.errors[0].params == {"text": "03/05/1970", "count": "4"}


def test_names_stay_as_written_where_only_some_are_in_capitals() -> None:
    assert names(read_grid(["Họ tên", "Năm sinh"], ["LÊ AN", 1970], ["Lê Ba", 1971])) == ["LÊ AN", "Lê Ba"]


def test_titles_before_names_are_taken_away() -> None:
    rows = [
        ["Đ/c Lê Văn An", 1970],
        ["Đồng chí Lê Ba", 1971],
        ["3. Lê Cao", 1972],
        ["Bà Lê Thị Tư", 1973],
        ["Bà Lê", 1974],
    ]

    assert names(read_grid(["Họ tên", "Năm sinh"], *rows)) == ["Lê Văn An", "Lê Ba", "Lê Cao", "Lê Thị Tư", "Bà Lê"]


def test_names_that_sound_like_headings_are_people() -> None:
    told = ["Tống Thị Hoa", "Trương Đoan Trang", "Nguyễn Phúc Vũ", "Đoàn Khôi Nguyên", "Công Thị Nghĩa",
    "Đoàn Văn Hậu",
            "Lê Đăng", "Thư Trường", "Tô Sáu"]  # fmt: skip
    understood = read_grid(["Họ tên", "Đơn vị"], *[[name, None] for name in told], ["Hà An", "Sở Y tế"])

    assert names(understood) == [*told, "Hà An"]
    assert names(read_grid(["Giới", "Họ tên"], ["M", "Lê An"], ["F", "Lê Ba"])) == ["Lê An", "Lê Ba"]


def test_headings_written_without_diacritics_are_headings_too() -> None:
    understood = read_grid(
        ["Ho ten", "Nam sinh", "Don vi"], ["Doan xa Dai Tu"], ["Le An", 1970, "A"], ["Tong cong: 1"]
    )

    assert [(p.full_name, p.delegation) for p in people(understood)] == [("Le An", "Doan xa Dai Tu")]


def test_headings_of_discussion_groups_set_the_group() -> None:
    understood = read_grid(
        ["TT", "Họ tên", "Năm sinh"], ["TỔ THẢO LUẬN SỐ 2"], [1, "Lê An", 1970], [None, "Tổ 3"], [2, "Hà Ba", 1971]
    )

    assert [p.discussion_group for p in people(understood)] == ["TỔ THẢO LUẬN SỐ 2", "Tổ 3"]


def test_women_noted_behind_the_name_are_women_and_the_note_is_no_name() -> None:
    understood = read_grid(["Họ tên", "Năm sinh"], ["Trần Thị Bình (Nữ)", 1970], ["Lê An", 1971])

    assert [(p.full_name, p.gender) for p in people(understood)] == [
        ("Trần Thị Bình", FEMALE),
        ("Lê An", Gender.UNKNOWN),
    ]


def test_numbers_exported_as_floats_in_text_are_whole_again() -> None:
    person = people(read_grid(["Họ tên", "CCCD", "ĐT", "Số thẻ"], ["Lê An", "19075001234.0", "912345678.0", "12.0"]))[
        0
    ]

    assert (person.citizen_number, person.phone, person.card_number) == ("019075001234", "0912345678", "12")


def test_words_in_the_columns_of_men_and_women_must_agree_with_the_column() -> None:
    understood = read_grid(
        ["Họ tên", "Nam", "Nữ"], ["Lê An", "Nam", None], ["Lê Ba", None, "nữ"], ["Lê Cao", None, "nam"]
    )

    assert [p.gender for p in people(understood)] == [MALE, FEMALE, Gender.UNKNOWN]
    assert codes(understood) == [(4, "C", "gender_unreadable")]
