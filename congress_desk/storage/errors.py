"""What the database says, turned into the Troubles that people are told.

SQLite is known by its words, PostgreSQL by its codes: a server may speak any language.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError

from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.storage.rows import UnreadableRow

_MEANINGS = (
    ("database or disk is full", Problem.DISK_FULL),
    ("readonly database", Problem.READ_ONLY),
    ("database is locked", Problem.BUSY),
    ("database schema is locked", Problem.BUSY),
    ("malformed", Problem.DAMAGED),
    ("not a database", Problem.DAMAGED),
    ("no such table", Problem.DAMAGED),
    ("could not decode to utf-8", Problem.DAMAGED),
    ("disk i/o error", Problem.CANNOT_WRITE),
    ("unable to open", Problem.CANNOT_WRITE),
)

# https://www.postgresql.org/docs/current/errcodes-appendix.html, the longest beginning first
_SERVER_CODES = (
    ("53100", Problem.DISK_FULL),
    ("25006", Problem.READ_ONLY),
    ("40", Problem.BUSY),  # serialization failure, deadlock
    ("55P03", Problem.BUSY),  # lock not available
    ("57", Problem.CANNOT_READ),  # the server is shut down
    ("08", Problem.CANNOT_READ),  # the connection is gone
    ("XX", Problem.DAMAGED),
)


def problem_of(error: BaseException | None) -> Problem | None:
    """The Problem that a driver's error stands for; None if it is none we know (a bug of ours)."""
    code = getattr(error, "sqlstate", None)
    if code:
        return next((problem for begins, problem in _SERVER_CODES if code.startswith(begins)), None)
    said = str(error).lower()
    return next((problem for words, problem in _MEANINGS if words in said), None)


@contextmanager
def database_troubles(path: str) -> Iterator[None]:
    """Raises Trouble(problem, path=) instead of the driver's error; leaves bugs (bad SQL, constraints) alone."""
    try:
        yield
    except UnreadableRow as error:
        raise Trouble(Problem.DAMAGED, path=path) from error
    except (DatabaseError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DatabaseError) else error
        problem = problem_of(cause) or _silent_server(error)
        if problem is None:
            raise
        raise Trouble(problem, path=path) from error


def _silent_server(error: Exception) -> Problem | None:
    """A server that is not there, or no longer, gives no code."""
    gone = isinstance(error, DatabaseError) and type(error.orig).__name__ == "OperationalError"
    no_server = gone and getattr(error.orig, "sqlstate", "") is None  # type: ignore[attr-defined]
    return Problem.CANNOT_READ if no_server else None
