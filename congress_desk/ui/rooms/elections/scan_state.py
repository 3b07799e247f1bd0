"""What the scanning shows: the sheets of a bundle that people look at, the watched folder, the camera's table."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from congress_desk.domain.ballot_forms import NotRead, SheetStatus
from congress_desk.domain.ballots import SheetId
from congress_desk.domain.refusals import Problem, Refusal, Trouble
from congress_desk.services.ports.ballots import OnTable, TableSeen
from congress_desk.services.scan_folder import FolderLook


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetNote:
    """A sheet that people look at, while its paper is at hand; kept nowhere.

    file, page: where it was scanned, "" and the number of the sheet under the camera. codes: of Doubt, NotRead.
    sheet: to be opened under Judgement, None while it is not on record.
    """

    sheet: SheetId | None = None
    file: str = ""
    page: int = 1
    codes: tuple[str, ...] = ()
    refused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanSeen:
    """What the scans of this bundle brought. notes: the newest first."""

    read: int = 0
    asked: int = 0
    refused: int = 0
    again: int = 0
    seconds: float = 0.0
    notes: tuple[SheetNote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """The scanner's folder. on: it is read by itself. away: it cannot be reached now."""

    folder: Path
    on: bool = False
    away: bool = False
    looked: FolderLook = field(default_factory=FolderLook)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableWork:
    """Sheets laid under a camera. taken: safe on disk; waiting: of these not in the journal yet.

    saving: sheets that are being written down. frame: the picture with which on_table began; the view gets newer ones
    by itself. on_table: None until the camera shows something. error: why the last sheet is not safe.
    """

    source: str
    batch: str
    on_table: OnTable | None = None
    why: NotRead | None = None
    problem: Problem | None = None
    error: Refusal | Trouble | None = None
    last: SheetNote | None = None
    last_status: SheetStatus | None = None
    taken: int = 0
    read: int = 0
    asked: int = 0
    refused: int = 0
    waiting: int = 0
    saving: int = 0
    notes: tuple[SheetNote, ...] = ()
    frame: TableSeen | None = None
