"""All drivers of the count for one congress file; what is heavy is loaded with the first sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import Any

from congress_desk.domain.ballot_forms import BallotForm, SheetReading
from congress_desk.services.ports.ballots import BallotPrinter, PrintedForm, Progress, SheetSeen, Twins
from congress_desk.services.ports.documents import DocumentFiles
from congress_desk.services.voting import BallotBox


def ballot_box(printer: BallotPrinter, files: DocumentFiles) -> BallotBox:
    return BallotBox(printer=printer, reader=LateReader(), pictures=LatePictures(), files=files)


class LateReader:
    """See services.ports.ballots.BallotReader."""

    @cached_property
    def _reader(self) -> Any:
        return import_module("congress_desk.devices.ballots.reader").ProcessReader()

    def sheets(
        self,
        paths: Sequence[Path],
        forms: Sequence[PrintedForm],
        *,
        progress: Progress = lambda _read, _all: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Iterator[SheetSeen]:
        yield from self._reader.sheets(paths, forms, progress=progress, cancelled=cancelled)

    def twins(self, readings: Sequence[SheetReading]) -> Sequence[Twins]:
        found: Sequence[Twins] = self._reader.twins(readings)
        return found


class LatePictures:
    """See services.ports.ballots.BallotPictures."""

    @cached_property
    def _pictures(self) -> Any:
        return import_module("congress_desk.devices.ballots.showing").SheetPictures()

    def row(self, picture: bytes, form: BallotForm, reading: SheetReading, row: int) -> bytes:
        return bytes(self._pictures.row(picture, form, reading, row))

    def mark(self, picture: bytes, form: BallotForm, reading: SheetReading, row: int) -> bytes:
        return bytes(self._pictures.mark(picture, form, reading, row))

    def sheet(self, picture: bytes, form: BallotForm, reading: SheetReading) -> bytes:
        return bytes(self._pictures.sheet(picture, form, reading))
