"""The paragraphs of the credentials report in the usual wording, with a place for every figure.

Each is words with {places}; a secretary may reword a paragraph, never a figure (domain/credentials_text.py).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from congress_desk.domain.credentials import CredentialsFigures, CredentialsRules, Part
from congress_desk.domain.rounding import percent
from congress_desk.plumbing.credentials_words import (
    PARTS,
    PERCENT,
    decimal_words,
    mean_words,
    people_words,
    row_words,
    share_words,
)
from congress_desk.plumbing.texts import Words, marked


class Paragraph(StrEnum):
    """In the order of the report; the values are the words of the command line."""

    OPENING = "opening"
    NUMBER = "number"
    COMPOSITION = "composition"
    GENDER = "gender"
    ETHNICITY = "ethnicity"
    RELIGION = "religion"
    SECTOR = "sector"
    AGE = "age"
    PARTY_AGE = "party_age"
    EDUCATION = "education"
    THEORY = "theory"
    AWARDS = "awards"
    OTHER = "other"
    CONCLUSION = "conclusion"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A paragraph before its places are filled."""

    template: str
    places: Mapping[str, str]


_OPENING = marked(
    "Pursuant to the Charter of the Communist Party of Viet Nam and the regulation on elections in the Party, the "
    "credentials committee has examined the election and appointment of delegates and the report of the convening "
    "committee, and reports to the congress as follows:"
)
_NUMBER = marked(
    "The congress convened {convened} official delegates. Present are {present}, which is {present_share}; absent "
    "are {away}: {excused} with leave and {absent} without leave. Alternates who took the place of an official "
    "delegate absent for the whole congress: {replaced}."
)
_ROW = marked("{label}: {count}, which is {share}")
_LISTED = marked("{title}: {rows}.")
_MEAN = marked(
    "The mean age is {mean_age}. The youngest delegate is {youngest}, aged {youngest_age}; the oldest is {oldest}, "
    "aged {oldest_age}."
)
_LONGEST = marked(
    "Longest membership: {longest}, {longest_years} years; shortest: {shortest}, {shortest_years} years."
)
_CONCLUSION = marked(
    "The credentials committee concludes: up to now {eligible} of {examined} official delegates, {eligible_share}, "
    "are eligible; not eligible are {barred}, not concluded yet {pending}. The committee asks the congress to vote "
    "on the recognition of the delegates' credentials."
)
_PARTS = {
    Paragraph.COMPOSITION: (Part.COMPOSITION,),
    Paragraph.GENDER: (Part.GENDER,),
    Paragraph.ETHNICITY: (Part.ETHNICITY,),
    Paragraph.RELIGION: (Part.RELIGION,),
    Paragraph.SECTOR: (Part.SECTOR,),
    Paragraph.AGE: (Part.AGE,),
    Paragraph.PARTY_AGE: (Part.PARTY_AGE, Part.PARTY_BADGE),
    Paragraph.EDUCATION: (Part.GENERAL_EDUCATION, Part.DEGREE, Part.ACADEMIC_TITLE),
    Paragraph.THEORY: (Part.THEORY,),
    Paragraph.AWARDS: (Part.AWARDS, Part.DISCIPLINE),
    Paragraph.OTHER: (Part.TARGETS,),
}


def parts_of(paragraph: Paragraph) -> tuple[Part, ...]:
    """The parts whose table stands under the paragraph."""
    return (Part.NUMBER,) if paragraph is Paragraph.NUMBER else _PARTS.get(paragraph, ())


def usual(paragraph: Paragraph, figures: CredentialsFigures, rules: CredentialsRules, say: Words) -> Draft:
    """The paragraph in the usual wording, in this language."""
    if paragraph is Paragraph.OPENING:
        return Draft(template=say(_OPENING), places={})
    if paragraph is Paragraph.NUMBER:
        return _number(figures, rules, say)
    if paragraph is Paragraph.CONCLUSION:
        return _conclusion(figures, rules, say)
    draft = _listed(paragraph, figures, rules, say)
    more = _MORE.get(paragraph)
    return draft if more is None else more(draft, figures, rules, say)


