"""A desk process that checks people in as fast as it can, and says each answer aloud once the act is kept.

The kill test begins it through a fork server that has imported this module, so that a child is at work within
milliseconds and the kills hit the work, not the start.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path

import sqlalchemy.dialects.sqlite  # noqa: F401 - once, before the children are forked

from congress_desk.domain.journal import EventId, SessionId
from congress_desk.services.announcer import Announcer
from congress_desk.services.checkin import CheckInService
from congress_desk.services.floor import Floor
from congress_desk.services.ports.clock import WallClock
from congress_desk.services.roster import Roster
from congress_desk.storage.store import Writer, open_store


def request_id(desk: str, number: int) -> EventId:
    """The desk's request for one card: the same again after a restart."""
    return EventId(str(uuid.uuid5(uuid.NAMESPACE_OID, f"{desk} {number}")))


def stream(path: str, desk: str, session: str, numbers: Sequence[int], said: Connection) -> None:
    """Check these card numbers in; says `number status event` for each."""
    clock = WallClock()
    store = open_store(Path(path), Writer(desk=desk, actor="lan", now=clock.now))
    service = CheckInService(Floor(store, clock, Announcer()), Roster())
    for number in numbers:
        answer = service.by_code(f"{number:05}", SessionId(session), event=request_id(desk, number))
        assert answer.event is not None
        said.send_bytes(f"{number} {answer.reason or answer.status} {answer.event.id}".encode())
    store.close()
