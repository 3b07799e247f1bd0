"""Sheets laid one by one under a camera: each is safe on disk at once, and in the journal with its whole bundle.

A sheet alone in the journal would tell when it was laid down; so sheets wait until a bundle is full, or until the
person at the table has finished. What waits survives a crash and is put on record the next time.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from congress_desk.domain.ballot_forms import SheetStatus
from congress_desk.domain.ballot_layout import pages_of
from congress_desk.domain.ballot_readings import gathered
from congress_desk.domain.elections import RoundId
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.ballot_intake import BUNDLE, BallotIntake
from congress_desk.services.count_checks import batch_named
from congress_desk.services.counting import FIRST_BATCH, CountingService
from congress_desk.services.election_book import ElectionBook
from congress_desk.services.floor import Floor
from congress_desk.services.ports.ballots import PrintedForm, SheetSeen, SheetWaiting, WaitingSheets


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCount:
    """waiting: pages that are safe on disk and not in the journal yet. kept: sheets put into it by this act."""

    waiting: int
    kept: int = 0


class TableService:
    def __init__(
        self,
        floor: Floor,
        book: ElectionBook,
        *,
        counting: CountingService,
        intake: BallotIntake,
        waiting: WaitingSheets,
    ) -> None:
        self._floor = floor
        self._book = book
        self._counting = counting
        self._intake = intake
        self._waiting = waiting
        self._number = 0

    def begin(self, wanted: RoundId) -> PrintedForm:
        """What the camera looks for; sheets that a crash left waiting are put on record first.

        Refusal: NO_SUCH_ROUND, NO_BALLOTS_PRINTED, COUNT_STOPPED, ROUND_IS_SEALED.
        """
        form = self._intake.printed_form(wanted)
        self.finish(wanted)
        return form

    def take(self, wanted: RoundId, sheet: SheetSeen, *, batch: str = FIRST_BATCH) -> TableCount:
        """One page that the camera took. Refusal: as begin. Trouble: DISK_FULL, CANNOT_WRITE."""
        named = batch_named(batch)
        self._number += 1
        self._waiting.put(wanted, SheetWaiting(batch=named, number=self._number, seen=sheet))
        waiting, pages = self._waiting.count(wanted), self._pages(wanted)
        if waiting < BUNDLE * pages:
            return TableCount(waiting=waiting)
        return self._put_on_record(wanted, pages, whole_ballots_only=True)

    def finish(self, wanted: RoundId) -> TableCount:
        """All that waits, also a last bundle that is not full. Refusal: as begin."""
        if not self._waiting.count(wanted):
            return TableCount(waiting=0)
        return self._put_on_record(wanted, self._pages(wanted), whole_ballots_only=False)

    def waiting(self, wanted: RoundId) -> int:
        """Pages that are safe on disk and not in the journal, also after a crash."""
        return self._waiting.count(wanted)

    def _pages(self, wanted: RoundId) -> int:
        with self._floor.reading() as work:
            election, one = self._book.counted_round(work, wanted)
        if one.form is None:
            raise Refusal(Reason.NO_BALLOTS_PRINTED, title=election.title)
        return pages_of(one.form)

    def _put_on_record(self, wanted: RoundId, pages: int, *, whole_ballots_only: bool) -> TableCount:
        kept = 0
        for batch, group in groupby(self._waiting.sheets(wanted), lambda one: one.batch):
            sheets = list(group)
            if whole_ballots_only:
                sheets = sheets[: len(sheets) - _begun(sheets, pages)]
            found = self._counting.take_in(wanted, [one.seen for one in sheets], batch=batch)
            self._waiting.drop(wanted, sheets)
            kept += len(found.sheets)
        return TableCount(waiting=self._waiting.count(wanted), kept=kept)


def _begun(sheets: list[SheetWaiting], pages: int) -> int:
    """Pages at the end whose ballot is not complete yet."""
    ballots = list(gathered([one.seen.reading for one in sheets], pages))
    last = ballots[-1] if ballots else ()
    refused = any(reading.status is SheetStatus.REFUSED for reading in last)
    return 0 if refused or len(last) == pages else len(last)
