"""The live camera as the desk holds it: starts the child process, listens to it, starts it again when it dies.

`tell` is called on the listening thread, never on the caller's; what it does must not wait for the caller of stop().
"""

from __future__ import annotations

import atexit
import contextlib
import multiprocessing
import threading
from collections.abc import Callable
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from congress_desk.devices.camera.child import FACES_OFF, FACES_ON, STOP, Orders, run_camera
from congress_desk.devices.opencv import NOT_NOW
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.camera import CameraStopped, LiveReport

HOLD_SECONDS = 1.5  # how long a picture of a replayed folder stays before the camera
RETRY_SECONDS = 2.0
GRACE_SECONDS = 0.5  # for the child to let go of the camera by itself


class ChildCamera:
    """The port LiveCamera. models(): where the face models are, asked for on the listening thread at every start of
    the child; `hold_seconds` is for replayed folders only."""

    def __init__(
        self,
        *,
        models: Callable[[], str] = str,
        hold_seconds: float = HOLD_SECONDS,
        retry_seconds: float = RETRY_SECONDS,
    ) -> None:
        self._models = models
        self._hold_seconds = hold_seconds
        self._retry_seconds = retry_seconds
        self._run: _Run | None = None

    def start(self, source: str, tell: Callable[[LiveReport], None], *, faces: bool) -> None:
        self.stop()
        orders = Orders(
            source=source,
            models="",
            faces=faces,
            hold_seconds=self._hold_seconds,
            retry_seconds=self._retry_seconds,
        )
        self._run = _Run(orders, self._models, tell)
        atexit.register(self.stop)  # the child has a child, so it may not be a daemon that Python ends by itself

    def watch_faces(self, on: bool) -> None:
        if self._run is not None:
            self._run.watch_faces(on)

    def stop(self) -> None:
        atexit.unregister(self.stop)
        run, self._run = self._run, None
        if run is not None:
            run.stop()

    @property
    def child_id(self) -> int | None:
        """The process id of the child, while there is one."""
        return self._run.child_id if self._run is not None else None


class _Run:
    """From one start to its stop, however many children it takes."""

    def __init__(self, orders: Orders, models: Callable[[], str], tell: Callable[[LiveReport], None]) -> None:
        self._orders = orders
        self._models = models
        self._tell = tell
        self._faces = orders.faces
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._child: SpawnProcess | None = None
        self._link: Connection | None = None
        self._listener = threading.Thread(target=self._listen, name="camera listener", daemon=True)
        self._listener.start()

    @property
    def child_id(self) -> int | None:
        with self._lock:
            return self._child.pid if self._child is not None else None

    def watch_faces(self, on: bool) -> None:
        with self._lock:
            self._faces = on
            self._order(FACES_ON if on else FACES_OFF)

    def stop(self) -> None:
        self._stopping.set()
        with self._lock:
            self._order(STOP)
        self._listener.join(GRACE_SECONDS)
        with self._lock:
            if self._child is not None:
                self._child.kill()
        self._listener.join()

    def _listen(self) -> None:
        while not self._stopping.is_set():
            link = self._begin()
            if link is not None:
                try:
                    self._relay(link)
                finally:
                    self._end(link)
            if not self._stopping.is_set():
                self._tell(CameraStopped(problem=Problem.CAMERA_LOST))
                self._stopping.wait(self._orders.retry_seconds)

    def _begin(self) -> Connection | None:
        context = multiprocessing.get_context("spawn")
        try:
            models = self._models()
        except Trouble:  # the congress does not say now which models: tried again like a lost camera
            return None
        ours, theirs = context.Pipe()
        with self._lock, contextlib.closing(theirs):
            orders = replace(self._orders, faces=self._faces, models=models)
            child = context.Process(target=run_camera, args=(theirs, orders), name="camera", daemon=False)
            try:
                with NOT_NOW:
                    child.start()
            except OSError:  # no room for another process: tried again like a lost camera
                ours.close()
                return None
            self._child, self._link = child, ours
            if self._stopping.is_set():
                self._order(STOP)
            return ours

    def _relay(self, link: Connection) -> None:
        """Passes the child's reports on until its end of the pipe closes."""
        with contextlib.suppress(EOFError, OSError):
            while True:
                report = link.recv()
                if not self._stopping.is_set():
                    self._tell(report)

    def _end(self, link: Connection) -> None:
        child = self._child
        assert child is not None
        child.join(GRACE_SECONDS)
        with self._lock:
            if child.is_alive():
                child.kill()
            child.join()
            child.close()
            link.close()
            self._child, self._link = None, None

    def _order(self, order: str) -> None:
        if self._link is not None:
            with contextlib.suppress(OSError):  # the child just died; the next one is told at its start
                self._link.send(order)
