"""What the command line says of rounds, sheets and results; no single ballot is in a result."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from congress_desk.cli.doors import Counter
from congress_desk.cli.vote_commands import deductions
from congress_desk.domain.ballot_batches import BatchCount, Count
from congress_desk.domain.ballot_forms import SheetStatus
from congress_desk.domain.ballots import Sheet
from congress_desk.domain.election_lists import ballot_article
from congress_desk.domain.election_results import RoundResult
from congress_desk.domain.elections import Election, Round, RoundState
from congress_desk.plumbing.sheet_words import SEEN_WORDS
from congress_desk.plumbing.texts import marked
from congress_desk.plumbing.vote_tables import percent
from congress_desk.plumbing.vote_words import (
    BALLOTS_UNUSUAL,
    INVALID,
    NOBODY_NAMED,
    ROUND_KINDS,
    ROUND_STATES,
    SHORTCOMINGS,
)
from congress_desk.services.ballot_intake import Scanned, ScannedSheet
from congress_desk.services.elections import RoundSeen


def election_shown(election: Election, at: Counter) -> dict[str, Any]:
    return {
        "election": election.id,
        "round": election.latest.id,
        "title": election.title,
        "office": election.office.value,
        "profile": election.profile.name.value,
        "law": election.profile.law,
        "session": election.session,
        "seats": election.seats,
        "alternate_seats": election.alternate_seats,
        "ballot": election.latest.ballot.value,
        "ballot_reason": election.latest.ballot_reason,
        "candidates": [c.id for c in election.latest.candidates],
        "withdrawn": [{"candidate": c.id, "reason": reason} for c, reason in election.withdrawn],
        "committee": [{"name": m.name, "role": m.role.value} for m in election.committee],
        "rounds": [round_shown(one) for one in election.rounds],
        "created_at": at.iso(election.created_at),
    }


def round_shown(one: Round) -> dict[str, Any]:
    return {
        "round": one.id,
        "number": one.number,
        "kind": one.kind.value,
        "previous": one.previous,
        "state": one.state.value,
        "seats": one.seats,
        "ballot": one.ballot.value,
        "candidates": [c.id for c in one.candidates],
        **_void_shown(one),
    }


def _void_shown(one: Round) -> dict[str, Any]:
    """Why the vote of the round is void and who declared it; empty where it is not."""
    return {"void_reason": one.void_reason, "voided_by": list(one.void_by)}


def election_line(election: Election, at: Counter) -> str:
    one = election.latest
    state = at.say(ROUND_STATES[one.state])
    return f"{election.title}  ·  {one.number}: {at.say(ROUND_KINDS[one.kind])}  ·  {state}  ·  {one.id}"


def ballot_warning(election: Election, at: Counter) -> str:
    """That the type of ballot is not the one that the regulation has for this list."""
    article = ballot_article(election.profile)
    return at.say(BALLOTS_UNUSUAL[election.latest.ballot], article=article)


def scan_lines(found: Scanned, at: Counter) -> list[str]:
    """How many, then every sheet that people have to look at: which file and page, and why."""
    statuses = [one.sheet.status for one in found.sheets]
    counts = {status.value: statuses.count(status) for status in SheetStatus}
    asked = [one for one in found.sheets if one.sheet.status is not SheetStatus.READ]
    told = at.say("Sheets read {read}, to people {ask}, refused {refused}", **counts)
    return [told, *(_asked_line(one, at) for one in sorted(asked, key=lambda one: (one.source, one.place)))]


def _asked_line(one: ScannedSheet, at: Counter) -> str:
    refused = one.sheet.status is SheetStatus.REFUSED
    template = PAGE_REFUSED if refused else PAGE_ASKED
    codes = dict.fromkeys((one.sheet.reason, *one.sheet.doubts))
    why = "; ".join(at.say(SEEN_WORDS[code]) for code in codes if code in SEEN_WORDS)
    told = at.say(template, sheet=one.sheet.id, file=Path(one.source).name, page=one.place + 1, why=why)
    return f"  {told}"


PAGE_ASKED = marked("{file}, page {page}: for people to conclude. {why} (sheet {sheet})")
PAGE_REFUSED = marked("{file}, page {page}: refused. {why} (sheet {sheet})")


def sheet_shown(sheet: Sheet) -> dict[str, Any]:
    judged = sheet.judged
    return {
        "sheet": sheet.id,
        "status": sheet.status.value,
        "reason": sheet.reason,
        "doubts": list(sheet.doubts),
        "votes": {c: mark.value for c, mark in sheet.marks.items()},
        "judged": None
        if judged is None
        else {
            "votes": {c: mark.value for c, mark in judged.marks.items()},
            "invalid": judged.invalid.value if judged.invalid else "",
            "set_aside": judged.set_aside,
            "by": list(judged.by),
            "why": judged.why,
        },
    }


def scanned_shown(one: ScannedSheet) -> dict[str, Any]:
    """page_of: the file the sheet is a page of; page: which, from 1. For who holds the paper; kept nowhere."""
    return {**sheet_shown(one.sheet), "page_of": one.source, "page": one.place + 1, "again": one.again}


def count_shown(count: Count) -> dict[str, Any]:
    return {
        "valid": count.valid,
        "invalid": {reason.value: n for reason, n in count.invalid.items()},
        "votes": dict(count.votes),
        "against": dict(count.against),
        "neither": dict(count.void),
    }


def batch_shown(found: BatchCount) -> dict[str, Any]:
    return {
        "batch": found.batch.name,
        "ways": {way.value: count_shown(count) for way, count in found.by_way.items()},
        "passes": [{"pass": p.number, "by": p.by, "account": p.account} for p in found.batch.passes],
        "open": [{"sheet": o.sheet.id, "way": o.way.value, "question": o.question.value} for o in found.open],
        "differs": found.differs,
    }


def result_shown(seen: RoundSeen) -> dict[str, Any]:
    """The keys that offices script with; the figures are those of the record."""
    result, outcome = seen.outcome.result, seen.outcome
    base = result.base_count
    return {
        "round": seen.round.id,
        "state": seen.round.state.value,
        **_void_shown(seen.round),
        "base": base,
        "base_rule": result.base_rule.value,
        "convened": result.base.convened,
        "deductions": deductions(result.base),
        "present": result.present,
        "printed": result.printed,
        "issued": result.issued,
        "spare": result.spare,
        "spoiled": result.spoiled,
        "exchanged": result.exchanged,
        "collected": result.collected,
        **count_shown(result.count),
        "percent": {c: percent(n, base) for c, n in result.count.votes.items()},
        "set_aside": result.set_aside,
        "seats": result.seats,
        "needed": result.needed,
        "elected": list(result.elected),
        "open_seats": result.open_seats,
        "ties": [{"candidates": list(t.candidates), "seats": t.seats, "votes": t.votes} for t in result.ties],
        "passed_over": list(result.passed_over),
        "alternates": list(seen.round.alternates_taken),
        "ties_left": [c.note for c in seen.round.ties_left],
        "open_sheets": len(outcome.open),
        "differing_batches": [b.batch.name for b in outcome.differing],
        "unnamed_entries": [b.batch.name for b in outcome.batches if b.batch.unnamed],
        "imbalances": [
            {"identity": i.identity.value, "left": i.left, "right": i.right, "name": i.name}
            for i in outcome.imbalances
        ],
        "shortcomings": [s.value for s in outcome.shortcomings],
        "sealed": seen.round.seal is not None,
        "digest": seen.round.seal.digest if seen.round.seal else "",
    }


def result_lines(seen: RoundSeen, at: Counter) -> list[str]:
    result, say = seen.outcome.result, at.say
    paper = say("Base {base}, issued {issued}, collected {collected}", **_paper(result))
    if seen.round.state is RoundState.VOID:
        names = ", ".join(seen.round.void_by)
        return [paper, say("Declared void by {names}: {reason}", names=names, reason=seen.round.void_reason)]
    base = result.base_count
    lines = [
        paper,
        say("Valid {valid}, invalid {invalid}", valid=result.count.valid, invalid=result.count.all_invalid),
        *(f"  {say(INVALID[reason])}: {n}" for reason, n in result.count.invalid.items()),
        *(f"  {c}: {result.count.votes[c]} ({percent(result.count.votes[c], base)} %)" for c in result.in_order),
        say("Elected: {names}", names=", ".join(result.elected) or "-"),
        *(say("Equal votes for the last seat: {names}", names=", ".join(t.candidates)) for t in result.ties),
        say("Seats left open: {count}", count=result.open_seats),
    ]
    lines += [say(NOBODY_NAMED, batch=b.batch.name) for b in seen.outcome.batches if b.batch.unnamed]
    return [*lines, *(say(SHORTCOMINGS[s]) for s in seen.outcome.shortcomings)]


def _paper(result: RoundResult) -> dict[str, int]:
    return {"base": result.base_count, "issued": result.issued, "collected": result.collected}
