"""Counting the credentials report: from the list and the attendance to its rows."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from fractions import Fraction

from congress_desk.domain.brackets import Bracket, brackets_of
from congress_desk.domain.credentials import (
    MISSING,
    Aged,
    Base,
    CredentialsFigures,
    CredentialsRules,
    FigureRow,
    Part,
)
from congress_desk.domain.credentials_reading import (
    AWARD_KINDS,
    BADGE_YEARS,
    academic_title,
    awards,
    badge_years,
    degree,
    discipline,
    ethnicity,
    general_education,
    has_science,
    is_cell_secretary,
    religion,
    theory,
)
from congress_desk.domain.dates import PartialDate
from congress_desk.domain.delegates import Category, Delegate, DelegateId, Gender, Standing
from congress_desk.domain.names import text_sort_key


def credentials_of(
    people: Sequence[Delegate],
    *,
    came: Collection[DelegateId],
    excused: Collection[DelegateId],
    opens: dt.date,
    rules: CredentialsRules,
) -> CredentialsFigures:
    """people: everybody on the list. came and excused: of the session or the congress that is reported on."""
    convened = [d for d in people if d.counts]
    present = [d for d in convened if d.id in came]
    away = [d for d in convened if d.id not in came]
    with_leave = sum(d.id in excused for d in away)
    counted = convened if rules.base is Base.CONVENED else present
    age_on = rules.age_on or opens
    by_id = {d.id: d for d in people}
    replaced = tuple((by_id[d.replaces], d) for d in convened if d.replaces in by_id)
    numbers = _numbers(len(convened), len(present), with_leave, len(replaced))
    found = [*numbers, *_rows(counted, age_on, rules)]
    rows = sorted(found, key=lambda row: list(Part).index(row.part))  # stable: rows keep their order in a part
    born = {d.id: d.sheet.birth_date for d in counted}
    joined = {d.id: d.sheet.party_joined for d in counted}
    ages = [years_between(date, age_on) for date in born.values() if date is not None]
    return CredentialsFigures(
        base=rules.base,
        age_on=age_on,
        convened=len(convened),
        present=len(present),
        excused=with_leave,
        absent=len(away) - with_leave,
        counted=len(counted),
        rows=tuple(rows),
        replaced=replaced,
        mean_age=Fraction(sum(ages), len(ages)) if ages else None,
        youngest=_utmost(counted, born, age_on, latest=True),
        oldest=_utmost(counted, born, age_on, latest=False),
        longest_member=_utmost(counted, joined, age_on, latest=False),
        shortest_member=_utmost(counted, joined, age_on, latest=True),
        year_only=sum(date is not None and not date.is_full for date in born.values()),
        eligible=sum(d.standing is Standing.ACTIVE for d in convened),
        pending=sum(d.standing is Standing.PENDING for d in convened),
        barred=tuple(d for d in people if d.is_official and d.standing is Standing.BARRED),
    )


def years_between(since: PartialDate, on: dt.date) -> int:
    """Whole years; where only the year is known, the difference of the years."""
    not_yet = since.is_full and (on.month, on.day) < (since.month, since.day)
    return max(0, on.year - since.year - int(not_yet))


def _numbers(convened: int, present: int, excused: int, replaced: int) -> list[FigureRow]:
    counts = {
        "convened": convened,
        "present": present,
        "excused": excused,
        "absent": convened - present - excused,
        "replaced": replaced,
    }
    return _counted(Part.NUMBER, counts, convened)


def _rows(counted: Sequence[Delegate], age_on: dt.date, rules: CredentialsRules) -> list[FigureRow]:
    whole = len(counted)
    rows: list[FigureRow] = []
    for part, labels, label_of in _readers():
        found = Counter(label_of(d) for d in counted)
        rows += _counted(part, {label: found[label] for label in (*labels, MISSING)}, whole)
    ages = _in_brackets(counted, brackets_of(rules.brackets), lambda d: d.sheet.birth_date, age_on)
    years = _in_brackets(counted, brackets_of(rules.party_brackets), lambda d: d.sheet.party_joined, age_on)
    given = Counter(award for d in counted for award in awards(d.sheet.awards))
    rows += _counted(Part.AGE, ages, whole) + _counted(Part.PARTY_AGE, years, whole)
    rows += _by_words(Part.SECTOR, (d.sheet.sector for d in counted), whole)
    rows += _counted(Part.AWARDS, {kind: given[kind] for kind in AWARD_KINDS}, whole)
    return rows + _targets(counted, rules, age_on)


def _readers() -> tuple[tuple[Part, Sequence[str], Callable[[Delegate], str]], ...]:
    """Part, its rows, and in which of them a person stands."""
    badges = [str(years) for years in BADGE_YEARS]
    return (
        (Part.COMPOSITION, ("ex_officio", "elected", "appointed", "alternate"), _composition),
        (Part.GENDER, ("men", "women"), _gender),
        (Part.ETHNICITY, ("kinh", "minority"), lambda d: ethnicity(d.sheet.ethnicity)),
        (Part.RELIGION, ("none", "with_religion"), lambda d: religion(d.sheet.religion)),
        (Part.PARTY_BADGE, (*badges, "none"), lambda d: badge_years(d.sheet.party_badge)),
        (Part.GENERAL_EDUCATION, ("12/12", "10/10", "other"), lambda d: general_education(d.sheet.general_education)),
        (
            Part.DEGREE,
            ("doctor", "master", "university", "college", "intermediate", "other"),
            lambda d: degree(d.sheet.degree),
        ),
        (Part.ACADEMIC_TITLE, ("professor", "associate_professor", "none"), lambda d: academic_title(d.sheet)),
        (Part.THEORY, ("bachelor", "advanced", "intermediate", "elementary", "other"), lambda d: theory(d.sheet)),
        (Part.DISCIPLINE, ("reprimand", "warning", "removal", "other", "none"), lambda d: discipline(d.sheet)),
    )


def _composition(delegate: Delegate) -> str:
    names = {Category.EX_OFFICIO: "ex_officio", Category.ELECTED: "elected", Category.APPOINTED: "appointed"}
    return names.get(delegate.sheet.category, "alternate")


def _gender(delegate: Delegate) -> str:
    return {Gender.MALE: "men", Gender.FEMALE: "women", Gender.UNKNOWN: MISSING}[delegate.sheet.gender]


def _in_brackets(
    people: Sequence[Delegate],
    brackets: Sequence[Bracket],
    since: Callable[[Delegate], PartialDate | None],
    on: dt.date,
) -> dict[str, int]:
    found = Counter[str]()
    for person in people:
        date = since(person)
        years = None if date is None else years_between(date, on)
        found[MISSING if years is None else next(b.code for b in brackets if b.holds(years))] += 1
    return {label: found[label] for label in (*(b.code for b in brackets), MISSING)}


def _by_words(part: Part, written: Iterable[str], whole: int) -> list[FigureRow]:
    """A row for each word of the list itself, the most frequent first; then those without."""
    found = Counter(text.strip() for text in written)
    missing = found.pop("", 0)
    named = sorted(found, key=lambda text: (-found[text], text_sort_key(text)))
    rows = [_row(part, text, found[text], whole, named_by_list=True) for text in named]
    return [*rows, *_counted(part, {MISSING: missing}, whole)]


def _targets(people: Sequence[Delegate], rules: CredentialsRules, on: dt.date) -> list[FigureRow]:
    """Structural goals, and what else is reported of a congress (domain.md 3.2, part 10)."""
    births = [d.sheet.birth_date for d in people]
    young = sum(date is not None and years_between(date, on) < rules.young_under for date in births)
    lines: tuple[tuple[str, int, Fraction | None], ...] = (
        ("women", sum(d.sheet.gender is Gender.FEMALE for d in people), rules.women_goal),
        ("young", young, rules.young_goal),
        ("science", sum(has_science(d.sheet) for d in people), rules.science_goal),
        ("cell_secretaries", sum(is_cell_secretary(d.sheet) for d in people), None),
        ("committee_members", sum(bool(d.sheet.committee_level.strip()) for d in people), None),
    )
    return [_row(Part.TARGETS, label, count, len(people), goal=goal) for label, count, goal in lines]


def _counted(part: Part, counts: Mapping[str, int], whole: int) -> list[FigureRow]:
    """The row of the missing only where somebody is missing."""
    return [_row(part, label, n, whole) for label, n in counts.items() if n or label != MISSING]


def _row(
    part: Part, label: str, count: int, whole: int, *, named_by_list: bool = False, goal: Fraction | None = None
) -> FigureRow:
    share = Fraction(count, whole) if whole else Fraction(0)
    return FigureRow(part=part, label=label, count=count, share=share, named_by_list=named_by_list, goal=goal)


def _utmost(
    people: Sequence[Delegate], dates: Mapping[DelegateId, PartialDate | None], on: dt.date, *, latest: bool
) -> tuple[Aged, ...]:
    known = {key: date for key, date in dates.items() if date is not None}
    if not known:
        return ()
    utmost = (max if latest else min)(known.values())
    found = [person for person in people if known.get(person.id) == utmost]
    return tuple(Aged(delegate=person, years=years_between(utmost, on)) for person in found)
