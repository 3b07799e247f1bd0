"""Failures of files, as one of the troubles that have a sentence. No Qt."""

from __future__ import annotations

from congress_desk.domain.refusals import Problem, Trouble


def as_trouble(error: Trouble | OSError) -> Trouble:
    if isinstance(error, Trouble):
        return error
    path = str(error.filename or "")
    missing = isinstance(error, FileNotFoundError)
    return Trouble(Problem.NO_SUCH_FILE if missing else Problem.CANNOT_WRITE, path=path)
