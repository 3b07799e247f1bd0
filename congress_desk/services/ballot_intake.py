"""Sheets from the scanner or camera into the journal: in bundles, each once, none lost, also across a crash.

A sheet is written with the others of its bundle, pictures first; what was written before is known by its id and is
not counted again. A sheet with the same ink as another is never dropped: people are asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from congress_desk.domain.ballot_forms import Doubt, SheetReading
from congress_desk.domain.ballot_layout import pages_of
from congress_desk.domain.ballot_readings import ballot_of, gathered, reading_from
from congress_desk.domain.ballots import Sheet, SheetId
from congress_desk.domain.batches_fold import written_sheet
from congress_desk.domain.elections import RoundId
from congress_desk.domain.journal import Kind
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.election_book import ElectionBook
from congress_desk.services.floor import Floor
from congress_desk.services.keeping import kept
from congress_desk.services.ports.ballots import BallotPrinter, BallotReader, PrintedForm, Progress, SheetSeen
from congress_desk.services.ports.documents import DocumentFiles

BUNDLE = 25  # sheets written at once: who voted when cannot be told from when it was read


@dataclass(frozen=True, slots=True, kw_only=True)
class ScannedSheet:
    """source and place: for the operator who holds the paper, never kept. again: it was taken in before."""

    sheet: Sheet
    source: str
    place: int  # page in its source, from 0
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanned:
    """sheets in order of their ids."""

    sheets: tuple[ScannedSheet, ...]
    seconds: float


Group = tuple[SheetReading, ...]


class BallotIntake:
    def __init__(
        self,
        floor: Floor,
        book: ElectionBook,
        *,
        printer: BallotPrinter,
        reader: BallotReader,
        files: DocumentFiles,
    ) -> None:
        self._floor = floor
        self._book = book
        self._printer = printer
        self._reader = reader
        self._files = files

    def printed_form(self, wanted: RoundId) -> PrintedForm:
        """What the reader subtracts. Refusal: NO_SUCH_ROUND, NO_BALLOTS_PRINTED, COUNT_STOPPED, ROUND_IS_SEALED."""
        with self._floor.reading() as work:
            election, one = self._book.counted_round(work, wanted)
        if one.form is None:
            raise Refusal(Reason.NO_BALLOTS_PRINTED, title=election.title)
        return PrintedForm(form=one.form, pdf=self._printer.pdf(one.form, 1))

    def scan(
        self,
        wanted: RoundId,
        paths: Sequence[Path],
        batch: str,
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> Iterator[ScannedSheet]:
        form = self.printed_form(wanted)
        seen = self._reader.sheets([path.resolve() for path in paths], [form], progress=progress, cancelled=cancelled)
        yield from self._taken(wanted, form, seen, batch)

    def take_in(self, wanted: RoundId, seen: Iterable[SheetSeen], batch: str) -> Iterator[ScannedSheet]:
        """The same for what a camera saw."""
        return self._taken(wanted, self.printed_form(wanted), seen, batch)

    def _taken(
        self, wanted: RoundId, form: PrintedForm, seen: Iterable[SheetSeen], batch: str
    ) -> Iterator[ScannedSheet]:
        pictures: dict[str, bytes] = {}
        bundle: list[Group] = []

        def readings() -> Iterator[SheetReading]:
            for one in seen:
                pictures[one.reading.picture] = one.picture
                yield one.reading

        for group in gathered(readings(), pages_of(form.form)):
            bundle.append(group)
            if len(bundle) == BUNDLE:
                yield from self._written(wanted, form, bundle, pictures, batch)
                done = _pictures_of(bundle)
                bundle.clear()
                for name in done:
                    pictures.pop(name, None)
        if bundle:
            yield from self._written(wanted, form, bundle, pictures, batch)

    def _written(
        self,
        wanted: RoundId,
        form: PrintedForm,
        bundle: Sequence[Group],
        pictures: dict[str, bytes],
        batch: str,
    ) -> Sequence[ScannedSheet]:
        for name in _pictures_of(bundle):
            kept(self._files, pictures[name])
        pages = pages_of(form.form)
        with self._floor.act() as act:
            election, one = self._book.counted_round(act.work, wanted)
            if one.form is None or one.form.code != form.form.code:
                raise Refusal(Reason.NO_BALLOTS_PRINTED, title=election.title)
            names = [c.id for c in one.candidates]
            ballots = [(ballot_of(wanted, group, names, pages), group[0]) for group in bundle]
            known = {s.id: s for b in one.batches for s in b.scanned}
            fresh = {s.id: s for s, _ in ballots if s.id not in known}
            if fresh:
                sheets = [written_sheet(fresh[i]) for i in sorted(fresh)]
                body = {"election": election.id, "round": wanted, "batch": batch, "sheets": sheets}
                act.write(Kind.BALLOTS_SCANNED, body=body)
        return [_answer(s.id, first, fresh, known) for s, first in ballots]

    def seek_twins(self, wanted: RoundId) -> tuple[SheetId, ...]:
        """Compares the ink of all sheets of the round; who has that of another is asked about, and stays listed.

        Refusal: NO_SUCH_ROUND, COUNT_STOPPED, ROUND_IS_SEALED.
        """
        with self._floor.reading() as work:
            _, one = self._book.counted_round(work, wanted)
        sheets = [s for b in one.batches for s in b.scanned]
        if not sheets or all(s.id in one.twins_sought for s in sheets):
            return ()
        pages = [(s.id, reading_from(page)) for s in sheets for page in s.pages if page["ink"] or page["mark"]]
        pairs = self._reader.twins([reading for _, reading in pages])
        later = {max(pages[p.first][0], pages[p.second][0]) for p in pairs if pages[p.first][0] != pages[p.second][0]}
        known = {s.id for s in sheets if Doubt.TWIN.value in s.doubts}
        new = sorted(later - known)
        with self._floor.act() as act:
            election, _ = self._book.counted_round(act.work, wanted)
            body = {"election": election.id, "round": wanted, "twins": new, "among": sorted(s.id for s in sheets)}
            act.write(Kind.TWINS_SOUGHT, body=body)
        return tuple(new)


def _pictures_of(bundle: Sequence[Group]) -> set[str]:
    return {reading.picture for group in bundle for reading in group}


def _answer(
    sheet: SheetId, first: SheetReading, fresh: dict[SheetId, Sheet], known: dict[SheetId, Sheet]
) -> ScannedSheet:
    again = sheet in known
    found = known[sheet] if again else fresh[sheet]
    return ScannedSheet(sheet=found, source=first.source, place=first.place, again=again)
