"""The end of a count: the sample, the seal, and what may come after it.

A seal freezes the result: screen, record and export read it from the journal and nothing is counted again. A later
change is a voided count or a new round; the seal that was broken stays in sight.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from congress_desk.domain.ballot_audit import drawn, most_wrong
from congress_desk.domain.ballots import Sheet, SheetId
from congress_desk.domain.election_outcome import Outcome, Shortcoming, digest_of, outcome_of
from congress_desk.domain.election_results import written_result
from congress_desk.domain.elections import Audit, Round, RoundId, RoundState
from congress_desk.domain.elections_fold import COUNTING_KINDS
from congress_desk.domain.journal import Kind
from congress_desk.domain.names import tidy_name
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.election_book import ElectionBook, stopped, two_people
from congress_desk.services.floor import Act, Floor

DEFAULT_SAMPLE = 50
SEED_BYTES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditSeen:
    """left_over: with a clean sample, the most sheets that may be misread unseen, at 95 %. batch: count by hand."""

    audit: Audit
    sheets: tuple[Sheet, ...]
    left_over: int


class SealingService:
    def __init__(self, floor: Floor, book: ElectionBook) -> None:
        self._floor = floor
        self._book = book

    def draw_audit(self, wanted: RoundId, *, count: int = DEFAULT_SAMPLE, seed: str = "") -> AuditSeen:
        """Sheets to compare by eye, and one batch to count by hand. seed: thrown in the hall, else drawn here.

        Refusal: NO_SUCH_BATCH where nothing was scanned, BAD_VALUE, ROUND_IS_SEALED.
        """
        if count < 1:
            raise Refusal(Reason.BAD_VALUE, field="sample", value=count)
        with self._floor.act() as act:
            election, one = self._book.counted_round(act.work, wanted)
            scanned = [s.id for b in one.batches for s in b.scanned if not s.set_aside]
            if not scanned:
                raise Refusal(Reason.NO_SUCH_BATCH, batch="")
            seed = tidy_name(seed) or secrets.token_hex(SEED_BYTES)
            batches = [b.name for b in one.batches if b.scanned]
            body = {
                "election": election.id,
                "round": wanted,
                "seed": seed,
                "sheets": list(drawn(seed, scanned, count)),
                "batch": drawn(seed, batches, 1)[0],
                "population": len(scanned),
            }
            act.write(Kind.AUDIT_DRAWN, body=body)
        return self.audit(wanted)

    def audit(self, wanted: RoundId) -> AuditSeen:
        """Refusal: NO_SUCH_BATCH where none was drawn."""
        with self._floor.reading() as work:
            _, one = self._book.round(work, wanted)
        if one.audit is None:
            raise Refusal(Reason.NO_SUCH_BATCH, batch="")
        sheets = {s.id: s for b in one.batches for s in b.scanned}
        return AuditSeen(
            audit=one.audit,
            sheets=tuple(sheets[SheetId(i)] for i in one.audit.sheets if SheetId(i) in sheets),
            left_over=most_wrong(one.audit.population, len(one.audit.sheets)),
        )

    def check_audit(self, wanted: RoundId, checked: Mapping[SheetId, bool], by: Sequence[str]) -> AuditSeen:
        """sheet -> it was read as it is. Refusal: TWO_PEOPLE_NEEDED, NO_SUCH_SHEET, ROUND_IS_SEALED."""
        with self._floor.act() as act:
            election, one = self._book.counted_round(act.work, wanted)
            people = two_people(election, by)
            strange = set(checked) - set(one.audit.sheets if one.audit else ())
            if strange:
                raise Refusal(Reason.NO_SUCH_SHEET, sheet=min(strange))
            body = {"election": election.id, "round": wanted, "checked": dict(checked), "by": list(people)}
            act.write(Kind.AUDIT_CHECKED, body=body)
        return self.audit(wanted)

    def seal(self, wanted: RoundId, by: Sequence[str], *, unaudited: str = "") -> Round:
        """Freeze the result. unaudited: why only the machine has counted; it stands in the record.

        Refusal: NOT_READY_TO_SEAL (what is missing), NOT_AUDITED, COUNT_STOPPED, TWO_PEOPLE_NEEDED, ROUND_IS_SEALED,
        ROUND_IS_VOID.
        """
        with self._floor.act() as act:
            election, one = self._book.open_round(act.work, wanted)
            outcome = outcome_of(election, one, self._book.bases.read(act.work))
            _check_ready(one, outcome, unaudited)
            people = two_people(election, by)
            only_machine = Shortcoming.UNAUDITED in outcome.shortcomings
            body = {
                "election": election.id,
                "round": wanted,
                "by": list(people),
                "result": written_result(outcome.result),
                "digest": digest_of(one),
                "unaudited": unaudited.strip() if only_machine else "",
            }
            act.write(Kind.ROUND_SEALED, session=election.session, body=body)
            return self._book.round(act.work, wanted)[1]

    def proves(self, wanted: RoundId) -> bool:
        """The pictures and decisions in the journal are those that were sealed. Refusal: ROUND_NOT_SEALED."""
        with self._floor.reading() as work:
            election, one = self._book.round(work, wanted)
        if one.seal is None:
            raise Refusal(Reason.ROUND_NOT_SEALED, title=election.title)
        return digest_of(one) == one.seal.digest

    def void_count(self, wanted: RoundId, reason: str, by: Sequence[str]) -> Round:
        """The whole count is taken back and the same ballots are counted anew; a seal is broken and stays in sight.

        Refusal: REASON_NEEDED, TWO_PEOPLE_NEEDED, ROUND_IS_VOID, ROUND_CANNOT_FOLLOW (a later round
        builds on it).
        """
        if not reason.strip():
            raise Refusal(Reason.REASON_NEEDED)
        with self._floor.act() as act:
            election, one = self._book.round(act.work, wanted)
            if one.state is RoundState.VOID:
                raise Refusal(Reason.ROUND_IS_VOID, round=wanted, title=election.title)
            if election.latest.id != wanted:
                raise Refusal(Reason.ROUND_CANNOT_FOLLOW, title=election.title)
            people = two_people(election, by)
            body = {
                "election": election.id,
                "round": wanted,
                "batch": "",
                "way": "",
                "voids": _all_events(act, wanted),
                "sheets": len({s.id for b in one.batches for s in (*b.scanned, *b.entered)}),
                "reason": reason.strip(),
                "by": ", ".join(people),
            }
            act.write(Kind.COUNT_VOIDED, body=body)
            return self._book.round(act.work, wanted)[1]


def _check_ready(one: Round, outcome: Outcome, unaudited: str) -> None:
    if one.stopped:
        raise stopped(one)
    excused = {Shortcoming.UNAUDITED} if unaudited.strip() else set()
    missing = [s for s in outcome.shortcomings if s not in excused]
    if missing == [Shortcoming.UNAUDITED]:
        raise Refusal(Reason.NOT_AUDITED)
    if missing:
        raise Refusal(
            Reason.NOT_READY_TO_SEAL,
            missing=tuple(s.value for s in missing),
            sheets=len(outcome.open),
            identities=tuple(i.identity.value for i in outcome.imbalances),
        )


def _all_events(act: Act, wanted: RoundId) -> list[str]:
    kinds = [*COUNTING_KINDS, Kind.QUESTION_DECIDED, Kind.AUDIT_DRAWN, Kind.AUDIT_CHECKED, Kind.ROUND_SEALED]
    return [e.id for e in act.work.journal.of_kinds(kinds) if e.body["round"] == wanted]
