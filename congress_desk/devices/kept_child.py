"""A process that looks through a camera for the desk: listened to, and started anew when it dies."""

from __future__ import annotations

import atexit
import contextlib
import multiprocessing
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any

from congress_desk.devices.opencv import NOT_NOW


def always() -> bool:
    return True


class KeptChild:
    """From its making to stop(), however many processes it takes.

    life(link, *arguments()): a process's whole life; it ends by itself at the order stop_order. ready(): asked before
    every start. heard(report) is called with what the process tells, lost() when it died or could not be started; all
    of them on a listening thread. has_children: it starts processes itself, so Python may not end it as a daemon.
    """

    def __init__(
        self,
        life: Callable[..., None],
        arguments: Callable[[], tuple[Any, ...]],
        heard: Callable[[Any], None],
        lost: Callable[[], None],
        *,
        name: str,
        stop_order: str,
        retry_seconds: float,
        grace_seconds: float,
        ready: Callable[[], bool] = always,
        has_children: bool = False,
    ) -> None:
        self._life = life
        self._arguments = arguments
        self._heard = heard
        self._lost = lost
        self._name = name
        self._stop_order = stop_order
        self._retry_seconds = retry_seconds
        self._grace_seconds = grace_seconds
        self._ready = ready
        self._daemon = not has_children
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._child: SpawnProcess | None = None
        self._link: Connection | None = None
        self._listener = threading.Thread(target=self._listen, name=f"{name} listener", daemon=True)
        atexit.register(self.stop)

    def start(self) -> None:
        self._listener.start()

    @property
    def stopping(self) -> bool:
        return self._stopping.is_set()

    @property
    def child_id(self) -> int | None:
        """The process id, while there is one."""
        with self._lock:
            return self._child.pid if self._child is not None else None

    def order(self, order: str) -> None:
        """What the next process has to know as well belongs into arguments() before."""
        with self._lock:
            self._send(order)

    def stop(self) -> None:
        atexit.unregister(self.stop)
        self._stopping.set()
        self.order(self._stop_order)
        self._listener.join(self._grace_seconds)
        with self._lock:
            if self._child is not None:
                self._child.kill()
        self._listener.join()

    def _send(self, order: str) -> None:
        if self._link is not None:
            with contextlib.suppress(OSError):  # the process just died; the next one is told at its start
                self._link.send(order)

    def _listen(self) -> None:
        while not self.stopping:
            link = self._begin() if self._ready() else None
            if link is not None:
                try:
                    self._relay(link)
                finally:
                    self._end(link)
            if not self.stopping:
                self._lost()
                self._stopping.wait(self._retry_seconds)

    def _begin(self) -> Connection | None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        with self._lock, contextlib.closing(theirs):
            args = (theirs, *self._arguments())
            child = context.Process(target=self._life, args=args, name=self._name, daemon=self._daemon)
            try:
                with NOT_NOW:
                    child.start()
            except OSError:  # no room for another process: tried again like a lost camera
                ours.close()
                return None
            self._child, self._link = child, ours
            if self.stopping:
                self._send(self._stop_order)
            return ours

    def _relay(self, link: Connection) -> None:
        """Passes on what the process tells, until its end of the pipe closes."""
        with contextlib.suppress(EOFError, OSError):
            while True:
                self._heard(link.recv())

    def _end(self, link: Connection) -> None:
        child = self._child
        assert child is not None
        child.join(self._grace_seconds)
        with self._lock:
            if child.is_alive():
                child.kill()
            child.join()
            child.close()
            link.close()
            self._child, self._link = None, None
