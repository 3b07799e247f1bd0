"""A congress on an archive stick is read, copied and verified; nothing is written into it or beside it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from congress_desk.domain.journal import EventId, Kind
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.store import NewEvent
from congress_desk.storage.migrating import known_versions
from congress_desk.storage.store import CongressStore, open_store
from tests.builders import OPENING, a_writer


def note(store: CongressStore, event_id: str = "e1") -> None:
    with store.transaction() as work:
        work.journal.append(NewEvent(id=EventId(event_id), kind=Kind.PRINTED, happened_at=OPENING, body={}))


def problem(path: Path) -> Problem:
    before = path.read_bytes()
    with pytest.raises(Trouble) as caught:
        open_store(path, a_writer())
    assert path.read_bytes() == before
    return caught.value.problem


@pytest.mark.parametrize("mode", [0o444, 0o400])
def test_a_file_without_write_bits_is_for_reading_only_for_root_too(
    path: Path, store: CongressStore, mode: int
) -> None:
    note(store)
    store.close()
    path.chmod(mode)
    before = path.read_bytes()
    for_reading = open_store(path, a_writer())
    assert for_reading.read_only
    with for_reading.reading() as work:
        assert [e.id for e in work.journal.everything()] == ["e1"]
    assert for_reading.check() == ""
    with pytest.raises(Trouble) as caught:
        note(for_reading, "e2")
    assert caught.value.problem is Problem.READ_ONLY
    for_reading.close()
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_reader_without_the_right_to_write_sees_what_another_desk_wrote_just_now(
    path: Path, store: CongressStore
) -> None:
    path.chmod(0o444)
    for_reading = open_store(path, a_writer("B"))
    path.chmod(0o644)
    for number in range(3):
        note(store, f"e{number}")
        with for_reading.reading() as work:
            assert len(list(work.journal.everything())) == number + 1
    for_reading.close()


def test_a_copy_for_reading_only_whose_newest_acts_lie_beside_it_says_so(path: Path, store: CongressStore) -> None:
    note(store)
    for ending in ("", "-wal"):
        shutil.copy(f"{path}{ending}", path.with_name(f"copy{ending}"))
    copy = path.with_name("copy")
    copy.chmod(0o444)
    assert problem(copy) is Problem.NOT_CLOSED


def test_an_older_version_is_not_opened_where_it_cannot_be_brought_up_to_date(
    path: Path, store: CongressStore
) -> None:
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num=?", [known_versions()[0]])
        connection.commit()
    path.chmod(0o444)
    assert problem(path) is Problem.OLDER_VERSION


def test_a_congress_for_reading_only_is_copied_whole(path: Path, store: CongressStore) -> None:
    note(store)
    store.close()
    path.chmod(0o444)
    for_reading = open_store(path, a_writer())
    for_reading.back_up(path.with_name("copy"))
    for_reading.close()
    copied = open_store(path.with_name("copy"), a_writer())
    assert not copied.read_only
    note(copied, "e2")
    copied.close()
