"""Sheets under the camera: on disk at once, in the journal with their bundle, none lost and none twice in a crash."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from congress_desk.devices.ballots.crew import read_page
from congress_desk.devices.ballots.files import PagePlace
from congress_desk.devices.ballots.printed import printed_pages
from congress_desk.devices.ballots.waiting import WaitingFolder
from congress_desk.devices.documents.folder import folder_beside
from congress_desk.domain.elections import Round
from congress_desk.domain.journal import Kind
from congress_desk.domain.refusals import Problem, Reason, Trouble
from congress_desk.services import table_counting
from congress_desk.services.ports.ballots import SheetSeen
from tests.builders import Hall
from tests.services.scanned_ballots import an_election, issued, printed, scans
from tests.services.test_counting import refused

SHEETS = 5


@pytest.fixture
def one(hall: Hall) -> Round:
    election = an_election(hall)
    printed(hall, election.latest, 10)
    issued(hall, election.latest, SHEETS)
    return hall.voting.elections.seen(election.latest.id).round


@pytest.fixture
def seen(hall: Hall, one: Round, tmp_path: Path) -> Sequence[SheetSeen]:
    """As the camera tells them."""
    form = hall.voting.table.begin(one.id)
    pages = printed_pages(form.form, form.pdf)
    return [read_page(PagePlace(path, 0), pages) for path in scans(hall, one, tmp_path / "scans", SHEETS)]


def counted(hall: Hall, one: Round) -> int:
    return hall.voting.elections.seen(one.id).outcome.result.count.ballots


def scans_on_record(hall: Hall) -> list[int]:
    with hall.store.reading() as work:
        return [len(event.body["sheets"]) for event in work.journal.of_kinds([Kind.BALLOTS_SCANNED])]


def waiting_files(hall: Hall) -> list[Path]:
    return sorted((folder_beside(hall.path) / "waiting").glob("*"))


def test_sheets_go_into_the_journal_only_with_their_bundle(
    hall: Hall, one: Round, seen: Sequence[SheetSeen], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table_counting, "BUNDLE", 3)
    table = hall.voting.table
    assert [table.take(one.id, sheet).waiting for sheet in seen[:2]] == [1, 2]
    assert (counted(hall, one), scans_on_record(hall)) == (0, [])
    full = table.take(one.id, seen[2])
    assert (full.waiting, full.kept) == (0, 3)
    for sheet in seen[3:]:
        table.take(one.id, sheet)
    assert table.finish(one.id).kept == 2
    assert scans_on_record(hall) == [3, 2]
    assert counted(hall, one) == SHEETS
    assert waiting_files(hall) == []


def test_what_waits_carries_no_time_and_survives_a_crash(hall: Hall, one: Round, seen: Sequence[SheetSeen]) -> None:
    for sheet in seen[:3]:
        hall.voting.table.take(one.id, sheet)
    files = waiting_files(hall)
    assert len(files) == 3
    assert {path.stat().st_mtime for path in files} == {0.0}
    half = files[0].with_name(files[0].name[:24] + "-torn.sheet")
    half.write_text('{"batch": "1", "num', encoding="utf-8")
    # the program is started anew
    assert hall.voting.table.waiting(one.id) == 4
    hall.voting.table.begin(one.id)
    assert counted(hall, one) == 3
    assert hall.voting.table.waiting(one.id) == 0
    hall.voting.table.take(one.id, seen[0])  # killed after the journal was written, before the file was dropped
    hall.voting.table.finish(one.id)
    assert counted(hall, one) == 3


def test_a_full_disk_takes_nothing_and_says_so(
    hall: Hall, one: Round, seen: Sequence[SheetSeen], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = folder_beside(hall.path) / "waiting"
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("in the way", encoding="utf-8")
    with pytest.raises(Trouble) as told:
        hall.voting.table.take(one.id, seen[0])
    assert told.value.problem is Problem.CANNOT_WRITE
    assert hall.voting.table.waiting(one.id) == 0


def test_pages_of_one_ballot_stay_together_when_a_bundle_is_full(
    hall: Hall, one: Round, seen: Sequence[SheetSeen], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A ballot whose second page is still to come waits for it."""
    monkeypatch.setattr(table_counting, "pages_of", lambda _form: 2)
    monkeypatch.setattr(table_counting, "BUNDLE", 1)
    table = hall.voting.table
    table.take(one.id, seen[0])
    kept = table.take(one.id, seen[1])  # another first page: the first one's second page is missing
    assert (kept.kept, kept.waiting) == (1, 1)


def test_the_camera_reads_only_ballots_that_were_printed_here(hall: Hall) -> None:
    election = an_election(hall)
    assert refused(lambda: hall.voting.table.begin(election.latest.id)) is Reason.NO_BALLOTS_PRINTED


def test_waiting_sheets_of_another_round_are_left_alone(
    hall: Hall, seen: Sequence[SheetSeen], tmp_path: Path
) -> None:
    folder = WaitingFolder(tmp_path / "waiting")
    from congress_desk.services.ports.ballots import SheetWaiting

    folder.put("r1", SheetWaiting(batch="1", number=1, seen=seen[0]))
    assert (folder.count("r1"), folder.count("r2")) == (1, 0)
    [kept] = folder.sheets("r1")
    assert (kept.seen.picture, kept.seen.reading.rows) == (seen[0].picture, seen[0].reading.rows)
