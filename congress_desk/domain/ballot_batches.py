"""Batches: a bundle of paper counted by one or more ways, which must agree (domain.md 4.6, Practice Thái Nguyên).

A bundle that was scanned, entered by keyboard and tallied is one bundle counted three times, never three bundles.
Another bundle gets another name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from congress_desk.domain.ballot_forms import BallotKind, Mark, SheetStatus
from congress_desk.domain.ballots import CandidateId, Marks, Question, Sheet, SheetId
from congress_desk.domain.election_rules import InvalidReason, Undecided

PASSES = (1, 2, 3)
LEAST_PASSES = 2


class Way(StrEnum):
    SCAN = "scan"
    ENTRY = "entry"  # by keyboard, two or three times
    TALLY = "tally"  # tally marks, in bundles


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Ballots and votes of a batch or a round. votes: yes; against: no; void: neither, on valid ballots.

    ballots = valid + all invalid, always.
    """

    valid: int = 0
    invalid: Mapping[InvalidReason, int] = field(default_factory=dict)
    votes: Mapping[CandidateId, int] = field(default_factory=dict)
    against: Mapping[CandidateId, int] = field(default_factory=dict)
    void: Mapping[CandidateId, int] = field(default_factory=dict)

    @property
    def all_invalid(self) -> int:
        return sum(self.invalid.values())

    @property
    def ballots(self) -> int:
        return self.valid + self.all_invalid

    def __add__(self, other: Count) -> Count:
        return Count(
            valid=self.valid + other.valid,
            invalid=_summed(self.invalid, other.invalid),
            votes=_summed(self.votes, other.votes),
            against=_summed(self.against, other.against),
            void=_summed(self.void, other.void),
        )


def _summed(one: Mapping[Any, int], other: Mapping[Any, int]) -> dict[Any, int]:
    return {key: one.get(key, 0) + other.get(key, 0) for key in (*one, *(k for k in other if k not in one))}


