"""The same code again within a moment is the same reading: a scanner that fires twice, a card held too long."""

from __future__ import annotations

from collections.abc import Callable


class Repeats:
    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._read_at: dict[str, float] = {}

    def is_repeat(self, code: str, within_seconds: float) -> bool:
        """True if the code was taken less than so long ago; else it is taken now."""
        now = self._clock()
        if code in self._read_at and now - self._read_at[code] < within_seconds:
            return True
        self._read_at[code] = now
        return False
