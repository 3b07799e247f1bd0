"""The QR of the Vietnamese citizen card (CCCD): read by shape, because the layout of later cards varies.

2021 layout: `12-digit id|9-digit old id|full name|ddmmyyyy|Nam or Nữ|address|ddmmyyyy of issue`.
Only what is needed to match a delegate is kept; the text itself is never stored (anchors.md).
"""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass

from congress_desk.domain.dates import PartialDate
from congress_desk.domain.names import tidy_name

_NUMBER = re.compile(r"^\d{12}$")
_DAY = re.compile(r"^(\d{2})(\d{2})(\d{4})$")
_NAME = re.compile(r"^[^\d|]{2,80}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class CitizenCard:
    number: str
    full_name: str = ""
    birth_date: PartialDate | None = None


def looks_like_citizen_card(text: str) -> bool:
    return read_citizen_card(text) is not None


def read_citizen_card(text: str) -> CitizenCard | None:
    """The card's number, name and birth date; a bare 12-digit number counts; None if it is no such card."""
    parts = [part.strip() for part in text.strip().split("|")]
    number = next((part for part in parts if _NUMBER.match(part)), "")
    if not number or (len(parts) > 1 and len(parts) < 4):
        return None
    name = next((tidy_name(p) for p in parts if _NAME.match(p) and len(p.split()) > 1), "")
    return CitizenCard(number=number, full_name=name, birth_date=_first_day(parts))


def _first_day(parts: list[str]) -> PartialDate | None:
    for part in parts:
        if found := _DAY.match(part):
            day, month, year = (int(digits) for digits in found.groups())
            with contextlib.suppress(ValueError):
                return PartialDate(year, month, day)
    return None
