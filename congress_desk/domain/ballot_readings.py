"""From pages that the machine read to ballots: pages of one ballot put together, nothing dropped.

A ballot's id is a digest that tells neither order nor time; where a page came from is used for it and kept nowhere.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from congress_desk.domain.ballot_forms import (
    BallotColour,
    BallotForm,
    BallotKind,
    BallotPaper,
    Doubt,
    Mark,
    RowReading,
    SheetReading,
    SheetStatus,
)
from congress_desk.domain.ballots import CandidateId, Question, Sheet, SheetId

ID_LENGTH = 16


def written_form(form: BallotForm) -> dict[str, Any]:
    return asdict(form)


def form_from(written: Mapping[str, Any]) -> BallotForm:
    facts = dict(written)
    return BallotForm(
        **facts
        | {
            "kind": BallotKind(facts["kind"]),
            "paper": BallotPaper(facts["paper"]),
            "colour": BallotColour(facts["colour"]),
            "names": tuple(facts["names"]),
        }
    )


def page_id(round_id: str, reading: SheetReading) -> SheetId:
    """The same page of the same file again is the same; a copy of it under another name is not."""
    told = "\n".join((round_id, reading.source, str(reading.place), reading.picture))
    return SheetId(hashlib.sha256(told.encode()).hexdigest()[:ID_LENGTH])


def gathered(readings: Iterable[SheetReading], pages: int) -> Iterator[tuple[SheetReading, ...]]:
    """Ballots of `pages` pages each, as they come from the scanner: page 1 and those that follow it in its file.

    What is refused stands alone; a page whose others are missing stands alone too, and people are asked. After it,
    pages may stand beside those of other voters (a pile laid in backwards, two ballots mixed): ballots that nothing
    but their order holds together are asked about from there to the end of the file.
    """
    order = _Order()
    held: list[SheetReading] = []
    for reading in readings:
        order.begin(reading)
        if held and not _follows(held[-1], reading):
            order.missing += pages - len(held)
            yield tuple(held)
            held = []
        if reading.status is SheetStatus.REFUSED or pages == 1:
            order.refused += 1
            yield (reading,)
            continue
        held.append(reading)
        if len(held) == pages:
            yield order.judged(held)
            held = []
    if held:
        yield tuple(held)


@dataclass(slots=True)
class _Order:
    """Of the pages in one file: how many are missing by now, and how many could not be read in their place."""

    missing: int = 0
    refused: int = 0
    lost: bool = False
    place: int = 0

    def begin(self, reading: SheetReading) -> None:
        """Another file begins where the last one had pages."""
        if reading.place == 0 and self.place > 0:
            self.missing, self.refused, self.lost = 0, 0, False
        self.place = reading.place

    def judged(self, held: Sequence[SheetReading]) -> tuple[SheetReading, ...]:
        self.lost = self.lost or self.missing > self.refused
        self.missing = self.refused = 0
        if not self.lost or held[0].mark:  # a mark of its own on every ballot tells whose page it is
            return tuple(held)
        apart = (Doubt.PAGES_APART,)
        return (replace(held[0], status=SheetStatus.ASK, doubts=(*apart, *held[0].doubts)), *held[1:])


def _follows(before: SheetReading, reading: SheetReading) -> bool:
    same_print = reading.form_code == before.form_code and reading.mark == before.mark
    return reading.status is not SheetStatus.REFUSED and same_print and reading.page == before.page + 1


def ballot_of(
    round_id: str, readings: Sequence[SheetReading], candidates: Sequence[CandidateId], pages: int
) -> Sheet:
    """One ballot of its pages; candidates in printed order."""
    statuses = {reading.status for reading in readings}
    doubts = tuple(dict.fromkeys(d.value for r in readings for d in r.all_doubts))
    whole = [r.page for r in readings] == list(range(pages))
    status, reason = SheetStatus.READ, ""
    if SheetStatus.REFUSED in statuses:
        status, reason = SheetStatus.REFUSED, next((r.reason.value for r in readings if r.reason), "")
    elif not whole:
        status, reason, doubts = SheetStatus.ASK, Question.PAGE_MISSING.value, (*doubts, Question.PAGE_MISSING.value)
    elif SheetStatus.ASK in statuses or doubts:
        status, reason = SheetStatus.ASK, doubts[0] if doubts else Question.DOUBT.value
    read = {row.row: row.mark for r in readings for row in r.rows}
    marks = {} if status is SheetStatus.REFUSED else {c: read.get(n, Mark.ASK) for n, c in enumerate(candidates)}
    if status is SheetStatus.READ and Mark.ASK in marks.values():
        status, reason = SheetStatus.ASK, Question.DOUBT.value
    return Sheet(
        id=page_id(round_id, readings[0]),
        status=status,
        marks=marks,
        reason=reason,
        doubts=doubts,
        pages=tuple(written_page(reading) for reading in readings),
    )


def written_page(reading: SheetReading) -> dict[str, Any]:
    """Without the file and the place in it: they would tell the order."""
    return {
        "picture": reading.picture,
        "status": reading.status.value,
        "form_code": reading.form_code,
        "page": reading.page,
        "mark": reading.mark,
        "straightened": reading.straightened,
        "doubts": [d.value for d in reading.doubts],
        "rows": [
            [r.row, r.mark.value, [d.value for d in r.doubts], round(r.yes_score, 3), round(r.no_score, 3)]
            for r in reading.rows
        ],
        "ink": base64.b64encode(reading.ink).decode(),
    }


def reading_from(written: Mapping[str, Any]) -> SheetReading:
    """For pictures and for twins; source and place are not known any more."""
    return SheetReading(
        status=SheetStatus(written["status"]),
        source="",
        place=0,
        picture=written["picture"],
        form_code=written["form_code"],
        page=written["page"],
        mark=written["mark"],
        straightened=written["straightened"],
        doubts=tuple(Doubt(d) for d in written["doubts"]),
        rows=tuple(
            RowReading(row=row, mark=Mark(mark), doubts=tuple(Doubt(d) for d in doubts), yes_score=yes, no_score=no)
            for row, mark, doubts, yes, no in written["rows"]
        ),
        ink=base64.b64decode(written["ink"]),
    )
