"""All drivers of the count for one congress file; what is heavy is loaded with the first picture."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from congress_desk.devices.ballots.crew import BallotCrew
from congress_desk.devices.ballots.entry_drafts import EntryDraftFolder
from congress_desk.devices.ballots.table_camera import TableCamera
from congress_desk.devices.ballots.waiting import WaitingFolder
from congress_desk.devices.documents.folder import folder_beside
from congress_desk.devices.sheets.office import OfficeSheets
from congress_desk.domain.ballot_forms import BallotForm, SheetReading
from congress_desk.services.ports.ballots import BallotPrinter, FileSeen, ScanFolder
from congress_desk.services.ports.documents import DocumentFiles
from congress_desk.services.voting import BallotBox


def ballot_box(printer: BallotPrinter, files: DocumentFiles, congress: Path) -> BallotBox:
    """congress: the file beside which sheets wait until their bundle is full."""
    return BallotBox(
        printer=printer,
        reader=BallotCrew(),
        pictures=LatePictures(),
        files=files,
        sheets=OfficeSheets(),
        waiting=WaitingFolder(folder_beside(congress) / "waiting"),
        drafts=EntryDraftFolder(folder_beside(congress) / "entries"),
        folders=LateFolders(),
        make_camera=TableCamera,
    )


class LateFolders:
    """See services.ports.ballots.ScanFolder."""

    def files(self, folder: Path) -> Sequence[FileSeen]:
        return _scanner_folder().files(folder)

    def digest(self, path: Path) -> str:
        return _scanner_folder().digest(path)

    def is_whole(self, path: Path) -> bool:
        return _scanner_folder().is_whole(path)

    def opens(self, path: Path) -> bool:
        return _scanner_folder().opens(path)


def _scanner_folder() -> ScanFolder:
    from congress_desk.devices.ballots.scan_folder import ScannerFolder

    return ScannerFolder()


class LatePictures:
    """See services.ports.ballots.BallotPictures."""

    def row(self, picture: bytes, form: BallotForm, reading: SheetReading, row: int) -> bytes:
        from congress_desk.devices.ballots.pictures import DrawnBallots

        return DrawnBallots().row(picture, form, reading, row)

    def mark(self, picture: bytes, form: BallotForm, reading: SheetReading, row: int) -> bytes:
        from congress_desk.devices.ballots.pictures import DrawnBallots

        return DrawnBallots().mark(picture, form, reading, row)

    def sheet(self, picture: bytes, form: BallotForm, reading: SheetReading) -> bytes:
        from congress_desk.devices.ballots.pictures import DrawnBallots

        return DrawnBallots().sheet(picture, form, reading)
