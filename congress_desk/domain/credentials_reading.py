"""What a cell of the delegate list means for the credentials report: the highest degree, the badge, the award.

Offices write these freely ("ThS. Kinh tế", "Cao cấp LLCT"), so they are read by words; what has words but none
that is known is `other`, what is empty is `missing` and never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from congress_desk.domain.dates import ascii_digits
from congress_desk.domain.delegates import Sheet
from congress_desk.domain.list_headers import folded_phrase
from congress_desk.domain.list_values import is_marked

BADGE_YEARS = (30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90)

_NONE = frozenset({"khong", "khong co", "none", "no", "0", "chua", "لا", "لا يوجد", "بلا", "k"})
_KINH = frozenset({"kinh", "viet", "kinh viet", "كينه"})
_DEGREES = (
    ("doctor", ("tien si", "ts", "phd", "doctor", "doctorate", "دكتوراه", "دكتور")),
    ("master", ("thac si", "ths", "master", "masters", "msc", "ma", "mba", "ماجستير", "ckii", "cki")),
    (
        "university",
        ("dai hoc", "cu nhan", "ky su", "bac si", "dh", "cn", "ks", "bs", "university", "bachelor", "engineer",
         "duoc si", "kien truc su", "بكالوريوس", "جامعي", "جامعه"),
    ),
    ("college", ("cao dang", "cd", "college", "معهد", "دبلوم")),
    ("intermediate", ("trung cap", "tc", "intermediate", "vocational", "متوسط")),
)  # fmt: skip
_THEORIES = (
    ("bachelor", ("cu nhan", "cn", "dai hoc", "thac si", "tien si", "bachelor", "بكالوريوس")),
    ("advanced", ("cao cap", "cc", "cclt", "ccllct", "advanced", "senior", "عالي", "متقدم")),
    ("intermediate", ("trung cap", "tc", "tclt", "tcllct", "intermediate", "متوسط")),
    ("elementary", ("so cap", "sc", "elementary", "primary", "ابتدائي", "اولي")),
)
_TITLES = (
    ("associate_professor", ("pho giao su", "pgs", "associate professor", "استاذ مشارك")),
    ("professor", ("giao su", "gs", "professor", "استاذ")),
)
_AWARDS = (
    ("hero", ("anh hung", "hero", "بطل")),
    ("order", ("huan chuong", "order", "وسام")),
    ("medal", ("huy chuong", "medal", "ميداليه")),
    ("fighter", ("chien si thi dua", "cstd", "emulation fighter", "مقاتل المنافسه")),
    ("commendation", ("bang khen", "commendation", "شهاده تقدير")),
    ("certificate", ("giay khen", "certificate", "شهاده ثناء")),
)
AWARD_KINDS = (*(kind for kind, _ in _AWARDS), "other")
_DISCIPLINES = (
    ("removal", ("cach chuc", "removal", "dismissal", "عزل")),
    ("warning", ("canh cao", "warning", "انذار")),
    ("reprimand", ("khien trach", "reprimand", "توبيخ")),
)


def ethnicity(written: str) -> str:
    text = folded_phrase(written)
    if not text:
        return "missing"
    return "kinh" if text in _KINH else "minority"


def religion(written: str) -> str:
    text = folded_phrase(written)
    if not text:
        return "missing"
    return "none" if text in _NONE or text.startswith("khong") else "with_religion"


def general_education(written: str) -> str:
    years = re.sub(r"\s", "", ascii_digits(written))
    if not years:
        return "missing"
    return years if years in ("12/12", "10/10") else "other"


def degree(written: str) -> str:
    """The highest one named."""
    return _first(written, _DEGREES)


def theory(sheet: Sheet) -> str:
    return _first(sheet.political_theory, _THEORIES)


def academic_title(sheet: Sheet) -> str:
    """Nothing written is no title: few have one."""
    found = _first(sheet.academic_title, _TITLES)
    return "none" if found in ("missing", "other") else found


def badge_years(written: str) -> str:
    """The highest badge of Party years named; nothing written is none."""
    years = [int(number) for number in re.findall(r"\d+", ascii_digits(written)) if int(number) in BADGE_YEARS]
    return str(max(years)) if years else "none"


def discipline(sheet: Sheet) -> str:
    """The heaviest measure named; nothing written is none."""
    found = _first(sheet.discipline, _DISCIPLINES)
    return "none" if found == "missing" else found


def awards(written: str) -> tuple[str, ...]:
    """Every kind named, each once; () for none."""
    text = folded_phrase(written)
    if not text or text in _NONE:
        return ()
    return tuple(kind for kind, words in _AWARDS if _names_one(text, words)) or ("other",)


def has_science(sheet: Sheet) -> bool:
    """A mark, or words that are no "no"."""
    marked = is_marked(sheet.science_block)
    return folded_phrase(sheet.science_block) not in _NONE if marked is None else marked


def is_cell_secretary(sheet: Sheet) -> bool:
    text = folded_phrase(sheet.position)
    found = re.search(r"\bbi thu (?:\w+ )?chi bo\b", text)
    return "cell secretary" in text or (found is not None and not text[: found.start()].endswith("pho "))


def _first(written: str, kinds: Sequence[tuple[str, Sequence[str]]]) -> str:
    text = folded_phrase(written)
    if not text or text in _NONE:
        return "missing" if not text else "other"
    return next((kind for kind, words in kinds if _names_one(text, words)), "other")


def _names_one(text: str, words: Sequence[str]) -> bool:
    return any(re.search(rf"\b{re.escape(word)}\b", text) for word in words)
