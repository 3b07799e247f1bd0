"""Sheets from the scanner, read by the real reader: once each, none lost across a kill, copies asked about."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from congress_desk.domain.ballot_batches import EnteredRow, Way
from congress_desk.domain.ballot_forms import Doubt, Mark, RowReading, SheetReading, SheetStatus
from congress_desk.domain.ballot_readings import ballot_of, gathered, page_id, reading_from, written_page
from congress_desk.domain.ballots import CandidateId, Question
from congress_desk.domain.election_outcome import Shortcoming
from congress_desk.domain.election_rules import InvalidReason
from congress_desk.domain.elections import Round
from congress_desk.domain.journal import Kind
from congress_desk.services.ballot_intake import BUNDLE, BallotIntake
from congress_desk.services.ports.ballots import PrintedForm, Progress, SheetSeen, Twins
from tests.builders import Hall
from tests.services.counted_ballots import BY, row
from tests.services.scanned_ballots import an_election, issued, printed, scans

SHEETS = 4


@pytest.fixture
def one(hall: Hall) -> Round:
    election = an_election(hall)
    printed(hall, election.latest, 10)
    issued(hall, election.latest, SHEETS)
    return hall.voting.elections.seen(election.latest.id).round


def test_scanned_sheets_are_counted_once_and_a_copy_is_asked_about(hall: Hall, one: Round, tmp_path: Path) -> None:
    files = scans(hall, one, tmp_path / "scans", SHEETS)
    found = hall.voting.counting.scan(one.id, files)
    assert [s.sheet.status for s in found.sheets] == [SheetStatus.READ] * SHEETS
    assert [s.sheet.id for s in found.sheets] == sorted(s.sheet.id for s in found.sheets)
    again = hall.voting.counting.scan(one.id, files)
    assert all(s.again for s in again.sheets)
    assert hall.voting.elections.seen(one.id).outcome.result.count.ballots == SHEETS
    copy = Path(shutil.copy(files[0], tmp_path / "copy.jpg"))
    copied = hall.voting.counting.scan(one.id, [copy])
    waiting = hall.voting.counting.waiting(one.id)
    assert [o.sheet.reason for o in waiting] == [Doubt.TWIN]
    assert len(copied.sheets) == 1
    hall.voting.counting.judge(waiting[0].sheet.id, BY, set_aside=True, why="quét hai lần")
    seen = hall.voting.elections.seen(one.id)
    assert (seen.outcome.result.count.ballots, seen.outcome.result.set_aside) == (SHEETS, 1)
    assert hall.voting.sheets.plain(found.sheets[0].sheet.id).startswith(b"\xff\xd8")
    assert hall.voting.sheets.with_reading(found.sheets[0].sheet.id).startswith(b"\xff\xd8")
    assert hall.voting.sheets.row(found.sheets[0].sheet.id, one.candidates[0].id).startswith(b"\xff\xd8")


class PlayedReader:
    """Readings as if scanned; it dies after so many pages."""

    def __init__(self, readings: Sequence[SheetReading], dies_after: int | None = None) -> None:
        self._readings = readings
        self._dies_after = dies_after

    def sheets(
        self,
        paths: Sequence[Path],
        forms: Sequence[PrintedForm],
        *,
        progress: Progress = lambda _read, _all: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Iterator[SheetSeen]:
        for number, reading in enumerate(self._readings):
            if number == self._dies_after:
                raise KeyboardInterrupt
            yield SheetSeen(reading=reading, picture=b"\xff\xd8")

    def twins(self, readings: Sequence[SheetReading]) -> Sequence[Twins]:
        return ()


def a_reading(one: Round, place: int, marks: str = "yyyyn", **more: object) -> SheetReading:
    found = {"y": Mark.YES, "n": Mark.NO}
    facts: dict[str, object] = {
        "status": SheetStatus.READ,
        "source": "/scans/all.pdf",
        "place": place,
        "picture": "3f39d5c348e5b79d06e842c114e6cc571583bbf44e4b0ebfda1a01ec05745d43",
        "form_code": one.form.code if one.form else "",
        "page": 0,
        "rows": tuple(RowReading(row=n, mark=found[m]) for n, m in enumerate(marks)),
    }
    return SheetReading(**(facts | more))  # type: ignore[arg-type]


def an_intake(hall: Hall, reader: PlayedReader) -> BallotIntake:
    from congress_desk.devices.documents.folder import LibraryFolder, folder_beside
    from congress_desk.reports.ballots import PdfBallots
    from congress_desk.services.election_book import ElectionBook
    from congress_desk.services.roster import Roster
    from congress_desk.services.voting_base import Bases

    files = LibraryFolder(folder_beside(hall.path))
    book = ElectionBook(Bases(Roster()))
    return BallotIntake(hall.floor, book, printer=PdfBallots(), reader=reader, files=files)


def scan(hall: Hall, one: Round, reader: PlayedReader) -> int:
    taken = list(an_intake(hall, reader).scan(one.id, [], "1", lambda _a, _b: None, lambda: False))
    return len(taken)


def test_a_kill_in_mid_scan_loses_no_sheet_and_counts_none_twice(hall: Hall, one: Round) -> None:
    readings = [a_reading(one, place) for place in range(3 * BUNDLE + 4)]
    with pytest.raises(KeyboardInterrupt):
        scan(hall, one, PlayedReader(readings, dies_after=2 * BUNDLE + 7))
    half = hall.voting.elections.seen(one.id)
    assert half.outcome.result.count.ballots == 2 * BUNDLE
    assert Shortcoming.TWINS_UNSOUGHT in half.outcome.shortcomings
    assert scan(hall, one, PlayedReader(readings)) == len(readings)
    whole = hall.voting.elections.seen(one.id)
    assert whole.outcome.result.count.ballots == len(readings)
    assert whole.outcome.result.count.votes[one.candidates[0].id] == len(readings)


def test_the_same_three_hundred_sheets_by_scan_and_by_double_entry_agree(hall: Hall, one: Round) -> None:
    lot = random.Random(7)
    ways = ["yyyyn", "yynyn", "nyyyn", "ynnnn", "nnyyy"]
    voters = [lot.choice(ways) for _ in range(300)]
    readings = [a_reading(one, place, voter) for place, voter in enumerate(voters)]
    scan(hall, one, PlayedReader(readings))
    ids = [page_id(one.id, reading) for reading in readings]
    rows = {sheet: row(one, voter) for sheet, voter in zip(ids, voters, strict=True)}  # typed from the paper
    hall.voting.counting.enter(one.id, 1, rows, by="Lan")
    compared = hall.voting.counting.enter(one.id, 2, rows, by="Hoa")
    assert set(compared.by_way) == {Way.SCAN, Way.ENTRY}
    assert compared.agreed is not None
    assert compared.agreed.ballots == 300
    counts = [sum(voter[place] == "y" for voter in voters) for place in range(5)]
    assert list(compared.agreed.votes.values()) == counts
    wrong = dict(rows)
    wrong[ids[0]] = EnteredRow(invalid=InvalidReason.SIGNED)
    hall.voting.counting.void(one.id, "nhập lại", batch="1", way=Way.ENTRY)
    hall.voting.counting.enter(one.id, 1, wrong, by="Lan")
    assert hall.voting.counting.enter(one.id, 2, wrong, by="Hoa").differs


def test_sheets_are_written_in_bundles_without_order_or_time(hall: Hall, one: Round) -> None:
    scan(hall, one, PlayedReader([a_reading(one, place) for place in range(BUNDLE + 1)]))
    events = [e for e in hall.events() if e.kind is Kind.BALLOTS_SCANNED]
    assert [len(e.body["sheets"]) for e in events] == [BUNDLE, 1]
    ids = [sheet["id"] for sheet in events[0].body["sheets"]]
    assert ids == sorted(ids)
    assert "all.pdf" not in str(events)
    assert "place" not in str(events[0].body["sheets"][0])


def test_more_marks_than_seats_go_to_people_and_not_to_the_invalid(hall: Hall, one: Round) -> None:
    scan(hall, one, PlayedReader([a_reading(one, 0, "yyyyy"), a_reading(one, 1, "nnnnn")]))
    assert [o.question for o in hall.voting.counting.waiting(one.id)] == [Question.MACHINE_ALONE] * 2


def test_pages_of_one_ballot_are_put_together_and_a_lone_page_is_asked_about(one: Round) -> None:
    names = [CandidateId(str(n)) for n in range(4)]
    first = a_reading(one, 0, "yy")
    rows = (RowReading(row=2, mark=Mark.NO), RowReading(row=3, mark=Mark.NO))
    second = a_reading(one, 1, page=1, rows=rows)
    lone = a_reading(one, 2, "yn")
    groups = list(gathered([first, second, lone], pages=2))
    assert [len(group) for group in groups] == [2, 1]
    whole, missing = (ballot_of("r", group, names, pages=2) for group in groups)
    assert [m.value for m in whole.marks.values()] == ["yes", "yes", "no", "no"]
    assert (missing.status, missing.reason) == (SheetStatus.ASK, Question.PAGE_MISSING)


def two_pages(one: Round, order: str) -> list[SheetReading]:
    """ "a1 a2 b1 x": ballots by letter, their pages by number; x is a picture that could not be read."""
    found = []
    for place, what in enumerate(order.split()):
        if what == "x":
            found.append(a_reading(one, place, "", status=SheetStatus.REFUSED, form_code=""))
            continue
        rows = tuple(RowReading(row=2 * int(what[1]) - 2 + n, mark=Mark.YES) for n in range(2))
        found.append(a_reading(one, place, page=int(what[1]) - 1, rows=rows))
    return found


@pytest.mark.parametrize(
    ("order", "told"),
    [
        ("a1 a2 b1 b2", "read read"),
        ("a1 b1 b2 c1 c2", "alone asked asked"),  # a page is missing: which, nobody knows
        ("a2 a1 b2 b1", "alone asked alone"),  # a pile laid in backwards: a1 and b2 are two voters'
        ("a1 b1 a2 b2 c1 c2", "alone asked alone asked"),  # two ballots mixed
        ("a1 x b1 b2", "alone refused read"),  # the page is there, and people see its picture
        ("x b2 c1 c2", "refused alone read"),
        ("x a1 a2 x b1 b2", "refused read refused read"),  # a cat between two ballots
    ],
)
def test_pages_whose_order_is_broken_are_not_taken_for_one_ballot(one: Round, order: str, told: str) -> None:
    names = [CandidateId(str(n)) for n in range(4)]
    said: dict[str, str] = {Doubt.PAGES_APART: "asked", Question.PAGE_MISSING: "alone"}
    ballots = [ballot_of("r", group, names, pages=2) for group in gathered(two_pages(one, order), pages=2)]
    found = [said.get(ballot.reason, ballot.status.value) for ballot in ballots]
    assert " ".join(found) == told


def test_a_page_is_read_from_the_journal_as_it_was_but_for_its_place(one: Round) -> None:
    reading = a_reading(one, 7, doubts=(Doubt.FAINT,), ink=b"\x00\x01", straightened=True)
    back = reading_from(written_page(reading))
    assert (back.source, back.place) == ("", 0)
    assert (back.rows, back.doubts, back.ink, back.picture) == (
        reading.rows,
        reading.doubts,
        reading.ink,
        reading.picture,
    )
