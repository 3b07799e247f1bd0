"""The port BallotReader: pages go to processes of their own, one a core, and come back in their order.

Nothing heavy is imported here: the window's own process only passes paths out and pictures on. A process that dies
takes its page with it once; the page is read again, and comes back as damaged if that kills another.
"""

from __future__ import annotations

import hashlib
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from congress_desk.devices.opencv import NOT_NOW
from congress_desk.domain.ballot_forms import NotRead, SheetReading, SheetStatus
from congress_desk.domain.refusals import Trouble
from congress_desk.services.ports.ballots import PrintedForm, Progress, SheetSeen, Twins

if TYPE_CHECKING:
    from congress_desk.devices.ballots.files import PagePlace
    from congress_desk.devices.ballots.printed import PrintedPage

_AHEAD = 3  # pages a core has waiting
_PATIENCE_SECONDS = 0.2  # between two looks whether it was cancelled


def told_nobody(_read: int, _all: int) -> None:
    """Progress that nobody asked about."""


def never() -> bool:
    return False


class BallotCrew:
    """cores: how many processes; by default one a core."""

    def __init__(self, *, cores: int | None = None) -> None:
        self._cores = cores or os.cpu_count() or 1

    def sheets(
        self,
        paths: Sequence[Path],
        forms: Sequence[PrintedForm],
        *,
        progress: Progress = told_nobody,
        cancelled: Callable[[], bool] = never,
    ) -> Iterator[SheetSeen]:
        """See services.ports.ballots.BallotReader."""
        from congress_desk.devices.ballots.files import pages_in

        pages = list(pages_in(paths))
        shift = _Shift(min(self._cores, max(1, len(pages))), forms)
        try:
            for read, seen in enumerate(shift.read(pages, cancelled), start=1):
                progress(read, len(pages))
                yield seen
        finally:
            shift.end()

    def twins(self, readings: Sequence[SheetReading]) -> Sequence[Twins]:
        """See services.ports.ballots.BallotReader."""
        from congress_desk.devices.ballots.twins import twins_among

        return twins_among(readings)


class _Shift:
    """The processes of one call."""

    def __init__(self, cores: int, forms: Sequence[PrintedForm]) -> None:
        self._cores = cores
        self._forms = tuple(forms)
        self._pool = self._begun()

    def read(self, pages: Sequence[PagePlace], cancelled: Callable[[], bool]) -> Iterator[SheetSeen]:
        """In their order; ends early where it was cancelled."""
        waiting: deque[tuple[PagePlace, Future[SheetSeen]]] = deque()
        rest = iter(pages)
        while True:
            while len(waiting) < _AHEAD * self._cores and (page := next(rest, None)) is not None:
                waiting.append((page, self._sent(page)))
            if not waiting or cancelled():
                return
            page, answer = waiting[0]
            try:
                seen = answer.result(timeout=_PATIENCE_SECONDS)
            except TimeoutError:
                continue
            except BrokenProcessPool:
                waiting = self._again(waiting)
                continue
            waiting.popleft()
            yield seen

    def end(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _sent(self, page: PagePlace) -> Future[SheetSeen]:
        try:
            with NOT_NOW:  # a process may be spawned here
                return self._pool.submit(_read_page, page)
        except BrokenProcessPool as broken:  # it died before this page was sent: told when its turn comes
            unread: Future[SheetSeen] = Future()
            unread.set_exception(broken)
            return unread

    def _again(
        self, waiting: deque[tuple[PagePlace, Future[SheetSeen]]]
    ) -> deque[tuple[PagePlace, Future[SheetSeen]]]:
        """A process died: the first page waiting is read alone, once; what kills again is damaged."""
        self.end()
        self._pool = self._begun()
        first = waiting[0][0]
        answer = self._sent(first)
        try:
            answer.result()
        except BrokenProcessPool:
            self.end()
            self._pool = self._begun()
            answer = Future()
            answer.set_result(damaged(first))
        pages = [page for page, _ in waiting][1:]
        return deque([(first, answer), *((page, self._sent(page)) for page in pages)])

    def _begun(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._cores, get_context("spawn"), _begin, (self._forms,))


_PAGES: list[PrintedPage] = []  # of this process: what it reads for


def _begin(forms: Sequence[PrintedForm]) -> None:
    from congress_desk.devices.ballots.printed import printed_pages

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is for the desk
    _PAGES[:] = [page for form in forms for page in printed_pages(form.form, form.pdf)]


def _read_page(page: PagePlace) -> SheetSeen:
    return read_page(page, _PAGES)


def read_page(page: PagePlace, printed: Sequence[PrintedPage]) -> SheetSeen:
    """In this process; never raises for what stands in a file."""
    from congress_desk.devices.ballots.files import picture_of
    from congress_desk.devices.ballots.reading import Origin, sheet_read

    try:
        picture = picture_of(page)
    except Trouble:
        return damaged(page)
    return sheet_read(picture, Origin(str(page.path), page.place), printed)


def damaged(page: PagePlace) -> SheetSeen:
    """What cannot even be opened: listed all the same, without a picture."""
    reading = SheetReading(
        status=SheetStatus.REFUSED,
        reason=NotRead.DAMAGED_FILE,
        source=str(page.path),
        place=page.place,
        picture=hashlib.sha256(b"").hexdigest(),
    )
    return SheetSeen(reading=reading, picture=b"")
