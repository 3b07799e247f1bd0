"""Rows of a list that are no person: headings of delegations and categories, totals, signatures.

The trap is a person whose family name is Đoàn: "Đoàn Văn Hậu" stands alone in a row only where an office
knows nothing else of him, "Đoàn xã Phú Lương" is a heading because a kind of unit follows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from congress_desk.domain.delegates import Category
from congress_desk.domain.list_headers import folded_phrase
from congress_desk.domain.list_values import category_named
from congress_desk.domain.names import tidy_name


class Meaning(Enum):
    DELEGATION = auto()
    CATEGORY = auto()
    TOTAL = auto()  # only this row is no person
    SIGNATURE = auto()  # the list ends here, unless a header or full rows follow
    REMARK = auto()  # no person, no meaning
    PERSON = auto()


@dataclass(frozen=True, slots=True)
class Section:
    meaning: Meaning
    text: str = ""
    category: Category | None = None


_NUMBERING = re.compile(
    r"^\s*(?:(?:[IVXLC]{1,6}|[A-HK]|\d{1,3})\s*[.)/:\-–]+\s*|(?:[IVXLC]{1,6}|\d{1,3})\s+(?=\D))", re.IGNORECASE
)
_ROMAN = re.compile(r"^\s*(?:[IVXLC]{1,6}|[A-HK])\s*(?:[.)/:\-–]\s*.*)?$")
_COUNT = re.compile(
    r"[\s:;,\-–(]*\(?\s*\d+\s*(?:đại biểu|đb|đồng chí|đ/c|người|delegates?|people|مندوب\w*)\b\s*\.?\)?\s*$",
    re.IGNORECASE,
)
_COUNT_ALONE = re.compile(r"^\(?\s*\d{1,3}\s*(?:đại biểu|đb|đồng chí|đ/c|người|delegates?)?\s*\)?$", re.IGNORECASE)
_KINDS = (
    "xa|phuong|thi tran|thi xa|huyen|tinh|thanh pho|tp|khoi|cac|dai bieu|dang|cong an|quan su|quan doi|co quan|so|"
    "ban|truong|dai hoc|bo|uy ban|vien|doanh nghiep|cong ty|tong cong ty|hoi|mat tran|lien doan|dac khu|quan khu|"
    "bo doi|toa an|ngan hang|benh vien|quan|cap uy|trung uong|dia phuong|hdnd|ubnd|to chuc"
)
_DELEGATION = re.compile(
    rf"^(?:doan (?:{_KINDS})|dang bo|dang uy|delegation|party (?:organi[sz]ation|committee)|وفد|الوفد)\b|"
    r"\bdelegation$"
)
_UNIT_ALONE = re.compile(r"^(?:xa|phuong|thi tran|thi xa|huyen|khoi|dac khu|commune|ward|بلديه|حي)\s+\S")
_NO_DELEGATION = re.compile(r"^doan (?:chu tich|thu ky|thanh nien|tncs|vien)\b")
_TOTAL = re.compile(
    r"^(?:tong cong|tong so|tong\b|cong\b(?! an| ty| doan| nghiep)|an dinh|danh sach (?:nay|gom|co)|total|"
    r"grand total|sub ?total|المجموع|الاجمالي|trong do\b|so luong\b)"
)
_SIGNATURE = re.compile(
    r"^(?:nguoi lap|nguoi ky|t ?m\b|k ?t\b|t ?l\b|thay mat|xac nhan|truong doan\b|noi nhan|ky ten|ky ghi ro|da ky|"
    r"thu truong|bi thu$|pho bi thu$|truong ban$|prepared by|signed|signature|approved by|التوقيع|اعداد|رئيس الوفد)|"
    r"\bngay\s*\d*\s*thang\s*\d*\s*nam\b"
)


def section_of(text: str, *, spread: bool, numbered: bool) -> Section:
    """What a row with one text means. spread: merged over the table; numbered: a Roman number stands before it."""
    plain = folded_phrase(_NUMBERING.sub("", text, count=1))
    if found := _closing(folded_phrase(text)):
        return Section(found)
    if _DELEGATION.search(plain) and not _NO_DELEGATION.match(plain):
        return Section(Meaning.DELEGATION, delegation_in(text))
    category = category_named(without_count(text))
    if category is not None and len(plain.split(" ")) >= 2:
        return Section(Meaning.CATEGORY, category=category)
    if _UNIT_ALONE.match(plain) or numbered or _ROMAN.match(text):
        return Section(Meaning.DELEGATION, delegation_in(text))
    return Section(Meaning.REMARK if spread else Meaning.PERSON)


def closes_list(texts: list[str]) -> bool:
    """A row of signature titles side by side: "NGƯỜI LẬP BIỂU   TM. BAN TỔ CHỨC"."""
    return any(_SIGNATURE.search(folded_phrase(text)) for text in texts)


def is_total(text: str) -> bool:
    return bool(_TOTAL.match(folded_phrase(text)))


def is_numbering(text: str) -> bool:
    """Only a Roman number or a letter, as it stands before a heading."""
    return bool(re.fullmatch(r"(?:[IVXLC]{1,6}|[A-HK])\s*[.)]?", text.strip()))


def is_count(text: str) -> bool:
    """ "25" or "25 đại biểu" beside a heading."""
    return bool(_COUNT_ALONE.match(text))


def title_delegation(text: str) -> str:
    """A title line that names the delegation of the whole tab, or ""."""
    plain = folded_phrase(text)
    names_it = re.match(rf"^doan (?:dai bieu\b|{_KINDS})", plain) and not _NO_DELEGATION.match(plain)
    return delegation_in(text) if names_it and len(plain.split(" ")) >= 3 else ""


def delegation_in(text: str) -> str:
    """The delegation's name without numbering and count: "II. Đoàn xã Phú Lương (12 đại biểu)"."""
    return without_count(_NUMBERING.sub("", tidy_name(text), count=1))


def without_count(text: str) -> str:
    return _COUNT.sub("", tidy_name(text)).rstrip(" :;,-–")


def _closing(plain: str) -> Meaning | None:
    if _TOTAL.match(plain):
        return Meaning.TOTAL
    return Meaning.SIGNATURE if _SIGNATURE.search(plain) else None
