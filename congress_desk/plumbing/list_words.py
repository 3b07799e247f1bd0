"""Words for lists of delegates: names of the columns, of categories and standings, and a sentence for each error.

The column names head the template of every language, so list_headers.py must know each of them; a test reads the
templates back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from congress_desk.domain.delegates import Category, Gender, Sheet, Standing
from congress_desk.domain.lists import ListError
from congress_desk.plumbing.texts import Language, Words, marked, words_for

FIELD_NAMES: Mapping[str, str] = {
    "full_name": marked("Full name"),
    "gender": marked("Gender"),
    "birth_date": marked("Date of birth"),
    "hometown": marked("Hometown"),
    "ethnicity": marked("Ethnicity"),
    "religion": marked("Religion"),
    "party_joined": marked("Joined the Party"),
    "party_official": marked("Official Party member since"),
    "position": marked("Position"),
    "unit": marked("Unit"),
    "delegation": marked("Delegation"),
    "category": marked("Delegate category"),
    "general_education": marked("General education"),
    "degree": marked("Degree"),
    "major": marked("Major"),
    "academic_title": marked("Academic title"),
    "political_theory": marked("Political theory"),
    "languages": marked("Languages"),
    "party_badge": marked("Party badge"),
    "awards": marked("Awards"),
    "discipline": marked("Discipline"),
    "sector": marked("Sector"),
    "committee_level": marked("Committee level"),
    "science_block": marked("Science and technology"),
    "discussion_group": marked("Discussion group"),
    "seat_opening": marked("Seat (opening)"),
    "seat": marked("Seat (other sessions)"),
    "card_number": marked("Card number"),
    "party_card": marked("Party card number"),
    "citizen_number": marked("Citizen number"),
    "phone": marked("Phone number"),
    "hotel": marked("Hotel and room"),
    "note": marked("Note"),
}

CATEGORIES: Mapping[Category, str] = {
    Category.EX_OFFICIO: marked("Ex officio"),
    Category.ELECTED: marked("Elected"),
    Category.APPOINTED: marked("Appointed"),
    Category.ALTERNATE: marked("Alternate"),
    Category.GUEST: marked("Guest"),
    Category.STAFF: marked("Staff"),
}

GENDERS: Mapping[Gender, str] = {
    Gender.MALE: marked("Male"),
    Gender.FEMALE: marked("Female"),
    Gender.UNKNOWN: marked("Not given"),
}

STANDINGS: Mapping[Standing, str] = {
    Standing.ACTIVE: marked("In good standing"),
    Standing.PENDING: marked("Awaiting recognition"),
    Standing.BARRED: marked("Credentials not recognised"),
    Standing.WITHDRAWN: marked("Withdrawn"),
}

ERRORS: Mapping[str, str] = {
    "no_header": marked(
        "No header row was found. Put one row with the names of the columns above the people, with “Full name” "
        "among them, or use the template."
    ),
    "two_columns_same_field": marked(
        "The columns {first} and {column} both say “{field}”. Rename or delete one of them."
    ),
    "name_missing": marked("This row has no name. Write the name, or delete the row."),
    "name_suspicious": marked(
        "“{text}” does not look like a name. Write the full name in letters only; if the letters look broken, save "
        "the list in a Unicode font."
    ),
    "name_too_long": marked(
        "“{text}” is too long for a name: {most} letters at most. Write the full name alone in this column."
    ),
    "date_unreadable": marked("“{text}” could not be read as a date. Write it as 31/12/1975, or the year alone."),
    "date_impossible": marked("There is no such day: {text}. Please correct the date."),
    "date_in_future": marked("The date {text} is still to come. Please correct it."),
    "age_unlikely": marked("Born {text} means an age of {age}. Please check the date of birth."),
    "dates_swapped": marked(
        "Excel seems to have taken the month for the day in {count} dates of this column, as in {text}. Format the "
        "column as text and enter the dates again."
    ),
    "party_date_unlikely": marked("In the Party since {text}, but born {birth}. Please check both dates."),
    "party_dates_swapped": marked("Official member since {official}, but joined {joined}. Please check both dates."),
    "gender_unreadable": marked("“{text}” does not tell the gender. Write Male or Female, or mark one column only."),
    "category_unreadable": marked(
        "“{text}” is no delegate category. Write Ex officio, Elected, Appointed, Alternate, Guest or Staff."
    ),
    "citizen_number_wrong": marked(
        "A citizen number has 12 digits, this one has {digits}: {text}. Please copy it from the card."
    ),
    "number_shortened": marked(
        "Excel has shortened this number to {text}. Format the column as text and enter the number again."
    ),
    "duplicate_citizen_number": marked(
        "The citizen number {number} of {name} also stands in row {first_row} ({first_name}). Correct one of them."
    ),
    "duplicate_card_number": marked(
        "The card number {number} of {name} also stands in row {first_row} ({first_name}). Correct one of them."
    ),
    "duplicate_person": marked(
        "{name} also stands in row {first_row}. Delete one of the rows; if they are two people, write their citizen "
        "numbers."
    ),
    "citizen_number_taken": marked(
        "The citizen number {number} is that of {name} in this congress. Correct the number, or the other row."
    ),
    "person_unclear": marked(
        "There is a namesake of {name} in this delegation, and nothing tells them apart. Write the citizen number or "
        "the date of birth."
    ),
    "card_number_taken": marked("The card number {number} belongs to {name} in this congress. Choose another one."),
}

SERIAL = marked("No.")
TEMPLATE_TITLE = marked("List of delegates")
_NOT_THERE = "–"


class _Places(dict[str, str]):
    """What a sentence asks for and an error does not have is written as a dash."""

    def __missing__(self, key: str) -> str:
        return _NOT_THERE


def error_sentence(say: Words, error: ListError) -> str:
    """What is wrong with one cell and what to do, without its place. An unknown code is shown as it is."""
    if error.code not in ERRORS:
        return error.code
    places = _Places({"column": error.column, **error.params})
    if "field" in places:
        places["field"] = field_name(say, places["field"])
    return say(ERRORS[error.code]).format_map(places)


def field_name(say: Words, field: str) -> str:
    """The column's name as it heads lists: field_name(say, "birth_date") is "Ngày sinh"."""
    return say(FIELD_NAMES[field]) if field in FIELD_NAMES else field


def category_name(say: Words, category: Category) -> str:
    return say(CATEGORIES[category])


def gender_name(say: Words, gender: Gender) -> str:
    return say(GENDERS[gender])


def standing_name(say: Words, standing: Standing) -> str:
    return say(STANDINGS[standing])


def template_header(language: Language | str) -> list[str]:
    """The header of an empty list in this language: a serial number and every field of the delegate sheet."""
    say = words_for(language)
    return [say(SERIAL), *(field_name(say, field.name) for field in fields(Sheet))]


def template_title(say: Words) -> str:
    return say(TEMPLATE_TITLE)
