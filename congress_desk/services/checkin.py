"""The registration desk: one call, one decision, one event.

The event id is a nonce and is looked at first: the same id again is a success and one record, even when the
first try has meanwhile made a rule say no. Refusals are logged too. An exit is never refused.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from congress_desk.domain.attendance import (
    Attendance,
    Excuse,
    ExcuseScope,
    Session,
    SessionFold,
    admit,
    fold,
)
from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.journal import Event, EventId, Kind, Method, SessionId
from congress_desk.domain.names import matches_search
from congress_desk.domain.quorum import SessionStatus, session_status
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.checkin_voids import void_record
from congress_desk.services.congress import rules_of
from congress_desk.services.finding import Found, as_logged, find_by_citizen_card, find_by_code, whose
from congress_desk.services.floor import Act, Floor, the_delegate, the_session
from congress_desk.services.ports.store import Work
from congress_desk.services.roster import Roster

LOGGED_ON_ARRIVAL = ("scores", "by_itself")


@dataclass(frozen=True, slots=True, kw_only=True)
class Admission:
    """The answer at the desk: `refused` always comes with a reason, and with the person where he is known."""

    status: str  # ok | refused
    reason: Reason | None = None
    delegate: Delegate | None = None
    event: Event | None = None  # the arrival, or the logged refusal
    first: Event | None = None  # for already_present: the arrival that counts
    details: Mapping[str, Any] = field(default_factory=dict)
    candidates: tuple[Delegate, ...] = ()  # for ambiguous

    @property
    def accepted(self) -> bool:
        return self.status == "ok"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedReading:
    """One line of the desk's list of latest readings."""

    event: Event
    delegate: Delegate | None
    voided: bool


