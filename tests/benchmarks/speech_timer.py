"""Drift of the speech timer against the computer's own clocks.

    python -m tests.benchmarks.speech_timer --minutes 10

A real desk times a speech; every second the elapsed time it shows is compared with the raw hardware clock. The
promise is under 50 ms in ten minutes. It prints the largest difference, in milliseconds and as a share of the time.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import threading
import time
from pathlib import Path

from congress_desk.domain.speeches import Entry
from congress_desk.services.ports.clock import WallClock
from congress_desk.services.steady_clock import SteadyClock, system_ticks
from congress_desk.storage.store import create_store
from tests.builders import Hall, a_congress, a_writer

RAW = getattr(time, "CLOCK_MONOTONIC_RAW", time.CLOCK_MONOTONIC)


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--minutes", type=float, default=10)
    minutes: float = asked.parse_args().minutes
    with tempfile.TemporaryDirectory() as folder:
        worst, last = drift(Path(folder), minutes * 60)
    share = abs(last) / (minutes * 60_000)
    sys.stdout.write(
        f"{minutes:g} minutes: worst {worst:.2f} ms, at the end {last:.2f} ms ({share:.2e} of the time)\n"
    )
    return 0 if worst < 50 else 1


def drift(folder: Path, seconds: float) -> tuple[float, float]:
    """Largest and last difference between the timer and the raw clock, in ms."""
    store = create_store(folder / "drift.congress", a_congress(), a_writer())
    hall = Hall(store=store, path=folder / "drift.congress", keys=folder / "keys")
    clock = SteadyClock(WallClock(), system_ticks())
    speeches, turns = hall.programme.speeches, hall.programme.turns
    turns._clock = clock  # the hall's own stands still
    speech = speeches.register(Entry(topic="Chuyển đổi số", speaker="Nguyễn Văn An"))
    speeches.approve(speech.id)
    turn = turns.start(speech.turn)
    ahead = turn.timer.elapsed(turns.now()).total_seconds()
    begun = time.clock_gettime(RAW) - ahead
    worst = last = 0.0
    pause = threading.Event()
    while time.clock_gettime(RAW) - begun < seconds:
        pause.wait(1)
        raw = time.clock_gettime(RAW) - begun
        last = (turn.timer.elapsed(turns.now()).total_seconds() - raw) * 1000
        worst = max(worst, abs(last))
    store.close()
    return worst, last


if __name__ == "__main__":
    sys.exit(main())
