"""The count: sheets scanned, entered by keyboard, tallied, judged; in batches that are voided as a whole.

A batch is one bundle of paper. Counting it in two ways compares them and never counts it twice. Whatever is written
is written for many sheets at once and in the order of their ids, so that no sheet has a time or a place.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from congress_desk.domain.ballot_batches import (
    PASSES,
    Batch,
    BatchCount,
    Count,
    EnteredRow,
    Open,
    Way,
    count_batch,
)
from congress_desk.domain.ballots import Judgement, Marks, Sheet, SheetId
from congress_desk.domain.batches_fold import written_count, written_judgement, written_row
from congress_desk.domain.election_outcome import rules_for
from congress_desk.domain.election_rules import InvalidReason, Undecided
from congress_desk.domain.elections import Round, RoundId
from congress_desk.domain.elections_fold import COUNTING_KINDS
from congress_desk.domain.journal import EventId, Kind
from congress_desk.domain.names import tidy_name
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.ballot_intake import BallotIntake, Scanned, ScannedSheet
from congress_desk.services.count_checks import (
    batch_named,
    batch_of,
    check_person,
    check_rows,
    check_tally,
    labelled,
    sheet_of,
    whole_marks,
)
from congress_desk.services.election_book import ElectionBook, two_people
from congress_desk.services.floor import Act, Floor
from congress_desk.services.ports.ballots import Progress, SheetSeen

FIRST_BATCH = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One ballot that two passes of a bundle have not alike: pass number -> what was entered, None for nothing."""

    batch: str
    sheet: SheetId
    entered: Mapping[int, EnteredRow | None]


