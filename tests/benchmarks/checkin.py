"""How long a check-in takes: from the last character of a scanned code to the drawn answer, durability full.

    uv run python -m tests.benchmarks.checkin [--people 2000] [--scans 300] [--no-window]

Beside it stands what this machine needs for one durable SQLite commit of one small row: the floor under every
figure here. The window is the real one, drawn offscreen; faces have a benchmark of their own (benchmarks.faces).
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from congress_desk.domain.journal import Kind
from congress_desk.services.ports.clock import WallClock
from congress_desk.services.registry import give_badge
from congress_desk.storage.store import Writer, open_store
from tests.builders import Hall, SetClock, a_delegate, a_hall

TARGET_MEDIAN_MS, TARGET_P99_MS = 100, 250
ALREADY_IN_SHARE = 0.5  # of the delegates, before the measuring begins

T = TypeVar("T")


def main(arguments: Sequence[str] | None = None) -> None:
    asked = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        hall = full_hall(Path(folder), asked.people)
        print(f"{asked.people:,} delegates, half of them present; {asked.scans} scans each, durability full")
        commit = timed(durable_commits(Path(folder)), range(asked.scans))
        floor = statistics.median(commit)
        print(line("this machine's durable SQLite commit", commit, floor))
        print(line("a code to its admission (service)", timed(admission(hall), unseen(hall, asked.scans)), floor))
        print(
            line(
                "the live figures of the session",
                timed(lambda _: hall.check_in.status(hall.session), range(20)),
                floor,
            )
        )
        if not asked.no_window:
            from tests.benchmarks.checkin_window import drawn_answers

            drawn = drawn_answers(hall, [hall.badge(n) for n in unseen(hall, asked.scans)])
            print(line("last character to drawn answer (window)", drawn, floor))
            print(f"asked for: median under {TARGET_MEDIAN_MS} ms, 99 % under {TARGET_P99_MS} ms")
        hall.store.close()


def full_hall(folder: Path, people: int) -> Hall:
    """A congress of that many delegates with badges, half of them present, the clock the computer's own."""
    made = a_hall(folder)
    with made.floor.act() as act:
        everybody = [a_delegate(f"d{n}", n) for n in range(people)]
        act.work.delegates.put(everybody)
        for delegate in everybody:
            give_badge(act, delegate.id)
        act.write(Kind.DELEGATES_IMPORTED)
        for delegate in everybody[: int(people * ALREADY_IN_SHARE)]:
            act.write(Kind.ARRIVED, session=made.session, delegate=delegate.id, body={"method": "badge"})
    made.store.close()
    clock = _Running()
    store = open_store(made.path, Writer(desk="A", actor="lan", now=clock.now))
    hall = Hall(store=store, path=made.path, keys=made.keys, clock=clock)
    hall.session = made.session
    hall.people = list(hall.registry.delegates())
    return hall


def unseen(hall: Hall, count: int) -> list[int]:
    """Places in hall.people of that many who are not here yet, in no order."""
    folded = hall.check_in.fold(hall.session)
    waiting = [n for n, delegate in enumerate(hall.people) if not folded.of(delegate.id).has_come]
    return random.Random(2025).sample(waiting, count)


def admission(hall: Hall) -> Callable[[int], object]:
    def check_in(place: int) -> None:
        assert hall.check_in.by_code(hall.badge(place), hall.session).accepted

    return check_in


def durable_commits(folder: Path) -> Callable[[int], object]:
    """One row, one transaction, WAL, synchronous FULL: as the store does it."""
    connection = sqlite3.connect(folder / "floor.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE journal (id INTEGER PRIMARY KEY, body TEXT)")

    def commit(number: int) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO journal VALUES (?, ?)", (number, "x" * 400))
        connection.execute("COMMIT")

    return commit


def timed(act: Callable[[T], object], pieces: Iterable[T]) -> list[float]:
    """Milliseconds of each."""
    taken = []
    for piece in pieces:
        start = time.perf_counter()
        act(piece)
        taken.append((time.perf_counter() - start) * 1000)
    return taken


def line(name: str, taken: Sequence[float], floor: float) -> str:
    median, p99 = statistics.median(taken), sorted(taken)[min(len(taken) - 1, int(len(taken) * 0.99))]
    return f"{name:42} median {median:7.2f} ms   99 % {p99:7.2f} ms   {median / floor:6.1f} commits"


class _Running(SetClock):
    def now(self):  # type: ignore[no-untyped-def]
        return WallClock().now()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--people", type=int, default=2000)
    parser.add_argument("--scans", type=int, default=300)
    parser.add_argument("--folder", help="where the congress file is made: the disk decides much")
    parser.add_argument("--no-window", action="store_true", help="the service only")
    return parser


if __name__ == "__main__":
    main()
