"""Single cells of an office's list: names, gender, category, numbers that Excel has damaged, plain text.

What cannot be read raises CellRefused with a stable code; what is empty is "" or None, never an error.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from functools import lru_cache

from congress_desk.domain.dates import ascii_digits
from congress_desk.domain.delegates import Category, Gender
from congress_desk.domain.list_dates import CellRefused
from congress_desk.domain.list_headers import folded_phrase, tidied
from congress_desk.domain.list_tables import Cell

LONGEST_NAME = 80
CITIZEN_DIGITS, OLD_CITIZEN_DIGITS = 12, 9
LAST_PROVINCE = 96

_MARKS = frozenset(
    ["x", "×", "✓", "✔", "v", "√", "+", "*", "1", "có", "co", "yes", "true", "نعم", "х"]
)  # the last is Cyrillic
_NO_MARKS = frozenset(["-", "–", "—", "0", "không", "khong", "no", "false", "لا", "o"])
_GENDERS = {
    Gender.MALE: "nam; male; m; man; trai; ذكر; ذكور; mr; ông",
    Gender.UNKNOWN: "chưa ghi; không rõ; not given; unknown; غير مذكور",
    Gender.FEMALE: "nữ; female; f; woman; gái; أنثى; انثى; إناث; ms; mrs; bà; nữ giới",
}
_CATEGORIES = {
    Category.ALTERNATE: "dự khuyết; đại biểu dự khuyết; dk; alternate; alternate delegate; احتياطي; مندوب احتياطي",
    Category.GUEST: "khách mời; khách; đại biểu khách mời; đại biểu mời; guest; invited guest; ضيف; ضيف مدعو",
    Category.STAFF: "phục vụ; báo chí; btc; ban tổ chức; nhân viên; phóng viên; staff; press; service; organizer; "
    "organizing committee; cán bộ phục vụ; tổ giúp việc; طاقم; خدمة; خدمة المؤتمر; صحافة; موظف; طاقم الخدمة",
    Category.EX_OFFICIO: "đương nhiên; đại biểu đương nhiên; đn; ex officio; ex officio delegate; بحكم المنصب; "
    "مندوب بحكم المنصب",
    Category.ELECTED: "được bầu; bầu; bầu cử; đại biểu được bầu; đại biểu bầu; elected; elected delegate; منتخب; "
    "مندوب منتخب",
    Category.APPOINTED: "chỉ định; được chỉ định; đại biểu được chỉ định; đại biểu chỉ định; cđ; appointed; "
    "appointed delegate; معين; مندوب معين; chính thức; đại biểu chính thức; official; official delegate; "
    "مندوب رسمي; رسمي",
}
_TITLES = re.compile(
    r"^(?:\d{1,4}\s*[.)/]\s*)?"
    r"(?:(?:đ\s?[/.]\s?c|đồng chí|comrade|mr|mrs|ms|السيدة|السيد|الرفيقة|الرفيق)\s*[.:]?\s+)?",
    re.IGNORECASE,
)
_POLITE = re.compile(r"^(?:ông|bà)\s*:?\s+(?=\S+\s+\S+)", re.IGNORECASE)
_GENDER_BEHIND = re.compile(r"\s*[(\[]\s*(nữ|nam)\s*[)\]]\s*$", re.IGNORECASE)
_IN_NAMES = frozenset(" '’ʼ`.-–()")
_LOST_LETTERS = frozenset("µªº·®¸¹¬©¨«»¶�")  # fonts of before Unicode (TCVN3) and lost encodings
_AS_FLOAT = re.compile(r"^(\d+)[.,]0$")  # 19075001234.0, as other programs export numbers
_SHORTENED = re.compile(r"^\d+[.,]?\d*\s*e\s*\+?\s*\d+$", re.IGNORECASE)


def cell_text(cell: Cell) -> str:
    """A cell as tidy NFC text: 12.0 is "12", a date dd/mm/yyyy, a ticked box "x"."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "x" if cell else ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.date):
        return cell.strftime("%d/%m/%Y")
    return tidied(str(cell))


def school_years_text(cell: Cell) -> str:
    """General education: Excel makes the 12th of December of "12/12"; the text is put back."""
    return f"{cell.day}/{cell.month}" if isinstance(cell, dt.date) else cell_text(cell)


def read_name(cell: Cell) -> str:
    """A person's name without "Đ/c", a number before it or "(nữ)" behind it.

    CellRefused: name_suspicious, name_too_long.

    Namesakes are told apart by a number in some lists ("Nguyễn Văn An 2"): digits may follow the first word.
    """
    written = cell_text(cell)
    name = _POLITE.sub("", _TITLES.sub("", _GENDER_BEHIND.sub("", written), count=1), count=1)
    if not name:
        return ""
    first, _, rest = name.partition(" ")
    strange = any(not _belongs_to_a_name(char) for char in first + re.sub(r"[0-9]", "", rest))
    if len(name) > LONGEST_NAME:
        raise CellRefused("name_too_long", text=written, most=str(LONGEST_NAME))
    if strange or not any(char.isalpha() for char in name):
        raise CellRefused("name_suspicious", text=written)
    return name


