"""Every version goes up and down with people in it, and the last one is exactly what the tables say."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import OperationalError

from congress_desk.domain.journal import EventId, Kind
from congress_desk.services.ports.store import NewEvent
from congress_desk.storage import tables
from congress_desk.storage.engine import sqlite_engine
from congress_desk.storage.migrating import known_versions, migrate, version_of
from congress_desk.storage.store import CongressStore, create_store, open_store
from tests.builders import OPENING, a_congress, a_delegate, a_session, a_writer
from tests.storage.schemas import differences, table_names


@pytest.fixture
def engine(path: Path) -> Iterator[Engine]:
    made = sqlite_engine(path)
    yield made
    made.dispose()


def fill(store: CongressStore) -> None:
    with store.transaction() as work:
        work.delegates.put([a_delegate(birth_date=None), a_delegate("d2", 2)])
        work.sessions.put(a_session())
        work.photos.put([b"jpeg"])
        work.congress.put_rule("quorum", "2/3")
        work.journal.append(NewEvent(id=EventId("e1"), kind=Kind.ARRIVED, happened_at=OPENING, body={"n": 1}))


def content(path: Path) -> dict[str, list[object]]:
    with sqlite3.connect(path) as connection:
        found = {name: connection.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall() for name in table_names()}
    connection.close()
    return found


def test_the_versions_are_numbered_in_one_line() -> None:
    versions = known_versions()
    assert versions[0] == "0001"
    assert [int(v) for v in versions] == list(range(1, len(versions) + 1))


def test_migrated_tables_are_exactly_the_tables_of_the_program(engine: Engine) -> None:
    migrate(engine)
    assert differences(engine) == []
    with engine.connect() as connection:
        assert version_of(connection) == known_versions()[-1]
        assert set(inspect(connection).get_table_names()) == {*tables.metadata.tables, "alembic_version"}


def test_down_to_nothing_and_up_again_with_people_inside(path: Path, engine: Engine) -> None:
    create_store(path, a_congress(), a_writer()).close()
    fill(open_store(path, a_writer()))
    migrate(engine, "base")
    with engine.connect() as connection:
        assert version_of(connection) == ""
        assert inspect(connection).get_table_names() == ["alembic_version"]
    migrate(engine)
    assert differences(engine) == []


def test_each_step_down_and_up_again_keeps_what_both_versions_know(path: Path, engine: Engine) -> None:
    create_store(path, a_congress(), a_writer()).close()
    store = open_store(path, a_writer())
    fill(store)
    store.close()
    before = content(path)
    for version in reversed(known_versions()):
        migrate(engine, version)
    migrate(engine)
    assert content(path) == before


def test_a_step_that_fails_leaves_the_file_as_it_was(path: Path, engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE templates (something_else TEXT)"))
    with pytest.raises(OperationalError):
        migrate(engine)
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == ["templates"]


def test_migrating_twice_changes_nothing(path: Path, engine: Engine) -> None:
    create_store(path, a_congress(), a_writer()).close()
    before = content(path)
    migrate(engine)
    assert content(path) == before
