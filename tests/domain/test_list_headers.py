"""Headers as offices write them, and titles that are none."""

from __future__ import annotations

import unicodedata
from dataclasses import fields

import pytest

from congress_desk.domain.delegates import Sheet
from congress_desk.domain.list_header_words import FIELD_PHRASES
from congress_desk.domain.list_headers import combined, heading_of
from congress_desk.domain.list_layout import find_layout, shown_field


@pytest.mark.parametrize(
    ("header", "field"),
    [("Họ & tên", "full_name"), ("HỌ VÀ TÊN ĐẠI BIỂU", "full_name"), ("Họ tên", "full_name"),
     ("Full name", "full_name"),
     ("Họ và tên\n(chữ in hoa)", "full_name"), ("الاسم الكامل", "full_name"), ("Ngày, tháng, năm sinh", "birth_date"),
     ("Năm sinh", "birth_date"), ("DOB", "birth_date"), ("تاريخ الميلاد", "birth_date"), ("CCCD", "citizen_number"),
     ("Số CCCD/CMND", "citizen_number"), ("Đơn vị công tác", "unit"), ("LLCT", "political_theory"),
     ("GDPT", "general_education"), ("Chức vụ, đơn vị công tác hiện nay", "position"),
     ("Số thẻ đảng viên", "party_card"),
     ("Số thẻ đại biểu", "card_number"), ("Ngày vào Đảng", "party_joined"),
     ("Ngày vào Đảng chính thức", "party_official"),
     ("Ngày vào Đảng/chính thức", "party_joined"), ("Ngày vào Đoàn", ""), ("STT", "serial"), ("#", "serial"),
     ("Nam", "gender_male"), ("Năm", "birth_year"), ("Giới tính (Nam/Nữ)", "gender"),
     ("Khối KH&CN", "science_block")],
)  # fmt: skip
def test_headers_are_recognised(header: str, field: str) -> None:
    for written in (header, header.upper(), unicodedata.normalize("NFD", header), f"  {header} "):
        found = heading_of(written)
        assert found is not None
        assert found.field == field


@pytest.mark.parametrize(
    "text",
    ["", "DANH SÁCH ĐẠI BIỂU DỰ ĐẠI HỘI", "TỈNH ỦY THÁI NGUYÊN", "Nguyễn Văn Nam", "Đoàn Văn Hậu", "12", "x" * 200,
     "Thái Nguyên, ngày 20 tháng 8 năm 2025"],
)  # fmt: skip
def test_titles_and_people_are_no_headers(text: str) -> None:
    assert heading_of(text) is None


@pytest.mark.parametrize(
    ("upper", "lower", "field"),
    [("Giới tính", "Nam", "gender_male"), ("Ngày sinh", "Nữ", "gender_female"), ("Ngày sinh", "Năm", "birth_year"),
     ("Trình độ", "LLCT", "political_theory"), ("Trình độ", "Tin học", ""),
     ("Ngày vào Đảng", "Chính thức", "party_official"),
     ("Ngày vào Đảng", "Dự bị", "party_joined"), ("Ghế", "Khai mạc", "seat_opening"),
     ("Số ghế", "Phiên khác", "seat"),
     ("Họ và tên", "Tên", "given_name"), ("Loại đại biểu", "Dự khuyết", "category_AL"),
     ("", "Họ và tên", "full_name"),
     ("Họ và tên", "", "full_name"), ("Chức vụ", "Chính quyền", "position")],
)  # fmt: skip
def test_a_header_below_another_is_read_in_its_light(upper: str, lower: str, field: str) -> None:
    found = combined(upper, lower)
    assert found is not None
    assert found.field == field


def test_every_field_of_the_sheet_has_headers_in_three_languages() -> None:
    for field in fields(Sheet):
        assert len(FIELD_PHRASES[field.name]) == 3, field.name


def test_no_phrase_means_two_fields_but_those_that_are_told_apart() -> None:
    from congress_desk.domain.list_headers import folded_phrase

    meanings: dict[str, set[str]] = {}
    for field, languages in FIELD_PHRASES.items():
        for phrase in "; ".join(languages).split("; "):
            meanings.setdefault(folded_phrase(phrase), set()).add(field)
    assert {p for p, found in meanings.items() if len(found) > 1} == {"nam", "ngay vao dang chinh thuc"}


def test_the_first_person_is_not_taken_for_a_second_header_row() -> None:
    layout = find_layout([["Họ tên", "Giới tính", "Năm sinh"], ["Lê An", "Nam", 1970]])

    assert layout is not None
    assert layout.body == 1
    assert [shown_field(c) for c in layout.columns] == ["full_name", "gender", "birth_date"]


def test_a_header_below_thirty_title_rows_is_not_looked_for() -> None:
    assert find_layout([["Tiêu đề"]] * 30 + [["Họ tên", "Năm sinh"]]) is None
