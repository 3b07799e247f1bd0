"""All drivers of the count for one congress file; what is heavy is loaded with the first picture."""

from __future__ import annotations

from congress_desk.devices.ballots.crew import BallotCrew
from congress_desk.devices.sheets.office import OfficeSheets
from congress_desk.domain.ballot_forms import BallotForm, SheetReading
from congress_desk.services.ports.ballots import BallotPrinter
from congress_desk.services.ports.documents import DocumentFiles
from congress_desk.services.voting import BallotBox


def ballot_box(printer: BallotPrinter, files: DocumentFiles) -> BallotBox:
    return BallotBox(
        printer=printer, reader=BallotCrew(), pictures=LatePictures(), files=files, sheets=OfficeSheets()
    )


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