def gender_behind(cell: Cell) -> Gender:
    """ "Trần Thị Bình (nữ)": the gender that some lists note only behind the name of women."""
    found = _GENDER_BEHIND.search(cell_text(cell))
    return read_gender(found[1]) if found else Gender.UNKNOWN


def is_in_capitals(name: str) -> bool:
    return name.isupper() and len(name) > 1


def from_capitals(name: str) -> str:
    """NGUYỄN VĂN AN -> Nguyễn Văn An, H'BIA -> H'Bia; used only where a whole column is in capitals."""
    return re.sub(r"[^\W\d_]+", lambda word: word[0][:1] + word[0][1:].lower(), name)


def is_marked(cell: Cell) -> bool | None:
    """A ticked cell; None where it holds something else."""
    if cell is None or isinstance(cell, bool):
        return bool(cell)
    text = cell_text(cell).casefold()
    if text in _MARKS:
        return True
    return False if text in _NO_MARKS or not text else None


def read_gender(cell: Cell) -> Gender:
    """CellRefused gender_unreadable."""
    text = cell_text(cell)
    if not text or text in ("-", "–"):
        return Gender.UNKNOWN
    found = _genders().get(folded_phrase(text))
    if found is None:
        raise CellRefused("gender_unreadable", text=text)
    return found


def read_category(cell: Cell) -> Category | None:
    """By code (EX EL AP AL GU ST) or words; None where empty. CellRefused category_unreadable."""
    text = cell_text(cell)
    if not text or text in ("-", "–"):
        return None
    found = category_named(text)
    if found is None:
        raise CellRefused("category_unreadable", text=text)
    return found


@lru_cache(maxsize=2_000)
def category_named(text: str) -> Category | None:
    """The category a text names: its code, its words, or a longer text that holds the words."""
    if text.upper() in Category._value2member_map_:
        return Category(text.upper())
    plain = folded_phrase(text)
    if plain in _categories():
        return _categories()[plain]
    around = f" {plain} "
    return next((c for words, c in _categories().items() if " " in words and f" {words} " in around), None)


def read_citizen_number(cell: Cell) -> str:
    """12 digits (or 9 of the old card); zeros that Excel has eaten are put back. CellRefused citizen_number_wrong,
    number_shortened."""
    text = _digits_of(cell)
    if not text:
        return ""
    if text.isdigit() and text.isascii():
        if len(text) in (CITIZEN_DIGITS, OLD_CITIZEN_DIGITS):
            return text
        if len(text) == 11 or (len(text) == 10 and _is_citizen_number(text.zfill(CITIZEN_DIGITS))):
            return text.zfill(CITIZEN_DIGITS)
        if len(text) == 8 and not isinstance(cell, str):
            return text.zfill(OLD_CITIZEN_DIGITS)
    digits = sum(char.isdigit() for char in text)
    raise CellRefused("citizen_number_wrong", text=cell_text(cell), digits=str(digits))


def read_phone(cell: Cell) -> str:
    """One number as 0912345678; several, or words, as written. CellRefused number_shortened."""
    text = _digits_of(cell)
    if not (text.lstrip("+").isdigit() and text.isascii()):
        return cell_text(cell)
    digits = text.lstrip("+")
    if digits.startswith("84") and len(digits) in (11, 12):
        return "0" + digits[2:]
    return "0" + digits if len(digits) == 9 and digits[0] != "0" else text


def read_code(cell: Cell) -> str:
    """Card numbers and the like: digits ASCII, nothing else touched. CellRefused number_shortened."""
    text = ascii_digits(cell_text(cell)).lstrip("'’`").strip()
    _refuse_shortened(text)
    return _AS_FLOAT.sub(r"\1", text)


def _digits_of(cell: Cell) -> str:
    text = ascii_digits(cell_text(cell))
    _refuse_shortened(text)
    text = _AS_FLOAT.sub(r"\1", text)
    return re.sub(r"[\s.\-–'’`]", "", text)


def _refuse_shortened(text: str) -> None:
    if _SHORTENED.match(text):
        raise CellRefused("number_shortened", text=text)


def _is_citizen_number(number: str) -> bool:
    """Province 001-096, then one digit of gender and century in use."""
    return 1 <= int(number[:3]) <= LAST_PROVINCE and number[3] in "0123"


def _belongs_to_a_name(char: str) -> bool:
    if char in _LOST_LETTERS:
        return False
    return char in _IN_NAMES or unicodedata.category(char)[0] in "LM"


@lru_cache(maxsize=1)
def _genders() -> dict[str, Gender]:
    return {folded_phrase(word): gender for gender, words in _GENDERS.items() for word in words.split("; ")}


@lru_cache(maxsize=1)
def _categories() -> dict[str, Category]:
    return {folded_phrase(word): category for category, words in _CATEGORIES.items() for word in words.split("; ")}
