"""The hour for a running timer: goes evenly while the computer's clock is set, and is right after it slept.

The wall clock may be set back or forward in the middle of a speech (time servers do that); the steady clock of the
computer may not, and where the system has one that counts sleep (Linux, Windows) that one is asked. Where it has
none (macOS), the steady clock stands still in sleep and the wall clock does not: a jump ahead is taken as sleep.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import dataclass

from congress_desk.services.ports.clock import Clock

SLEPT_SECONDS = 2.0  # a smaller difference is a correction of the wall clock, and none of ours


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticks:
    """seconds: from any point on, never back. counts_sleep: goes on while the computer sleeps."""

    seconds: Callable[[], float]
    counts_sleep: bool


def system_ticks() -> Ticks:
    boottime = getattr(time, "CLOCK_BOOTTIME", None)
    if boottime is not None:
        return Ticks(seconds=lambda: time.clock_gettime(boottime), counts_sleep=True)
    return Ticks(seconds=time.monotonic, counts_sleep=_counts_sleep())


def clock_ticks(clock: Clock) -> Ticks:
    """Of a clock that is steady by itself, as in tests."""
    return Ticks(seconds=lambda: clock.now().timestamp(), counts_sleep=True)


def _counts_sleep() -> bool:
    return "GetTickCount64" in time.get_clock_info("monotonic").implementation or "QueryPerformance" in (
        time.get_clock_info("monotonic").implementation
    )


class SteadyClock:
    """A Clock (services.ports.clock) that never goes back; begins at the wall clock's hour."""

    def __init__(self, wall: Clock, ticks: Ticks | None = None) -> None:
        self._wall = wall
        self._ticks = ticks or system_ticks()
        self.begin_anew()

    def begin_anew(self) -> None:
        """From the wall clock's hour: at the start of a turn, when nothing runs that could jump."""
        self._moment = self._wall.now()
        self._seconds = self._ticks.seconds()

    def now(self) -> dt.datetime:
        moment = self._moment + dt.timedelta(seconds=self._ticks.seconds() - self._seconds)
        if self._ticks.counts_sleep:
            return moment
        slept = self._wall.now() - moment
        if slept > dt.timedelta(seconds=SLEPT_SECONDS):
            self._moment += slept
            moment += slept
        return moment
