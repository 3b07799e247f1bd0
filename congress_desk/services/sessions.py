"""The sessions of the congress: added, corrected, closed, and the one that the clock proposes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from congress_desk.domain.attendance import EVERYBODY, Session, SessionKind, session_of_the_clock
from congress_desk.domain.delegates import Category, DelegateId
from congress_desk.domain.journal import Kind, SessionId, new_id
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.floor import Floor, the_session


class SessionsService:
    def __init__(self, floor: Floor) -> None:
        self._floor = floor

    def sessions(self) -> tuple[Session, ...]:
        """In order of their start."""
        with self._floor.reading() as work:
            return tuple(work.sessions.all())

    def proposed(self) -> Session | None:
        """The session of this hour, or the next one."""
        return session_of_the_clock(self.sessions(), self._floor.clock.now())

    def add(
        self,
        *,
        name: str,
        starts: dt.datetime,
        ends: dt.datetime,
        kind: SessionKind = SessionKind.OFFICIAL,
        admits: Iterable[Category] = EVERYBODY,
        listed: Iterable[DelegateId] | None = None,
    ) -> Session:
        """Refusal: BAD_VALUE, SESSION_ENDS_BEFORE_START."""
        session = Session(
            id=SessionId(new_id(self._floor.clock.now())),
            name=name.strip(),
            kind=kind,
            starts=starts,
            ends=ends,
            admits=frozenset(admits),
            listed=None if listed is None else frozenset(listed),
        )
        self._put(session, Kind.SESSION_ADDED)
        return session

    def edit(self, session: Session) -> None:
        """Correct name, times or list of a session that exists. Refusal as in add, and NO_SUCH_SESSION."""
        self._put(session, Kind.SESSION_EDITED)

    def close(self, session: SessionId) -> None:
        """Nobody is checked in any more; exits still are."""
        self._set_closed(session, closed=True)

    def reopen(self, session: SessionId) -> None:
        self._set_closed(session, closed=False)

    def _put(self, session: Session, kind: Kind) -> None:
        if not session.name or not session.admits:
            raise Refusal(Reason.BAD_VALUE, field="name" if not session.name else "admits")
        if session.ends <= session.starts:
            raise Refusal(Reason.SESSION_ENDS_BEFORE_START, session=session.name)
        with self._floor.act() as act:
            if kind is Kind.SESSION_EDITED:
                the_session(act.work, session.id)
            act.work.sessions.put(session)
            act.write(kind, session=session.id, body=_described(session))

    def _set_closed(self, session: SessionId, *, closed: bool) -> None:
        with self._floor.act() as act:
            found = the_session(act.work, session)
            if (found.closed_at is not None) == closed:
                return
            act.work.sessions.put(replace(found, closed_at=act.now if closed else None))
            act.write(Kind.SESSION_CLOSED if closed else Kind.SESSION_REOPENED, session=session)


def _described(session: Session) -> dict[str, object]:
    return {
        "name": session.name,
        "kind": session.kind.value,
        "starts": session.starts.isoformat(),
        "ends": session.ends.isoformat(),
        "admits": sorted(session.admits),
        "listed": None if session.listed is None else sorted(session.listed),
    }
