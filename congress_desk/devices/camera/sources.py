"""What a camera's name means: a device, a video file, or a folder of pictures; all give frames the same way."""

from __future__ import annotations

import contextlib
import sys
import time
from pathlib import Path
from typing import Any, Protocol

from congress_desk.devices.camera.replay import FolderReplay, Pace, Wait
from congress_desk.devices.camera.shaken import Shaken
from congress_desk.devices.camera.sight import Frozen
from congress_desk.devices.opencv import opencv
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.faces import Picture

WANTED_SIZE = (1280, 720)
SLOWEST, USUAL, FASTEST = 5.0, 15.0, 30.0  # frames a second of a video file


class FrameSource(Protocol):
    def frame(self) -> Picture | None:
        """The next frame, RGB; returns when it is due. None: the camera is gone."""
        ...

    def close(self) -> None: ...


MOVING = "?motion"  # behind a folder: its people move, and the sensor is noisy


def open_source(source: str, wait: Wait, *, hold_seconds: float, size: tuple[int, int] = WANTED_SIZE) -> FrameSource:
    """ "0" is the first camera, asked for frames of this size; anything else a path. Trouble: CAMERA_MISSING."""
    if source.isdecimal():
        return DeviceCapture(int(source), size)
    path = Path(source)
    if source.endswith(MOVING) and not path.exists():
        return Shaken(FolderReplay(Path(source.removesuffix(MOVING)), wait, hold_seconds=hold_seconds))
    if path.is_dir():
        return FolderReplay(path, wait, hold_seconds=hold_seconds)
    if path.is_file():
        return VideoReplay(path, wait)
    raise Trouble(Problem.CAMERA_MISSING, source=source)


class DeviceCapture:
    """A camera of this computer by OpenCV."""

    def __init__(self, index: int, size: tuple[int, int] = WANTED_SIZE) -> None:
        cv2 = opencv()
        self._cv2 = cv2
        self._capture = cv2.VideoCapture(index, _system(cv2))
        if not self._capture.isOpened():
            raise Trouble(Problem.CAMERA_MISSING, source=str(index))
        wishes = {
            cv2.CAP_PROP_FOURCC: cv2.VideoWriter.fourcc(*"MJPG"),  # USB 2 carries 720p at 30 a second only so
            cv2.CAP_PROP_FRAME_WIDTH: size[0],
            cv2.CAP_PROP_FRAME_HEIGHT: size[1],
            cv2.CAP_PROP_BUFFERSIZE: 1,
        }
        for wish, value in wishes.items():
            self._capture.set(wish, value)
        self._frozen = Frozen(time.monotonic)

    def frame(self) -> Picture | None:
        frame = _read(self._cv2, self._capture)
        return None if frame is None or self._frozen.is_frozen(frame) else frame

    def close(self) -> None:
        self._capture.release()


class VideoReplay:
    """A video file played at its own speed, over and over."""

    def __init__(self, path: Path, wait: Wait) -> None:
        self._cv2 = opencv()
        self._path = path
        self._capture = self._opened()
        if not self._capture.isOpened():
            raise Trouble(Problem.CAMERA_MISSING, source=str(path))
        speed = self._capture.get(self._cv2.CAP_PROP_FPS) or USUAL
        self._pace = Pace(min(max(speed, SLOWEST), FASTEST), wait)

    def frame(self) -> Picture | None:
        self._pace.next()
        frame = _read(self._cv2, self._capture)
        if frame is None:  # the end: from the start again
            self._capture.release()
            self._capture = self._opened()
            frame = _read(self._cv2, self._capture)
        return frame

    def close(self) -> None:
        self._capture.release()

    def _opened(self) -> Any:
        return self._cv2.VideoCapture(str(self._path))


def _system(cv2: Any) -> int:
    """The camera interface of this operating system, so that OpenCV does not try all the others first."""
    if sys.platform == "win32":
        return int(cv2.CAP_DSHOW)
    return int(cv2.CAP_AVFOUNDATION if sys.platform == "darwin" else cv2.CAP_V4L2)


def _read(cv2: Any, capture: Any) -> Picture | None:
    picture: Picture | None = None
    with contextlib.suppress(cv2.error):  # a device torn out while it was read
        good, frame = capture.read()
        if good and frame is not None and frame.size:
            picture = cv2.cvtColor(frame, cv2.COLOR_BGR2RGB)
    return picture
