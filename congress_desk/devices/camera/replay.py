"""A folder of pictures played as if a camera saw them: every picture is held before it for a moment, in a circle.

The folder is read again at every round, and each picture when its turn comes: a folder that is taken away is a
camera that is unplugged.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from congress_desk.devices.pictures.opening import opened
from congress_desk.devices.pictures.pillow import PillowPictures
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.faces import Picture

FRAMES_PER_SECOND = 15
FRAME_SIZE = (1280, 720)
GROUND = (118, 122, 126)
Wait = Callable[[float], object]
"""Waits so many seconds, or shorter when all is to end."""


class FolderReplay:
    """Frames (720, 1280, 3) at 15 a second, each picture for `hold_seconds`, centred on grey and never enlarged."""

    def __init__(self, folder: Path, wait: Wait, *, hold_seconds: float) -> None:
        self._folder = folder
        self._pace = Pace(FRAMES_PER_SECOND, wait)
        self._frames_each = max(1, round(hold_seconds * FRAMES_PER_SECOND))
        self._waiting = self._listed()
        self._shown: Picture | None = None
        self._left = 0
        if not self._waiting:
            raise Trouble(Problem.CAMERA_MISSING, source=str(folder))

    def frame(self) -> Picture | None:
        """The next frame when it is due; None when the folder is gone or holds no picture any more."""
        self._pace.next()
        if self._left == 0:
            self._shown = self._next_picture()
            self._left = self._frames_each
        self._left -= 1
        return self._shown

    def close(self) -> None:
        self._waiting = []

    def _next_picture(self) -> Picture | None:
        if not self._waiting:
            self._waiting = self._listed()
        while self._waiting and self._folder.is_dir():
            try:
                return framed(self._waiting.pop(0).read_bytes())
            except (Trouble, OSError):
                continue  # a file that is no picture, or was just taken away
        return None

    def _listed(self) -> list[Path]:
        return PillowPictures().in_folder(self._folder) if self._folder.is_dir() else []


class Pace:
    """Lets a loop go round so many times a second at most; time lost is not made up for."""

    def __init__(self, per_second: float, wait: Wait) -> None:
        self._interval = 1 / per_second
        self._wait = wait
        self._due = time.monotonic()

    def next(self) -> None:
        """Waits until the next turn is due."""
        left = self._due - time.monotonic()
        if left > 0:
            self._wait(left)
        self._due = max(self._due + self._interval, time.monotonic())


def framed(raw: bytes) -> Picture:
    """A picture file's bytes as a whole frame of the camera."""
    import numpy as np
    from PIL import Image

    picture = opened(raw, longest=max(FRAME_SIZE))
    picture.thumbnail(FRAME_SIZE, Image.Resampling.LANCZOS)
    frame = Image.new("RGB", FRAME_SIZE, GROUND)
    frame.paste(picture, ((FRAME_SIZE[0] - picture.width) // 2, (FRAME_SIZE[1] - picture.height) // 2))
    return np.array(frame)
