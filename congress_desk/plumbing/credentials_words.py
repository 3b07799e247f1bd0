"""The words of the credentials report: its parts, its rows, and its paragraphs in the usual wording."""

from __future__ import annotations

import re
from collections.abc import Mapping

from congress_desk.domain.credentials import Aged, Base, CredentialsFigures, CredentialsRules, FigureRow, Part
from congress_desk.domain.rounding import Rounding, percent, rounded
from congress_desk.plumbing.texts import Language, Words, marked

PARTS: Mapping[Part, str] = {
    Part.NUMBER: marked("Number of delegates"),
    Part.COMPOSITION: marked("Composition of delegates"),
    Part.GENDER: marked("Gender"),
    Part.ETHNICITY: marked("Ethnic groups"),
    Part.RELIGION: marked("Religion"),
    Part.SECTOR: marked("Sector"),
    Part.AGE: marked("Age"),
    Part.PARTY_AGE: marked("Years of Party membership"),
    Part.PARTY_BADGE: marked("Party badges"),
    Part.GENERAL_EDUCATION: marked("General education"),
    Part.DEGREE: marked("Professional qualification"),
    Part.ACADEMIC_TITLE: marked("Academic titles"),
    Part.THEORY: marked("Political theory"),
    Part.AWARDS: marked("Awards in the term"),
    Part.DISCIPLINE: marked("Discipline in the term"),
    Part.TARGETS: marked("Other figures and goals"),
}
PERCENT = "\u00a0%"  # never parted from its number at the end of a line
NOT_GIVEN = marked("Not given on the list")
_OTHER = marked("Other")
LABELS: Mapping[tuple[Part, str], str] = {
    (Part.NUMBER, "convened"): marked("Delegates convened"),
    (Part.NUMBER, "present"): marked("Present"),
    (Part.NUMBER, "excused"): marked("Absent with leave"),
    (Part.NUMBER, "absent"): marked("Absent without leave"),
    (Part.NUMBER, "replaced"): marked("Officials replaced by alternates"),
    (Part.COMPOSITION, "ex_officio"): marked("Ex-officio delegates"),
    (Part.COMPOSITION, "elected"): marked("Elected delegates"),
    (Part.COMPOSITION, "appointed"): marked("Appointed delegates"),
    (Part.COMPOSITION, "alternate"): marked("Alternates in the place of officials"),
    (Part.GENDER, "men"): marked("Men"),
    (Part.GENDER, "women"): marked("Women"),
    (Part.ETHNICITY, "kinh"): marked("Kinh"),
    (Part.ETHNICITY, "minority"): marked("Ethnic minorities"),
    (Part.RELIGION, "none"): marked("No religion"),
    (Part.RELIGION, "with_religion"): marked("With a religion"),
    (Part.PARTY_BADGE, "none"): marked("No badge"),
    (Part.GENERAL_EDUCATION, "12/12"): marked("Level 12/12"),
    (Part.GENERAL_EDUCATION, "10/10"): marked("Level 10/10"),
    (Part.DEGREE, "doctor"): marked("Doctor"),
    (Part.DEGREE, "master"): marked("Master"),
    (Part.DEGREE, "university"): marked("University"),
    (Part.DEGREE, "college"): marked("College"),
    (Part.DEGREE, "intermediate"): marked("Intermediate vocational"),
    (Part.ACADEMIC_TITLE, "professor"): marked("Professor"),
    (Part.ACADEMIC_TITLE, "associate_professor"): marked("Associate professor"),
    (Part.ACADEMIC_TITLE, "none"): marked("No academic title"),
    (Part.THEORY, "bachelor"): marked("Bachelor of political theory"),
    (Part.THEORY, "advanced"): marked("Advanced level"),
    (Part.THEORY, "intermediate"): marked("Intermediate level"),
    (Part.THEORY, "elementary"): marked("Elementary level"),
    (Part.AWARDS, "hero"): marked("Title of Hero"),
    (Part.AWARDS, "order"): marked("Orders"),
    (Part.AWARDS, "medal"): marked("Medals"),
    (Part.AWARDS, "fighter"): marked("Emulation fighter"),
    (Part.AWARDS, "commendation"): marked("Certificate of commendation"),
    (Part.AWARDS, "certificate"): marked("Certificate of merit"),
    (Part.DISCIPLINE, "reprimand"): marked("Reprimand"),
    (Part.DISCIPLINE, "warning"): marked("Warning"),
    (Part.DISCIPLINE, "removal"): marked("Removal from office"),
    (Part.DISCIPLINE, "none"): marked("No discipline"),
    (Part.TARGETS, "women"): marked("Women"),
    (Part.TARGETS, "young"): marked("Young delegates (under {years})"),
    (Part.TARGETS, "science"): marked("Science and technology qualification"),
    (Part.TARGETS, "cell_secretaries"): marked("Secretaries of Party cells"),
    (Part.TARGETS, "committee_members"): marked("Members of Party committees"),
}
BASES = {
    Base.CONVENED: marked("Shares are of the {count} delegates convened."),
    Base.PRESENT: marked("Shares are of the {count} delegates present."),
}
ROUNDINGS = {
    Rounding.HALF_UP: marked("Decimals of the shares: {decimals}, rounded half up."),
    Rounding.DOWN: marked("Decimals of the shares: {decimals}, the rest cut off."),
}
_UNDER, _UP_TO = marked("Under {years}"), marked("{years} and younger")
_OVER, _FROM = marked("Over {years}"), marked("{years} and older")
_BETWEEN = marked("{low} to {high}")
_LESS, _MOST, _MORE, _LEAST = (
    marked("Less than {years} years"),
    marked("At most {years} years"),
    marked("More than {years} years"),
    marked("At least {years} years"),
)
_YEARS = marked("{low} to {high} years")
_BADGE = marked("Badge of {years} years")
_SIGNS = {
    Part.AGE: {"<": _UNDER, "<=": _UP_TO, ">": _OVER, ">=": _FROM, "-": _BETWEEN},
    Part.PARTY_AGE: {"<": _LESS, "<=": _MOST, ">": _MORE, ">=": _LEAST, "-": _YEARS},
}


