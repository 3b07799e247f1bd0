"""What a field of a delegate's sheet says, and how a name stands inside a sentence of another direction."""

from __future__ import annotations

from congress_desk.domain.dates import PartialDate
from congress_desk.domain.delegates import Category, Gender
from congress_desk.plumbing.list_words import gender_name
from congress_desk.plumbing.texts import Words, marked

CATEGORIES = {
    Category.EX_OFFICIO: marked("Ex-officio delegate"),
    Category.ELECTED: marked("Elected delegate"),
    Category.APPOINTED: marked("Appointed delegate"),
    Category.ALTERNATE: marked("Alternate delegate"),
    Category.GUEST: marked("Guest"),
    Category.STAFF: marked("Congress staff"),
}
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


def _day_first(text: str) -> str:
    """2025-09-22 -> 22/09/2025; a year alone stays."""
    parts = text.split("-")
    return "/".join(reversed(parts)) if len(parts) == 3 else text
