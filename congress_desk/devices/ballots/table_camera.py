"""The port BallotCamera: sheets laid under a camera one after another, each read once when it lies still.

A process of its own looks at every frame for the square marks; only a sheet that did not move for a moment is read,
and not again before another one, or none, lay there.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import threading
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import TYPE_CHECKING

from congress_desk.devices.opencv import NOT_NOW
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.ballots import PrintedForm, SheetSeen
from congress_desk.services.ports.camera import CameraStopped, LiveReport, PictureSeen

if TYPE_CHECKING:
    from congress_desk.devices.ballots.finding import Fiducials
    from congress_desk.devices.ballots.printed import PrintedPage
    from congress_desk.devices.camera.sources import FrameSource
    from congress_desk.services.ports.faces import Picture

SIZE = (1920, 1080)  # an A4 sheet across: 6 px a mm
STILL_FRAMES = 4
_STILL_PX = 1.5
_MOVED_PX = 25.0  # another sheet never lies within this of the last one
_GONE_FRAMES = 3
_SHOWN_WIDTH = 960
_GRACE_SECONDS = 1.0
_HOLD_SECONDS = 1.0
_STOP = "stop"


class TableCamera:
    """tell and show are called on a listening thread of the driver."""

    def __init__(self) -> None:
        self._child: SpawnProcess | None = None
        self._link: Connection | None = None
        self._listener: threading.Thread | None = None

    def start(
        self,
        source: str,
        forms: Sequence[PrintedForm],
        tell: Callable[[SheetSeen], None],
        show: Callable[[LiveReport], None],
    ) -> None:
        """See services.ports.ballots.BallotCamera."""
        self.stop()
        context = multiprocessing.get_context("spawn")
        self._link, theirs = context.Pipe()
        child = context.Process(
            target=watch_table, args=(theirs, source, tuple(forms)), name="ballot camera", daemon=True
        )
        with contextlib.closing(theirs), NOT_NOW:
            child.start()
        self._child = child
        args = (self._link, tell, show)
        self._listener = threading.Thread(target=_listen, args=args, name="ballot camera listener", daemon=True)
        self._listener.start()

    def stop(self) -> None:
        child, link, listener = self._child, self._link, self._listener
        self._child = self._link = self._listener = None
        if child is None or link is None or listener is None:
            return
        with contextlib.suppress(OSError):
            link.send(_STOP)
        child.join(_GRACE_SECONDS)
        if child.is_alive():
            child.kill()
        child.join()
        listener.join()
        child.close()
        link.close()


def _listen(link: Connection, tell: Callable[[SheetSeen], None], show: Callable[[LiveReport], None]) -> None:
    with contextlib.suppress(EOFError, OSError):
        while True:
            report = link.recv()
            if isinstance(report, SheetSeen):
                tell(report)
            else:
                show(report)


def watch_table(link: Connection, source: str, forms: Sequence[PrintedForm]) -> None:
    """The process's whole life; ends when told to, or when the pipe does."""
    from congress_desk.devices.ballots.printed import printed_pages
    from congress_desk.devices.camera.sources import open_source

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is for the desk
    ending = threading.Event()
    threading.Thread(target=_await_end, args=(link, ending), daemon=True).start()
    table = _Table([page for form in forms for page in printed_pages(form.form, form.pdf)])
    with contextlib.suppress(OSError):  # the desk is gone
        try:
            camera = open_source(source, ending.wait, hold_seconds=_HOLD_SECONDS, size=SIZE)
        except Trouble as trouble:
            link.send(CameraStopped(problem=trouble.problem))
            return
        with contextlib.closing(camera):
            _watch(link, camera, table, ending)
            if not ending.is_set():
                link.send(CameraStopped(problem=Problem.CAMERA_LOST))


def _await_end(link: Connection, ending: threading.Event) -> None:
    with contextlib.suppress(EOFError, OSError):
        link.recv()
    ending.set()


def _watch(link: Connection, camera: FrameSource, table: _Table, ending: threading.Event) -> None:
    while not ending.is_set():
        frame = camera.frame()
        if frame is None:
            return
        link.send(_shown(frame))
        seen = table.look(frame)
        if seen is not None:
            link.send(seen)


def _shown(frame: Picture) -> PictureSeen:
    from congress_desk.devices.opencv import opencv

    height = round(frame.shape[0] * _SHOWN_WIDTH / frame.shape[1])
    small = opencv().resize(frame, (_SHOWN_WIDTH, height), interpolation=opencv().INTER_AREA)
    return PictureSeen(width=_SHOWN_WIDTH, height=height, rgb=small.tobytes())


class _Table:
    """What lies under the camera: moving, lying still, read already, or nothing."""

    def __init__(self, pages: Sequence[PrintedPage]) -> None:
        self._pages = pages
        self._last: Fiducials | None = None
        self._still = self._gone = self._count = 0
        self._read_at: Fiducials | None = None

    def look(self, frame: Picture) -> SheetSeen | None:
        """frame: RGB. A sheet, once, when it has lain still."""
        import numpy as np

        from congress_desk.devices.ballots.finding import LEAST_FIDUCIALS, fiducials_in
        from congress_desk.devices.opencv import opencv

        grey = opencv().cvtColor(frame, opencv().COLOR_RGB2GRAY)
        found = fiducials_in(grey)
        if len(found.corners) < LEAST_FIDUCIALS:
            self._gone += 1
            self._last, self._still = None, 0
            if self._gone >= _GONE_FRAMES:
                self._read_at = None
            return None
        self._gone = 0
        self._still = self._still + 1 if _apart(found, self._last) < _STILL_PX else 0
        self._last = found
        if self._still < STILL_FRAMES or _apart(found, self._read_at) < _MOVED_PX:
            return None
        self._read_at = found
        return self._read(np.ascontiguousarray(frame[:, :, ::-1]))

    def _read(self, picture: Picture) -> SheetSeen:
        from congress_desk.devices.ballots.reading import Origin, sheet_read

        self._count += 1
        return sheet_read(picture, Origin("camera", self._count - 1), self._pages)


def _apart(one: Fiducials, other: Fiducials | None) -> float:
    """px that the square marks seen in both moved at most; endless where there are none."""
    import numpy as np

    both = set(one.corners) & set(other.corners) if other is not None else set()
    if other is None or len(both) < 3:
        return float("inf")
    return max(float(np.abs(one.corners[number] - other.corners[number]).max()) for number in both)
