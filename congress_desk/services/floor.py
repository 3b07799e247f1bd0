"""What every room stands on: the store, the clock, and the one way in which an act is written.

One act, one transaction, one event; it is announced after the commit and never before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from congress_desk.domain.attendance import Session
from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.journal import Event, EventId, Kind, SessionId, new_id
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.announcer import Announcer
from congress_desk.services.ports.clock import Clock
from congress_desk.services.ports.store import NewEvent, Store, Work


@dataclass(slots=True)
class Act:
    """An open transaction that remembers what it wrote."""

    work: Work
    now: dt.datetime
    written: list[Event] = field(default_factory=list)

    def write(
        self,
        kind: Kind,
        *,
        event: EventId | None = None,
        at: dt.datetime | None = None,
        session: SessionId | None = None,
        delegate: DelegateId | None = None,
        about: EventId | None = None,
        body: Mapping[str, Any] | None = None,
    ) -> Event:
        new = NewEvent(
            id=event or EventId(new_id(self.now)),
            kind=kind,
            happened_at=at or self.now,
            session=session,
            delegate=delegate,
            about=about,
            body=body or {},
        )
        self.written.append(self.work.journal.append(new))
        return self.written[-1]


@dataclass(frozen=True, slots=True)
class Floor:
    store: Store
    clock: Clock
    announcer: Announcer

    @contextmanager
    def act(self) -> Iterator[Act]:
        with self.store.transaction() as work:
            act = Act(work, self.clock.now())
            yield act
        for event in act.written:
            self.announcer.tell(event)

    def note(self, kind: Kind, *, session: SessionId | None = None, body: Mapping[str, Any]) -> Event | None:
        """That something was printed, packed or looked through. A congress for reading only keeps no such notes."""
        if self.store.read_only:
            return None
        with self.act() as act:
            return act.write(kind, session=session, body=body)

    @contextmanager
    def reading(self) -> Iterator[Work]:
        with self.store.reading() as work:
            yield work


def the_session(work: Work, session: SessionId) -> Session:
    """Refusal: NO_SUCH_SESSION."""
    found = work.sessions.get(session)
    if found is None:
        raise Refusal(Reason.NO_SUCH_SESSION, session=session)
    return found


def the_delegate(work: Work, delegate: DelegateId) -> Delegate:
    """Refusal: NO_SUCH_DELEGATE."""
    found = work.delegates.get(delegate)
    if found is None:
        raise Refusal(Reason.NO_SUCH_DELEGATE, delegate=delegate)
    return found
