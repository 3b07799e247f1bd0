"""The citizen card's QR: read by shape, in the layouts that exist and the one that may come."""

from __future__ import annotations

import unicodedata

import pytest

from congress_desk.domain.citizen_card import CitizenCard, looks_like_citizen_card, read_citizen_card
from congress_desk.domain.dates import PartialDate

NUMBER = "019175001234"
BORN = PartialDate(1975, 2, 1)
ADDRESS = "Tổ 5, Phường Hoàng Văn Thụ, Thái Nguyên"


@pytest.mark.parametrize(
    "text",
    [
        f"{NUMBER}|090123456|Nguyễn Thị Ánh|01021975|Nữ|{ADDRESS}|15042021",
        f"{NUMBER}||Nguyễn Thị Ánh|01021975|Nữ|{ADDRESS}|15042021",
        f" {NUMBER} | 090123456 |  Nguyễn  Thị Ánh |01021975|Nữ|{ADDRESS}|15042021\r\n",
        f"{NUMBER}|090123456|Nguyễn Thị Ánh|01021975|Nữ|{ADDRESS}|15042021||Nguyễn Văn A|Trần Thị B|",
        f"{NUMBER}||Nguyễn Thị Ánh|01021975|Nữ|{ADDRESS}|15042024|Xã Phú Đình|15042034|VNM",
        f"{NUMBER}|Nguyễn Thị Ánh|01021975|Nữ",
        unicodedata.normalize("NFD", f"{NUMBER}||Nguyễn Thị Ánh|01021975|Nữ|{ADDRESS}|15042021"),
    ],
)
def test_number_name_and_birth_date_are_read_in_every_layout(text: str) -> None:
    card = read_citizen_card(text)
    assert card == CitizenCard(number=NUMBER, full_name="Nguyễn Thị Ánh", birth_date=BORN)
    assert looks_like_citizen_card(text)


def test_a_bare_number_is_enough() -> None:
    assert read_citizen_card(f" {NUMBER}\n") == CitizenCard(number=NUMBER)


def test_a_name_of_one_word_is_not_taken_for_the_address() -> None:
    card = read_citizen_card(f"{NUMBER}||Siu|01021975|Nam|Làng Pleiku Roh|15042021")
    assert card is not None
    assert card.full_name == "Siu"


@pytest.mark.parametrize(("day", "born"), [("31021975", None), ("00001975", PartialDate(1975)), ("99999999", None)])
def test_a_birth_date_that_is_none_is_not_replaced_by_the_day_of_issue(day: str, born: PartialDate | None) -> None:
    card = read_citizen_card(f"{NUMBER}||Lê Văn Ba|{day}|Nam|{ADDRESS}|15042021")
    assert card is not None
    assert card.birth_date == born


@pytest.mark.parametrize(
    "text",
    [
        "",
        "|",
        "|||||||",
        "https://zalo.me/g/abcdef012",
        "https://example.vn/?id=019175001234",
        "01917500123",
        "0191750012345",
        f"{NUMBER}|x",
        f"{NUMBER}|x|y",
        "Nguyễn Văn An|01021975|Nam|Hà Nội",
        "WIFI:T:WPA;S:HoiTruong;P:12345678;;",
        "٠١٩١٧٥٠٠١٢٣٤|x",
    ],
)
def test_what_is_no_citizen_card_is_not_read_as_one(text: str) -> None:
    assert read_citizen_card(text) is None
    assert not looks_like_citizen_card(text)
