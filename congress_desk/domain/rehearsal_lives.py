"""The rest of an invented delegate's sheet: schooling, Party membership, post, awards, in keeping with his age."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

from congress_desk.domain.dates import PartialDate
from congress_desk.domain.rehearsal_places import AWARDS, HOMETOWNS, MAJORS, MILITARY_MAJORS, SCIENCE_MAJORS, SECTORS

LAST_ADMISSION = 2021
LANGUAGES = ("Tiếng Anh B1", "Tiếng Anh B", "Tiếng Anh B2", "Tiếng Trung B", "Tiếng Nga", "Tiếng Anh C1")
DEGREES = {
    "school": (("Tiến sĩ", 62), ("Thạc sĩ", 38)),
    "office": (("Tiến sĩ", 6), ("Thạc sĩ", 62), ("Đại học", 32)),
}
USUAL_DEGREES = (("Tiến sĩ", 1), ("Thạc sĩ", 40), ("Đại học", 56), ("Cao đẳng", 3))
THEORY = {0: (("Cử nhân", 25), ("Cao cấp", 75)), 1: (("Cử nhân", 8), ("Cao cấp", 92))}
USUAL_THEORY = (("Cao cấp", 55), ("Trung cấp", 43), ("Sơ cấp", 2))


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """rank: 0 leads, 1 deputizes, 2 and 3 serve."""

    title: str
    unit: str
    rank: int


def a_life(chance: random.Random, birth: PartialDate, kind: str, post: Post) -> dict[str, Any]:
    """Fields of delegates.Sheet, without name, delegation and numbers."""
    degree = _drawn(chance, DEGREES.get(kind, USUAL_DEGREES))
    major = MILITARY_MAJORS.get(kind) or chance.choice(MAJORS)
    joined = _joined(chance, birth)
    return {
        "hometown": chance.choice(HOMETOWNS),
        "religion": chance.choices(("Không", "Phật giáo", "Công giáo"), (95, 3, 2))[0],
        "party_joined": joined,
        "party_official": _a_year_later(joined),
        "position": post.title,
        "unit": post.unit,
        "general_education": "10/10" if birth.year <= 1965 and chance.random() < 0.7 else "12/12",
        "degree": degree,
        "major": major,
        "academic_title": "Phó Giáo sư" if degree == "Tiến sĩ" and kind == "school" and chance.random() < 0.3 else "",
        "political_theory": _drawn(chance, THEORY.get(post.rank, USUAL_THEORY)),
        "languages": "" if chance.random() < 0.15 else chance.choice(LANGUAGES),
        "party_badge": "30 năm" if joined.year <= 1995 else "",
        "awards": chance.choice(AWARDS),
        "sector": SECTORS[kind],
        "committee_level": _committee_level(kind, post),
        "science_block": "x" if major in SCIENCE_MAJORS else "",
    }


def _joined(chance: random.Random, birth: PartialDate) -> PartialDate:
    year = min(birth.year + chance.randint(20, 32), LAST_ADMISSION)
    return PartialDate(year, chance.randint(1, 12), chance.randint(1, 28))


def _a_year_later(joined: PartialDate) -> PartialDate:
    """A member on probation becomes a full one after twelve months."""
    return PartialDate(joined.year + 1, joined.month, joined.day)


def _committee_level(kind: str, post: Post) -> str:
    if post.rank == 0:
        return "Tỉnh ủy viên"
    if kind in ("ward", "commune"):
        return "Đảng ủy viên" if post.rank < 3 else "Chi ủy viên"
    return "Đảng ủy viên" if post.rank == 1 else ""


def _drawn(chance: random.Random, weighted: tuple[tuple[str, int], ...]) -> str:
    words, weights = zip(*weighted, strict=True)
    return str(chance.choices(words, weights)[0])
