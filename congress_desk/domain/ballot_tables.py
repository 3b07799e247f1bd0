"""Tables of ballots as people enter them: a column `sheet`, one a candidate, and `invalid`."""

from __future__ import annotations

from collections import Counter
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
HEADER = 1  # its line; ballots begin below


def rows_from(
    header: Sequence[str], lines: Sequence[Sequence[str]], candidates: Sequence[Candidate]
) -> dict[SheetId, EnteredRow]:
    """A column of a candidate is called by the id, the name, or the name as printed. lines: below the header.

    Refusal: COLUMN_MISSING, COLUMN_UNKNOWN, COLUMN_TWICE, LINE_TOO_LONG, SHEET_NOT_NAMED, SHEET_TWICE,
    TABLE_DOES_NOT_FIT (the sheet and the cell that means nothing).
    """
    titles = [_titled(title) for title in header]
    while titles and not titles[-1]:  # a spreadsheet's empty columns
        titles.pop()
    columns = _columns(titles, candidates)
    found: dict[SheetId, EnteredRow] = {}
    for number, line in enumerate(lines, HEADER + 1):
        cells = [tidy_name(cell) for cell in line]
        if not any(cells):
            continue
        if any(cells[len(titles) :]):
            raise Refusal(Reason.LINE_TOO_LONG, line=number)
        row = dict(zip(columns, cells, strict=False))
        sheet = SheetId(row.get(SHEET, ""))
        if not sheet:
            raise Refusal(Reason.SHEET_NOT_NAMED, line=number)
        if sheet in found:
            raise Refusal(Reason.SHEET_TWICE, sheet=sheet)
        found[sheet] = _row(sheet, row, columns)
    return found


def _titled(title: str) -> str:
    tidy = tidy_name(title)
    return tidy.lower() if tidy.lower() in (SHEET, INVALID) else tidy


def _columns(header: Sequence[str], candidates: Sequence[Candidate]) -> dict[str, CandidateId | None]:
    """Title -> candidate, None for the two others; in the order of the header."""
    printed, alike = printed_names(candidates), Counter(tidy_name(c.name) for c in candidates)
    called = {tidy_name(c.name): c.id for c in candidates if alike[tidy_name(c.name)] == 1}
    called |= {tidy_name(name): c.id for c, p in zip(candidates, printed, strict=True) for name in (p, c.id)}
    columns: dict[str, CandidateId | None] = {}
    for number, title in enumerate(header, 1):
        if title not in called and title not in (SHEET, INVALID):
            raise Refusal(Reason.COLUMN_UNKNOWN, name=title or number)
        if title in columns or called.get(title) in [c for c in columns.values() if c]:
            raise Refusal(Reason.COLUMN_TWICE, name=title)
        columns[title] = called.get(title)
    missing = [name for name, c in zip(printed, candidates, strict=True) if c.id not in columns.values()]
    if SHEET not in columns or missing:
        raise Refusal(Reason.COLUMN_MISSING, name=SHEET if SHEET not in columns else missing[0])
    return columns


def _row(sheet: SheetId, row: Mapping[str, str], columns: Mapping[str, CandidateId | None]) -> EnteredRow:
    written = row.get(INVALID, "").lower()
    if written and written not in set(InvalidReason):
        raise Refusal(Reason.TABLE_DOES_NOT_FIT, sheet=sheet, name=f"{INVALID}: {written}")
    marks = {c: _mark(sheet, title, row[title]) for title, c in columns.items() if c and row.get(title)}
    return EnteredRow(marks={} if written else marks, invalid=InvalidReason(written) if written else None)


def _mark(sheet: SheetId, title: str, written: str) -> Mark:
    mark = written.lower()
    if mark not in ENTERED_MARKS:
        raise Refusal(Reason.TABLE_DOES_NOT_FIT, sheet=sheet, name=f"{title}: {mark}")
    return Mark(mark)
