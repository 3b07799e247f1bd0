"""The port WaitingSheets: what the camera took and no bundle has yet, one file a sheet, so that a crash loses none.

A file is named by a digest and carries no time; it is gone once its bundle is in the journal.
"""

from __future__ import annotations

import base64
import errno
import hashlib
import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from congress_desk.domain.ballot_forms import NotRead
from congress_desk.domain.ballot_readings import reading_from, written_page
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.ballots import SheetSeen, SheetWaiting

_ENDING = ".sheet"
_NO_TIME = (0, 0)
_NAME_LENGTH = 24


class WaitingFolder:
    """folder: made with the first sheet."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, wanted: str, sheet: SheetWaiting) -> None:
        """See services.ports.ballots.WaitingSheets."""
        path = self._path(wanted, sheet)
        draft = path.with_suffix(".new")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with draft.open("w", encoding="utf-8") as file:
                json.dump(_written(sheet), file)
                file.flush()
                os.fsync(file.fileno())
            os.utime(draft, _NO_TIME)
            os.replace(draft, path)
        except OSError as error:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
            full = error.errno in (errno.ENOSPC, errno.EDQUOT)
            raise Trouble(Problem.DISK_FULL if full else Problem.CANNOT_WRITE, path=str(path)) from error

    def count(self, wanted: str) -> int:
        return len(self._files(wanted))

    def sheets(self, wanted: str) -> Sequence[SheetWaiting]:
        """In the order in which they were laid down, for ballots of several pages."""
        found = []
        for path in self._files(wanted):
            try:
                found.append(_from_written(json.loads(path.read_text(encoding="utf-8"))))
            except (OSError, ValueError, KeyError):  # a disk that failed: the paper is laid down again
                path.replace(path.with_suffix(".torn"))
        return sorted(found, key=lambda one: one.number)

    def drop(self, wanted: str, sheets: Sequence[SheetWaiting]) -> None:
        for sheet in sheets:
            self._path(wanted, sheet).unlink(missing_ok=True)

    def _files(self, wanted: str) -> list[Path]:
        return sorted(self._folder.glob(f"{_digest(wanted)}-*{_ENDING}"))

    def _path(self, wanted: str, sheet: SheetWaiting) -> Path:
        told = f"{sheet.number}\n{sheet.seen.reading.picture}"
        return self._folder / f"{_digest(wanted)}-{_digest(told)}{_ENDING}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_NAME_LENGTH]


def _written(sheet: SheetWaiting) -> dict[str, Any]:
    reading = sheet.seen.reading
    return {
        "batch": sheet.batch,
        "number": sheet.number,
        "source": reading.source,
        "place": reading.place,
        "reason": reading.reason.value if reading.reason else "",
        "page": written_page(reading),
        "picture": base64.b64encode(sheet.seen.picture).decode(),
    }


def _from_written(written: dict[str, Any]) -> SheetWaiting:
    reading = replace(
        reading_from(written["page"]),
        source=written["source"],
        place=written["place"],
        reason=NotRead(written["reason"]) if written["reason"] else None,
    )
    seen = SheetSeen(reading=reading, picture=base64.b64decode(written["picture"]))
    return SheetWaiting(batch=written["batch"], number=written["number"], seen=seen)
