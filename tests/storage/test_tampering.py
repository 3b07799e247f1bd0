"""Whoever writes into the file beside the program is found, and the first broken event is named."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from congress_desk.domain.attendance import Excuse, ExcuseScope
from congress_desk.domain.journal import Event
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.storage.store import open_store
from tests.builders import Hall, a_hall, a_writer


@pytest.fixture
def worked(tmp_path: Path) -> Hall:
    """A hall in which five people came and one was excused for the whole congress; closed."""
    hall = a_hall(tmp_path, people=6)
    for n in range(5):
        hall.clock.pass_time(minutes=1)
        hall.check_in.by_code(hall.badge(n), hall.session)
    hall.check_in.excuse(hall.people[5].id, hall.session, Excuse(reason="ốm", scope=ExcuseScope.CONGRESS))
    hall.store.close()
    return hall


def tamper(hall: Hall, statement: str, *values: object) -> None:
    with sqlite3.connect(hall.path) as connection:
        connection.execute(statement, values)
    connection.close()


def arrivals(hall: Hall) -> list[Event]:
    return [e for e in hall.events() if e.kind == "arrived"]


FORGERIES = [
    ("actor = 'mallory'", "hash"),
    ("happened_at = '2025-09-22T00:00:01.000000Z'", "hash"),
    ("happened_at = '2025-09-22T00:01:00Z'", "hash"),
    ("recorded_at = 'yesterday'", "hash"),
    ("recorded_at = x'00ff'", "hash"),
    ("kind = 'left'", "hash"),
    ("kind = 'teleported'", "hash"),
    ("delegate = 'somebody else'", "hash"),
    ("delegate = NULL", "hash"),
    ("session = ''", "hash"),
    ("about = ''", "hash"),
    ('body = \'{"method":"face"}\'', "hash"),
    ('body = \'{"method": "badge"}\'', "hash"),
    ("body = 'not json'", "hash"),
    ("body = '[]'", "hash"),
    ("body = '7'", "hash"),
    ("body = x'80'", "hash"),
    ("hash = 'f'", "hash"),
    ("hash = upper(hash)", "hash"),
    ("previous_hash = hash", "previous_hash"),
    ("sequence = 99", "sequence"),
    ("desk = 'Z'", "sequence"),
    ("id = 'other'", "hash"),
]


@pytest.mark.parametrize(("change", "why"), FORGERIES, ids=[change for change, _ in FORGERIES])
def test_a_forged_row_is_found_and_named(worked: Hall, change: str, why: str) -> None:
    third, fourth = arrivals(worked)[2:4]
    tamper(worked, f"UPDATE journal SET {change} WHERE id = ?", third.id)
    found = worked.congress.verify()
    named = {"id": "other", "sequence": fourth.id, "desk": fourth.id}.get(change.split(" ")[0], third.id)
    assert (found.ok, found.first_broken, found.why) == (False, named, why)
    worked.store.close()


def test_a_row_deleted_in_the_middle_is_found_at_the_next_one(worked: Hall) -> None:
    came = arrivals(worked)
    tamper(worked, "DELETE FROM journal WHERE id = ?", came[1].id)
    found = worked.congress.verify()
    assert (found.ok, found.first_broken, found.why) == (False, came[2].id, "sequence")
    worked.store.close()


@pytest.mark.parametrize("gone", [1, 3, 100])
def test_deleted_newest_rows_are_found_too(worked: Hall, gone: int) -> None:
    last = worked.events()[-1]
    tamper(worked, "DELETE FROM journal WHERE id IN (SELECT id FROM journal ORDER BY sequence DESC LIMIT ?)", gone)
    found = worked.congress.verify()
    assert (found.ok, found.first_broken, found.why) == (False, last.id, "end_missing")
    worked.store.close()


def test_work_goes_on_after_a_cut_end_and_the_gap_stays_visible(worked: Hall) -> None:
    last = worked.events()[-1]
    tamper(worked, "DELETE FROM journal WHERE id = ?", last.id)
    written = worked.check_in.leave(worked.people[0].id, worked.session)
    found = worked.congress.verify()
    assert (found.ok, found.first_broken, found.why) == (False, written.id, "sequence")
    worked.store.close()


def test_two_swapped_rows_are_found_at_the_first(worked: Hall) -> None:
    came = arrivals(worked)
    for place, sequence in ((1, -1), (2, came[1].sequence), (1, came[2].sequence)):
        tamper(worked, "UPDATE journal SET sequence = ? WHERE id = ?", sequence, came[place].id)
    found = worked.congress.verify()
    assert (found.ok, found.first_broken) == (False, came[2].id)
    worked.store.close()


@pytest.mark.parametrize(
    "change", ["body = 'not json'", "recorded_at = x'80'", "happened_at = 'noon'", "body = '[1]'"]
)
def test_a_forged_row_is_damage_and_not_a_crash_where_it_is_read(worked: Hall, change: str) -> None:
    third = arrivals(worked)[2]
    tamper(worked, f"UPDATE journal SET {change} WHERE id = ?", third.id)
    for read in (
        lambda: worked.check_in.status(worked.session),
        lambda: worked.registry.history(worked.people[2].id),
        lambda: worked.check_in.by_code(worked.badge(2), worked.session),
    ):
        with pytest.raises(Trouble) as caught:
            read()
        assert caught.value.problem is Problem.DAMAGED
    assert worked.check_in.by_code(worked.badge(5), worked.session).accepted
    worked.store.close()


def test_corrupted_pages_are_damage_by_check_and_by_verify(worked: Hall) -> None:
    raw = bytearray(worked.path.read_bytes())
    chance = random.Random(3)
    for page in range(2, len(raw) // 4096):
        raw[page * 4096 : page * 4096 + 200] = chance.randbytes(200)
    worked.path.write_bytes(raw)
    for look in (worked.store.check, worked.congress.verify, lambda: open_store(worked.path, a_writer())):
        with pytest.raises(Trouble) as caught:
            look()
        assert caught.value.problem is Problem.DAMAGED
    worked.store.close()


def test_one_flipped_page_is_found_by_verify(worked: Hall) -> None:
    whole = worked.path.read_bytes()
    place = whole.index(arrivals(worked)[0].id.encode()) // 4096 * 4096
    worked.store.close()
    worked.path.write_bytes(whole[:place] + bytes(100) + whole[place + 100 :])
    with pytest.raises(Trouble) as caught:
        worked.congress.verify()
    assert caught.value.problem is Problem.DAMAGED
    worked.store.close()
