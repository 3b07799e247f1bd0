"""The figures of the credentials report (domain.md 3.2), counted once, for paper, screen and export.

In every part that sums, each person of the base stands in exactly one row; who has nothing written there stands
in the row `missing` and is never dropped. Shares are exact; rounding is done where they are written.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from congress_desk.domain.brackets import PARTY_YEARS, USUAL
from congress_desk.domain.delegates import Delegate
from congress_desk.domain.rounding import Rounding

MISSING = "missing"


class Base(StrEnum):
    CONVENED = "convened"
    PRESENT = "present"


class Part(StrEnum):
    """In the order of the report."""

    NUMBER = "number"
    COMPOSITION = "composition"
    GENDER = "gender"
    ETHNICITY = "ethnicity"
    RELIGION = "religion"
    SECTOR = "sector"
    AGE = "age"
    PARTY_AGE = "party_age"
    PARTY_BADGE = "party_badge"
    GENERAL_EDUCATION = "general_education"
    DEGREE = "degree"
    ACADEMIC_TITLE = "academic_title"
    THEORY = "theory"
    AWARDS = "awards"
    DISCIPLINE = "discipline"
    TARGETS = "targets"


OVERLAPPING = frozenset({Part.AWARDS, Part.TARGETS})  # one person may stand in several of their rows


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialsRules:
    """How this congress counts and writes. age_on None: the opening day. Goals are shares of the base."""

    base: Base = Base.CONVENED
    age_on: dt.date | None = None
    brackets: str = USUAL
    party_brackets: str = PARTY_YEARS
    rounding: Rounding = Rounding.HALF_UP
    decimals: int = 2
    young_under: int = 42
    women_goal: Fraction = Fraction(15, 100)
    young_goal: Fraction = Fraction(10, 100)
    science_goal: Fraction = Fraction(5, 100)
    committee: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """label: a code, or the words of the list itself where named_by_list (a religion, a sector)."""

    part: Part
    label: str
    count: int
    share: Fraction
    named_by_list: bool = False
    goal: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Aged:
    """One of the youngest or oldest."""

    delegate: Delegate
    years: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CredentialsFigures:
    """counted: persons of the base. mean_age in years, None where no birth date is known.

    youngest, oldest: all who share the earliest or latest birth date. year_only: of how many only the year of
    birth is known. examined = eligible + pending + barred (official delegates).
    """

    base: Base
    age_on: dt.date
    convened: int
    present: int
    excused: int
    absent: int
    counted: int
    rows: tuple[FigureRow, ...]
    replaced: tuple[tuple[Delegate, Delegate], ...] = ()  # official, alternate in his place
    mean_age: Fraction | None = None
    youngest: tuple[Aged, ...] = ()
    oldest: tuple[Aged, ...] = ()
    longest_member: tuple[Aged, ...] = ()
    shortest_member: tuple[Aged, ...] = ()
    year_only: int = 0
    eligible: int = 0
    pending: int = 0
    barred: tuple[Delegate, ...] = field(default=())

    @property
    def examined(self) -> int:
        return self.eligible + self.pending + len(self.barred)

    def part(self, part: Part) -> tuple[FigureRow, ...]:
        return tuple(row for row in self.rows if row.part is part)

    def count(self, part: Part, label: str) -> int:
        return sum(row.count for row in self.part(part) if row.label == label)
