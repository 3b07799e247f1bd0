"""Keeps the portal alive: a child process with one thread that reads what it says and brings it back.

The child ends when its standard input does, so it never outlives this process, not even one that was killed.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from congress_desk.domain.refusals import Problem
from congress_desk.services.ports.portal import Certificate, PortalDied, PortalEnded, PortalReport, PortalStarted

PORT_TAKEN_STATUS = 3
ADDRESS_NOT_HERE_STATUS = 4
_NO_USE_TO_TRY_AGAIN = {
    PORT_TAKEN_STATUS: Problem.PORT_TAKEN,
    ADDRESS_NOT_HERE_STATUS: Problem.ADDRESS_NOT_HERE,
}
_WAITS = (0.1, 0.3, 1.0, 2.0, 5.0)  # seconds before the next try; a start that lasted begins anew
_LASTED_SECONDS = 10.0
_PATIENCE_SECONDS = 5.0

Tell = Callable[[PortalReport], None]


def child_command(congress: Path) -> list[str]:
    """How this program starts its portal: from a checkout or frozen."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "congress_desk"]
    return [*program, "portal", "serve", str(congress), "--child"]


class PortalKeeper:
    """See services.ports.portal.PortalServer."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = list(command)
        self._thread: threading.Thread | None = None
        self._child: subprocess.Popen[str] | None = None
        self._stopping = threading.Event()
        self._lock = threading.Lock()

    @property
    def running(self) -> bool:
        return self._thread is not None and self._thread.is_alive()

    def start(self, tell: Tell, *, host: str, port: int, certificate: Certificate | None = None) -> None:
        if self.running:
            return
        self._stopping.clear()
        command = [*self._command, "--host", host]
        if certificate is not None:
            command += ["--certificate", str(certificate.chain), "--key", str(certificate.key)]
        self._thread = threading.Thread(target=self._keep, args=(command, port, tell), name="portal keeper")
        self._thread.start()

    def stop(self) -> None:
        thread = self._thread
        if thread is None:
            return
        self._stopping.set()
        with self._lock:
            child = self._child
        if child is not None and child.stdin is not None:
            with contextlib.suppress(OSError):
                child.stdin.close()
        thread.join(_PATIENCE_SECONDS)
        if thread.is_alive() and child is not None:
            child.kill()
            thread.join()
        self._thread = None

    def _keep(self, command: Sequence[str], port: int, tell: Tell) -> None:
        """port: 0 takes a free one, which stays the same when the child comes back."""
        tries, again, found = 0, False, [port]

        def note(report: PortalStarted) -> None:
            found.append(report.port)
            tell(report)

        while not self._stopping.is_set():
            began = time.monotonic()
            status = self._live([*command, "--port", str(found[-1])], note, again=again)
            if self._stopping.is_set():
                break
            if status in _NO_USE_TO_TRY_AGAIN and not again:
                tell(PortalEnded(problem=_NO_USE_TO_TRY_AGAIN[status]))
                return
            tries = 0 if time.monotonic() - began > _LASTED_SECONDS else tries + 1
            if tries > len(_WAITS):
                tell(PortalEnded(problem=Problem.PORTAL_STOPPED))
                return
            again = True
            tell(PortalDied())
            self._stopping.wait(_WAITS[max(0, tries - 1)])
        tell(PortalEnded())

    def _live(self, command: Sequence[str], tell: Callable[[PortalStarted], None], *, again: bool) -> int:
        """One life of the child; its exit status."""
        with self._lock:
            if self._stopping.is_set():
                return 0
            child = self._child = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
            )
        with child:
            assert child.stdout is not None
            for line in child.stdout:
                with contextlib.suppress(ValueError, KeyError, TypeError):
                    tell(PortalStarted(port=int(json.loads(line)["listening"]), pid=child.pid, again=again))
        return child.returncode
