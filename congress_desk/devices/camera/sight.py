"""Does the camera see anything? Covers, torn cables and sleeping drivers give pictures too: green, black, frozen."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from congress_desk.devices.opencv import opencv
from congress_desk.services.ports.faces import Picture

BLIND_SECONDS = 2.0
FROZEN_SECONDS = 10.0
ONE_COLOUR = 3  # most levels between the mean colours of 9 x 16 parts of a picture that shows nothing
CLOSE_LOOK = 8  # every eighth px of every eighth row is looked at

Clock = Callable[[], float]  # seconds of a steady clock


def shows_something(picture: Picture) -> bool:
    """Whether it is more than one colour, whatever the noise of the sensor."""
    parts = opencv().resize(_close_look(picture), (16, 9), interpolation=opencv().INTER_AREA).reshape(-1, 3)
    return bool((np.ptp(parts.astype(np.int16), axis=0) > ONE_COLOUR).any())


class Lasting:
    """Since when something has been so without a break."""

    def __init__(self, clock: Clock, seconds: float) -> None:
        self._clock = clock
        self._seconds = seconds
        self._since: float | None = None

    def is_so(self, now_so: bool) -> bool:
        """Whether it has been so for that many seconds, this moment included."""
        if not now_so:
            self._since = None
            return False
        now = self._clock()
        self._since = now if self._since is None else self._since
        return now - self._since >= self._seconds


class Frozen:
    """A sensor never gives the same picture twice, to the bit; a driver that hangs does."""

    def __init__(self, clock: Clock) -> None:
        self._lasting = Lasting(clock, FROZEN_SECONDS)
        self._last = b""

    def is_frozen(self, picture: Picture) -> bool:
        last, self._last = self._last, _close_look(picture).tobytes()
        return self._lasting.is_so(self._last == last)


def _close_look(picture: Picture) -> Picture:
    return np.ascontiguousarray(picture[::CLOSE_LOOK, ::CLOSE_LOOK])
