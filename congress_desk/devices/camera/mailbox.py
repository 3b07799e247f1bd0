"""The newest frame of the camera, and only that: who looks late sees what is there now, never a queue of the past."""

from __future__ import annotations

import threading

from congress_desk.services.ports.faces import Picture


class Mailbox:
    """One slot between the thread that captures and those that look."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._frame: Picture | None = None
        self._number = 0
        self._closed = False

    def put(self, frame: Picture) -> None:
        with self._changed:
            self._frame = frame
            self._number += 1
            self._changed.notify_all()

    def newer_than(self, number: int, *, wait_seconds: float) -> tuple[int, Picture] | None:
        """The newest frame and its number, if it is not the one numbered `number`; None after waiting in vain."""
        with self._changed:
            self._changed.wait_for(lambda: self._number != number or self._closed, wait_seconds)
            if self._frame is None or self._number == number:
                return None
            return self._number, self._frame

    def close(self) -> None:
        """Wakes all who wait, now and later."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
