"""Batches folded from what was scanned, entered, tallied and judged; nothing depends on the order of batches."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from congress_desk.domain.ballot_batches import Batch, Count, EnteredRow, EntryPass, Tally, laid_over
from congress_desk.domain.ballot_forms import Doubt, Mark, SheetStatus
from congress_desk.domain.ballots import CandidateId, Judgement, Marks, Sheet, SheetId
from congress_desk.domain.election_rules import InvalidReason
from congress_desk.domain.journal import Event, Kind
from congress_desk.domain.names import text_sort_key


@dataclass(slots=True)
class _Bundle:
    scanned: dict[SheetId, Sheet] = field(default_factory=dict)
    rows: dict[int, dict[SheetId, EnteredRow]] = field(default_factory=dict)
    entered_by: dict[int, str] = field(default_factory=dict)
    accounts: dict[int, str] = field(default_factory=dict)
    tally: Tally | None = None


def batches_of(events: Iterable[Event]) -> tuple[Batch, ...]:
    """In order of their names; a sheet that comes twice is one sheet."""
    bundles: dict[str, _Bundle] = {}
    judged: dict[SheetId, Judgement] = {}
    twins: set[SheetId] = set()
    for event in events:
        if event.kind is Kind.TWINS_SOUGHT:
            twins |= set(event.body["twins"])
        elif event.kind is Kind.SHEET_JUDGED:
            judged[SheetId(event.body["sheet"])] = judgement_from(event.body)
        else:
            _take(bundles.setdefault(event.body["batch"], _Bundle()), event)
    return tuple(_finished(name, bundles[name], judged, twins) for name in sorted(bundles, key=_place))


def _place(name: str) -> tuple[int, Any]:
    return (int(name), ()) if name.isdecimal() and name.isascii() else (1_000_000, text_sort_key(name))


def _take(bundle: _Bundle, event: Event) -> None:
    body = event.body
    if event.kind is Kind.BALLOTS_SCANNED:
        for written in body["sheets"]:
            sheet = sheet_from(written)
            bundle.scanned.setdefault(sheet.id, sheet)
    elif event.kind is Kind.BALLOTS_ENTERED:
        rows = bundle.rows.setdefault(body["pass"], {})
        rows.update({SheetId(i): row_from(row) for i, row in body["rows"].items()})
        bundle.entered_by[body["pass"]] = body["by"]
        bundle.accounts[body["pass"]] = f"{event.actor} · {event.desk}"
    elif event.kind is Kind.BALLOTS_TALLIED:
        bundle.tally = Tally(count=count_from(body["count"]), by=tuple(body["by"]))


def asked(sheet: Sheet) -> Sheet:
    """It has the ink of another sheet: scanned twice, copied, or two of the same hand. People are asked."""
    if sheet.status is SheetStatus.REFUSED:
        return sheet
    doubts = tuple(dict.fromkeys((Doubt.TWIN.value, *sheet.doubts)))
    return replace(sheet, status=SheetStatus.ASK, reason=Doubt.TWIN.value, doubts=doubts)


def _finished(name: str, bundle: _Bundle, judged: Mapping[SheetId, Judgement], twins: Collection[SheetId]) -> Batch:
    passes = tuple(
        EntryPass(number=n, by=bundle.entered_by[n], account=bundle.accounts[n], rows=bundle.rows[n])
        for n in sorted(bundle.rows)
    )
    scanned = (asked(s) if s.id in twins else s for _, s in sorted(bundle.scanned.items()))
    return Batch(
        name=name,
        scanned=tuple(replace(s, judged=judged.get(s.id)) for s in scanned),
        passes=passes,
        entered=tuple(replace(s, judged=judged.get(s.id)) for s in laid_over(passes)),
        tally=bundle.tally,
    )


def marks_from(written: Mapping[str, str]) -> Marks:
    return {CandidateId(c): Mark(mark) for c, mark in written.items()}


def written_marks(marks: Marks) -> dict[str, str]:
    return {c: mark.value for c, mark in marks.items()}


def sheet_from(written: Mapping[str, Any]) -> Sheet:
    return Sheet(
        id=SheetId(written["id"]),
        status=SheetStatus(written["status"]),
        marks=marks_from(written["marks"]),
        reason=written["reason"],
        doubts=tuple(written["doubts"]),
        pages=tuple(written["pages"]),
    )


def written_sheet(sheet: Sheet) -> dict[str, Any]:
    return {
        "id": sheet.id,
        "status": sheet.status.value,
        "marks": written_marks(sheet.marks),
        "reason": sheet.reason,
        "doubts": list(sheet.doubts),
        "pages": [dict(page) for page in sheet.pages],
    }


def row_from(written: Mapping[str, Any]) -> EnteredRow:
    invalid = written.get("invalid")
    return EnteredRow(marks=marks_from(written["marks"]), invalid=InvalidReason(invalid) if invalid else None)


def written_row(row: EnteredRow) -> dict[str, Any]:
    return {"marks": written_marks(row.marks)} | ({"invalid": row.invalid.value} if row.invalid else {})


def judgement_from(written: Mapping[str, Any]) -> Judgement:
    invalid = written.get("invalid")
    return Judgement(
        marks=marks_from(written.get("marks", {})),
        invalid=InvalidReason(invalid) if invalid else None,
        set_aside=bool(written.get("set_aside")),
        by=tuple(written["by"]),
        why=written.get("why", ""),
    )


def written_judgement(judged: Judgement) -> dict[str, Any]:
    return {
        "marks": written_marks(judged.marks),
        "invalid": judged.invalid.value if judged.invalid else "",
        "set_aside": judged.set_aside,
        "by": list(judged.by),
        "why": judged.why,
    }


def count_from(written: Mapping[str, Any]) -> Count:
    def named(which: str) -> dict[CandidateId, int]:
        return {CandidateId(c): n for c, n in written[which].items()}

    invalid = {InvalidReason(reason): n for reason, n in written["invalid"].items()}
    return Count(
        valid=written["valid"],
        invalid=invalid,
        votes=named("votes"),
        against=named("against"),
        void=named("void"),
    )


def written_count(count: Count) -> dict[str, Any]:
    return {
        "valid": count.valid,
        "invalid": {reason.value: n for reason, n in count.invalid.items()},
        "votes": dict(count.votes),
        "against": dict(count.against),
        "void": dict(count.void),
    }
