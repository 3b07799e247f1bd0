"""A congress file is created whole, opened with full durability, and anything else is told apart."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, text
from sqlalchemy.exc import IntegrityError

from congress_desk.domain.journal import EventId, Kind
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.store import NewEvent
from congress_desk.storage.engine import APPLICATION_ID, sqlite_engine
from congress_desk.storage.store import CongressStore, create_store, open_store
from tests.builders import OPENING, a_congress, a_delegate, a_writer


def problem(path: Path) -> Problem:
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(Trouble) as caught:
        open_store(path, a_writer())
    assert caught.value.details["path"] == str(path)
    assert (path.read_bytes() if path.is_file() else b"") == before
    return caught.value.problem


@contextmanager
def small_disk(*, pages: int) -> Iterator[None]:
    """SQLite's own "disk is full" once a file has that many pages of 4096 bytes."""

    def limit(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count={pages}")

    event.listen(Engine, "connect", limit)
    yield
    event.remove(Engine, "connect", limit)


def note(store: CongressStore, event_id: str = "e1", **body: object) -> None:
    with store.transaction() as work:
        work.journal.append(NewEvent(id=EventId(event_id), kind=Kind.PRINTED, happened_at=OPENING, body=body))


def test_what_was_written_is_there_after_reopening(path: Path) -> None:
    congress = a_congress(rehearsal=True, opens=dt.date(2025, 9, 22))
    store = create_store(path, congress, a_writer())
    person = a_delegate(citizen_number="019175001234")
    with store.transaction() as work:
        work.delegates.put([person])
    note(store)
    store.close()
    again = open_store(path, a_writer())
    with again.reading() as work:
        assert work.congress.get() == congress
        assert work.delegates.get(person.id) == person
        assert [e.id for e in work.journal.everything()] == ["e1"]
    again.close()
    assert sorted(p.name for p in path.parent.iterdir()) == [path.name]


def test_durability_is_full_and_erased_bytes_are_overwritten(path: Path, store: CongressStore) -> None:
    engine = sqlite_engine(path)
    for _ in range(2):
        with engine.connect() as connection:
            said = {name: connection.execute(text(f"PRAGMA {name}")).scalar() for name in PRAGMAS}
            assert said == PRAGMAS
        engine.dispose()


PRAGMAS = {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "application_id": APPLICATION_ID}


def test_a_reader_sees_one_state_while_another_desk_writes(path: Path, store: CongressStore) -> None:
    other = open_store(path, a_writer("B"))
    with store.reading() as work:
        assert len(list(work.journal.everything())) == 0
        note(other)
        assert len(list(work.journal.everything())) == 0
    with store.reading() as work:
        assert len(list(work.journal.everything())) == 1
    other.close()


def test_a_failed_act_leaves_nothing_behind(store: CongressStore) -> None:
    def act_and_fail() -> None:
        with store.transaction() as work:
            work.delegates.put([a_delegate()])
            work.journal.append(NewEvent(id=EventId("e1"), kind=Kind.PRINTED, happened_at=OPENING))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        act_and_fail()
    with store.reading() as work:
        assert (list(work.delegates.all()), list(work.journal.everything()), work.journal.newest()) == ([], [], {})


def test_a_new_congress_is_never_made_over_an_existing_file(path: Path) -> None:
    path.write_text("the minutes of last year")
    with pytest.raises(Trouble) as caught:
        create_store(path, a_congress(), a_writer())
    assert caught.value.problem is Problem.FILE_EXISTS
    assert path.read_text() == "the minutes of last year"


@pytest.mark.parametrize("folder", ["/proc", "/no/such/folder"])
def test_a_congress_in_a_folder_that_takes_no_file_is_a_trouble(folder: str) -> None:
    with pytest.raises(Trouble) as caught:
        create_store(Path(folder) / "x.congress", a_congress(), a_writer())
    assert caught.value.problem is Problem.CANNOT_WRITE


def test_where_a_congress_cannot_be_finished_nothing_is_left_in_the_folder(path: Path) -> None:
    with small_disk(pages=12), pytest.raises(Trouble) as caught:
        create_store(path, a_congress(), a_writer())
    assert caught.value.problem is Problem.DISK_FULL
    assert list(path.parent.iterdir()) == []


# what is no congress


def test_no_file_is_told(path: Path) -> None:
    assert problem(path) is Problem.NO_SUCH_FILE
    assert problem(path.parent) is Problem.NO_SUCH_FILE


@pytest.mark.parametrize(
    "content",
    [b"", b"\n", b"Danh sach dai bieu\n" * 400, b"PK\x03\x04" + bytes(5000), b"SQLite format", bytes(100_000)],
)
def test_a_file_that_is_no_database_is_no_congress(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert problem(path) is Problem.NOT_A_CONGRESS


@pytest.mark.parametrize("application_id", [0, 0x0F055111])
def test_another_programs_sqlite_file_is_not_touched(path: Path, application_id: int) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA application_id={application_id}")
    connection.execute("CREATE TABLE delegates (id TEXT)")
    connection.commit()
    connection.close()
    assert problem(path) is Problem.NOT_A_CONGRESS


@pytest.mark.parametrize("kept", [99, 100, 512, 4096, 4097, 20_000, -4096, -1])
def test_a_truncated_congress_is_damaged(path: Path, store: CongressStore, kept: int) -> None:
    store.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:kept])
    assert problem(path) is Problem.DAMAGED


