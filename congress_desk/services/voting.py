"""Votes and elections in one value, built the same way for the desk and for tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from congress_desk.services.ballot_entry import BallotEntryService
from congress_desk.services.ballot_intake import BallotIntake
from congress_desk.services.ballot_papers import BallotsService
from congress_desk.services.ballot_pictures import SheetPicturesService
from congress_desk.services.count_sealing import SealingService
from congress_desk.services.counting import CountingService
from congress_desk.services.election_book import ElectionBook
from congress_desk.services.election_records import VotingRecords
from congress_desk.services.election_rounds import RoundsService
from congress_desk.services.elections import ElectionsService
from congress_desk.services.floor import Floor
from congress_desk.services.hands import HandsService
from congress_desk.services.ports.ballots import (
    BallotCamera,
    BallotPictures,
    BallotPrinter,
    BallotReader,
    EntryDrafts,
    ScanFolder,
    WaitingSheets,
)
from congress_desk.services.ports.documents import DocumentFiles
from congress_desk.services.ports.sheets import Sheets
from congress_desk.services.roster import Roster
from congress_desk.services.table_counting import TableService
from congress_desk.services.voting_base import Bases
from congress_desk.services.voting_exports import VotingExportsService


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotBox:
    """What counting asks of the outside."""

    printer: BallotPrinter
    reader: BallotReader
    pictures: BallotPictures
    files: DocumentFiles
    sheets: Sheets
    waiting: WaitingSheets
    drafts: EntryDrafts
    folders: ScanFolder
    make_camera: Callable[[], BallotCamera]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voting:
    hands: HandsService  # votes by show of hands, the base, the rules
    elections: ElectionsService  # lists, committee; seen(round) is the one source of figures
    rounds: RoundsService  # what the congress decides after a count
    ballots: BallotsService  # print, issue, exchange, collect
    counting: CountingService  # scan, enter, tally, judge, void
    entry: BallotEntryService  # keyboard, ballot by ballot
    table: TableService  # sheets laid one by one under a camera
    make_camera: Callable[[], BallotCamera]  # over a table, not started
    folders: ScanFolder  # that a scanner writes into
    sheets: SheetPicturesService  # any sheet's picture at any time
    sealing: SealingService  # sample, seal, void the count
    exports: VotingExportsService  # spreadsheets, totals only
    papers: VotingRecords  # records behind the printed forms; results for the second screen


def make_voting(floor: Floor, roster: Roster, box: BallotBox) -> Voting:
    bases = Bases(roster)
    book = ElectionBook(bases)
    intake = BallotIntake(floor, book, printer=box.printer, reader=box.reader, files=box.files)
    counting = CountingService(floor, book, intake)
    return Voting(
        hands=HandsService(floor, bases),
        elections=ElectionsService(floor, book),
        rounds=RoundsService(floor, book),
        ballots=BallotsService(floor, book, box.printer),
        counting=counting,
        entry=BallotEntryService(floor, book, counting, box.drafts),
        table=TableService(floor, book, counting=counting, intake=intake, waiting=box.waiting),
        make_camera=box.make_camera,
        folders=box.folders,
        sheets=SheetPicturesService(floor, book, box.files, box.pictures),
        sealing=SealingService(floor, book),
        exports=VotingExportsService(floor, box.sheets),
        papers=VotingRecords(floor, book),
    )
