"""Where a round's count stands: its result, what is still open, and what keeps the record from being sealed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from congress_desk.domain.ballot_balance import Imbalance, imbalances
from congress_desk.domain.ballot_batches import BatchCount, Count, CountingRules, Open, Way, count_batch, filled
from congress_desk.domain.ballots import CandidateId, Sheet
from congress_desk.domain.batches_fold import written_count, written_marks, written_row
from congress_desk.domain.election_results import RoundResult, base_count, decide
from congress_desk.domain.elections import Election, Flow, Round
from congress_desk.domain.journal import canonical
from congress_desk.domain.majority import Base


class Shortcoming(StrEnum):
    """What has to be done before the record can be sealed."""

    NOTHING_COUNTED = "nothing_counted"
    COLLECTED_UNKNOWN = "collected_unknown"
    STOPPED = "stopped"  # more collected than issued: the presidium decides
    SHEETS_OPEN = "sheets_open"
    TWINS_UNSOUGHT = "twins_unsought"  # the scan was broken off before its sheets were compared
    WAYS_DIFFER = "ways_differ"  # two ways of counting one bundle
    UNBALANCED = "unbalanced"
    UNAUDITED = "unaudited"  # only the machine has counted: no sample, no bundle counted by hand


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    result: RoundResult
    batches: tuple[BatchCount, ...] = ()
    imbalances: tuple[Imbalance, ...] = ()
    shortcomings: tuple[Shortcoming, ...] = ()

    @property
    def open(self) -> tuple[Open, ...]:
        return tuple(one for batch in self.batches for one in batch.open)

    @property
    def differing(self) -> tuple[BatchCount, ...]:
        return tuple(batch for batch in self.batches if batch.differs)


def rules_for(one: Round) -> CountingRules:
    return CountingRules(
        kind=one.ballot,
        seats=one.seats,
        candidates=tuple(c.id for c in one.candidates),
        undecided=one.undecided,
    )


def outcome_of(election: Election, one: Round, base: Base) -> Outcome:
    """The sealed result, or what the count is by now."""
    batches = tuple(count_batch(batch, rules_for(one)) for batch in one.batches)
    if one.seal is not None:
        return Outcome(result=one.seal.result, batches=batches)
    result = result_of(election, one, base, batches)
    wrong = imbalances(result, one.ballot)
    return Outcome(
        result=result,
        batches=batches,
        imbalances=wrong,
        shortcomings=_shortcomings(one, batches, unbalanced=bool(wrong)),
    )


def result_of(election: Election, one: Round, base: Base, batches: Sequence[BatchCount]) -> RoundResult:
    count = filled(Count(), [c.id for c in one.candidates])
    for batch in batches:
        count += batch.agreed or batch.shown
    collected = one.counted(Flow.COLLECTED)
    of = base_count(election.profile, base, count, collected)
    decided = decide(
        count.votes,
        base=of,
        seats=one.seats,
        profile=election.profile,
        needs_majority=one.needs_majority,
        elders=_by_age(one),
    )
    return RoundResult(
        base=base,
        base_count=of,
        base_rule=election.profile.base,
        present=one.present,
        printed=one.counted(Flow.PRINTED) if one.has(Flow.PRINTED) else None,
        issued=one.counted(Flow.ISSUED),
        spare=one.counted(Flow.SPARE) if one.has(Flow.SPARE) else None,
        spoiled=one.counted(Flow.SPOILED),
        exchanged=one.counted(Flow.EXCHANGED),
        collected=collected,
        count=count,
        set_aside=sum(1 for b in batches for s in b.batch.scanned if s.set_aside),
        seats=one.seats,
        needed=decided.needed,
        elected=decided.elected,
        ties=decided.ties,
        passed_over=decided.passed_over,
        open_seats=decided.open_seats,
    )


def _by_age(one: Round) -> list[CandidateId]:
    return [c.id for c in sorted((c for c in one.candidates if c.born), key=lambda c: c.born)]


def _shortcomings(one: Round, batches: Sequence[BatchCount], *, unbalanced: bool) -> tuple[Shortcoming, ...]:
    found = {
        Shortcoming.NOTHING_COUNTED: not batches,
        Shortcoming.COLLECTED_UNKNOWN: not one.has(Flow.COLLECTED),
        Shortcoming.STOPPED: one.stopped,
        Shortcoming.SHEETS_OPEN: any(b.open for b in batches),
        Shortcoming.TWINS_UNSOUGHT: any(s.id not in one.twins_sought for b in one.batches for s in b.scanned),
        Shortcoming.WAYS_DIFFER: any(b.differs for b in batches),
        Shortcoming.UNBALANCED: unbalanced,
        Shortcoming.UNAUDITED: not audited(one, batches),
    }
    return tuple(short for short, there in found.items() if there)


def audited(one: Round, batches: Sequence[BatchCount]) -> bool:
    """The machine was not alone: every bundle by hand too, or a clean sample and its drawn bundle by hand."""
    alone = [b for b in batches if set(b.by_way) == {Way.SCAN}]
    if not alone:
        return True
    audit = one.audit
    if audit is None or not audit.complete or audit.wrong:
        return False
    scanned = {s.id for b in one.batches for s in b.scanned if not s.set_aside}
    if len(scanned) > audit.population or not {s.id for b in one.batches for s in b.scanned} >= set(audit.sheets):
        return False  # sheets came, or were taken back, after the sample was drawn
    by_hand = {b.batch.name for b in batches if set(b.by_way) - {Way.SCAN}}
    return audit.batch in by_hand


def digest_of(one: Round) -> str:
    """SHA-256 over every picture and every decision of the round, in an order that tells nothing."""
    told: dict[str, Any] = {
        "round": one.id,
        "candidates": [c.id for c in one.candidates],
        "movements": sorted([m.flow.value, m.count, m.delegation] for m in one.movements),
        "undecided": one.undecided.value,
        "batches": [
            {
                "batch": batch.name,
                "sheets": [_decision(sheet) for sheet in (*batch.scanned, *batch.entered)],
                "passes": [
                    [p.number, p.by, {i: written_row(row) for i, row in p.rows.items()}] for p in batch.passes
                ],
                "tally": None if batch.tally is None else written_count(batch.tally.count),
            }
            for batch in one.batches
        ],
    }
    return hashlib.sha256(canonical(told).encode()).hexdigest()


def _decision(sheet: Sheet) -> list[Any]:
    judged = sheet.judged
    invalid = judged.invalid if judged else sheet.invalid
    return [
        sheet.id,
        sheet.status.value,
        list(sheet.pictures),
        written_marks(sheet.final_marks),
        invalid.value if invalid else "",
        list(judged.by) if judged else [],
        bool(judged and judged.set_aside),
    ]
