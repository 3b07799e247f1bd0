"""The base of votes and who is in the hall, from the check-in journal; the congress's rules on votes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from congress_desk.domain.absences import Organ
from congress_desk.domain.attendance import ExcuseScope, fold
from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.journal import Event, Kind, SessionId
from congress_desk.domain.majority import (
    MORE_THAN_HALF,
    Base,
    CongressKind,
    Deduction,
    DeductionReason,
    Formula,
    base_of,
    parse_formula,
)
from congress_desk.domain.quorum import session_status
from congress_desk.services.floor import the_session
from congress_desk.services.ports.store import Work
from congress_desk.services.roster import CHANGE_DELEGATES, Roster

BASE_KINDS = (Kind.ARRIVED, Kind.EXCUSED, Kind.VOIDED, Kind.DEDUCTION_NAMED, Kind.DEDUCTION_LIFTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class VotingRules:
    """What the congress decided of its votes; printed on every vote record. sheet_marks: a mark on every ballot."""

    congress: CongressKind = CongressKind.DELEGATES
    hands: Formula = MORE_THAN_HALF
    sheet_marks: bool = False


def voting_rules_of(work: Work) -> VotingRules:
    written = work.congress.rules()
    return VotingRules(
        congress=CongressKind(written.get("congress_kind", CongressKind.DELEGATES)),
        hands=parse_formula(written["hands_formula"]) if "hands_formula" in written else MORE_THAN_HALF,
        sheet_marks=written.get("sheet_marks") == "yes",
    )


class Bases:
    """The base, computed again only when somebody came, was excused, or a list changed."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._stamp: tuple[int, int, CongressKind] | None = None
        self._base = Base(convened=0)

    def read(self, work: Work) -> Base:
        kind = voting_rules_of(work).congress
        stamp = (work.journal.count(BASE_KINDS), work.journal.count(CHANGE_DELEGATES), kind)
        if stamp != self._stamp:
            self._base = self._computed(work, kind)
            self._stamp = stamp
        return self._base

    def anew(self, work: Work) -> Base:
        """Within an act, which may still be taken back: not kept."""
        return self._computed(work, voting_rules_of(work).congress)

    def present(self, work: Work, session: SessionId, at: dt.datetime | None = None) -> int:
        """Persons checked in and in the hall then; at None: by all the journal holds. Refusal: NO_SUCH_SESSION."""
        known = work.journal.of_session(session)
        events = [e for e in known if at is None or e.kind is Kind.VOIDED or e.happened_at <= at]
        folded = fold(the_session(work, session), events)
        return session_status(folded, self._roster.read(work)).total.present

    def _computed(self, work: Work, kind: CongressKind) -> Base:
        events = {e.id: e for e in work.journal.of_kinds(BASE_KINDS)}.values()
        gone = {e.about for e in events if e.kind in (Kind.VOIDED, Kind.DEDUCTION_LIFTED)}
        standing = [e for e in events if e.id not in gone]
        absent = {
            e.delegate: _accepted_lawfully(e)
            for e in standing
            if e.kind is Kind.EXCUSED and e.delegate and e.body.get("scope") == ExcuseScope.CONGRESS
        }
        named = [
            Deduction(
                delegate=DelegateId(e.delegate or ""),
                name=e.body["name"],
                reason=DeductionReason(e.body["reason"]),
                note=e.body["note"],
                named=True,
            )
            for e in standing
            if e.kind is Kind.DEDUCTION_NAMED
        ]
        seen = {e.delegate for e in standing if e.kind is Kind.ARRIVED and e.delegate}
        return base_of(self._roster.read(work), kind=kind, absent=absent, seen=seen, named=named)


def _accepted_lawfully(excuse: Event) -> bool:
    """By the convening committee, where the steps are on record (domain.md 4.5)."""
    with_leave = bool(excuse.body.get("with_leave", True))
    return with_leave and excuse.body.get("organ", Organ.CONVENING) == Organ.CONVENING
