"""What an entry, a tally or a judgement has to be before it is written."""

from __future__ import annotations

from collections.abc import Mapping

from congress_desk.domain.ballot_batches import Batch, Count, EnteredRow
from congress_desk.domain.ballot_forms import Mark
from congress_desk.domain.ballots import CandidateId, Marks, Sheet, SheetId
from congress_desk.domain.elections import Round
from congress_desk.domain.names import folded, tidy_name
from congress_desk.domain.refusals import Reason, Refusal


def batch_named(batch: str) -> str:
    named = tidy_name(batch)
    if not named:
        raise Refusal(Reason.BAD_VALUE, field="batch")
    return named


def labelled(label: str, batch: str, scanned: set[SheetId]) -> SheetId:
    """A scanned sheet keeps its id, so that it is compared with its picture; a number on paper gets its batch."""
    tidy = tidy_name(label)
    if not tidy or (tidy not in scanned and "/" in tidy):
        raise Refusal(Reason.BAD_VALUE, field="sheet")
    return SheetId(tidy) if tidy in scanned else SheetId(f"{batch}/{tidy}")


def check_rows(rows: Mapping[SheetId, EnteredRow], one: Round) -> None:
    wanted = {c.id for c in one.candidates}
    for sheet, row in rows.items():
        strange = set(row.marks) - wanted
        missing = set() if row.invalid else wanted - set(row.marks)
        if strange or missing or Mark.ASK in row.marks.values():
            raise Refusal(Reason.TABLE_DOES_NOT_FIT, sheet=sheet, name=min(strange | missing, default=""))


def check_person(one: Round, batch: str, number: int, person: str, rows: Mapping[SheetId, EnteredRow]) -> None:
    known = batch_of(one, batch)
    for entered in known.passes if known else ():
        if entered.number == number and set(entered.rows) & set(rows):
            raise Refusal(Reason.ENTERED_ALREADY, batch=batch)
        if entered.number == number and folded(entered.by) != folded(person):
            raise Refusal(Reason.ENTERED_ALREADY, batch=batch)
        if entered.number != number and person and folded(entered.by) == folded(person):
            raise Refusal(Reason.SAME_PERSON_ENTERED, name=person, batch=batch)


def check_tally(count: Count, one: Round) -> None:
    """Refusal: NO_SUCH_CANDIDATE, BAD_VALUE, TALLY_DOES_NOT_FIT."""
    wanted = {c.id: c.name for c in one.candidates}
    ways = (count.votes, count.against, count.void)
    strange = {name for counted in ways for name in counted} - set(wanted)
    if strange:
        raise Refusal(Reason.NO_SUCH_CANDIDATE, name=min(strange))
    figures = [count.valid, *count.invalid.values(), *(n for counted in ways for n in counted.values())]
    if min(figures) < 0 or not count.ballots:
        raise Refusal(Reason.BAD_VALUE, field="counts", value=min(figures))
    for candidate, name in wanted.items():
        marked = sum(counted.get(candidate, 0) for counted in ways)
        if marked != count.valid:
            raise Refusal(Reason.TALLY_DOES_NOT_FIT, name=name, marked=marked, valid=count.valid)


def whole_marks(sheet: Sheet, marks: Marks, one: Round) -> dict[CandidateId, Mark]:
    wanted = [c.id for c in one.candidates]
    strange = set(marks) - set(wanted)
    if strange:
        raise Refusal(Reason.NO_SUCH_CANDIDATE, name=min(strange))
    whole = {c: marks.get(c, sheet.marks.get(c, Mark.ASK)) for c in wanted}
    untold = [c for c, mark in whole.items() if mark is Mark.ASK]
    if untold:
        raise Refusal(Reason.TABLE_DOES_NOT_FIT, sheet=sheet.id, name=untold[0])
    return whole


def batch_of(one: Round, name: str) -> Batch | None:
    return next((b for b in one.batches if b.name == name), None)


def sheet_of(one: Round, sheet: SheetId) -> Sheet:
    for batch in one.batches:
        for found in (*batch.scanned, *batch.entered):
            if found.id == sheet:
                return found
    raise Refusal(Reason.NO_SUCH_SHEET, sheet=sheet)
