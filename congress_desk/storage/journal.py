"""The journal's table: append and read, never update, never delete.

Beside it stands one head a desk, its newest event: a chain alone cannot show that its own end was cut off.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, func, insert, or_, select

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.journal import FIRST_LINK, Event, EventId, Kind, SessionId, link_hash
from congress_desk.services.ports.store import NewEvent
from congress_desk.storage import rows, tables
from congress_desk.storage.queries import bearing_on, replace_rows

_COURSE = tuple(k.value for k in (Kind.ARRIVED, Kind.LEFT, Kind.EXCUSED, Kind.CHECK_IN_REFUSED, Kind.VOIDED))


class Journal:
    def __init__(self, connection: Connection, *, desk: str, actor: str, now: Callable[[], dt.datetime]) -> None:
        self._connection = connection
        self.desk = desk
        self._actor = actor
        self._now = now

    def append(self, event: NewEvent) -> Event:
        """Write one act at the end of this desk's chain; its id must be new (the services look first)."""
        sequence, head = self._head()
        written = Event(
            id=event.id,
            desk=self.desk,
            sequence=sequence + 1,
            happened_at=event.happened_at,
            recorded_at=self._now(),
            actor=self._actor,
            kind=event.kind,
            session=event.session,
            delegate=event.delegate,
            about=event.about,
            body=event.body,
            previous_hash=head,
        )
        written = replace(written, hash=link_hash(written))
        self._connection.execute(insert(tables.journal), [rows.event_columns(written)])
        head_row = {"desk": written.desk, "sequence": written.sequence, "event": written.id, "hash": written.hash}
        replace_rows(self._connection, tables.heads, "desk", [head_row])
        return written

    def find(self, event: EventId) -> Event | None:
        row = self._connection.execute(select(tables.journal).where(tables.journal.c.id == event)).first()
        return rows.event_from(row) if row else None

    def void_of(self, event: EventId) -> Event | None:
        c = tables.journal.c
        query = select(tables.journal).where(c.about == event, c.kind == Kind.VOIDED.value)
        row = self._connection.execute(query).first()
        return rows.event_from(row) if row else None

    def of_session(self, session: SessionId, delegate: DelegateId | None = None) -> Sequence[Event]:
        c = tables.journal.c
        query = select(tables.journal).where(bearing_on(session, _COURSE))
        if delegate is not None:
            query = query.where(c.delegate == delegate)
        query = query.order_by(c.happened_at, c.desk, c.sequence)
        return [rows.event_from(row) for row in self._connection.execute(query)]

    def of_delegate(self, delegate: DelegateId) -> Sequence[Event]:
        c = tables.journal.c
        bearing = or_(c.delegate == delegate, c.body.contains(f'"{delegate}"'))
        query = select(tables.journal).where(bearing).order_by(c.recorded_at, c.desk, c.sequence)
        return [rows.event_from(row) for row in self._connection.execute(query)]

    def of_kinds(self, kinds: Sequence[Kind]) -> Sequence[Event]:
        c = tables.journal.c
        query = select(tables.journal).where(c.kind.in_([kind.value for kind in kinds]))
        query = query.order_by(c.recorded_at, c.desk, c.sequence)
        return [rows.event_from(row) for row in self._connection.execute(query)]

    def count(self, kinds: Sequence[Kind]) -> int:
        query = select(func.count()).where(tables.journal.c.kind.in_([kind.value for kind in kinds]))
        return self._connection.execute(query).scalar_one()

    def newest(self) -> Mapping[str, EventId]:
        return {row.desk: EventId(row.event) for row in self._connection.execute(select(tables.heads))}

    def everything(self) -> Iterable[Event]:
        c = tables.journal.c
        for row in self._connection.execute(select(tables.journal).order_by(c.desk, c.sequence)):
            yield _readable(row)

    def _head(self) -> tuple[int, str]:
        row = self._connection.execute(select(tables.heads).where(tables.heads.c.desk == self.desk)).first()
        return (row.sequence, row.hash) if row else (0, FIRST_LINK)


def _readable(row: Row[Any]) -> Event:
    """The event, or in its place one that no chain fits, where somebody wrote nonsense into the row."""
    try:
        return rows.untouched_event_from(row)
    except rows.UnreadableRow:
        never = dt.datetime.fromtimestamp(0, dt.UTC)
        return Event(
            id=EventId(row.id),
            desk=row.desk,
            sequence=row.sequence,
            happened_at=never,
            recorded_at=never,
            actor=row.actor,
            kind=Kind.VOIDED,
            body={"unreadable": True},
            previous_hash=row.previous_hash,
            hash=row.hash,
        )
