"""Congresses whose published figures are known, rebuilt person by person (domain.md 3.2)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from congress_desk.domain.dates import PartialDate
from congress_desk.domain.delegates import Category, Delegate, DelegateId, Gender, Sheet

NATIONAL_OPENS = dt.date(2021, 1, 25)
LONG_AN_OPENS = dt.date(2020, 10, 14)


def of_age(years: int, opens: dt.date, n: int = 0) -> PartialDate:
    """A birth date of somebody of so many whole years on that day."""
    return PartialDate(opens.year - years, 1, 1 + n % 10)


def national() -> tuple[Delegate, ...]:
    """The XIII congress: 1,587 = 191 ex officio + 1,381 elected + 15 appointed; women 222; minority 175; under 40
    57; mean age 52.2; from 33 to 76 years."""
    ages = _ages_of_the_national()
    categories = [Category.EX_OFFICIO] * 191 + [Category.ELECTED] * 1381 + [Category.APPOINTED] * 15
    return tuple(
        _delegate(
            n,
            category=category,
            birth_date=of_age(age, NATIONAL_OPENS, n),
            gender=Gender.FEMALE if n % 7 == 0 and n // 7 < 222 else Gender.MALE,
            ethnicity="Tày" if n % 9 == 0 and n // 9 < 175 else "Kinh",
            delegation=f"Đoàn {n % 67 + 1:02}",
        )
        for n, (age, category) in enumerate(zip(ages, categories, strict=True))
    )


def _ages_of_the_national() -> list[int]:
    """57 under 40 (one of 33), one of 76, the sum 82,841 so that the mean is 52.2."""
    young, old = [33] + [38] * 56, [76]
    middle = [52] * (1587 - 58)
    missing = 82_841 - sum(young) - sum(old) - sum(middle)
    for n in range(abs(missing)):
        middle[n % len(middle)] += 1 if missing > 0 else -1
    return young + old + middle


def long_an() -> tuple[Delegate, ...]:
    """Long An 2020: 350 = 302 elected + 48 ex officio; ages 53/150/144/2/1 by bracket; women 51."""
    ages = [38] * 53 + [45] * 150 + [55] * 144 + [64] * 2 + [72]
    categories = [Category.ELECTED] * 302 + [Category.EX_OFFICIO] * 48
    return tuple(
        _delegate(
            n,
            category=categories[n],
            birth_date=of_age(age, LONG_AN_OPENS, n),
            gender=Gender.FEMALE if n % 6 == 0 and n // 6 < 51 else Gender.MALE,
            ethnicity="Kinh",
            delegation=f"Đoàn {n % 20 + 1:02}",
        )
        for n, age in enumerate(ages)
    )


def as_list(people: Sequence[Delegate]) -> Iterator[str]:
    """The rows of a CSV as an office would send it."""
    category = {Category.EX_OFFICIO: "Đương nhiên", Category.ELECTED: "Được bầu", Category.APPOINTED: "Chỉ định"}
    yield "STT,Họ và tên,Giới tính,Ngày sinh,Dân tộc,Đoàn đại biểu,Loại đại biểu,Số thẻ"
    for n, person in enumerate(people, 1):
        sheet = person.sheet
        assert sheet.birth_date is not None
        gender = "Nữ" if sheet.gender is Gender.FEMALE else "Nam"
        cells = (n, sheet.full_name, gender, sheet.birth_date.as_written(), sheet.ethnicity, sheet.delegation)
        yield ",".join(map(str, (*cells, category[sheet.category], f"{n:04}")))


_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý")
_MIDDLE = ("Văn", "Thị", "Đức", "Quang", "Minh", "Xuân", "Ngọc", "Công", "Thanh", "Đình", "Hữu")
_GIVEN = ("An", "Bình", "Cường", "Dung", "Giang", "Hà", "Khánh", "Lan", "Minh", "Nga", "Oanh", "Phúc", "Sơn", "Tú")


def _delegate(n: int, **sheet: Any) -> Delegate:
    """Names of which no two are alike with the same birth date."""
    name = f"{_FAMILY[n % 13]} {_MIDDLE[n // 13 % 11]} {_GIVEN[n // 143 % 14]}"
    return Delegate(id=DelegateId(f"s{n}"), sheet=Sheet(full_name=name, card_number=f"{n + 1:04}", **sheet))