class CountingService:
    def __init__(self, floor: Floor, book: ElectionBook, intake: BallotIntake) -> None:
        self._floor = floor
        self._book = book
        self._intake = intake

    def open_box(self, wanted: RoundId, by: Sequence[str], note: str = "") -> Round:
        """Two people confirm that seals and box were whole. Refusal: TWO_PEOPLE_NEEDED, COUNT_STOPPED."""
        with self._floor.act() as act:
            election, _ = self._book.counted_round(act.work, wanted)
            people = two_people(election, by)
            body = {"election": election.id, "round": wanted, "by": list(people), "note": note.strip()}
            act.write(Kind.BOX_OPENED, body=body)
            return self._book.round(act.work, wanted)[1]

    def scan(
        self,
        wanted: RoundId,
        paths: Sequence[Path],
        *,
        batch: str = FIRST_BATCH,
        progress: Progress = lambda _read, _all: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Scanned:
        """Reads files and folders; what was taken in before is not counted again, also after a crash.

        Refusal: NO_SUCH_ROUND, NO_BALLOTS_PRINTED, COUNT_STOPPED, ROUND_IS_SEALED. Trouble: NO_SUCH_FILE.
        """
        began = time.monotonic()
        sheets = list(self._intake.scan(wanted, paths, batch_named(batch), progress, cancelled))
        return self._compared(wanted, sheets, time.monotonic() - began)

    def take_in(self, wanted: RoundId, seen: Iterable[SheetSeen], *, batch: str = FIRST_BATCH) -> Scanned:
        """A bundle that the camera saw, all at once. Refusal as in scan."""
        sheets = list(self._intake.take_in(wanted, seen, batch_named(batch)))
        return self._compared(wanted, sheets, 0.0)

    def enter(
        self,
        wanted: RoundId,
        number: int,
        rows: Mapping[SheetId, EnteredRow],
        *,
        by: str = "",
        batch: str = FIRST_BATCH,
    ) -> BatchCount:
        """One person's pass over a bundle; counted where at least two passes are equal.

        Refusal: BAD_VALUE, TABLE_DOES_NOT_FIT, ENTERED_ALREADY, SAME_PERSON_ENTERED, COUNT_STOPPED, ROUND_IS_SEALED.
        """
        if number not in PASSES or not rows:
            raise Refusal(Reason.BAD_VALUE, field="pass" if rows else "entry_table", value=number)
        with self._floor.act() as act:
            election, one = self._book.counted_round(act.work, wanted)
            named, person = batch_named(batch), tidy_name(by)
            scanned = {sheet.id for b in one.batches for sheet in b.scanned}
            entered = {labelled(label, named, scanned): row for label, row in rows.items()}
            check_rows(entered, one)
            check_person(one, named, number, person, entered)
            written = {label: written_row(entered[label]) for label in sorted(entered)}
            body = {"election": election.id, "round": wanted, "batch": named, "pass": number, "by": person}
            act.write(Kind.BALLOTS_ENTERED, body=body | {"rows": written})
            return self._batch_count(act, wanted, named)

    def tally(self, wanted: RoundId, count: Count, by: Sequence[str], *, batch: str = FIRST_BATCH) -> BatchCount:
        """Tally marks of a bundle, by two people: one calls, one marks.

        Refusal: TWO_PEOPLE_NEEDED, TALLY_DOES_NOT_FIT, NO_SUCH_CANDIDATE, BAD_VALUE, ENTERED_ALREADY, COUNT_STOPPED,
        ROUND_IS_SEALED.
        """
        with self._floor.act() as act:
            election, one = self._book.counted_round(act.work, wanted)
            people, named = two_people(election, by), batch_named(batch)
            check_tally(count, one)
            known = batch_of(one, named)
            if known is not None and known.tally is not None:
                raise Refusal(Reason.ENTERED_ALREADY, batch=named)
            body = {"election": election.id, "round": wanted, "batch": named, "by": list(people)}
            act.write(Kind.BALLOTS_TALLIED, body=body | {"count": written_count(count)})
            return self._batch_count(act, wanted, named)

    def judge(
        self,
        sheet: SheetId,
        by: Sequence[str],
        *,
        within: RoundId | None = None,
        marks: Marks | None = None,
        invalid: InvalidReason | None = None,
        set_aside: bool = False,
        why: str = "",
    ) -> Sheet:
        """What two people conclude of any sheet: its marks, or why it is invalid, or that it is no ballot.

        marks may name only what the machine did not tell. within: the round, where several hold such a sheet.
        Refusal: NO_SUCH_SHEET, SEVERAL_ROUNDS_HOLD, BAD_VALUE, TWO_PEOPLE_NEEDED, NO_SUCH_CANDIDATE,
        COUNT_STOPPED, ROUND_IS_SEALED.
        """
        if [marks is not None, invalid is not None, set_aside].count(True) != 1:
            raise Refusal(Reason.BAD_VALUE, field="judgement")
        with self._floor.act() as act:
            wanted = within or self._book.round_of_sheet(act.work, sheet)
            election, one = self._book.counted_round(act.work, wanted)
            people = two_people(election, by)
            judged = Judgement(
                marks=whole_marks(sheet_of(one, sheet), marks, one) if marks is not None else {},
                invalid=invalid,
                set_aside=set_aside,
                by=people,
                why=why.strip(),
            )
            body = {"election": election.id, "round": wanted, "sheet": sheet, **written_judgement(judged)}
            act.write(Kind.SHEET_JUDGED, body=body)
            return sheet_of(self._book.round(act.work, wanted)[1], sheet)

    def decide_nobody_agreed(self, wanted: RoundId, decision: Undecided, by: Sequence[str], why: str = "") -> Round:
        """Ballots that only disagree: valid or invalid, once for the whole round, by the counting committee.

        Refusal: BAD_VALUE, TWO_PEOPLE_NEEDED, COUNT_STOPPED, ROUND_IS_SEALED.
        """
        if decision is Undecided.COMMITTEE:
            raise Refusal(Reason.BAD_VALUE, field="decision", value=decision.value)
        with self._floor.act() as act:
            election, _ = self._book.counted_round(act.work, wanted)
            people = two_people(election, by)
            facts = {"question": "all_disagree", "decision": decision.value, "note": why.strip()}
            act.write(
                Kind.QUESTION_DECIDED,
                body={"election": election.id, "round": wanted, "by": list(people), **facts},
            )
            return self._book.round(act.work, wanted)[1]

    def void(
        self,
        wanted: RoundId,
        reason: str,
        *,
        batch: str,
        way: Way | None = None,
        number: int | None = None,
        by: str = "",
    ) -> Round:
        """A batch is counted anew as a whole: all its ways, one way, or one pass of entry.

        Refusal: REASON_NEEDED, NO_SUCH_BATCH, ROUND_IS_SEALED, ROUND_IS_VOID.
        """
        if not reason.strip():
            raise Refusal(Reason.REASON_NEEDED)
        with self._floor.act() as act:
            election, one = self._book.open_round(act.work, wanted)
            known = batch_of(one, batch_named(batch))
            voids = self._events_of(act, wanted, known, way, number)
            if known is None or not voids:
                raise Refusal(Reason.NO_SUCH_BATCH, batch=batch)
            sheets = {s.id for w in Way if way in (None, w) for s in known.sheets(w)}
            body = {
                "election": election.id,
                "round": wanted,
                "batch": known.name,
                "way": (way.value if way else "") + (f" {number}" if number else ""),
                "voids": voids,
                "sheets": len(sheets),
                "reason": reason.strip(),
                "by": tidy_name(by),
            }
            act.write(Kind.COUNT_VOIDED, body=body)
            return self._book.round(act.work, wanted)[1]

    def batches(self, wanted: RoundId) -> tuple[BatchCount, ...]:
        with self._floor.reading() as work:
            return self._book.outcome(work, wanted).batches

    def waiting(self, wanted: RoundId) -> tuple[Open, ...]:
        """Sheets that people have to conclude, by batch, then id."""
        with self._floor.reading() as work:
            return self._book.outcome(work, wanted).open

    def sheet(self, sheet: SheetId) -> Sheet:
        """Any sheet at any time. Refusal: NO_SUCH_SHEET."""
        with self._floor.reading() as work:
            return sheet_of(self._book.round(work, self._book.round_of_sheet(work, sheet))[1], sheet)

    def differences(self, wanted: RoundId) -> tuple[Difference, ...]:
        """Ballot by ballot: what the passes of entry have not alike."""
        with self._floor.reading() as work:
            _, one = self._book.round(work, wanted)
        return tuple(_differences(one.batches))

    def _compared(self, wanted: RoundId, sheets: Sequence[ScannedSheet], seconds: float) -> Scanned:
        """The sheets as they stand once all of the round were compared with one another."""
        self._intake.seek_twins(wanted)
        with self._floor.reading() as work:
            _, one = self._book.round(work, wanted)
        standing = {s.id: s for b in one.batches for s in b.scanned}
        found = (replace(s, sheet=standing.get(s.sheet.id, s.sheet)) for s in sheets)
        return Scanned(sheets=tuple(sorted(found, key=lambda s: s.sheet.id)), seconds=seconds)

    def _events_of(
        self, act: Act, wanted: RoundId, batch: Batch | None, way: Way | None, number: int | None
    ) -> list[EventId]:
        if batch is None:
            return []
        kinds = [kind for w, kind in _WRITES.items() if way in (None, w)]
        own = {s.id for w in Way if way in (None, w) for s in batch.sheets(w)}
        found = []
        for event in act.work.journal.of_kinds([*kinds, Kind.SHEET_JUDGED]):
            body = event.body
            if body["round"] != wanted:
                continue
            judged = event.kind is Kind.SHEET_JUDGED and number is None and SheetId(body["sheet"]) in own
            counted = body.get("batch") == batch.name and (number is None or body.get("pass") == number)
            if judged or counted:
                found.append(event.id)
        return found

    def _batch_count(self, act: Act, wanted: RoundId, batch: str) -> BatchCount:
        _, one = self._book.round(act.work, wanted)
        known = batch_of(one, batch)
        return count_batch(known or Batch(name=batch), rules_for(one))


_WRITES = {Way.SCAN: Kind.BALLOTS_SCANNED, Way.ENTRY: Kind.BALLOTS_ENTERED, Way.TALLY: Kind.BALLOTS_TALLIED}
assert set(_WRITES.values()) <= COUNTING_KINDS


def _differences(batches: Iterable[Batch]) -> Iterator[Difference]:
    for batch in batches:
        for sheet in batch.entered:
            rows = {p.number: p.rows.get(sheet.id) for p in batch.passes}
            if any(row != rows[min(rows)] for row in rows.values()):
                yield Difference(batch=batch.name, sheet=sheet.id, entered=rows)
