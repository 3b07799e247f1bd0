"""The port EntryDrafts: passes of keyboard entry that are not finished, one file a pass, so that a crash loses none.

A file is written anew with every ballot, whole or not at all; it carries no time, and it is gone once the pass is in
the journal.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from congress_desk.devices.documents.folder import flush_folder
from congress_desk.domain.ballot_batches import EntryDraft
from congress_desk.domain.batches_fold import row_from, written_row
from congress_desk.domain.refusals import Problem, Trouble

_ENDING = ".entry"
_NO_TIME = (0, 0)
_NAME_LENGTH = 24
_OWNER_ONLY = 0o600


class EntryDraftFolder:
    """folder: made with the first ballot."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, wanted: str, draft: EntryDraft) -> None:
        """See services.ports.ballots.EntryDrafts."""
        path = self._path(wanted, draft.batch, draft.number)
        new = path.with_suffix(".new")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _OWNER_ONLY)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(_written(draft), file, ensure_ascii=False)
                file.flush()
                os.fsync(file.fileno())
            os.utime(new, _NO_TIME)
            os.replace(new, path)
            flush_folder(self._folder)
        except OSError as error:
            with suppress(OSError):
                new.unlink(missing_ok=True)
            full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
            raise Trouble(Problem.DISK_FULL if full else Problem.CANNOT_WRITE, path=str(path)) from error

    def all(self, wanted: str) -> Sequence[EntryDraft]:
        found = []
        for path in sorted(self._folder.glob(f"{_digest(wanted)}-*{_ENDING}")):
            try:
                found.append(_from_written(json.loads(path.read_text(encoding="utf-8"))))
            except (OSError, ValueError, KeyError, TypeError):  # a disk that failed: it stays, and is not shown
                with suppress(OSError):
                    path.replace(path.with_suffix(".torn"))
        return sorted(found, key=lambda one: (one.batch, one.number))

    def drop(self, wanted: str, batch: str, number: int) -> None:
        with suppress(OSError):
            self._path(wanted, batch, number).unlink(missing_ok=True)

    def _path(self, wanted: str, batch: str, number: int) -> Path:
        named = _digest("\n".join((batch, str(number))))
        return self._folder / f"{_digest(wanted)}-{named}{_ENDING}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_NAME_LENGTH]


def _written(draft: EntryDraft) -> dict[str, Any]:
    rows = [written_row(row) for row in draft.rows]
    return {"batch": draft.batch, "pass": draft.number, "by": draft.by, "rows": rows}


def _from_written(written: dict[str, Any]) -> EntryDraft:
    rows = tuple(row_from(row) for row in written["rows"])
    return EntryDraft(batch=written["batch"], number=written["pass"], by=written["by"], rows=rows)