@dataclass(frozen=True, slots=True, kw_only=True)
class EnteredRow:
    marks: Marks = field(default_factory=dict)
    invalid: InvalidReason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPass:
    """One person's independent entry of a bundle. by: "" where nobody was named.

    account: of the computer, and its desk; where it was written, which is no proof of who typed.
    """

    number: int
    by: str
    account: str = ""
    rows: Mapping[SheetId, EnteredRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryDraft:
    """A pass under way: rows in the order of the bundle. It is in no count before it is finished."""

    batch: str
    number: int
    by: str
    rows: tuple[EnteredRow, ...] = ()

    @property
    def labelled(self) -> dict[SheetId, EnteredRow]:
        """By their places in the bundle, from 001 on."""
        return {SheetId(f"{place:03}"): row for place, row in enumerate(self.rows, 1)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    count: Count
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voided:
    """A count that was taken back as a whole: seen for ever, counted no more."""

    batch: str
    way: str
    sheets: int
    reason: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """A sheet that waits for people."""

    sheet: Sheet
    batch: str
    way: Way
    question: Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """name: written on the bundle's cover sheet. scanned and entered are sorted by id."""

    name: str
    scanned: tuple[Sheet, ...] = ()
    passes: tuple[EntryPass, ...] = ()
    entered: tuple[Sheet, ...] = ()  # the passes laid over one another
    tally: Tally | None = None

    @property
    def ways(self) -> tuple[Way, ...]:
        """A foreign paper in the scanner is no count of the bundle."""
        scanned = any(s.status is not SheetStatus.REFUSED or s.judged is not None for s in self.scanned)
        found = ((Way.SCAN, scanned), (Way.ENTRY, self.passes), (Way.TALLY, self.tally))
        return tuple(way for way, there in found if there)

    @property
    def unnamed(self) -> tuple[EntryPass, ...]:
        """Passes that do not say who typed them: that different people did is not shown."""
        return tuple(one for one in self.passes if not one.by)

    def sheets(self, way: Way) -> tuple[Sheet, ...]:
        return self.scanned if way is Way.SCAN else self.entered if way is Way.ENTRY else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CountingRules:
    """What turns marks into a count."""

    kind: BallotKind
    seats: int
    candidates: tuple[CandidateId, ...]
    undecided: Undecided = Undecided.COMMITTEE


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchCount:
    """by_way: each way's own count. agreed: None while a sheet is open or the ways differ."""

    batch: Batch
    by_way: Mapping[Way, Count]
    open: tuple[Open, ...] = ()

    @property
    def differs(self) -> bool:
        counts = list(self.by_way.values())
        return not self.open and any(count != counts[0] for count in counts)

    @property
    def agreed(self) -> Count | None:
        return None if self.open or self.differs or not self.by_way else next(iter(self.by_way.values()))

    @property
    def shown(self) -> Count:
        """The first way's count as far as it is: for the screen while it runs."""
        return next(iter(self.by_way.values()), Count())


def laid_over(passes: Sequence[EntryPass]) -> tuple[Sheet, ...]:
    """Every sheet of any pass: read where at least two passes have it and all are equal, else asked about."""
    ids = sorted({sheet for one in passes for sheet in one.rows})
    return tuple(_over_one(sheet, [one.rows.get(sheet) for one in passes]) for sheet in ids)


def _over_one(sheet: SheetId, rows: Sequence[EnteredRow | None]) -> Sheet:
    there = [row for row in rows if row is not None]
    first = there[0]
    if len(rows) < LEAST_PASSES:
        return Sheet(id=sheet, status=SheetStatus.ASK, marks=first.marks, reason=Question.ONE_ENTRY.value)
    if len(there) < len(rows) or any(row != first for row in there):
        return Sheet(id=sheet, status=SheetStatus.ASK, marks=first.marks, reason=Question.ENTRIES_DIFFER.value)
    return Sheet(id=sheet, status=SheetStatus.READ, marks=first.marks, invalid=first.invalid, seen_by_people=True)


def count_batch(batch: Batch, rules: CountingRules) -> BatchCount:
    by_way: dict[Way, Count] = {}
    still_open: list[Open] = []
    for way in batch.ways:
        if way is Way.TALLY and batch.tally is not None:
            by_way[way] = filled(batch.tally.count, rules.candidates)
            continue
        counted, waiting = count_sheets(batch.sheets(way), rules)
        by_way[way] = counted
        still_open += [Open(sheet=s, batch=batch.name, way=way, question=q) for s, q in waiting]
    return BatchCount(batch=batch, by_way=by_way, open=tuple(still_open))


def count_sheets(sheets: Iterable[Sheet], rules: CountingRules) -> tuple[Count, tuple[tuple[Sheet, Question], ...]]:
    """The count of what is settled, and what is not, in order of id."""
    valid = 0
    invalid: Counter[InvalidReason] = Counter()
    marks: dict[Mark, Counter[CandidateId]] = {mark: Counter() for mark in Mark}
    waiting: list[tuple[Sheet, Question]] = []
    for sheet in sheets:
        if sheet.set_aside:
            continue
        ruling = sheet.ruling(kind=rules.kind, seats=rules.seats, undecided=rules.undecided)
        if ruling.question is not None:
            waiting.append((sheet, ruling.question))
        elif ruling.invalid is not None:
            invalid[ruling.invalid] += 1
        else:
            valid += 1
            for candidate in rules.candidates:
                marks[sheet.final_marks.get(candidate, Mark.NONE)][candidate] += 1
    count = Count(
        valid=valid,
        invalid={reason: invalid[reason] for reason in InvalidReason if invalid[reason]},
        votes=dict(marks[Mark.YES]),
        against=dict(marks[Mark.NO]),
        void=dict(marks[Mark.NONE] + marks[Mark.BOTH]),
    )
    return filled(count, rules.candidates), tuple(waiting)


def filled(count: Count, candidates: Sequence[CandidateId]) -> Count:
    """Every candidate named, in ballot order, with nought where nobody voted so."""
    return Count(
        valid=count.valid,
        invalid={r: count.invalid[r] for r in InvalidReason if count.invalid.get(r)},
        votes={c: count.votes.get(c, 0) for c in candidates},
        against={c: count.against.get(c, 0) for c in candidates},
        void={c: count.void.get(c, 0) for c in candidates},
    )
