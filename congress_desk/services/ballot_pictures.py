"""A sheet as people see it: the whole page, a name, a mark; always the picture that was taken in."""

from __future__ import annotations

from pathlib import Path

from congress_desk.domain.ballot_forms import BallotForm
from congress_desk.domain.ballot_layout import rows_on
from congress_desk.domain.ballot_readings import reading_from
from congress_desk.domain.ballots import CandidateId, Sheet, SheetId
from congress_desk.domain.elections import Round
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.services.election_book import ElectionBook
from congress_desk.services.floor import Floor
from congress_desk.services.ports.ballots import BallotPictures
from congress_desk.services.ports.documents import DocumentFiles


class SheetPicturesService:
    """All pictures are JPEG. Refusal: NO_SUCH_SHEET, NO_SUCH_CANDIDATE. Trouble: DOCUMENT_DAMAGED."""

    def __init__(self, floor: Floor, book: ElectionBook, files: DocumentFiles, pictures: BallotPictures) -> None:
        self._floor = floor
        self._book = book
        self._files = files
        self._pictures = pictures

    def plain(self, sheet: SheetId, page: int = 0) -> bytes:
        """The page as it was taken in; page from 0."""
        _, found = self._found(sheet)
        return self._picture(found, page)

    def with_reading(self, sheet: SheetId, page: int = 0) -> bytes:
        """The page with what the machine read drawn beside each name."""
        one, found = self._found(sheet)
        reading = reading_from(found.pages[page])
        if one.form is None or not reading.straightened:
            return self._picture(found, page)
        return self._pictures.sheet(self._picture(found, page), one.form, reading)

    def row(self, sheet: SheetId, candidate: CandidateId) -> bytes:
        """One name with its marks, twice as large."""
        picture, form, page, place = self._row(sheet, candidate)
        return self._pictures.row(picture, form, reading_from(page), place)

    def mark(self, sheet: SheetId, candidate: CandidateId) -> bytes:
        """Only the boxes or the name, four times as large."""
        picture, form, page, place = self._row(sheet, candidate)
        return self._pictures.mark(picture, form, reading_from(page), place)

    def back_up(self, folder: Path) -> None:
        """The pictures of every sheet into the folder beside a backup."""
        with self._floor.reading() as work:
            rounds = [one for election in self._book.read(work) for one in election.rounds]
        names = [name for one in rounds for batch in one.batches for s in batch.scanned for name in s.pictures]
        if names:
            self._files.copy_to(folder, names)

    def _row(self, sheet: SheetId, candidate: CandidateId) -> tuple[bytes, BallotForm, dict[str, object], int]:
        one, found = self._found(sheet)
        ids = [c.id for c in one.candidates]
        if candidate not in ids or one.form is None:
            raise Refusal(Reason.NO_SUCH_CANDIDATE, name=candidate)
        place = ids.index(candidate)
        for number, page in enumerate(found.pages):
            if page["straightened"] and place in rows_on(one.form, page["page"]):
                return self._picture(found, number), one.form, dict(page), place
        raise Refusal(Reason.NO_SUCH_SHEET, sheet=sheet)

    def _found(self, sheet: SheetId) -> tuple[Round, Sheet]:
        with self._floor.reading() as work:
            _, one = self._book.round(work, self._book.round_of_sheet(work, sheet))
        for batch in one.batches:
            for found in batch.scanned:
                if found.id == sheet:
                    return one, found
        raise Refusal(Reason.NO_SUCH_SHEET, sheet=sheet)

    def _picture(self, found: Sheet, page: int) -> bytes:
        name = found.pictures[page]
        if not self._files.is_sound(name):
            raise Trouble(Problem.DOCUMENT_DAMAGED, title=found.id)
        return self._files.path_of(name).read_bytes()
