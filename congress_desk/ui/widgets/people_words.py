"""How screens say what a delegate's sheet holds: its fields in groups, its values, categories, standings.

The single words stand in plumbing (list_words.py, person_words.py), so that lists, screens and commands say the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.delegates import Sheet, Standing
from congress_desk.plumbing.person_words import CATEGORIES, DATE_FIELDS, isolated, value_word
from congress_desk.plumbing.texts import marked
from congress_desk.ui.tone import Tone

__all__ = [
    "CATEGORIES",
    "DATE_FIELDS",
    "FIELD_GROUPS",
    "STANDING_LOOKS",
    "FieldGroup",
    "isolated",
    "post_of",
    "value_word",
]
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


def post_of(sheet: Sheet) -> str:
    """Position and unit in one cell."""
    return ", ".join(part for part in (sheet.position, sheet.unit) if part)
