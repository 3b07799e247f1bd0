"""The time of somebody at the microphone, from what was written of it: begun, paused, gone on, extended, ended.

Nothing counts here: asked at any moment, it says what is true at that moment. That is why it goes on right after
the computer slept, or after the program was killed and opened again.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum

WARNING_SECONDS = 120
NO_TIME = dt.timedelta(0)


class Phase(StrEnum):
    WAITING = "waiting"  # not begun
    RUNNING = "running"
    WARNING = "warning"  # two minutes are left
    OVER = "over"  # the time is up and he speaks on
    PAUSED = "paused"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timer:
    """allowed: what was granted, with every extension. spoken: up to the last pause. since: runs from here."""

    allowed: dt.timedelta
    spoken: dt.timedelta = NO_TIME
    since: dt.datetime | None = None
    started: dt.datetime | None = None
    ended: dt.datetime | None = None
    extended: dt.timedelta = NO_TIME

    @property
    def is_open(self) -> bool:
        """Begun and not ended: running or paused."""
        return self.started is not None and self.ended is None

    @property
    def is_running(self) -> bool:
        return self.since is not None

    def elapsed(self, now: dt.datetime) -> dt.timedelta:
        """Spoken until now, pauses not counted; what a clock set back would take away is not taken."""
        return self.spoken if self.since is None else self.spoken + max(now - self.since, NO_TIME)

    def left(self, now: dt.datetime) -> dt.timedelta:
        """Negative once the time is up."""
        return self.allowed - self.elapsed(now)

    def phase(self, now: dt.datetime, *, warning_seconds: int = WARNING_SECONDS) -> Phase:
        if self.started is None:
            return Phase.WAITING
        if self.ended is not None:
            return Phase.ENDED
        left = self.left(now)
        if left < NO_TIME:
            return Phase.OVER
        if not self.is_running:
            return Phase.PAUSED
        return Phase.WARNING if left <= dt.timedelta(seconds=warning_seconds) else Phase.RUNNING


def started(timer: Timer, at: dt.datetime) -> Timer:
    """Begun; begun once more after an end, it counts from nought."""
    if timer.is_open:
        return timer
    return Timer(allowed=timer.allowed, extended=timer.extended, started=at, since=at)


def paused(timer: Timer, at: dt.datetime) -> Timer:
    return replace(timer, spoken=timer.elapsed(at), since=None) if timer.is_running else timer


def resumed(timer: Timer, at: dt.datetime) -> Timer:
    return replace(timer, since=at) if timer.is_open and not timer.is_running else timer


def extended(timer: Timer, by: dt.timedelta) -> Timer:
    """Negative: shortened, never below nought."""
    allowed = max(timer.allowed + by, NO_TIME)
    return replace(timer, allowed=allowed, extended=timer.extended + (allowed - timer.allowed))


def ended(timer: Timer, at: dt.datetime) -> Timer:
    if not timer.is_open or timer.started is None:
        return timer
    return replace(timer, spoken=timer.elapsed(at), since=None, ended=max(at, timer.started))
