"""Ballot sheets: printed as PDF, read from pictures, shown to those who judge.

Reading happens in processes of its own, one a core; what it yields came from there. It decides nothing that is
doubtful and drops nothing: every page of every file comes back, read, asked or refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from congress_desk.domain.ballot_batches import EntryDraft
from congress_desk.domain.ballot_forms import BallotForm, NotRead, SheetReading
from congress_desk.services.ports.camera import CameraStopped, PictureSeen


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedForm:
    """A form with one printed ballot of it (BallotPrinter.pdf(form, 1)): what the reader subtracts."""

    form: BallotForm
    pdf: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSeen:
    """A reading with its sheet's picture: JPEG, straightened unless refused; its SHA-256 is reading.picture."""

    reading: SheetReading
    picture: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Twins:
    """Two readings (places in the sequence asked about) with the same ink; likeness 0..1."""

    first: int
    second: int
    likeness: float


Progress = Callable[[int, int], None]  # sheets read, sheets there are


class BallotPrinter(Protocol):
    def pdf(self, form: BallotForm, copies: int) -> bytes:
        """All pages of every copy, every mark and symbol read back. Trouble: NO_FONT_FOR, SYMBOL_UNREADABLE."""
        ...

    def test_print(self, form: BallotForm) -> bytes:
        """One ballot that says it is a test, and a page to calibrate printer and scanner with."""
        ...


class BallotReader(Protocol):
    def sheets(
        self,
        paths: Sequence[Path],
        forms: Sequence[PrintedForm],
        *,
        progress: Progress = ...,
        cancelled: Callable[[], bool] = ...,
    ) -> Iterator[SheetSeen]:
        """Every page of PDF, TIFF, JPEG and PNG files and of folders of them, in their order; after `cancelled` says
        so nothing more comes. Files of a folder that are still being written are left for the next call."""
        ...

    def twins(self, readings: Sequence[SheetReading]) -> Sequence[Twins]:
        """Marked sheets whose ink is the same: scanned twice, or copied."""
        ...


class OnTable(StrEnum):
    """What lies under the camera now."""

    NOTHING = "nothing"
    MOVING = "moving"
    READING = "reading"  # it lies still; a blurred picture is tried again for a moment
    TAKEN = "taken"  # the next one, please
    SAME = "same"  # as it looks the one taken before: it is not taken twice by itself
    NOT_READ = "not_read"  # it lies still and cannot be read; it is not taken by itself


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSeen:
    """The table for the screen. outline: of the sheet in px of the picture, () where none is seen. why: of NOT_READ.

    Shown and forgotten: only the pictures of sheets that were taken are kept.
    """

    picture: PictureSeen
    on_table: OnTable
    outline: tuple[tuple[float, float], ...] = ()
    why: NotRead | None = None


TableReport = TableSeen | CameraStopped


class BallotCamera(Protocol):
    def start(
        self,
        source: str,
        forms: Sequence[PrintedForm],
        tell: Callable[[SheetSeen], None],
        show: Callable[[TableReport], None],
    ) -> None:
        """Sheets laid under a camera: each is told once, when it lies still. source: as LiveCamera.start.

        A camera that goes away is told once (CameraStopped) and goes on by itself when it is back.
        """
        ...

    def take(self) -> None:
        """What lies there now is told as it lies, whatever it is and even if it looks like the one before."""
        ...

    def stop(self) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetWaiting:
    """number: as it was laid down, for ballots of several pages; forgotten with its bundle."""

    batch: str
    number: int
    seen: SheetSeen


class WaitingSheets(Protocol):
    """What a camera took before its bundle is full: safe on disk, by round."""

    def put(self, wanted: str, sheet: SheetWaiting) -> None:
        """Trouble: DISK_FULL, CANNOT_WRITE."""
        ...

    def count(self, wanted: str) -> int: ...

    def sheets(self, wanted: str) -> Sequence[SheetWaiting]:
        """By their numbers."""
        ...

    def drop(self, wanted: str, sheets: Sequence[SheetWaiting]) -> None: ...


class EntryDrafts(Protocol):
    """Passes of keyboard entry under way, by round: safe on disk from the first ballot on."""

    def keep(self, wanted: str, draft: EntryDraft) -> None:
        """As it is now, durably; of one bundle and pass the last. Trouble: DISK_FULL, CANNOT_WRITE."""
        ...

    def all(self, wanted: str) -> Sequence[EntryDraft]:
        """By bundle, then pass."""
        ...

    def drop(self, wanted: str, batch: str, number: int) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSeen:
    """size: bytes. changed: as the file system says, for comparing only."""

    path: Path
    size: int
    changed: int


class ScanFolder(Protocol):
    """A folder that a scanner writes into; it is only read."""

    def files(self, folder: Path) -> Sequence[FileSeen]:
        """Of the kinds that can be read, by name. Trouble: NO_SUCH_FILE."""
        ...

    def digest(self, path: Path) -> str:
        """SHA-256. Trouble: CANNOT_READ."""
        ...

    def is_whole(self, path: Path) -> bool:
        """Its end is there, as its kind has it."""
        ...

    def opens(self, path: Path) -> bool:
        """It can be shown, as far as that is told quickly."""
        ...


class BallotPictures(Protocol):
    """For the judgement screen; all JPEG."""

    def row(self, picture: bytes, form: BallotForm, reading: SheetReading, row: int) -> bytes:
        """The name with its marks, twice as large."""
        ...

    def mark(self, picture: bytes, form: BallotForm, reading: SheetReading, row: int) -> bytes:
        """Only the boxes (type B) or the name (type A), four times as large."""
        ...

    def sheet(self, picture: bytes, form: BallotForm, reading: SheetReading) -> bytes:
        """The whole sheet with what was read drawn beside each row."""
        ...
