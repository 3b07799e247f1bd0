"""Requests for leave: who asked in writing, what the head of delegation said, who accepted or refused it.

The chain is that of domain.md 2.3: written request, head of delegation, then the presidium (before the opening: the
convening committee). In force majeure the head alone may let somebody off for half a day. A request that waits or was
refused excuses nobody: only the acceptance is an excuse, and only that changes figures and bases.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from congress_desk.domain.attendance import ExcuseScope
from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.journal import Event, EventId, Kind, SessionId
from congress_desk.domain.refusals import Reason, Refusal

ABSENCE_KINDS = (Kind.ABSENCE_REQUESTED, Kind.ABSENCE_OPINION, Kind.ABSENCE_REFUSED, Kind.EXCUSED, Kind.VOIDED)


class Organ(StrEnum):
    """Who may decide."""

    HEAD = "head"  # of the delegation: in force majeure, at most half a day
    PRESIDIUM = "presidium"
    CONVENING = "convening"  # the convening committee, before the congress has its presidium


class CaseState(StrEnum):
    ASKED = "asked"  # waits for the head of delegation
    HEARD = "heard"  # waits for the decision
    ACCEPTED = "accepted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadOpinion:
    """note: in his words, "" for none."""

    event: EventId
    by: str
    agrees: bool
    note: str
    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    event: EventId
    organ: Organ
    by: str
    accepted: bool
    note: str
    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceCase:
    """One request from its letter to its decision. session: None for the whole congress. at: when it was received."""

    id: EventId
    delegate: DelegateId
    session: SessionId | None
    reason: str
    asked_by: str
    written: bool
    at: dt.datetime
    opinion: HeadOpinion | None = None
    decision: Decision | None = None

    @property
    def scope(self) -> ExcuseScope:
        return ExcuseScope.CONGRESS if self.session is None else ExcuseScope.SESSION

    @property
    def state(self) -> CaseState:
        if self.decision is not None:
            return CaseState.ACCEPTED if self.decision.accepted else CaseState.REFUSED
        return CaseState.HEARD if self.opinion is not None else CaseState.ASKED

    @property
    def is_open(self) -> bool:
        return self.decision is None


def fold_absences(events: Iterable[Event]) -> tuple[AbsenceCase, ...]:
    """In order of asking. What was voided is not there any more; a case whose decision was voided is open again."""
    known = {e.id: e for e in events}
    voided = {e.about for e in known.values() if e.kind is Kind.VOIDED}
    found: dict[EventId, AbsenceCase] = {}
    for event in known.values():
        if event.id in voided:
            continue
        if event.kind is Kind.ABSENCE_REQUESTED and event.delegate is not None:
            found[event.id] = _asked(event, event.delegate)
        elif event.about in found:
            found[event.about] = _gone_on(found[event.about], event)
    return tuple(sorted(found.values(), key=lambda case: (case.at, case.id)))


def may_ask(cases: Sequence[AbsenceCase], delegate: DelegateId, session: SessionId | None) -> None:
    """Refusal: ABSENCE_ASKED_ALREADY, for a case that is open or accepted."""
    for case in cases:
        same = case.delegate == delegate and case.session in (session, None)
        if same and case.state is not CaseState.REFUSED:
            raise Refusal(Reason.ABSENCE_ASKED_ALREADY, absence=case.id)


def may_decide(case: AbsenceCase, cases: Sequence[AbsenceCase], organ: Organ, *, accepts: bool, heads: bool) -> None:
    """heads: the delegate belongs to a delegation, whose head is heard first.

    Refusal: ABSENCE_DECIDED, HEAD_HALF_A_DAY, HEAD_NOT_HEARD.
    """
    if not case.is_open:
        raise Refusal(Reason.ABSENCE_DECIDED, absence=case.id)
    if organ is Organ.HEAD:
        if accepts and (case.session is None or _let_off_before(case, cases)):
            raise Refusal(Reason.HEAD_HALF_A_DAY, absence=case.id)
        return
    if heads and case.opinion is None:
        raise Refusal(Reason.HEAD_NOT_HEARD, absence=case.id)


def _let_off_before(case: AbsenceCase, cases: Sequence[AbsenceCase]) -> bool:
    decisions = (one.decision for one in cases if one.delegate == case.delegate)
    return any(d is not None and d.accepted and d.organ is Organ.HEAD for d in decisions)


def _asked(event: Event, delegate: DelegateId) -> AbsenceCase:
    return AbsenceCase(
        id=event.id,
        delegate=delegate,
        session=event.session,
        reason=event.body["reason"],
        asked_by=event.body["asked_by"],
        written=event.body["written"],
        at=event.happened_at,
    )


def _gone_on(case: AbsenceCase, event: Event) -> AbsenceCase:
    body = event.body
    if event.kind is Kind.ABSENCE_OPINION:
        told = HeadOpinion(
            event=event.id, by=body["by"], agrees=body["agrees"], note=body["note"], at=event.happened_at
        )
        return replace(case, opinion=told)
    if event.kind in (Kind.EXCUSED, Kind.ABSENCE_REFUSED):
        decided = Decision(
            event=event.id,
            organ=Organ(body["organ"]),
            by=body["allowed_by"] if event.kind is Kind.EXCUSED else body["by"],
            accepted=event.kind is Kind.EXCUSED,
            note=body["note"],
            at=event.happened_at,
        )
        return replace(case, decision=decided)
    return case