def _number(figures: CredentialsFigures, rules: CredentialsRules, say: Words) -> Draft:
    places = {
        "convened": str(figures.convened),
        "present": str(figures.present),
        "present_share": _share(figures.present, figures.convened, rules, say),
        "away": str(figures.excused + figures.absent),
        "excused": str(figures.excused),
        "absent": str(figures.absent),
        "replaced": str(len(figures.replaced)),
    }
    return Draft(template=say(_NUMBER), places=places)


def _conclusion(figures: CredentialsFigures, rules: CredentialsRules, say: Words) -> Draft:
    places = {
        "eligible": str(figures.eligible),
        "examined": str(figures.examined),
        "eligible_share": _share(figures.eligible, figures.examined, rules, say),
        "barred": str(len(figures.barred)),
        "pending": str(figures.pending),
    }
    return Draft(template=say(_CONCLUSION), places=places)


def _listed(paragraph: Paragraph, figures: CredentialsFigures, rules: CredentialsRules, say: Words) -> Draft:
    """One sentence of all rows that somebody stands in."""
    sentences: list[str] = []
    places: dict[str, str] = {}
    for part in _PARTS[paragraph]:
        rows = []
        for n, row in enumerate(row for row in figures.part(part) if row.count):
            count, share = f"{part.value}_{n}", f"{part.value}_{n}_share"
            places |= {count: str(row.count), share: share_words(row, rules, say.language)}
            label = row_words(say, row, rules)
            named = row.named_by_list or row.label == "kinh"
            label = label if named else label[:1].lower() + label[1:]
            label = _isolated(label) if row.named_by_list and say.language.right_to_left else label
            rows.append(say(_ROW, label=_bare(label), count=f"{{{count}}}", share=f"{{{share}}}"))
        if rows:
            listed = ("؛ " if say.language.right_to_left else "; ").join(rows)
            sentences.append(say(_LISTED, title=say(PARTS[part]), rows=listed))
    return Draft(template=" ".join(sentences), places=places)


def _with_ages(draft: Draft, figures: CredentialsFigures, rules: CredentialsRules, say: Words) -> Draft:
    if figures.mean_age is None:
        return draft
    places = {
        "mean_age": mean_words(figures, rules, say.language),
        "youngest": people_words(figures.youngest),
        "youngest_age": str(figures.youngest[0].years),
        "oldest": people_words(figures.oldest),
        "oldest_age": str(figures.oldest[0].years),
    }
    return Draft(template=f"{draft.template} {say(_MEAN)}", places={**draft.places, **places})


def _with_membership(draft: Draft, figures: CredentialsFigures, rules: CredentialsRules, say: Words) -> Draft:
    if not figures.longest_member:
        return draft
    places = {
        "longest": people_words(figures.longest_member),
        "longest_years": str(figures.longest_member[0].years),
        "shortest": people_words(figures.shortest_member),
        "shortest_years": str(figures.shortest_member[0].years),
    }
    return Draft(template=f"{draft.template} {say(_LONGEST)}", places={**draft.places, **places})


_MORE: Mapping[Paragraph, Callable[[Draft, CredentialsFigures, CredentialsRules, Words], Draft]] = {
    Paragraph.AGE: _with_ages,
    Paragraph.PARTY_AGE: _with_membership,
}


def _share(count: int, base: int, rules: CredentialsRules, say: Words) -> str:
    share = Fraction(count, base) if base else Fraction(0)
    return decimal_words(percent(share, decimals=rules.decimals, rounding=rules.rounding), say.language) + PERCENT


def _isolated(label: str) -> str:
    """Words of the list keep their own direction inside an Arabic sentence."""
    return f"\u2068{label}\u2069"


def _bare(label: str) -> str:
    return label.replace("{", "(").replace("}", ")")
