"""The connection to a congress: full durability, and a write lock taken at once.

Measured: read-then-write in SQLite's default transactions kept 60 of 240 concurrent increments; BEGIN
IMMEDIATE kept 240. synchronous=FULL: an acknowledged check-in survives a power cut. On a server writers queue
at the journal's lock in the same way, so that no act fails because another desk acts at the same time.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, NullPool, create_engine, event

APPLICATION_ID = 0x43444B31  # "CDK1", at byte 68 of every congress file
BUSY_SECONDS: float = 5
ASK_AGAIN_MS = 8  # SQLite asks after 1, 2 and 5 ms


def sqlite_engine(path: Path) -> Engine:
    """An engine on an existing or new file; writers say `writing` in their execution options."""
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def reading_engine(path: Path) -> Engine:
    """An engine on a file that may only be read: nothing is written, neither into it nor beside it.

    Each transaction looks anew how the file lies there, so that an act of another desk is never half seen.
    """
    engine = create_engine("sqlite://", creator=partial(connect_for_reading, path), poolclass=NullPool)
    event.listen(engine, "begin", _on_begin)
    return engine


def connect_for_reading(path: Path) -> sqlite3.Connection:
    """Without a log beside it nobody is writing the file, and SQLite is told so (it could not make a log here).

    With a log it needs the log's index too: sqlite3.OperationalError where that is not there.
    https://www.sqlite.org/wal.html#readonly
    """
    log, index = (path.with_name(path.name + ending) for ending in ("-wal", "-shm"))
    written = log.exists() and log.stat().st_size > 0
    still = "" if written or (index.exists() and log.exists()) else "&immutable=1"
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode=ro{still}", uri=True, timeout=BUSY_SECONDS, check_same_thread=False
    )
    connection.isolation_level = None
    connection.execute("PRAGMA query_only=ON")
    return connection


def postgres_engine(address: str) -> Engine:
    """For a congress kept on a server: a silent cut is noticed within seconds."""
    waiting = f"-c lock_timeout={BUSY_SECONDS * 1000}"
    engine = create_engine(
        address,
        isolation_level="REPEATABLE READ",
        connect_args={
            "connect_timeout": BUSY_SECONDS,
            "keepalives_idle": 2,
            "keepalives_interval": 1,
            "tcp_user_timeout": 4000,
            "options": waiting,
        },
    )
    event.listen(engine, "begin", _on_begin_at_server)
    return engine


@contextmanager
def changing_schema(engine: Engine) -> Iterator[Connection]:
    """One transaction that alone may change the tables; it sees what another desk has changed just before."""
    if engine.dialect.name == "sqlite":
        with engine.execution_options(writing=True).begin() as connection:
            yield connection
        return
    with engine.execution_options(isolation_level="READ COMMITTED").begin() as connection:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({APPLICATION_ID})")
        yield connection


def _on_connect(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA secure_delete=ON")  # an erased face template leaves no bytes behind


def _on_begin(connection: Connection) -> None:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    if _is_writing(connection):
        _take_write_lock(driver)
    else:
        driver.execute("BEGIN")


def _take_write_lock(driver: sqlite3.Connection) -> None:
    """Asks again every few milliseconds, for BUSY_SECONDS.

    SQLite itself waits longer after every try, so that a desk beside seven busy ones waited up to 5 s in vain.
    """
    until = time.monotonic() + BUSY_SECONDS
    driver.execute(f"PRAGMA busy_timeout={ASK_AGAIN_MS}")
    try:
        while True:
            try:
                driver.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > until:
                    raise
    finally:
        driver.execute(f"PRAGMA busy_timeout={int(BUSY_SECONDS * 1000)}")


def _on_begin_at_server(connection: Connection) -> None:
    """LOCK takes no snapshot: what is read afterwards includes the work of the desk that we waited for."""
    if _is_writing(connection):
        connection.exec_driver_sql("LOCK TABLE journal IN SHARE ROW EXCLUSIVE MODE")


def _is_writing(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get("writing", False))
