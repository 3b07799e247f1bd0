"""Tables of ballots as people enter them: a column `sheet`, one a candidate, and `invalid`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from congress_desk.domain.ballot_batches import EnteredRow
from congress_desk.domain.ballot_forms import Mark
from congress_desk.domain.ballots import CandidateId, SheetId
from congress_desk.domain.election_lists import printed_names
from congress_desk.domain.election_rules import InvalidReason
from congress_desk.domain.elections import Candidate
from congress_desk.domain.names import tidy_name
from congress_desk.domain.refusals import Reason, Refusal

SHEET, INVALID = "sheet", "invalid"
ENTERED_MARKS = frozenset({Mark.YES, Mark.NO, Mark.NONE, Mark.BOTH})


def rows_from(rows: Sequence[Mapping[str, str | None]], candidates: Sequence[Candidate]) -> dict[SheetId, EnteredRow]:
    """A column of a candidate is called by the id, the name, or the name as printed.

    Refusal: TABLE_DOES_NOT_FIT (the sheet and what does not fit), ENTERED_ALREADY for a sheet twice in the table.
    """
    columns = _columns(rows[0] if rows else {}, candidates)
    found: dict[SheetId, EnteredRow] = {}
    for row in rows:
        sheet = SheetId(tidy_name(row.get(SHEET) or ""))
        if sheet in found:
            raise Refusal(Reason.ENTERED_ALREADY, batch=sheet)
        found[sheet] = _row(sheet, row, columns)
    return found


def _columns(header: Mapping[str, str | None], candidates: Sequence[Candidate]) -> dict[str, CandidateId]:
    printed = printed_names(candidates)
    called = {tidy_name(name): c.id for c, p in zip(candidates, printed, strict=True) for name in (c.name, p, c.id)}
    columns = {title: called[tidy_name(title)] for title in header if tidy_name(title) in called}
    strange = [t for t in header if t and t not in columns and tidy_name(t).lower() not in (SHEET, INVALID)]
    missing = [c.name for c in candidates if c.id not in columns.values()]
    if strange or missing or SHEET not in header:
        raise Refusal(Reason.TABLE_DOES_NOT_FIT, sheet="", name=(strange or missing or [SHEET])[0])
    return columns


def _row(sheet: SheetId, row: Mapping[str, str | None], columns: Mapping[str, CandidateId]) -> EnteredRow:
    written = tidy_name(row.get(INVALID) or "").lower()
    if written and written not in set(InvalidReason):
        raise Refusal(Reason.TABLE_DOES_NOT_FIT, sheet=sheet, name=f"{INVALID}: {written}")
    marks = {c: _mark(sheet, title, row[title]) for title, c in columns.items() if row.get(title)}
    return EnteredRow(marks={} if written else marks, invalid=InvalidReason(written) if written else None)


def _mark(sheet: SheetId, title: str, written: str | None) -> Mark:
    mark = tidy_name(written or "").lower()
    if mark not in ENTERED_MARKS:
        raise Refusal(Reason.TABLE_DOES_NOT_FIT, sheet=sheet, name=f"{title}: {mark}")
    return Mark(mark)
