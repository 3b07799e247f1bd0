"""Attendance of one session: who may come in, who is in, who is excused.

The journal's events are folded here; counts are always of distinct delegates, so an event that arrives
twice (two desks, a repeated request) changes nothing. Excuses follow domain.md 2.3.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from congress_desk.domain.delegates import OFFICIAL, Category, Delegate, DelegateId, Standing
from congress_desk.domain.journal import Event, EventId, Kind, SessionId
from congress_desk.domain.refusals import Reason, Refusal

EVERYBODY = frozenset(Category)


class SessionKind(StrEnum):
    PREPARATORY = "preparatory"
    OFFICIAL = "official"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A half-day of the congress with its own list of who is expected and who may come in."""

    id: SessionId
    name: str
    kind: SessionKind = SessionKind.OFFICIAL
    starts: dt.datetime
    ends: dt.datetime
    admits: frozenset[Category] = EVERYBODY
    listed: frozenset[DelegateId] | None = None  # None: every delegate of the admitted categories
    closed_at: dt.datetime | None = None

    def expects(self, delegate: Delegate) -> bool:
        """Belongs to the session's list: admitted category and, where a list was given, named there."""
        named = self.listed is None or delegate.id in self.listed or delegate.replaces in self.listed
        seated = delegate.replaces is not None and not self.admits.isdisjoint(OFFICIAL)
        return named and (seated or delegate.sheet.category in self.admits)


class ExcuseScope(StrEnum):
    SESSION = "session"
    CONGRESS = "congress"  # absent for the whole congress


@dataclass(frozen=True, slots=True, kw_only=True)
class Excuse:
    """An accepted absence, with the request behind it where there is one (domain.md 2.3)."""

    reason: str
    scope: ExcuseScope = ExcuseScope.SESSION
    allowed_by: str = ""
    with_leave: bool = True  # False: absent without leave, put on record
    request: EventId | None = None  # the request that was accepted (domain/absences.py); None: told to the desk only


class Presence(StrEnum):
    """Where a delegate stands in one session."""

    EXPECTED = "expected"  # not here (yet)
    PRESENT = "present"
    LEFT = "left"
    EXCUSED = "excused"
    ABSENT = "absent"  # absent without leave, on record


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One delegate in one session, folded from the events that were not voided."""

    presence: Presence = Presence.EXPECTED
    first: Event | None = None  # the arrival that counts
    last: Event | None = None  # the last arrival or exit
    excuse: Excuse | None = None
    whole_congress: bool = False

    @property
    def has_come(self) -> bool:
        return self.first is not None


NOT_HERE = Attendance()


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionFold:
    """All attendances of a session, and the events of its course in order of happening."""

    session: Session
    attendances: dict[DelegateId, Attendance] = field(default_factory=dict)
    movements: tuple[Event, ...] = ()

    def of(self, delegate: DelegateId) -> Attendance:
        return self.attendances.get(delegate, NOT_HERE)


def fold(session: Session, events: Iterable[Event]) -> SessionFold:
    """Fold arrivals, exits and excuses of this session (and excuses for the whole congress)."""
    standing = sorted(_not_voided(events), key=lambda e: (e.happened_at, e.recorded_at, e.sequence, e.desk, e.id))
    found: dict[DelegateId, Attendance] = {}
    for event in standing:
        if event.delegate is not None and _concerns(event, session):
            found[event.delegate] = _after(found.get(event.delegate, NOT_HERE), event)
    movements = tuple(e for e in standing if e.kind in (Kind.ARRIVED, Kind.LEFT) and e.session == session.id)
    return SessionFold(session=session, attendances=found, movements=movements)


def admit(session: Session, delegate: Delegate, attendance: Attendance) -> None:
    """Let him in, or raise the Refusal that says why not. The order of the rules is the order of blame."""
    if delegate.standing is Standing.BARRED:
        raise Refusal(Reason.BARRED, delegate=delegate.id)
    if delegate.standing is Standing.WITHDRAWN:
        raise Refusal(Reason.WITHDRAWN, delegate=delegate.id)
    if session.closed_at is not None:
        raise Refusal(Reason.SESSION_CLOSED, delegate=delegate.id, session=session.name)
    if not session.expects(delegate):
        raise Refusal(Reason.WRONG_CATEGORY, delegate=delegate.id, category=delegate.sheet.category.value)
    if delegate.standing is Standing.PENDING:
        raise Refusal(Reason.NOT_RECOGNISED_YET, delegate=delegate.id)
    if attendance.presence is Presence.PRESENT and attendance.first is not None:
        first = attendance.first
        raise Refusal(
            Reason.ALREADY_PRESENT,
            delegate=delegate.id,
            at=first.happened_at,
            desk=first.desk,
            method=first.body.get("method", ""),
            event=first.id,
        )


def session_of_the_clock(sessions: Sequence[Session], now: dt.datetime) -> Session | None:
    """The open session that runs now or begins next; after the last one, the last."""
    in_order = sorted(sessions, key=lambda s: (s.starts, s.id))
    for session in in_order:
        if session.ends > now and session.closed_at is None:
            return session
    return in_order[-1] if in_order else None


def is_late(session: Session, arrival: Event) -> bool:
    return arrival.happened_at > session.starts


def _not_voided(events: Iterable[Event]) -> list[Event]:
    known: dict[EventId, Event] = {e.id: e for e in events}
    voided = {e.about for e in known.values() if e.kind is Kind.VOIDED}
    return [e for e in known.values() if e.id not in voided]


def _concerns(event: Event, session: Session) -> bool:
    whole = event.kind is Kind.EXCUSED and event.body.get("scope") == ExcuseScope.CONGRESS
    return whole or event.session == session.id


def _after(before: Attendance, event: Event) -> Attendance:
    if event.kind is Kind.ARRIVED:
        return Attendance(presence=Presence.PRESENT, first=before.first or event, last=event, excuse=before.excuse)
    if event.kind is Kind.LEFT and before.has_come:
        return Attendance(presence=Presence.LEFT, first=before.first, last=event, excuse=before.excuse)
    if event.kind is Kind.EXCUSED:
        return _excused(before, event)
    return before


def _excused(before: Attendance, event: Event) -> Attendance:
    excuse = Excuse(
        reason=event.body.get("reason", ""),
        scope=ExcuseScope(event.body.get("scope", ExcuseScope.SESSION)),
        allowed_by=event.body.get("allowed_by", ""),
        with_leave=event.body.get("with_leave", True),
        request=event.about,
    )
    away = Presence.EXCUSED if excuse.with_leave else Presence.ABSENT
    return Attendance(
        presence=before.presence if before.has_come else away,
        first=before.first,
        last=before.last,
        excuse=excuse,
        whole_congress=excuse.scope is ExcuseScope.CONGRESS,
    )
