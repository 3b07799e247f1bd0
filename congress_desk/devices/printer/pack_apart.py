"""The record pack made in a process of its own: its garbage alone stopped the window for half a second.

The process reads the congress file itself and writes into the folder it was given; only figures come back.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import shutil
import signal
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

from congress_desk.devices.opencv import NOT_NOW
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.services.ports.packing import PackMade, Progress

Making = Callable[[Path, Path, str, Progress], PackMade]  # congress file, empty folder, language, progress

_LOOK_SECONDS = 0.1  # between two looks whether it was cancelled
_NICENESS = 5  # the window goes first
_SELDOM = (20_000, 20, 20)  # garbage looked for less often: a tenth of the time, for 10 MB


class PackMistake(Exception):  # noqa: N818 - a fact, told as such
    """A fault of the program in the other process; its words are that process's own trace."""


class PackApart:
    """The port Press. make: a function of a module, called in the other process."""

    def __init__(self, congress: Path, make: Making) -> None:
        self._congress = congress
        self._make = make

    def press(self, folder: Path, language: str, progress: Progress) -> PackMade:
        """See services.ports.packing.Press. Cancelled, the process is ended at once."""
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe(duplex=False)
        asked = (theirs, self._make, self._congress, folder, language)
        process = context.Process(target=serve_pack, args=asked, name="record pack", daemon=True)
        with contextlib.closing(ours):
            with contextlib.closing(theirs), NOT_NOW:
                process.start()
            try:
                return _followed(ours, progress)
            finally:
                process.kill()
                process.join()
                process.close()


def serve_pack(link: Connection, make: Making, congress: Path, folder: Path, language: str) -> None:
    """The process's whole life: figures go out while it works, at last the pack or why there is none."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is for the desk
    gc.set_threshold(*_SELDOM)
    if hasattr(os, "nice"):
        os.nice(_NICENESS)

    def told(made: int, total: int) -> bool:
        link.send((made, total))
        return True

    try:
        answer: object = make(congress, folder, language, told)
    except (Refusal, Trouble, OSError) as why:
        answer = why
    except Exception:  # a fault of ours: told where the desk tells its own
        answer = PackMistake(traceback.format_exc())
    try:
        link.send(answer)
    except OSError:  # the desk has gone
        shutil.rmtree(folder, ignore_errors=True)


def _followed(link: Connection, progress: Progress) -> PackMade:
    figures = (0, 0)
    while True:
        while not link.poll(_LOOK_SECONDS):
            if progress(*figures) is False:
                raise Refusal(Reason.PACK_STOPPED)
        try:
            answer = link.recv()
        except (EOFError, ConnectionError) as gone:
            raise Trouble(Problem.PACK_BROKEN_OFF) from gone
        if isinstance(answer, PackMade):
            return answer
        if isinstance(answer, Exception):
            raise answer
        figures = answer