def test_a_file_that_turns_read_only_under_way_is_told(path: Path, store: CongressStore) -> None:
    @event.listens_for(Engine, "connect")
    def forbid(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA query_only=ON")

    try:
        other = open_store(path, a_writer("B"))
        with pytest.raises(Trouble) as caught:
            note(other)
        other.close()
    finally:
        event.remove(Engine, "connect", forbid)
    assert caught.value.problem is Problem.READ_ONLY


def test_a_newer_version_is_refused_and_not_touched(path: Path, store: CongressStore) -> None:
    store.close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num='9999'")
    connection.commit()
    connection.close()
    assert problem(path) is Problem.NEWER_VERSION


def test_a_congress_file_without_its_congress_is_damaged(path: Path, store: CongressStore) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM congress")
    connection.close()
    with pytest.raises(Trouble) as caught, store.reading() as work:
        work.congress.get()
    assert caught.value.problem is Problem.DAMAGED


def test_a_table_that_was_taken_away_is_damage_and_not_a_crash(path: Path, store: CongressStore) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE sessions")
    connection.close()
    with pytest.raises(Trouble) as caught, store.reading() as work:
        work.sessions.all()
    assert caught.value.problem is Problem.DAMAGED


# the world under way


def test_a_full_disk_keeps_all_that_was_acknowledged(path: Path, store: CongressStore) -> None:
    store.close()
    pages = os.path.getsize(path) // 4096
    acknowledged = []
    with small_disk(pages=pages + 8):
        desk = open_store(path, a_writer())

        def go_on_writing() -> None:
            for n in range(1000):
                note(desk, f"e{n}", filler="x" * 500)
                acknowledged.append(f"e{n}")

        with pytest.raises(Trouble) as caught:
            go_on_writing()
        desk.close()
    assert caught.value.problem is Problem.DISK_FULL
    assert acknowledged
    again = open_store(path, a_writer())
    note(again, "after there was room again")
    with again.reading() as work:
        assert [e.id for e in work.journal.everything()] == [*acknowledged, "after there was room again"]
    assert again.check() == ""
    again.close()


@pytest.mark.usefixtures("impatient")
def test_a_file_locked_by_another_program_is_busy_and_then_free_again(path: Path, store: CongressStore) -> None:
    store.close()
    holder = sqlite3.connect(path, isolation_level=None)
    desk = open_store(path, a_writer())
    holder.execute("BEGIN IMMEDIATE")
    with desk.reading() as work:
        assert work.congress.get().title
    with pytest.raises(Trouble) as caught:
        note(desk)
    assert caught.value.problem is Problem.BUSY
    holder.execute("ROLLBACK")
    holder.close()
    note(desk)
    desk.close()


@pytest.mark.usefixtures("impatient")
def test_a_file_held_exclusively_cannot_even_be_opened(path: Path, store: CongressStore) -> None:
    store.close()
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("PRAGMA locking_mode=EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    holder.execute("UPDATE congress SET place=place")
    assert problem(path) is Problem.BUSY
    holder.close()


def test_a_bug_of_ours_is_not_told_as_a_trouble(store: CongressStore) -> None:
    note(store)
    with pytest.raises(IntegrityError):
        note(store)


def test_a_copy_of_the_file_is_the_same_congress(path: Path, store: CongressStore, tmp_path: Path) -> None:
    note(store)
    store.close()
    shutil.copy(path, tmp_path / "copy.congress")
    copy = open_store(tmp_path / "copy.congress", a_writer())
    with copy.reading() as work:
        assert len(list(work.journal.everything())) == 1
    copy.close()
