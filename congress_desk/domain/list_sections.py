"""Rows of a list that are no person: headings of delegations, groups and categories, totals, signatures.

The trap is a person whose name sounds like one: Đoàn Văn Hậu (đoàn: delegation), Tống Thị Hoa (tổng: total),
Trương Đoan Trang (trưởng đoàn: its head), Nguyễn Phúc Vũ (phục vụ: service). So the words are compared with their
diacritics, and without them only where the office wrote none at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from congress_desk.domain.delegates import Category
from congress_desk.domain.list_headers import tidied
from congress_desk.domain.list_values import category_named
from congress_desk.domain.names import folded


class Meaning(Enum):
    DELEGATION = auto()
    CATEGORY = auto()
    GROUP = auto()  # a discussion group
    TOTAL = auto()  # only this row is no person
    SIGNATURE = auto()  # the list ends here, unless a header or full rows follow
    REMARK = auto()  # no person, no meaning
    PERSON = auto()


@dataclass(frozen=True, slots=True)
class Section:
    meaning: Meaning
    text: str = ""
    category: Category | None = None


@dataclass(frozen=True, slots=True)
class _Wording:
    """One pattern with diacritics, and the same without for texts in bare ASCII. In small letters throughout."""

    written: re.Pattern[str]
    bare: re.Pattern[str]

    def fits(self, text: str) -> bool:
        small = tidied(text).casefold()
        return bool((self.bare if small.isascii() else self.written).search(small))


def _wording(pattern: str) -> _Wording:
    return _Wording(re.compile(pattern), re.compile(folded(pattern)))


_KINDS = (
    "xã|phường|thị trấn|thị xã|huyện|tỉnh|thành phố|tp|khối|các|đại biểu|đb|đảng|công an|quân sự|quân đội|cơ quan|"
    "sở|ban|trường|đại học|bộ|ủy ban|uỷ ban|viện|doanh nghiệp|công ty|tổng công ty|hội|mặt trận|liên đoàn|đặc khu|"
    "quân khu|bộ đội|tòa án|toà án|ngân hàng|bệnh viện|quận|cấp ủy|cấp uỷ|trung ương|địa phương|hđnd|ubnd|tổ chức"
)
_DELEGATION = _wording(
    rf"^(?:đoàn (?:{_KINDS})|đảng bộ|đảng ủy|đảng uỷ|chi bộ|delegation|"
    r"party organi[sz]ation|وفد|الوفد)\b|\bdelegation$"
)
_TITLE_DELEGATION = _wording(rf"^đoàn (?:đại biểu|{_KINDS})\b")
_NO_DELEGATION = _wording(r"^đoàn (?:chủ tịch|thư ký|thanh niên|tncs|viên)\b")
_UNIT_ALONE = _wording(r"^(?:xã|phường|thị trấn|thị xã|huyện|khối|đặc khu|commune|ward|بلدية|حي) .")
_GROUP = _wording(
    r"^(?:tổ|tổ thảo luận|tổ số|tổ thảo luận số|group|"
    r"discussion group|مجموعة المناقشة|المجموعة) [0-9ivx]+\b"
)
_CATEGORY = _wording(
    r"đại biểu|đương nhiên|được bầu|chỉ định|dự khuyết|khách mời|báo chí|phục vụ|ban tổ chức|ex[ -]officio|"
    r"\b(?:elected|appointed|alternate|guest|staff)|مندوب|ضيوف|ضيف|احتياط|طاقم"
)
_TOTAL = _wording(
    r"^(?:tổng cộng|tổng số|tổng:|cộng\b(?! hòa| hoà)|ấn định|danh sách (?:này|gồm|có)|total|grand total|sub-?total|"
    r"المجموع|الإجمالي|trong đó|số lượng|mang sang|cộng mang sang)"
)
_SIGNATURE = _wording(
    r"^\(?(?:người lập|người ký|t/?m\b|k/?t\b|t/?l\b|thay mặt|xác nhận|trưởng đoàn\b|nơi nhận|ký tên|ký, ghi|"
    r"ký và ghi|đã ký\b|thủ trưởng|bí thư$|phó bí thư$|trưởng ban$|prepared by|signed|signature|approved by|"
    r"التوقيع|إعداد|رئيس الوفد)|\bngày\s*[0-9.…_]*\s*tháng\s*[0-9.…_]*\s*năm\b"
)
_NUMBERING = re.compile(
    r"^\s*(?:(?:[IVXLC]{1,6}|[A-HK]|\d{1,3})\s*[.)/:\-–]+\s*|(?:[IVXLC]{1,6}|\d{1,3})\s+(?=\D))", re.IGNORECASE
)
_ROMAN = re.compile(r"^\s*(?:[IVXLC]{1,6}|[A-HK])\s*[.)/:\-–]\s*\S|^\s*[IVXLC]{1,6}\s*$")
_COUNTED = r"(?:đại biểu|đb|đồng chí|đ/c|người|delegates?|people|مندوب\w*)"
_COUNT = re.compile(rf"[\s:;,\-–(]*\(?\s*\d+\s*{_COUNTED}\b\s*\.?\)?\s*$", re.IGNORECASE)
_COUNT_ALONE = re.compile(rf"^\(?\s*\d{{1,3}}\s*{_COUNTED}?\s*\)?$", re.IGNORECASE)


def section_of(text: str, *, spread: bool, numbered: bool) -> Section:
    """What a row with one text means. spread: merged over the table; numbered: a Roman number stands before it."""
    if _SIGNATURE.fits(text):
        return Section(Meaning.SIGNATURE)
    named = delegation_in(text)
    if _GROUP.fits(named):
        return Section(Meaning.GROUP, named)
    if _DELEGATION.fits(named) and not _NO_DELEGATION.fits(named):
        return Section(Meaning.DELEGATION, named)
    category = category_named(named) if _CATEGORY.fits(named) else None
    if category is not None:
        return Section(Meaning.CATEGORY, category=category)
    if _UNIT_ALONE.fits(named) or numbered or _ROMAN.match(text):
        return Section(Meaning.DELEGATION, named)
    return Section(Meaning.REMARK if spread else Meaning.PERSON)


def closes_list(texts: list[str]) -> bool:
    """A row of signature titles side by side: "NGƯỜI LẬP BIỂU   TM. BAN TỔ CHỨC"."""
    return any(_SIGNATURE.fits(text) for text in texts)


def is_total(text: str) -> bool:
    return _TOTAL.fits(text)


def is_numbering(text: str) -> bool:
    """Only a Roman number or a letter, as it stands before a heading."""
    return bool(re.fullmatch(r"(?:[IVXLC]{1,6}|[A-HK])\s*[.)]?", text.strip()))


def is_count(text: str) -> bool:
    """ "25" or "25 đại biểu" beside a heading."""
    return bool(_COUNT_ALONE.match(text))


def title_delegation(text: str) -> str:
    """A title line that names the delegation of the whole tab, or ""."""
    names_it = _TITLE_DELEGATION.fits(text) and not _NO_DELEGATION.fits(text)
    return delegation_in(text) if names_it and len(text.split()) >= 3 else ""


def delegation_in(text: str) -> str:
    """The delegation's name without numbering and count: "II. Đoàn xã Phú Lương (12 đại biểu)"."""
    return _COUNT.sub("", _NUMBERING.sub("", tidied(text), count=1)).rstrip(" :;,-–")
