"""What stands around every room: the chrome strip above, the status line below. Facts only, no sentences."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from zoneinfo import ZoneInfo

from congress_desk.domain.quorum import SessionStatus

UTC = ZoneInfo("UTC")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameState:
    """now: by the clock of the congress. backup_at: of this run, None before the first. erase_by: faces are due."""

    title: str = ""
    session: str = ""
    desk: str = ""
    rehearsal: bool = False
    read_only: bool = False
    room: str = ""
    now: dt.datetime | None = None
    status: SessionStatus | None = None
    backup_at: dt.datetime | None = None
    backing_up: bool = False
    erase_by: dt.date | None = None
    overdue: bool = False
    zone: ZoneInfo = field(default=UTC)


def sample(state: FrameState, room: str) -> FrameState:
    """The sample of the gallery, with another room chosen."""
    return replace(state, room=room)
