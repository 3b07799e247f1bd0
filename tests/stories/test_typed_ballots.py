"""Ballots typed by keyboard outlive the process they were typed in: it is killed in mid-bundle, again and again."""

from __future__ import annotations

import multiprocessing
import random
import signal
from multiprocessing.connection import Connection
from pathlib import Path

from congress_desk.domain.batches_fold import written_row
from congress_desk.domain.elections import Round
from congress_desk.domain.journal import Kind
from tests.builders import Hall, a_hall
from tests.children import quick_children
from tests.services.scanned_ballots import an_election
from tests.stories.typing import BALLOTS, ballot, type_on

THREE = ("Phạm An", "Lê Thị Ánh", "Đỗ Bình")
FIRST_WORD_SECONDS = 60
KILLS = 6


def test_a_typed_ballot_that_was_said_to_be_safe_outlives_a_kill(tmp_path: Path) -> None:
    hall = a_hall(tmp_path)
    one = an_election(hall, seats=2, names=THREE).latest
    chance, safe, kills = random.Random(6), 0, 0
    while not finished(hall):
        safe = killed_after(hall, one, safe + chance.randint(1, BALLOTS // KILLS * 2))
        kills += 1
        after = hall.other_desk()
        waiting = after.voting.entry.unfinished(one.id)
        after.store.close()
        kept = [] if finished(hall) else list(waiting[0].rows)
        assert kept == [ballot(one, n) for n in range(len(kept))]  # each as it was typed, none twice
        assert finished(hall) or safe <= len(kept) <= safe + 1
    assert kills > 1
    (rows,) = finished(hall)
    marks = {f"1/{n + 1:03}": written_row(ballot(one, n)) for n in range(BALLOTS)}
    assert rows == marks
    assert hall.voting.entry.unfinished(one.id) == []
    hall.store.close()


def finished(hall: Hall) -> list[object]:
    """The ballots of each pass that is in the journal."""
    return [e.body["rows"] for e in hall.events() if e.kind is Kind.BALLOTS_ENTERED]


def killed_after(hall: Hall, one: Round, wanted: int) -> int:
    """SIGKILL once so many ballots were said to be safe; how many were."""
    ear, mouth = multiprocessing.Pipe(duplex=False)
    with quick_children() as context:
        child = context.Process(  # type: ignore[attr-defined]
            target=type_on, args=(str(hall.path), one.id, mouth), daemon=True
        )
        child.start()
    mouth.close()
    safe = heard(ear, wanted)
    child.kill()
    child.join()
    assert child.exitcode in (-signal.SIGKILL, 0)
    return max(safe, heard(ear, BALLOTS + 1, 0))


def heard(ear: Connection, wanted: int, seconds: float = FIRST_WORD_SECONDS) -> int:
    said = 0
    try:
        while said < wanted and ear.poll(seconds):
            said = ear.recv()
    except EOFError:
        return said
    return said