def row_words(say: Words, row: FigureRow, rules: CredentialsRules) -> str:
    """The row's name as it is printed; words of the list itself are left as they are."""
    if row.named_by_list:
        return row.label
    if row.label == "missing":
        return say(NOT_GIVEN)
    if (row.part, row.label) in LABELS:
        return _labelled(say, row, rules)
    if row.part in _SIGNS:
        return _bracket_words(say, row)
    if row.part is Part.PARTY_BADGE:
        return say(_BADGE, years=row.label)
    return say(_OTHER)


def share_words(row: FigureRow, rules: CredentialsRules, language: Language) -> str:
    return decimal_words(percent(row.share, decimals=rules.decimals, rounding=rules.rounding), language) + PERCENT


def decimal_words(number: str, language: Language) -> str:
    """A decimal comma in Vietnamese."""
    return number.replace(".", ",") if language is Language.VIETNAMESE else number


def mean_words(figures: CredentialsFigures, rules: CredentialsRules, language: Language) -> str:
    """The mean age with one decimal; a dash where no birth date is known."""
    if figures.mean_age is None:
        return "-"
    return decimal_words(rounded(figures.mean_age, decimals=1, rounding=rules.rounding), language)


def people_words(aged: tuple[Aged, ...], most: int = 3) -> str:
    """Names and units of the youngest or oldest."""
    named = [", ".join(p for p in (a.delegate.sheet.full_name, a.delegate.sheet.unit) if p) for a in aged[:most]]
    return "; ".join(named) + ("; …" if len(aged) > most else "")


def _labelled(say: Words, row: FigureRow, rules: CredentialsRules) -> str:
    message = LABELS[row.part, row.label]
    return say(message, years=rules.young_under) if row.label == "young" else say(message)


def _bracket_words(say: Words, row: FigureRow) -> str:
    signs = _SIGNS[row.part]
    if "-" in row.label:
        low, high = row.label.split("-")
        return say(signs["-"], low=low, high=high)
    sign = re.match(r"[<>=]+", row.label)
    assert sign is not None
    return say(signs[sign.group()], years=row.label[sign.end() :])
