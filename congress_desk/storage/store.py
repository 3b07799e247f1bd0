"""A congress file as a Store: open, create, transactions, backup.

Nothing here is shared between transactions but the engine, so any thread may begin one.
"""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, text

from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.store import Congress
from congress_desk.storage import document_queries, queries
from congress_desk.storage.engine import (
    APPLICATION_ID,
    connect_for_reading,
    postgres_engine,
    reading_engine,
    sqlite_engine,
)
from congress_desk.storage.errors import database_troubles, problem_of
from congress_desk.storage.journal import Journal
from congress_desk.storage.migrating import known_versions, migrate, version_of
from congress_desk.storage.opening import inspect_file, is_for_reading_only, lacks_its_index
from congress_desk.storage.traces import found_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """Who writes: the desk (one chain and sequence each), the person, and his clock."""

    desk: str
    actor: str
    now: Callable[[], dt.datetime]


@dataclass(frozen=True, slots=True)
class OpenWork:
    """One transaction's tables."""

    congress: queries.Congresses
    delegates: queries.Delegates
    codes: queries.Codes
    sessions: queries.Sessions
    journal: Journal
    photos: queries.Photos
    templates: queries.Templates
    face_key: queries.FaceKeys
    documents: document_queries.Documents
    links: document_queries.Links
    openings: document_queries.Openings
    opinions: document_queries.Opinions
    copies: document_queries.Copies
    notices: document_queries.Notices


class CongressStore:
    """See services.ports.store.Store."""

    def __init__(self, engine: Engine, path: Path | None, writer: Writer, *, read_only: bool = False) -> None:
        self._engine = engine
        self._read_only = read_only
        self._path = path  # None at a server
        self._writer = writer
        self._place = str(path) if path else engine.url.render_as_string(hide_password=True)

    @property
    def read_only(self) -> bool:
        return self._read_only

    def assure_writable(self) -> None:
        if self._read_only:
            raise Trouble(Problem.READ_ONLY, path=self._place)

    @contextmanager
    def transaction(self) -> Iterator[OpenWork]:
        self.assure_writable()
        writing = self._engine.execution_options(writing=True)
        with database_troubles(self._place), writing.begin() as connection:
            work = self._work(connection)
            yield work
        if work.templates.erased or work.photos.erased or work.face_key.erased:
            self._empty_log()

    @contextmanager
    def reading(self) -> Iterator[OpenWork]:
        with database_troubles(self._place), self._engine.connect() as connection:
            yield self._work(connection)

    def back_up(self, target: Path) -> None:
        if target.exists():
            raise Trouble(Problem.FILE_EXISTS, path=str(target))
        if self._path is None:  # a server has its own tools for this
            raise Trouble(Problem.CANNOT_WRITE, path=str(target))
        partial = target.with_name(target.name + ".partial")
        try:
            _copy(self._path, partial, connect_for_reading if self._read_only else sqlite3.connect)
            os.replace(partial, target)
        except (OSError, sqlite3.Error) as error:
            problem = problem_of(error) or Problem.CANNOT_WRITE
            raise Trouble(problem, path=str(self._path if problem is Problem.DAMAGED else target)) from error
        finally:
            _clear_away(partial)

    def check(self) -> str:
        with database_troubles(self._place), self._engine.connect() as connection:
            if connection.dialect.name != "sqlite":
                return ""
            answer = str(connection.execute(text("PRAGMA quick_check(1)")).scalar())
        return "" if answer == "ok" else answer

    def traces_of(self, secrets: Sequence[bytes]) -> int | None:
        if self._path is None:
            return None
        log = self._path.with_name(self._path.name + "-wal")
        try:
            return len(found_in(self._path, secrets) | found_in(log, secrets))
        except OSError as error:
            raise Trouble(Problem.CANNOT_READ, path=str(self._path)) from error

    def close(self) -> None:
        self._engine.dispose()

    def _empty_log(self) -> None:
        """What was erased stands in the write-ahead log until it is emptied; waits for readers, not for ever."""
        with database_troubles(self._place), self._engine.connect() as connection:
            if connection.dialect.name == "sqlite":
                connection.rollback()
                driver = connection.connection.driver_connection
                assert isinstance(driver, sqlite3.Connection)
                driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def _work(self, connection: Connection) -> OpenWork:
        writer = self._writer
        return OpenWork(
            congress=queries.Congresses(connection),
            delegates=queries.Delegates(connection),
            codes=queries.Codes(connection),
            sessions=queries.Sessions(connection),
            journal=Journal(connection, desk=writer.desk, actor=writer.actor, now=writer.now),
            photos=queries.Photos(connection),
            templates=queries.Templates(connection),
            face_key=queries.FaceKeys(connection),
            documents=document_queries.Documents(connection),
            links=document_queries.Links(connection),
            openings=document_queries.Openings(connection),
            opinions=document_queries.Opinions(connection),
            copies=document_queries.Copies(connection),
            notices=document_queries.Notices(connection),
        )


