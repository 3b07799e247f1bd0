"""What a ballot says: valid, invalid with a reason, or a thing that people have to conclude (domain.md 4.4).

The machine's reading and the people's entry go through the same table. What differs is who may say "invalid": a
sheet that only the machine has seen goes to people first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NewType

from congress_desk.domain.ballot_forms import BallotKind, Mark, SheetStatus
from congress_desk.domain.election_rules import InvalidReason, Undecided

SheetId = NewType("SheetId", str)
CandidateId = NewType("CandidateId", str)

Marks = Mapping[CandidateId, Mark]


class Question(StrEnum):
    """What stands between a sheet and its place in the count."""

    DOUBT = "doubt"  # a mark that cannot be told
    ALL_DISAGREE = "all_disagree"  # the counting committee decides for the round
    PAGE_MISSING = "page_missing"  # of a ballot of several pages
    ENTRIES_DIFFER = "entries_differ"
    ONE_ENTRY = "one_entry"  # entered once, and at least two entries are needed
    MACHINE_ALONE = "machine_alone"  # not valid by the table, but only the machine has seen it


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """Valid, or invalid with its reason, or open with its question."""

    invalid: InvalidReason | None = None
    question: Question | None = None

    @property
    def valid(self) -> bool:
        return self.invalid is None and self.question is None


VALID = Ruling()


def rule_on(marks: Marks, *, kind: BallotKind, seats: int, undecided: Undecided = Undecided.COMMITTEE) -> Ruling:
    """The ruling of 4.4 on the marks alone; a seal, a signature or an ink is for people to see."""
    if Mark.ASK in marks.values():
        return Ruling(question=Question.DOUBT)
    agreed = sum(1 for mark in marks.values() if mark is Mark.YES)
    if kind is BallotKind.COLUMNS and len(marks) == 1:
        return _single(next(iter(marks.values())))
    if agreed > seats:
        return Ruling(invalid=InvalidReason.TOO_MANY)
    if agreed:
        return VALID
    if kind is BallotKind.COLUMNS and Mark.NO in marks.values():
        return _nobody_agreed_to(undecided)
    return Ruling(invalid=InvalidReason.NOBODY)


def _single(mark: Mark) -> Ruling:
    if mark in (Mark.YES, Mark.NO):
        return VALID
    return Ruling(invalid=InvalidReason.SINGLE_BOTH if mark is Mark.BOTH else InvalidReason.SINGLE_NONE)


def _nobody_agreed_to(undecided: Undecided) -> Ruling:
    if undecided is Undecided.VALID:
        return VALID
    if undecided is Undecided.INVALID:
        return Ruling(invalid=InvalidReason.ALL_DISAGREE)
    return Ruling(question=Question.ALL_DISAGREE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What two people concluded of a sheet: its marks, or why it is invalid, or that it is no ballot at all.

    set_aside: not a ballot of this election's box (a cover sheet, a stray page); it is listed and not counted.
    """

    marks: Marks = field(default_factory=dict)
    invalid: InvalidReason | None = None
    set_aside: bool = False
    by: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One ballot as it was read or entered. The id tells nothing of order or time.

    doubts: codes of ballot_forms.Doubt, NotRead, or Question. pages: as written in the journal, see
    ballot_readings.reading_from.
    """

    id: SheetId
    status: SheetStatus
    marks: Marks = field(default_factory=dict)
    invalid: InvalidReason | None = None  # entered so by people
    reason: str = ""
    doubts: tuple[str, ...] = ()
    pages: tuple[Mapping[str, Any], ...] = ()
    judged: Judgement | None = None
    seen_by_people: bool = False

    @property
    def set_aside(self) -> bool:
        """Not in the count: no ballot by itself, or by judgement."""
        if self.judged is not None:
            return self.judged.set_aside
        return self.status is SheetStatus.REFUSED

    @property
    def pictures(self) -> tuple[str, ...]:
        """SHA-256 of each page's JPEG."""
        return tuple(page["picture"] for page in self.pages)

    @property
    def final_marks(self) -> Marks:
        return self.judged.marks if self.judged else self.marks

    def ruling(self, *, kind: BallotKind, seats: int, undecided: Undecided) -> Ruling:
        """What this sheet is in the count; never asked of one that is set aside."""
        invalid = self.judged.invalid if self.judged else self.invalid
        if invalid is not None:
            return Ruling(invalid=invalid)
        if self.judged is None and self.status is SheetStatus.ASK:
            return Ruling(question=_question(self.reason))
        ruled = rule_on(self.final_marks, kind=kind, seats=seats, undecided=undecided)
        if ruled.invalid is not None and not self.seen_by_people and self.judged is None:
            if ruled.invalid is InvalidReason.ALL_DISAGREE:
                return ruled  # the committee has decided it for the round
            return Ruling(question=Question.MACHINE_ALONE)
        return ruled


def _question(reason: str) -> Question:
    return Question(reason) if reason in set(Question) else Question.DOUBT
