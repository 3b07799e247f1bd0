"""The counting table's own process: captures, looks at every newest frame, and tells through a pipe.

A camera that goes away is told once and tried again until it is back; what was taken before is remembered
meanwhile. Frames stay in memory. All ends when the pipe does.
"""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from collections.abc import Sequence
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from congress_desk.domain.ballot_forms import SheetReading
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.ballots import PrintedForm, TableSeen
from congress_desk.services.ports.camera import CameraStopped, PictureSeen

if TYPE_CHECKING:
    from congress_desk.devices.ballots.finding import Fiducials
    from congress_desk.devices.ballots.table import Look, Table
    from congress_desk.devices.camera.mailbox import Mailbox
    from congress_desk.services.ports.faces import Picture

TAKE, STOP = "take", "stop"
SIZE = (1920, 1080)  # an A4 sheet across: 6 px a mm
LOOKS_PER_SECOND = 15
_SHOWN_WIDTH = 960
_HOLD_SECONDS = 1.0
_STALLED_SECONDS = 3.0
_LAST_WORDS_SECONDS = 0.4


def watch_table(
    link: Connection, source: str, forms: Sequence[PrintedForm], last: SheetReading | None, retry_seconds: float
) -> None:
    """The process's whole life; ends when told to, or when the pipe does."""
    from congress_desk.devices.ballots.printed import printed_pages
    from congress_desk.devices.ballots.table import Table
    from congress_desk.devices.camera.mailbox import Mailbox

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is for the desk
    table = Table([page for form in forms for page in printed_pages(form.form, form.pdf)], last)
    watch = _Watch(link, source, table, Mailbox(), retry_seconds)
    for work in (watch.obey, watch.capture):
        threading.Thread(target=work, name=work.__name__, daemon=True).start()
    watch.look()
    os._exit(0)  # the capturing thread may be in the middle of a read


class _Watch:
    """What the process's threads do; each public act is one thread's whole life."""

    def __init__(self, link: Connection, source: str, table: Table, mailbox: Mailbox, retry_seconds: float) -> None:
        self._link = link
        self._source = source
        self._table = table
        self._mailbox = mailbox
        self._retry_seconds = retry_seconds
        self._ending = threading.Event()
        self._telling = threading.Lock()
        self._away = False

    def obey(self) -> None:
        with contextlib.suppress(EOFError, OSError):
            while self._link.recv() != STOP:
                self._table.take()
        self._ending.set()
        self._mailbox.close()
        threading.Event().wait(_LAST_WORDS_SECONDS)
        os._exit(0)  # a driver that hangs in a read must not keep the camera busy

    def capture(self) -> None:
        from congress_desk.devices.camera.sources import open_source

        while not self._ending.is_set():
            had_frames = False
            try:
                camera = open_source(self._source, self._ending.wait, hold_seconds=_HOLD_SECONDS, size=SIZE)
            except Trouble as trouble:
                self._outage(trouble.problem)
            else:
                with contextlib.closing(camera):
                    while not self._ending.is_set() and (frame := camera.frame()) is not None:
                        had_frames = True
                        self._mailbox.put(frame)
                self._outage(Problem.CAMERA_LOST if had_frames else Problem.CAMERA_MISSING)
            self._ending.wait(self._retry_seconds)

    def look(self) -> None:
        from congress_desk.devices.camera.replay import Pace

        pace, number = Pace(LOOKS_PER_SECOND, self._ending.wait), 0
        while not self._ending.is_set():
            newest = self._mailbox.newer_than(number, wait_seconds=_STALLED_SECONDS)
            if newest is None:
                self._outage(Problem.CAMERA_LOST if number else Problem.CAMERA_MISSING)
                continue
            number, frame = newest
            self._away = False
            self._answer(frame, self._table.look(frame))
            pace.next()

    def _answer(self, frame: Picture, look: Look) -> None:
        picture = _shown(frame)
        outline = _outline(look.found, picture.width / frame.shape[1])
        self._tell(TableSeen(picture=picture, on_table=look.on_table, outline=outline, why=look.why))
        if look.sheet is not None:
            self._tell(look.sheet)

    def _outage(self, problem: Problem) -> None:
        """Told once, however often the camera is tried again."""
        if not self._away and not self._ending.is_set():
            self._away = True
            self._tell(CameraStopped(problem=problem))

    def _tell(self, report: object) -> None:
        with self._telling:
            try:
                self._link.send(report)
            except OSError:  # the desk is gone
                self._ending.set()


def _shown(frame: Picture) -> PictureSeen:
    from congress_desk.devices.opencv import opencv

    width = min(_SHOWN_WIDTH, frame.shape[1])
    height = round(frame.shape[0] * width / frame.shape[1])
    small = opencv().resize(frame, (width, height), interpolation=opencv().INTER_AREA)
    return PictureSeen(width=width, height=height, rgb=small.tobytes())


def _outline(found: Fiducials, scale: float) -> tuple[tuple[float, float], ...]:
    """Around the square marks, which lie a centimetre within the paper."""
    import numpy as np

    from congress_desk.devices.opencv import opencv

    if not found.corners:
        return ()
    points = np.concatenate(list(found.corners.values())).astype(np.float32)
    hull = opencv().convexHull(points).reshape(-1, 2) * scale
    return tuple((float(x), float(y)) for x, y in hull)
