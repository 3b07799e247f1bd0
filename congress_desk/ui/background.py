"""Work off the screen's thread, and reports from other threads brought to it.

Results cross by a queued signal to a method of a QObject that lives in the screen's thread. Never connect such a
signal to a lambda: in which thread a lambda runs differs by PySide6 version.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from congress_desk.ui.running import Failed, Lane, Progress

T = TypeVar("T")

FREE_WORKERS = 4


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a work brought: a value for `then`, or a failure for `otherwise`."""

    receive: Callable[[Any], None]
    value: Any


class Background(QObject):
    """The two lanes. `failed(error, again)` gets what no caller took, and a way to try once more."""

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes = {
            Lane.STORE: ThreadPoolExecutor(1, thread_name_prefix="store-lane"),
            Lane.FREE: ThreadPoolExecutor(FREE_WORKERS, thread_name_prefix="free-lane"),
        }
        self._jobs: set[Job] = set()
        self._open = True
        self.failed: Callable[[Exception, Callable[[], None]], None] = _raise
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        *,
        then: Callable[[T], None],
        otherwise: Failed | None = None,
        lane: Lane = Lane.STORE,
    ) -> None:
        """Have `work` done; `then(result)` or `otherwise(error)` is called in the screen's thread."""
        if self._open:
            again = partial(self.run, work, then=then, lane=lane)
            self._lanes[lane].submit(self._carry_out, work, then, otherwise or partial(self._unclaimed, again))

    def run_long(
        self,
        work: Callable[[Progress], T],
        *,
        then: Callable[[T], None],
        told: Callable[[int, int], None],
        otherwise: Failed | None = None,
        lane: Lane = Lane.FREE,
    ) -> Job:
        """The same for work that takes a while: it tells how far it is and can be cancelled."""
        job = Job(self, told)
        self._jobs.add(job)
        self.run(lambda: work(job.progress), then=then, otherwise=otherwise, lane=lane)
        return job

    def tell(self, receive: Callable[[Any], None], value: Any) -> None:
        """Call `receive(value)` in the screen's thread; may be called from any thread."""
        if self._open:
            self._arrived.emit(_Outcome(receive, value))

    def close(self) -> None:
        """Cancel what waits, let what runs come to its end, and leave no thread."""
        self._open = False
        for job in self._jobs:
            job.cancel()
        for lane in self._lanes.values():
            lane.shutdown(wait=True, cancel_futures=True)

    def _carry_out(self, work: Callable[[], T], then: Callable[[T], None], otherwise: Failed) -> None:
        try:
            value = work()
        except Exception as error:  # every failure belongs to the caller, on the screen's thread
            self.tell(otherwise, error)
        else:
            self.tell(then, value)

    def _unclaimed(self, again: Callable[[], None], error: Exception) -> None:
        self.failed(error, again)

    def _on_arrived(self, outcome: _Outcome) -> None:
        if self._open:
            outcome.receive(outcome.value)


class Job:
    """A long work: the token that it calls, and the way to stop it."""

    def __init__(self, background: Background, told: Callable[[int, int], None]) -> None:
        self._background = background
        self._told = told
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        self._cancelled.set()

    def progress(self, finished: int, total: int) -> bool:
        """Called by the work, on its own thread."""
        self._background.tell(self._tell, (finished, total))
        return not self._cancelled.is_set()

    def _tell(self, figures: tuple[int, int]) -> None:
        if not self._cancelled.is_set():
            self._told(*figures)


class Bridge(QObject):
    """Carries reports of another thread (announcer, camera) to one receiver in the screen's thread.

    Of reports that `newest_only` names (camera pictures) only the newest waits: a slow screen shows fewer
    pictures, never late ones.
    """

    _waiting = Signal()

    def __init__(
        self,
        receive: Callable[[Any], None],
        *,
        newest_only: tuple[type, ...] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._receive = receive
        self._newest_only = newest_only
        self._reports: deque[Any] = deque()
        self._lock = threading.Lock()
        self._open = True
        self._waiting.connect(self._on_waiting, Qt.ConnectionType.QueuedConnection)

    def tell(self, report: Any) -> None:
        """May be called from any thread; returns at once."""
        with self._lock:
            if not self._open:
                return
            if isinstance(report, self._newest_only):
                self._reports = deque(r for r in self._reports if not isinstance(r, self._newest_only))
            self._reports.append(report)
        self._waiting.emit()

    def close(self) -> None:
        """No report arrives afterwards."""
        with self._lock:
            self._open = False
            self._reports.clear()

    def _on_waiting(self) -> None:
        with self._lock:
            report = self._reports.popleft() if self._reports else None
        if report is not None:
            self._receive(report)


def _raise(error: Exception, _again: Callable[[], None]) -> None:
    raise error