def create_store(path: Path, congress: Congress, writer: Writer) -> CongressStore:
    """A new congress file, never over an existing one. Trouble: FILE_EXISTS, CANNOT_WRITE, DISK_FULL."""
    if path.exists():
        raise Trouble(Problem.FILE_EXISTS, path=str(path))
    if not path.parent.is_dir():
        raise Trouble(Problem.CANNOT_WRITE, path=str(path))
    partial = path.with_name(path.name + ".partial")
    try:
        with database_troubles(str(path)):
            _build(partial, congress, writer)
        os.replace(partial, path)
    except OSError as error:
        raise Trouble(Problem.CANNOT_WRITE, path=str(path)) from error
    finally:
        _clear_away(partial)
    return open_store(path, writer)


def open_store(path: Path, writer: Writer) -> CongressStore:
    """An existing congress file, brought up to this program's version; for reading only where nothing may be written.

    Trouble: see opening.inspect_file, and NEWER_VERSION, BUSY; for reading only also OLDER_VERSION, NOT_CLOSED.
    """
    inspect_file(path)
    if is_for_reading_only(path):
        return _open_for_reading(path, writer)
    engine = sqlite_engine(path)
    try:
        with database_troubles(str(path)):
            _come_up_to_date(engine, str(path))
    except BaseException:
        engine.dispose()
        raise
    return CongressStore(engine, path, writer)


def _open_for_reading(path: Path, writer: Writer) -> CongressStore:
    """Nothing can be brought up to date or back here: what is not ready to be read is said plainly."""
    if lacks_its_index(path):
        raise Trouble(Problem.NOT_CLOSED, path=str(path))
    engine, known = reading_engine(path), known_versions()
    with database_troubles(str(path)), engine.connect() as connection:
        version = version_of(connection)
    if version != known[-1]:
        problem = Problem.OLDER_VERSION if version in known else Problem.NEWER_VERSION
        raise Trouble(problem, path=str(path), version=version)
    return CongressStore(engine, path, writer, read_only=True)


def open_server(address: str, writer: Writer) -> CongressStore:
    """A congress on a PostgreSQL server: the same tables, the same services.

    Trouble: CANNOT_READ where there is no such server, NEWER_VERSION, BUSY.
    """
    engine = postgres_engine(address)
    store = CongressStore(engine, None, writer)
    place = engine.url.render_as_string(hide_password=True)
    try:
        with database_troubles(place):
            _come_up_to_date(engine, place)
    except BaseException:
        engine.dispose()
        raise
    return store


def create_on_server(address: str, congress: Congress, writer: Writer) -> CongressStore:
    """A new congress in an empty database of a server. Trouble: as in open_server, and FILE_EXISTS."""
    store = open_server(address, writer)
    try:
        with store.transaction() as work:
            if work.congress.exists():
                raise Trouble(Problem.FILE_EXISTS, path=congress.title)
            work.congress.put(congress)
    except BaseException:
        store.close()
        raise
    return store


def _come_up_to_date(engine: Engine, path: str) -> None:
    known = known_versions()
    with engine.connect() as connection:
        version = version_of(connection)
    if version and version not in known:
        raise Trouble(Problem.NEWER_VERSION, path=path, version=version)
    if version != known[-1]:
        migrate(engine)


def _build(partial: Path, congress: Congress, writer: Writer) -> None:
    _clear_away(partial)
    with closing(sqlite3.connect(partial)) as connection:
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    engine = sqlite_engine(partial)
    try:
        migrate(engine)
        with CongressStore(engine, partial, writer).transaction() as work:
            work.congress.put(congress)
    finally:
        engine.dispose()


def _clear_away(partial: Path) -> None:
    """On a disk that takes no writing even removing what is not there fails: so it is looked for first."""
    for ending in ("", "-wal", "-shm", "-journal"):
        left = partial.with_name(partial.name + ending)
        if left.exists():
            left.unlink()


def _copy(source: Path, target: Path, connect: Callable[[Path], sqlite3.Connection]) -> None:
    _clear_away(target)
    with closing(connect(source)) as here, closing(sqlite3.connect(target)) as there:
        here.backup(there)
        answer = there.execute("PRAGMA integrity_check(1)").fetchone()[0]
        there.execute("PRAGMA journal_mode=WAL")
    if answer != "ok":
        raise Trouble(Problem.DAMAGED, path=str(source), found=answer)
