"""Acknowledged means kept: a desk process is killed in mid-work, again and again, on one and the same file."""

from __future__ import annotations

import multiprocessing
import random
import signal
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from congress_desk.domain.journal import Event, EventId, Kind
from tests.builders import Hall, a_delegate, a_hall
from tests.children import quick_children
from tests.stories.streaming import stream

KILLS = 50
KILLS_OF_TWO = 10
PEOPLE = 6000
FIRST_WORD_SECONDS = 30


@dataclass(frozen=True)
class Said:
    """One acknowledged answer."""

    number: int
    status: str
    event: EventId


class DeskProcess:
    """A child that streams check-ins, and what it has said so far."""

    def __init__(self, hall: Hall, desk: str, numbers: Sequence[int]) -> None:
        self._ear, mouth = multiprocessing.Pipe(duplex=False)
        task = (str(hall.path), desk, str(hall.session), numbers, mouth)
        with quick_children() as context:
            self._process = context.Process(target=stream, args=task, daemon=True)  # type: ignore[attr-defined]
            self._process.start()
        mouth.close()
        self.said: list[Said] = []

    def listen(self, seconds: float) -> None:
        """Hear what it says, for that long after its first word."""
        assert self._ear.poll(FIRST_WORD_SECONDS)
        until = time.monotonic() + seconds
        while self._hear() and self._ear.poll(max(0, until - time.monotonic())):
            if time.monotonic() > until:
                break

    def kill(self) -> None:
        """SIGKILL; what it said before is still heard."""
        self._process.kill()
        self._process.join()
        while self._ear.poll() and self._hear():
            pass
        assert self._process.exitcode == -signal.SIGKILL

    def _hear(self) -> bool:
        try:
            number, status, event = self._ear.recv_bytes().decode().split()
        except EOFError:
            return False
        self.said.append(Said(int(number), status, EventId(event)))
        return True


@pytest.fixture
def crowd(tmp_path: Path) -> Hall:
    """Delegates with the card numbers 00000, 00001, ..."""
    hall = a_hall(tmp_path)
    with hall.store.transaction() as work:
        work.delegates.put(a_delegate(f"d{n}", n, card_number=f"{n:05}") for n in range(PEOPLE))
    hall.store.close()
    return hall


def check_nothing_was_lost(hall: Hall, said: list[Said]) -> list[Event]:
    """Every acknowledged answer is found as it was said, nobody came twice, chains and file are sound."""
    assert hall.store.check() == ""
    assert hall.congress.verify().ok
    events = hall.events()
    found = {event.id: event for event in events}
    for answer in said:
        kept = found[answer.event]
        assert kept.delegate == f"d{answer.number}"
        assert kept.kind is (Kind.ARRIVED if answer.status == "ok" else Kind.CHECK_IN_REFUSED)
    arrived = Counter(e.delegate for e in events if e.kind is Kind.ARRIVED)
    assert set(arrived.values()) == {1}
    assert {f"d{a.number}" for a in said} <= set(arrived)
    return events


def test_fifty_kills_lose_no_acknowledged_check_in_and_count_nobody_twice(crowd: Hall) -> None:
    chance = random.Random()
    said: list[Said] = []
    for _ in range(KILLS):
        # the desk takes up again at the request that was not answered: under the same number
        desk = DeskProcess(crowd, "A", range(len(said), PEOPLE))
        desk.listen(chance.uniform(0, 0.25))
        desk.kill()
        said += desk.said
        assert [a.number for a in said] == list(range(len(said)))
    assert {a.status for a in said} == {"ok"}
    events = check_nothing_was_lost(crowd, said)
    unanswered = sum(e.kind is Kind.ARRIVED for e in events) - len(said)
    assert 0 <= unanswered <= 1
    assert len(said) > KILLS
    crowd.store.close()


def test_two_desks_killed_together_lose_nothing_either(crowd: Hall) -> None:
    chance = random.Random()
    said: list[Said] = []
    for turn in range(KILLS_OF_TWO):
        people = list(range(turn * 100, turn * 100 + 200))
        desks = [DeskProcess(crowd, "A", people), DeskProcess(crowd, "B", people[::-1])]
        for desk in desks:
            desk.listen(chance.uniform(0, 0.2))
        for desk in desks:
            desk.kill()
            said += desk.said
    check_nothing_was_lost(crowd, said)
    assert {a.status for a in said} <= {"ok", "already_present"}
    crowd.store.close()
