"""From a column's header, as an office wrote it, to the field it fills.

`heading_of` never guesses from letters alone: a header is a known phrase, or begins or ends with one
("Họ và tên (chữ in hoa)"). Two-row headers are read by `combined`, because "Nam" means one thing under
"Giới tính" and "Chính thức" another under "Ngày vào Đảng" than under "Đại biểu".
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from congress_desk.domain.list_header_words import (
    BIRTH_DAY,
    BIRTH_MONTH,
    BIRTH_YEAR,
    FAMILY_NAME,
    FEMALE,
    FIELD_PHRASES,
    GIVEN_NAME,
    IS_CATEGORY,
    MALE,
    SERIAL,
)
from congress_desk.domain.list_tables import Cell
from congress_desk.domain.names import folded, tidy_name

EXACT = 2
PART = 1
LONGEST_HEADER = 90

_ARABIC_VARIANTS = str.maketrans({"ى": "ي", "ة": "ه", "ـ": "", "ٱ": "ا"})
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NOT_WORD = re.compile(r"[\W_]+")
_JOINED_THEN_OFFICIAL = "ngay vao dang chinh thuc"  # two dates in one column, where something stands between
_ONLY_UNDER_ANOTHER = frozenset({MALE, BIRTH_DAY, BIRTH_MONTH, BIRTH_YEAR})


@dataclass(frozen=True, slots=True)
class Heading:
    """A field (or a part of one, or UNUSED for a known column that fills none) and how surely it was read."""

    field: str
    strength: int


@lru_cache(maxsize=8_000)
def folded_phrase(text: str) -> str:
    """Words only: no case, diacritics or punctuation, one form of the Arabic letters, single spaces."""
    plain = folded(tidy_name(text)).translate(_ARABIC_VARIANTS)
    return _NOT_WORD.sub(" ", plain).strip()


@lru_cache(maxsize=8_000)
def heading_of(text: str) -> Heading | None:
    """The field of a one-row header; None for what is no known header (a title, a person's name)."""
    written = tidy_name(text)
    if not written or len(written) > LONGEST_HEADER:
        return None
    if written == "#":
        return Heading(SERIAL, EXACT)
    return _exactly(written) or _exactly(_BRACKETS.sub(" ", written)) or _partly(written)


def combined(upper: str, lower: str) -> Heading | None:
    """The field of a header cell `lower` under the merged header `upper`."""
    above = heading_of(upper)
    below = heading_of(lower)
    if not tidy_name(lower) or folded_phrase(upper) == folded_phrase(lower):
        return above
    if above is not None and (found := _in_context(above.field, below, folded_phrase(lower))):
        return Heading(found, EXACT)
    together = _exactly(f"{upper} {lower}")
    return together or below or (Heading(above.field, PART) if above else None)


def text_of(cell: Cell) -> str:
    """A header cell as text; numbers are none."""
    return tidied(cell) if isinstance(cell, str) else ""


@lru_cache(maxsize=50_000)
def tidied(text: str) -> str:
    """tidy_name, quick for plain text and remembered: each cell of a row is looked at several times."""
    if text.isprintable():  # nothing invisible, no space but " "
        return " ".join(unicodedata.normalize("NFC", text).split())
    return tidy_name(text)


def _in_context(above: str, below: Heading | None, lower: str) -> str:
    """The field that `below` is because of the field above it, or "" where that makes no difference."""
    part = below.field if below else ""
    if above in ("birth_date", "gender") and part in (MALE, FEMALE, BIRTH_DAY, BIRTH_MONTH, BIRTH_YEAR):
        return part
    if above in ("party_joined", "party_official"):
        return "party_official" if "chinh thuc" in lower or "official" in lower else "party_joined"
    if above == "full_name" and part in (FAMILY_NAME, GIVEN_NAME):
        return part
    if above == "category" and part.startswith(IS_CATEGORY):
        return part
    if above in ("seat", "seat_opening"):
        return "seat_opening" if part == "seat_opening" else "seat"
    if above in ("position", "phone") and part in ("", "unit", "delegation"):
        return above if part != "unit" else "unit"
    return ""


def _exactly(written: str) -> Heading | None:
    field = _by_phrase().get(folded_phrase(written))
    if field is None:
        return None
    if folded_phrase(written) == "nam":
        field = BIRTH_YEAR if "ă" in unicodedata.normalize("NFC", written).casefold() else MALE
    if folded_phrase(written) == _JOINED_THEN_OFFICIAL and not re.search(r"[/,;(\n-]", written):
        field = "party_official"
    return Heading(field, EXACT)


def _partly(written: str) -> Heading | None:
    """The longest known phrase of two words or more that begins or ends the header."""
    words = folded_phrase(written).split(" ")
    for length in range(min(len(words) - 1, 7), 1, -1):
        for some in (words[:length], words[-length:]):
            field = _by_phrase().get(" ".join(some))
            if field is not None and field not in _ONLY_UNDER_ANOTHER and 2 * length >= len(words):
                return Heading(field, PART)
    return None


@lru_cache(maxsize=1)
def _by_phrase() -> dict[str, str]:
    """Folded phrase -> field. UNUSED and SERIAL are phrases like the others."""
    found: dict[str, str] = {}
    for field, languages in FIELD_PHRASES.items():
        for phrase in "; ".join(languages).split("; "):
            found.setdefault(folded_phrase(phrase), field)
    found.pop("", None)
    return found
