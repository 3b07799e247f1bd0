"""The port BallotCamera: sheets laid under a camera one after another, each taken once when it lies still.

All looking happens in a process of its own (table_watch.py); one that dies is started anew, and knows which sheet
was taken last.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from congress_desk.devices.ballots.table_watch import STOP, TAKE, watch_table
from congress_desk.devices.kept_child import KeptChild
from congress_desk.domain.ballot_forms import SheetReading
from congress_desk.domain.refusals import Problem
from congress_desk.services.ports.ballots import PrintedForm, SheetSeen, TableReport
from congress_desk.services.ports.camera import CameraStopped

RETRY_SECONDS = 2.0
_GRACE_SECONDS = 1.0

Tell = Callable[[SheetSeen], None]
Show = Callable[[TableReport], None]


class TableCamera:
    """tell and show are called on a listening thread of the driver."""

    def __init__(self, *, retry_seconds: float = RETRY_SECONDS) -> None:
        self._retry_seconds = retry_seconds
        self._run: _Run | None = None

    def start(self, source: str, forms: Sequence[PrintedForm], tell: Tell, show: Show) -> None:
        """See services.ports.ballots.BallotCamera."""
        self.stop()
        self._run = _Run(source, tuple(forms), tell, show, self._retry_seconds)

    def take(self) -> None:
        if self._run is not None:
            self._run.kept.order(TAKE)

    def stop(self) -> None:
        run, self._run = self._run, None
        if run is not None:
            run.kept.stop()

    @property
    def child_id(self) -> int | None:
        """The process that looks, while there is one."""
        return self._run.kept.child_id if self._run is not None else None


class _Run:
    """From one start to its stop; the next process knows the last sheet."""

    def __init__(
        self, source: str, forms: tuple[PrintedForm, ...], tell: Tell, show: Show, retry_seconds: float
    ) -> None:
        self._asked = (source, forms)
        self._tell = tell
        self._show = show
        self._retry_seconds = retry_seconds
        self._last: SheetReading | None = None
        self.kept = KeptChild(
            watch_table,
            self._arguments,
            self._heard,
            self._lost,
            name="ballot camera",
            stop_order=STOP,
            retry_seconds=retry_seconds,
            grace_seconds=_GRACE_SECONDS,
        )
        self.kept.start()

    def _arguments(self) -> tuple[Any, ...]:
        return *self._asked, self._last, self._retry_seconds

    def _heard(self, report: SheetSeen | TableReport) -> None:
        if isinstance(report, SheetSeen):
            self._last = report.reading
            self._tell(report)
        elif not self.kept.stopping:
            self._show(report)

    def _lost(self) -> None:
        self._show(CameraStopped(problem=Problem.CAMERA_LOST))
