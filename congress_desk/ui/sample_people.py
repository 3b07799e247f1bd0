"""People who do not exist, for the samples of every room: gallery, tests and the README's pictures."""

from __future__ import annotations

from functools import lru_cache

from congress_desk.domain.dates import PartialDate
from congress_desk.domain.delegates import Category, Delegate, DelegateId, Gender, Sheet
from congress_desk.plumbing.resources import resource

_ROWS = (
    ("Nguyễn Thị Ánh", Gender.FEMALE, 1975, "Đoàn xã Đại Từ", "Bí thư Đảng ủy xã", Category.ELECTED, "B-14"),
    ("Trần Đức Ngọc", Gender.MALE, 1968, "Đoàn phường Phan Đình Phùng", "Phó Bí thư", Category.EX_OFFICIO, "A-03"),
    ("Lý Thị Hương Giang", Gender.FEMALE, 1984, "Đoàn Đảng ủy Quân sự tỉnh", "Ủy viên", Category.APPOINTED, "C-21"),
    ("Nông Quốc Khánh", Gender.MALE, 1979, "Đoàn xã Định Hóa", "Chủ tịch UBND xã", Category.ALTERNATE, ""),
    ("Phạm Văn Ước", Gender.MALE, 1971, "Đoàn xã Phú Lương", "Trưởng Ban Tổ chức", Category.APPOINTED, "C-07"),
    ("Tôn Nữ Thị Hồng Nhung Công Tằng", Gender.FEMALE, 1969, "Đoàn các cơ quan Đảng tỉnh",
     "Phó Trưởng Ban Thường trực Ban Tuyên giáo và Dân vận", Category.EX_OFFICIO, "A-11"),
    ("Đặng Văn Đông", Gender.MALE, 1990, "Khách mời Trung ương", "Vụ trưởng", Category.GUEST, "K-02"),
)  # fmt: skip


def _person(number: int) -> Delegate:
    name, gender, born, delegation, position, category, seat = _ROWS[number]
    sheet = Sheet(
        full_name=name,
        gender=gender,
        birth_date=PartialDate(born, 3, 2),
        delegation=delegation,
        position=position,
        unit=delegation.removeprefix("Đoàn "),
        category=category,
        seat=seat,
        card_number=f"{number + 12:03}",
    )
    return Delegate(id=DelegateId(f"sample-{number}"), sheet=sheet, badge_code="12345678903")


PEOPLE = tuple(_person(number) for number in range(len(_ROWS)))


@lru_cache(maxsize=8)
def portrait(number: int) -> bytes:
    """One of four drawn portraits, from 1 on."""
    return resource("sample", f"portrait-{number}.jpg").read_bytes()
