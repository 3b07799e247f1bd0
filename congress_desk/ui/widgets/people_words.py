"""How screens say what a delegate's sheet holds: its fields in groups, its values, categories, standings.

The single words stand in plumbing/list_words.py, so that lists, screens and commands say the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.dates import PartialDate
from congress_desk.domain.delegates import Category, Gender, Sheet, Standing
from congress_desk.plumbing.list_words import gender_name
from congress_desk.plumbing.texts import Words, marked
from congress_desk.ui.tone import Tone

CATEGORIES = {
    Category.EX_OFFICIO: marked("Ex-officio delegate"),
    Category.ELECTED: marked("Elected delegate"),
    Category.APPOINTED: marked("Appointed delegate"),
    Category.ALTERNATE: marked("Alternate delegate"),
    Category.GUEST: marked("Guest"),
    Category.STAFF: marked("Congress staff"),
}
STANDING_LOOKS = {
    Standing.ACTIVE: ("ok", Tone.OK),
    Standing.PENDING: ("waiting", Tone.ASK),
    Standing.BARRED: ("no", Tone.NO),
    Standing.WITHDRAWN: ("exit", Tone.CALM),
}


@dataclass(frozen=True, slots=True)
class FieldGroup:
    title: str
    fields: tuple[str, ...]


FIELD_GROUPS = (
    FieldGroup(
        marked("At the congress"),
        ("delegation", "category", "card_number", "seat", "seat_opening", "discussion_group", "hotel"),
    ),
    FieldGroup(
        marked("Person"),
        ("full_name", "gender", "birth_date", "hometown", "ethnicity", "religion", "citizen_number", "phone"),
    ),
    FieldGroup(marked("Work"), ("position", "unit", "sector", "science_block", "committee_level")),
    FieldGroup(marked("Party"), ("party_joined", "party_official", "party_card", "party_badge")),
    FieldGroup(
        marked("Education"),
        ("general_education", "degree", "major", "academic_title", "political_theory", "languages"),
    ),
    FieldGroup(marked("Other"), ("awards", "discipline", "note")),
)
DATE_FIELDS = frozenset({"birth_date", "party_joined", "party_official"})


def value_word(field: str, value: object, say: Words) -> str:
    """What a field holds, as the screen says it; value is a Sheet's own or the text that the journal keeps."""
    if isinstance(value, PartialDate):
        return value.as_written()
    text = "" if value is None else str(value)
    if field == "gender":
        return gender_name(say, Gender(text)) if text else ""
    if field == "category" and text in set(Category):
        return say(CATEGORIES[Category(text)])
    return _day_first(text) if field in DATE_FIELDS else text


def isolated(text: object, say: Words) -> str:
    """A name, number or path as one piece inside a sentence that runs from right to left."""
    return f"\u2068{text}\u2069" if say.language.right_to_left and str(text) else str(text)


def post_of(sheet: Sheet) -> str:
    """Position and unit in one cell."""
    return ", ".join(part for part in (sheet.position, sheet.unit) if part)


def _day_first(text: str) -> str:
    """2025-09-22 -> 22/09/2025; a year alone stays."""
    parts = text.split("-")
    return "/".join(reversed(parts)) if len(parts) == 3 else text