class CheckInService:
    def __init__(self, floor: Floor, roster: Roster) -> None:
        self._floor = floor
        self._roster = roster

    def by_code(
        self, text: str, session: SessionId, *, event: EventId | None = None, at: dt.datetime | None = None
    ) -> Admission:
        """Whatever a reader typed or a camera saw. Refusal: NO_SUCH_SESSION, NONCE_REUSED."""
        return self._decide(session, lambda w: find_by_code(w, text), event, at, read=as_logged(text))

    def by_citizen_card(
        self, text: str, session: SessionId, *, event: EventId | None = None, at: dt.datetime | None = None
    ) -> Admission:
        """The card's QR text or its 12 digits."""
        return self._decide(session, lambda w: find_by_citizen_card(w, text), event, at, read=as_logged(text))

    def by_name(
        self,
        delegate: DelegateId,
        session: SessionId,
        *,
        event: EventId | None = None,
        at: dt.datetime | None = None,
    ) -> Admission:
        """Picked from the list by the operator."""
        return self._decide(session, lambda w: _picked(w, delegate, Method.NAME), event, at)

    def by_face(
        self,
        delegate: DelegateId,
        session: SessionId,
        *,
        scores: Sequence[float] = (),
        by_itself: bool = False,
        event: EventId | None = None,
        at: dt.datetime | None = None,
    ) -> Admission:
        """Proposed by the face, confirmed by the operator; by_itself: by the strict rule, where it is allowed."""
        more: dict[str, Any] = {"scores": [round(score, 3) for score in scores]} if scores else {}
        more |= {"by_itself": True} if by_itself else {}
        return self._decide(session, lambda w: _picked(w, delegate, Method.FACE), event, at, **more)

    def search(self, words: str, limit: int = 50) -> tuple[Delegate, ...]:
        """From the first letter, by the beginnings of words; diacritics and case are ignored."""
        if not words.strip():
            return ()
        with self._floor.reading() as work:
            everybody = self._roster.read(work)
        matching = (d for d in everybody if matches_search(words, *_searched(d)))
        return tuple(d for d, _ in zip(matching, range(limit), strict=False))

    def leave(
        self,
        delegate: DelegateId,
        session: SessionId,
        *,
        event: EventId | None = None,
        at: dt.datetime | None = None,
    ) -> Event:
        """He goes out; coming back is a check-in again."""
        return self._note(Kind.LEFT, delegate, session, {}, event, at)

    def excuse(
        self, delegate: DelegateId, session: SessionId, excuse: Excuse, *, event: EventId | None = None
    ) -> Event:
        """Absent with (or, for the record, without) leave. Refusal: REASON_NEEDED."""
        if excuse.with_leave and not excuse.reason.strip():
            raise Refusal(Reason.REASON_NEEDED)
        body = {
            "reason": excuse.reason.strip(),
            "scope": excuse.scope.value,
            "allowed_by": excuse.allowed_by.strip(),
            "with_leave": excuse.with_leave,
        }
        only = None if excuse.scope is ExcuseScope.CONGRESS else session
        return self._note(Kind.EXCUSED, delegate, only, body, event, None)

    def void(self, event: EventId, reason: str) -> Event:
        """A supervisor's void, at any time.

        Refusal: REASON_NEEDED, NO_SUCH_EVENT, CANNOT_BE_VOIDED, ALREADY_VOIDED.
        """
        with self._floor.act() as act:
            return void_record(act, event, reason, minutes=None)

    def undo(self, event: EventId, reason: str = "undo at the desk") -> Event:
        """The desk's own void, within the minutes of the rules.

        Refusal as in void, and UNDO_TOO_LATE, UNDO_OTHER_DESK.
        """
        with self._floor.act() as act:
            return void_record(act, event, reason, minutes=rules_of(act.work).undo_minutes)

    def status(self, session: SessionId) -> SessionStatus:
        """The live figures of a session."""
        with self._floor.reading() as work:
            folded = self._fold(work, session)
            return session_status(folded, self._roster.read(work), rules_of(work).quorum)

    def fold(self, session: SessionId) -> SessionFold:
        with self._floor.reading() as work:
            return self._fold(work, session)

    def latest(self, session: SessionId, count: int = 10) -> tuple[LoggedReading, ...]:
        """The newest readings of a session, the newest first; with `count` 0 all of them."""
        with self._floor.reading() as work:
            events = work.journal.of_session(session)
            people = self._roster.by_id(work)
        voided = {e.about for e in events if e.kind is Kind.VOIDED}
        shown = [e for e in events if e.kind is not Kind.VOIDED]
        return tuple(
            LoggedReading(event=e, delegate=people.get(e.delegate) if e.delegate else None, voided=e.id in voided)
            for e in reversed(shown[-count:])
        )

    def _decide(
        self,
        session_id: SessionId,
        find: Callable[[Work], Found],
        event: EventId | None,
        at: dt.datetime | None,
        **logged: Any,
    ) -> Admission:
        with self._floor.act() as act:
            known = act.work.journal.find(event) if event else None
            if known is not None:
                return _repeated(act.work, known, session_id, find)
            session = the_session(act.work, session_id)
            try:
                found = find(act.work)
                admit(session, found.delegate, self._attendance(act.work, session, found.delegate.id))
            except Refusal as refusal:
                return self._refused(act, session, refusal, at, logged)
            body = {"method": found.method.value} | {k: v for k, v in logged.items() if k in LOGGED_ON_ARRIVAL}
            arrived = act.write(
                Kind.ARRIVED, event=event, at=at, session=session.id, delegate=found.delegate.id, body=body
            )
            return Admission(status="ok", delegate=found.delegate, event=arrived)

    def _refused(
        self, act: Act, session: Session, refusal: Refusal, at: dt.datetime | None, logged: Mapping[str, Any]
    ) -> Admission:
        if refusal.reason is Reason.NO_SUCH_DELEGATE:
            raise refusal
        delegate_id = refusal.details.get("delegate")
        event = act.write(
            Kind.CHECK_IN_REFUSED,
            at=at,
            session=session.id,
            delegate=DelegateId(str(delegate_id)) if delegate_id else None,
            body={"reason": refusal.reason.value, **logged},
        )
        first = refusal.details.get("event")
        return Admission(
            status="refused",
            reason=refusal.reason,
            delegate=act.work.delegates.get(event.delegate) if event.delegate else None,
            event=event,
            first=act.work.journal.find(EventId(str(first))) if first else None,
            details=refusal.details,
            candidates=_people(act.work, refusal.details.get("candidates", ())),
        )

    def _note(
        self,
        kind: Kind,
        delegate: DelegateId,
        session: SessionId | None,
        body: Mapping[str, Any],
        event: EventId | None,
        at: dt.datetime | None,
    ) -> Event:
        with self._floor.act() as act:
            known = act.work.journal.find(event) if event else None
            if known is not None:
                if (known.kind, known.delegate, known.session) != (kind, delegate, session):
                    raise Refusal(Reason.NONCE_REUSED, event=known.id)
                return known
            the_delegate(act.work, delegate)
            if session is not None:
                the_session(act.work, session)
            return act.write(kind, event=event, at=at, session=session, delegate=delegate, body=body)

    def _fold(self, work: Work, session: SessionId) -> SessionFold:
        return fold(the_session(work, session), work.journal.of_session(session))

    def _attendance(self, work: Work, session: Session, delegate: DelegateId) -> Attendance:
        return fold(session, work.journal.of_session(session.id, delegate)).of(delegate)


def _picked(work: Work, delegate: DelegateId, method: Method) -> Found:
    return Found(delegate=the_delegate(work, delegate), method=method)


def _repeated(work: Work, known: Event, session: SessionId, find: Callable[[Work], Found]) -> Admission:
    """The first answer again, unless the number was given to another act: nobody is told a stranger's name."""
    if known.kind is not Kind.ARRIVED or known.session != session or known.delegate is None:
        raise Refusal(Reason.NONCE_REUSED, event=known.id)
    if whose(work, find) not in (known.delegate, None):
        raise Refusal(Reason.NONCE_REUSED, event=known.id)
    delegate = work.delegates.get(known.delegate)
    void = work.journal.void_of(known.id)
    if void is not None:
        details = {"at": void.happened_at, "why": void.body.get("reason", "")}
        return Admission(status="refused", reason=Reason.VOIDED, delegate=delegate, event=known, details=details)
    return Admission(status="ok", delegate=delegate, event=known)


def _people(work: Work, ids: object) -> tuple[Delegate, ...]:
    wanted = ids if isinstance(ids, tuple) else ()
    return tuple(d for d in (work.delegates.get(i) for i in wanted) if d is not None)


def _searched(delegate: Delegate) -> tuple[str, ...]:
    sheet = delegate.sheet
    return (sheet.full_name, sheet.unit, sheet.delegation, sheet.card_number, sheet.position)
