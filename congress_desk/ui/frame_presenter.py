"""Keeps the strip above and the line below true: session, clock, quorum, backup. No Qt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from congress_desk.domain.erasure import Reminder
from congress_desk.domain.quorum import SessionStatus
from congress_desk.services.desk import Desk
from congress_desk.ui.frame_state import FrameState
from congress_desk.ui.running import Runner

BACKUP_FOLDER = "backup"


class View(Protocol):
    def show_state(self, state: FrameState) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    title: str
    rehearsal: bool
    zone: ZoneInfo
    session: str
    status: SessionStatus | None
    reminder: Reminder | None


class FramePresenter:
    """now(): the present moment, aware."""

    def __init__(self, desk: Desk, runner: Runner, now: Callable[[], dt.datetime]) -> None:
        self.state = FrameState(desk=desk.name, read_only=desk.congress.read_only)
        self._desk = desk
        self._runner = runner
        self._now = now
        self._view: View | None = None
        self._reading, self._stale = False, False

    def attach(self, view: View) -> None:
        self._view = view
        view.show_state(self.state)

    def show_room(self, name: str) -> None:
        self._change(room=name)

    def tick(self) -> None:
        """The clock moved on; another session may be the present one."""
        self._change(now=self._now().astimezone(self.state.zone))
        self.refresh()

    def refresh(self, _event: Any = None) -> None:
        """Read the figures again; many events in a row cost one reading."""
        self._stale = True
        if not self._reading:
            self._reading, self._stale = True, False
            self._runner.run(self._read, then=self._on_read, otherwise=self._on_unread)

    def back_up(self) -> None:
        """A copy beside the congress file, in the folder `backup`."""
        if not self.state.backing_up:
            self._change(backing_up=True)
            folder = self._desk.congress.path.parent / BACKUP_FOLDER
            self._runner.run(
                partial(self._copy_to, folder), then=self._on_backed_up, otherwise=self._on_not_backed_up
            )

    def _copy_to(self, folder: Path) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        return self._desk.congress.back_up(folder)

    def _on_backed_up(self, _path: Path) -> None:
        self._change(backing_up=False, backup_at=self._now())

    def _on_not_backed_up(self, error: Exception) -> None:
        self._change(backing_up=False)
        self._runner.run(partial(_fail, error), then=_nothing)

    def _read(self) -> _Around:
        congress = self._desk.congress.congress()
        session = self._desk.sessions.proposed()
        return _Around(
            title=congress.title,
            rehearsal=congress.rehearsal,
            zone=ZoneInfo(congress.zone),
            session=session.name if session else "",
            status=self._desk.check_in.status(session.id) if session else None,
            reminder=self._desk.faces.reminder(),
        )

    def _on_read(self, around: _Around) -> None:
        self._reading = False
        self._change(
            title=around.title,
            rehearsal=around.rehearsal,
            zone=around.zone,
            session=around.session,
            status=around.status,
            erase_by=around.reminder.due if around.reminder else None,
            overdue=around.reminder is not None and around.reminder.days_left < 0,
            now=self._now().astimezone(around.zone),
        )
        if self._stale:
            self.refresh()

    def _on_unread(self, error: Exception) -> None:
        self._reading = False
        self._runner.run(partial(_fail, error), then=_nothing)

    def _change(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        if self._view is not None:
            self._view.show_state(self.state)


def _fail(error: Exception) -> None:
    """To the window's own notice, on the common way."""
    raise error


def _nothing(_value: object) -> None:
    """Never reached."""
