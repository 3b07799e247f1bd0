"""File names of photos to delegates."""

from __future__ import annotations

import unicodedata

import pytest

from congress_desk.domain.dates import PartialDate
from congress_desk.domain.delegates import Sheet
from congress_desk.domain.photo_matching import PhotoMatches, match
from tests.domain.office_lists import a_delegate

AN = a_delegate(1, Sheet(full_name="Nguyễn Văn An", card_number="012", citizen_number="019075001234",
                         birth_date=PartialDate(1975, 2, 1), delegation="Đoàn xã Đại Từ"))  # fmt: skip
OLD_AN = a_delegate(2, Sheet(full_name="Nguyễn Văn An", card_number="013", birth_date=PartialDate(1966, 3, 4),
                             delegation="Đoàn xã Phú Lương"))  # fmt: skip
ANH = a_delegate(3, Sheet(full_name="Trần Thị Ánh", card_number="114", citizen_number="019180001235"))
ANH_PLAIN = a_delegate(4, Sheet(full_name="Trần Thị Anh", card_number="115"))
MAY = a_delegate(5, Sheet(full_name="Bàn Mùi Mẩy", card_number="7"))
HANH = a_delegate(6, Sheet(full_name="Đỗ Hạnh"))


def whose(stem: str, *delegates: object) -> str | tuple[str, ...] | None:
    found = match([stem], delegates or (AN, ANH, MAY, HANH))  # type: ignore[arg-type]
    return found.matched.get(stem) or found.ambiguous.get(stem)


@pytest.mark.parametrize(
    "stem",
    ["012", "12", "012_1", "the_012", "Ảnh thẻ 012", "019075001234", "CCCD 019075001234", "Nguyễn Văn An",
     "nguyen_van_an",
     "NGUYEN-VAN-AN", "nguyenvanan", "Nguyen.Van.An", "nguyen van an (2)", "nguyễn văn an_1", "nguyen van an - Copy",
     "012-Nguyễn Văn An", "12. Nguyen Van An 3x4", "Đại Từ - Nguyễn Văn An - Bí thư", "IMG_Nguyen Van An",
     unicodedata.normalize("NFD", "Nguyễn Văn An"), "Nguyễn Văn An 1975", "٠١٢"],
)  # fmt: skip
def test_names_that_offices_give_to_a_picture(stem: str) -> None:
    assert whose(stem) == "d1"


@pytest.mark.parametrize(
    "stem", ["IMG_0012", "DSC00114", "IMG_20250820_012", "ảnh nhóm", "Nguyễn Văn", "999", "019000000000", ""]
)
def test_names_that_say_nothing_match_nobody(stem: str) -> None:
    assert whose(stem) is None


@pytest.mark.parametrize(
    ("stem", "expected"),
    [("nguyen van an", ("d1", "d2")), ("nguyen van an 1966", "d2"), ("Nguyễn Văn An 01.02.1975", ("d1")),
     ("nguyen van an 01021975", "d1"), ("nguyen van an phu luong", "d2"), ("013 nguyen van an", "d2"),
     ("nguyen van an_1", ("d1", "d2"))],
)  # fmt: skip
def test_namesakes_are_told_apart_by_year_card_or_delegation_or_asked(stem: str, expected: object) -> None:
    assert whose(stem, AN, OLD_AN) == expected


def test_diacritics_tell_apart_where_they_are_written() -> None:
    assert whose("Trần Thị Ánh", ANH, ANH_PLAIN) == "d3"
    assert whose("Trần Thị Anh", ANH, ANH_PLAIN) == "d4"


def test_a_number_that_contradicts_the_name_is_asked() -> None:
    assert whose("114-Nguyễn Văn An", AN, ANH, MAY) is not None
    found = match(["114-Nguyễn Văn An", "114-Trần Thị Ánh"], [AN, ANH])

    assert found.ambiguous["114-Nguyễn Văn An"] == ("d1", "d3")
    assert found.matched["114-Trần Thị Ánh"] == "d3"


def test_serial_numbers_before_names_are_not_taken_for_cards() -> None:
    people = [
        a_delegate(i, Sheet(full_name=f"Lê Văn {w}", card_number=str(i + 1)))
        for i, w in enumerate(["An", "Ba", "Cao"])
    ]
    found = match(["2. Lê Văn An", "3. Lê Văn Ba", "1. Lê Văn Cao"], people)

    assert found.matched == {"2. Lê Văn An": "d0", "3. Lê Văn Ba": "d1", "1. Lê Văn Cao": "d2"}


def test_a_second_picture_of_one_person_is_asked_and_the_plainest_name_wins() -> None:
    found = match(["012 (2)", "012", "Nguyễn Văn An"], [AN, MAY])

    assert found == PhotoMatches(
        matched={"012": AN.id},
        ambiguous={"012 (2)": (AN.id,), "Nguyễn Văn An": (AN.id,)},
        without=(MAY.id,),
    )


def test_the_order_of_the_files_does_not_matter() -> None:
    stems = ["012", "bàn mùi mẩy", "x", "Trần Thị Anh"]

    assert match(stems, [AN, ANH, MAY]) == match(stems[::-1], [AN, ANH, MAY])


def test_no_files_and_no_delegates() -> None:
    assert match([], [AN]).without == (AN.id,)
    assert match(["012"], []).unmatched == ("012",)
