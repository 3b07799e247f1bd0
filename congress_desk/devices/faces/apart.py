"""The face engine in a process of its own: dlib holds the interpreter 50 ms a search, and a camera that shares the
process gives fewer pictures. A crash of native code costs one look, not the desk.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import threading
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from congress_desk.devices.opencv import NOT_NOW
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.faces import Face, Picture

READY = "ready"


class EngineDied(Exception):  # noqa: N818 - a fact, told as such
    """The process ended without an answer, or was closed meanwhile; the next call starts another."""


def serve_faces(link: Connection, models: str) -> None:
    """The process's whole life: a picture comes, its faces go. Ends when the pipe does."""
    import numpy as np

    from congress_desk.devices.faces.shelf import engine_at

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is for the desk
    with contextlib.suppress(EOFError, OSError):
        try:
            engine = engine_at(models)
        except Trouble as trouble:
            link.send(trouble.problem)
            return
        link.send(READY)
        while True:
            shape = link.recv()
            picture = np.frombuffer(link.recv_bytes(), dtype=np.uint8).reshape(shape)
            link.send(engine.faces(picture))


class FacesApart:
    """faces() of a FaceEngine, answered by another process, which starts at the first call and runs `serve`."""

    def __init__(self, serve: Callable[[Connection, str], None] = serve_faces, *, models: str = "") -> None:
        """models: where they are (shelf.py); "" for those that come with the program."""
        self._serve = serve
        self._models = models
        self._lock = threading.Lock()
        self._process: SpawnProcess | None = None
        self._link: Connection | None = None
        self._closed = False

    def faces(self, picture: Picture) -> Sequence[Face]:
        """Waits for the answer. Trouble: FACES_MISSING, MODEL_MISSING, MODEL_DAMAGED. Raises EngineDied."""
        try:
            link = self._link or self._ready(self._begin())
            link.send(picture.shape)
            link.send_bytes(picture.data.cast("B"))
            answer: Sequence[Face] = link.recv()
            return answer
        except (EOFError, OSError) as why:
            self._end()
            raise EngineDied from why
        except Trouble:
            self._end()
            raise

    def close(self) -> None:
        """Ends the process at once, from any thread; a call that waits raises EngineDied."""
        with self._lock:
            self._closed = True
            if self._process is not None:
                self._process.kill()
                self._process.join()

    def _begin(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        with self._lock:
            if self._closed:
                raise EOFError
            ours, theirs = context.Pipe()
            process = context.Process(target=self._serve, args=(theirs, self._models), name="faces", daemon=True)
            with contextlib.closing(theirs), NOT_NOW:
                process.start()
            self._process, self._link = process, ours
            return ours

    def _ready(self, link: Connection) -> Connection:
        """The link once the models are loaded. Trouble: what keeps them from it."""
        first_word: Problem | str = link.recv()
        if isinstance(first_word, Problem):
            raise Trouble(first_word)
        return link

    def _end(self) -> None:
        with self._lock:
            process, link = self._process, self._link
            self._process, self._link = None, None
            if process is not None:
                process.kill()
                process.join()
                process.close()
            if link is not None:
                link.close()
