"""The QR of the Vietnamese citizen card (CCCD): read by shape, because the layout of later cards varies.

2021 layout: `12-digit id|9-digit old id|full name|ddmmyyyy|Nam or Nữ|address|ddmmyyyy of issue`.
Only what is needed to match a delegate is kept; the text itself is never stored (anchors.md).
"""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass

from congress_desk.domain.dates import PartialDate
from congress_desk.domain.names import folded, tidy_name

_NUMBER = re.compile(r"^\d{12}$")
_DAY = re.compile(r"^(\d{2})(\d{2})(\d{4})$")
_NAME = re.compile(r"^[^\d|,/]{2,80}$")  # an address has numbers or commas
_GENDERS = frozenset({"nam", "nu", "male", "female"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CitizenCard:
    number: str
    full_name: str = ""
    birth_date: PartialDate | None = None


def looks_like_citizen_card(text: str) -> bool:
    return read_citizen_card(text) is not None


def read_citizen_card(text: str) -> CitizenCard | None:
    """The card's number, name and birth date; a bare 12-digit number counts; None if it is no such card."""
    parts = [tidy_name(part) for part in text.split("|")]
    number = next((part for part in parts if _NUMBER.match(part)), "")
    if not number or (len(parts) > 1 and len(parts) < 4):
        return None
    name = next((p for p in parts if _NAME.match(p) and folded(p) not in _GENDERS), "")
    return CitizenCard(number=number, full_name=name, birth_date=_birth_date(parts))


def _birth_date(parts: list[str]) -> PartialDate | None:
    """The first thing that looks like a day, and no later one: that would be the day of issue."""
    day, month, year = next((found.groups() for part in parts if (found := _DAY.match(part))), ("", "", ""))
    with contextlib.suppress(ValueError):
        return PartialDate(int(year), int(month), int(day))
    return None
