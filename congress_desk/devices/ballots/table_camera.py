"""The port BallotCamera: sheets laid under a camera one after another, each taken once when it lies still.

All looking happens in a process of its own (table_watch.py); one that dies is started anew, and knows which sheet
was taken last.
"""

from __future__ import annotations

import atexit
import contextlib
import multiprocessing
import threading
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from congress_desk.devices.ballots.table_watch import STOP, TAKE, watch_table
from congress_desk.devices.opencv import NOT_NOW
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
        atexit.register(self.stop)

    def take(self) -> None:
        if self._run is not None:
            self._run.order(TAKE)

    def stop(self) -> None:
        atexit.unregister(self.stop)
        run, self._run = self._run, None
        if run is not None:
            run.stop()

    @property
    def child_id(self) -> int | None:
        """The process that looks, while there is one."""
        return self._run.child_id if self._run is not None else None


class _Run:
    """From one start to its stop, however many processes it takes."""

    def __init__(
        self, source: str, forms: tuple[PrintedForm, ...], tell: Tell, show: Show, retry_seconds: float
    ) -> None:
        self._source = source
        self._forms = forms
        self._tell = tell
        self._show = show
        self._retry_seconds = retry_seconds
        self._last: SheetReading | None = None
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._child: SpawnProcess | None = None
        self._link: Connection | None = None
        self._listener = threading.Thread(target=self._listen, name="ballot camera listener", daemon=True)
        self._listener.start()

    @property
    def child_id(self) -> int | None:
        with self._lock:
            return self._child.pid if self._child is not None else None

    def order(self, order: str) -> None:
        with self._lock:
            self._send(order)

    def stop(self) -> None:
        self._stopping.set()
        self.order(STOP)
        self._listener.join(_GRACE_SECONDS)
        with self._lock:
            if self._child is not None:
                self._child.kill()
        self._listener.join()

    def _send(self, order: str) -> None:
        if self._link is not None:
            with contextlib.suppress(OSError):  # the process just died; the next one is told at its start
                self._link.send(order)

    def _listen(self) -> None:
        while not self._stopping.is_set():
            link = self._begin()
            try:
                self._relay(link)
            finally:
                self._end(link)
            if not self._stopping.is_set():
                self._show(CameraStopped(problem=Problem.CAMERA_LOST))
                self._stopping.wait(self._retry_seconds)

    def _begin(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        with self._lock, contextlib.closing(theirs):
            args = (theirs, self._source, self._forms, self._last, self._retry_seconds)
            child = context.Process(target=watch_table, args=args, name="ballot camera", daemon=True)
            with NOT_NOW:
                child.start()
            self._child, self._link = child, ours
            if self._stopping.is_set():
                self._send(STOP)
        return ours

    def _relay(self, link: Connection) -> None:
        """Passes on what the process tells, until its end of the pipe closes."""
        with contextlib.suppress(EOFError, OSError):
            while True:
                report = link.recv()
                if isinstance(report, SheetSeen):
                    self._last = report.reading
                    self._tell(report)
                elif not self._stopping.is_set():
                    self._show(report)

    def _end(self, link: Connection) -> None:
        child = self._child
        assert child is not None
        child.join(_GRACE_SECONDS)
        with self._lock:
            if child.is_alive():
                child.kill()
            child.join()
            child.close()
            link.close()
            self._child, self._link = None, None
