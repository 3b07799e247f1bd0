"""What the database says, turned into the Troubles that people are told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError

from congress_desk.domain.refusals import Problem, Trouble

_MEANINGS = (
    ("database or disk is full", Problem.DISK_FULL),
    ("no space left", Problem.DISK_FULL),
    ("disk full", Problem.DISK_FULL),
    ("readonly database", Problem.READ_ONLY),
    ("read-only transaction", Problem.READ_ONLY),
    ("database is locked", Problem.BUSY),
    ("database is busy", Problem.BUSY),
    ("malformed", Problem.DAMAGED),
    ("not a database", Problem.DAMAGED),
    ("no such table", Problem.DAMAGED),
    ("disk i/o error", Problem.CANNOT_WRITE),
    ("unable to open", Problem.CANNOT_WRITE),
)


def problem_of(message: str) -> Problem | None:
    """The Problem that a database's message stands for; None if it is none we know (a bug of ours)."""
    said = message.lower()
    return next((problem for words, problem in _MEANINGS if words in said), None)


@contextmanager
def database_troubles(path: str) -> Iterator[None]:
    """Raises Trouble(problem, path=) instead of the driver's error; leaves bugs (bad SQL, constraints) alone."""
    try:
        yield
    except DatabaseError as error:
        problem = problem_of(str(error.orig))
        if problem is None:
            raise
        raise Trouble(problem, path=path) from error
