"""What the room does with the scanner's folder and the table's camera: read by itself, safe first, said in words."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from congress_desk.devices.ballots.crew import read_page
from congress_desk.devices.ballots.files import PagePlace
from congress_desk.devices.ballots.printed import PrintedPage, printed_pages
from congress_desk.devices.documents.folder import folder_beside
from congress_desk.domain.refusals import Problem, Reason
from congress_desk.services.ports.ballots import OnTable, PrintedForm, SheetSeen, TableReport, TableSeen
from congress_desk.services.ports.camera import CameraStopped, PictureSeen
from congress_desk.services.scan_folder import PATIENCE_SECONDS, SETTLED_SECONDS
from congress_desk.ui.rooms.elections.state import Fact, Form, Step
from congress_desk.ui.rooms.elections.watch_acts import WatchActs
from tests.services.scanned_ballots import scans
from tests.ui.builders import SetSeconds
from tests.ui.rooms.elections.conftest import Room

SHEETS = 3


@dataclass
class TableOfTheTest:
    """A camera over a table that sees what the test lays there."""

    source: str = ""
    running: bool = False
    wished: int = 0
    pages: Sequence[PrintedPage] = ()
    _tell: Callable[[SheetSeen], None] | None = None
    _show: Callable[[TableReport], None] | None = None

    def start(
        self,
        source: str,
        forms: Sequence[PrintedForm],
        tell: Callable[[SheetSeen], None],
        show: Callable[[TableReport], None],
    ) -> None:
        self.source, self._tell, self._show, self.running = source, tell, show, True
        self.pages = [page for form in forms for page in printed_pages(form.form, form.pdf)]

    def take(self) -> None:
        self.wished += 1

    def stop(self) -> None:
        self.running = False

    def lay(self, path: Path) -> None:
        assert self._tell is not None
        self.see(OnTable.TAKEN)
        self._tell(read_page(PagePlace(path, 0), self.pages))

    def see(self, on_table: OnTable) -> None:
        assert self._show is not None
        picture = PictureSeen(width=2, height=1, rgb=bytes(6))
        self._show(TableSeen(picture=picture, on_table=on_table))

    def is_torn_out(self) -> None:
        assert self._show is not None
        self._show(CameraStopped(problem=Problem.CAMERA_LOST))


class TableWatching:
    """The room's view, which is shown the camera's pictures."""

    def __init__(self) -> None:
        self.seen: list[TableSeen] = []

    def show_state(self, state: Any) -> None:
        """Nothing is drawn."""

    def show_table(self, seen: TableSeen) -> None:
        self.seen.append(seen)


@pytest.fixture
def table(people: Any) -> TableOfTheTest:
    made = TableOfTheTest()
    people.voting = replace(people.voting, make_camera=lambda: made)
    return made


@pytest.fixture
def counting(table: TableOfTheTest, room: Room, tmp_path: Path) -> Room:
    """Ballots printed, issued and collected."""
    room.prepared()
    room.with_committee()
    room.presenter.attach(TableWatching())
    room.presenter.papers.wish(copies=SHEETS)
    room.presenter.open_step(Step.BALLOTS)
    room.presenter.papers.print_ballots(tmp_path / "ballots.pdf")
    room.moved(SHEETS, SHEETS)
    room.presenter.open_step(Step.COUNTING)
    return room


@pytest.fixture
def sheets(counting: Room, tmp_path: Path) -> Sequence[Path]:
    assert counting.state.round is not None
    return scans(counting.hall, counting.state.round, tmp_path / "paper", SHEETS)


@pytest.fixture
def clock(counting: Room) -> SetSeconds:
    made = SetSeconds()
    presenter = counting.presenter
    presenter.watching = WatchActs(presenter._scene, presenter.counts, made)
    return made


def settled(room: Room, clock: SetSeconds, seconds: float = SETTLED_SECONDS) -> None:
    clock.seconds += seconds
    room.presenter.watching.look()


def is_away(room: Room) -> bool:
    return room.state.watched is not None and room.state.watched.away


def test_a_sheet_counts_as_taken_once_it_is_safe_and_goes_on_record_with_its_bundle(
    counting: Room, table: TableOfTheTest, sheets: Sequence[Path]
) -> None:
    room = counting
    room.presenter.tables.open("4")
    assert (room.state.form, table.running, table.source) == (Form.TABLE, True, "0")
    for path in sheets:
        table.lay(path)
    work = room.state.table
    assert work is not None
    assert (work.taken, work.waiting, work.read, work.on_table) == (SHEETS, SHEETS, SHEETS, OnTable.TAKEN)
    assert room.around.played[-SHEETS:] == ["ok"] * SHEETS
    assert room.count().ballots == 0
    room.presenter.tables.finish()
    assert (room.told(), room.state.form, table.running) == (Fact.LAID, Form.NONE, False)
    assert room.count().ballots == SHEETS
    assert [b.batch.name for b in room.state.seen.outcome.batches] == ["4"]  # type: ignore[union-attr]


def test_a_disk_that_is_full_is_said_and_the_sheet_is_not_taken(
    counting: Room, table: TableOfTheTest, sheets: Sequence[Path]
) -> None:
    room = counting
    in_the_way = folder_beside(room.hall.path) / "waiting"
    in_the_way.parent.mkdir(exist_ok=True)
    in_the_way.write_text("x", encoding="utf-8")
    room.presenter.tables.open("1")
    table.lay(sheets[0])
    work = room.state.table
    assert work is not None
    assert (work.taken, getattr(work.error, "problem", None)) == (0, Problem.CANNOT_WRITE)
    in_the_way.unlink()
    room.presenter.tables.take()
    assert table.wished == 1
    table.lay(sheets[0])
    assert room.state.table is not None
    assert (room.state.table.taken, room.state.table.error) == (1, None)


def test_a_camera_torn_out_loses_nothing_and_is_gone_on_with(
    counting: Room, table: TableOfTheTest, sheets: Sequence[Path]
) -> None:
    room = counting
    room.presenter.tables.open("1")
    table.lay(sheets[0])
    table.is_torn_out()
    assert room.state.table is not None
    assert (room.state.table.problem, room.state.table.taken) == (Problem.CAMERA_LOST, 1)
    table.lay(sheets[1])
    assert room.state.table is not None
    assert (room.state.table.problem, room.state.table.taken) == (None, 2)
    room.presenter.leave()  # another room: the camera is free, and what was taken is on record
    assert not table.running
    room.presenter.enter()
    assert room.count().ballots == 2


def test_what_was_taken_when_the_program_was_killed_goes_on_record_the_next_time(
    counting: Room, table: TableOfTheTest, sheets: Sequence[Path]
) -> None:
    room = counting
    assert room.state.round is not None
    room.presenter.tables.open("1")
    table.lay(sheets[0])
    room.presenter.close()
    assert (table.running, room.count().ballots) == (False, 0)
    again = Room(room.hall, room.around.settings, room.around.folder)
    assert (again.told(), again.count().ballots) == (Fact.RECOVERED, 1)


def test_another_camera_is_chosen_and_remembered_on_this_computer(counting: Room, table: TableOfTheTest) -> None:
    counting.presenter.tables.open("1")
    counting.presenter.tables.choose_camera("2")
    assert (table.source, table.running) == ("2", True)
    assert counting.around.settings.current.table_camera == "2"


def test_a_round_whose_ballots_were_not_printed_here_opens_no_camera(room: Room, table: TableOfTheTest) -> None:
    room.prepared()
    room.presenter.tables.open("1")
    assert room.refused() is Reason.NO_BALLOTS_PRINTED
    assert (room.state.form, table.running) == (Form.NONE, False)


def test_every_picture_of_the_table_goes_to_the_view_and_only_changes_into_the_state(
    counting: Room, table: TableOfTheTest
) -> None:
    view = TableWatching()
    counting.presenter.attach(view)
    counting.presenter.tables.open("1")
    for on_table in (OnTable.NOTHING, OnTable.NOTHING, OnTable.SAME):
        table.see(on_table)
    assert [seen.on_table for seen in view.seen] == [OnTable.NOTHING, OnTable.NOTHING, OnTable.SAME]
    assert counting.state.table is not None
    assert counting.state.table.on_table is OnTable.SAME
    assert counting.around.played[-1] == "ask"


def test_a_watched_folder_is_read_by_itself_as_files_come(
    counting: Room, clock: SetSeconds, sheets: Sequence[Path], tmp_path: Path
) -> None:
    room, folder = counting, tmp_path / "scanner"
    folder.mkdir()
    room.presenter.watching.choose(folder, "7")
    shutil.copy(sheets[0], folder / "a.jpg")
    room.presenter.watching.look()
    assert room.state.watched is not None
    assert room.state.watched.looked.writing == ("a.jpg",)
    settled(room, clock)
    assert room.count().ballots == 1
    shutil.copy(sheets[1], folder / "b.jpg")
    (folder / "torn.jpg").write_bytes(sheets[2].read_bytes()[:2000])
    shutil.copy(sheets[0], folder / "c.jpg")
    room.presenter.watching.look()
    settled(room, clock)
    settled(room, clock, PATIENCE_SECONDS)
    looked = room.state.watched.looked
    assert (looked.copies, looked.broken) == (("c.jpg",), ("torn.jpg",))
    assert room.count().ballots == 2
    assert room.state.scan is not None
    assert (room.state.scan.read, room.state.scan.again) == (2, 0)
    assert sorted(path.name for path in folder.iterdir()) == ["a.jpg", "b.jpg", "c.jpg", "torn.jpg"]
    assert [b.batch.name for b in room.state.seen.outcome.batches] == ["7"]  # type: ignore[union-attr]


def test_the_folder_is_remembered_for_its_round_and_read_again_without_counting_twice(
    counting: Room, clock: SetSeconds, sheets: Sequence[Path], tmp_path: Path
) -> None:
    room, folder = counting, tmp_path / "scanner"
    folder.mkdir()
    shutil.copy(sheets[0], folder / "a.jpg")
    room.presenter.watching.choose(folder, "7")
    settled(room, clock)
    again = Room(room.hall, room.around.settings, room.around.folder)
    assert again.state.watched is not None
    assert (again.state.watched.folder, again.state.watched.on, again.state.batch) == (folder, True, "7")
    again.presenter.watching._seconds = clock
    again.presenter.watching._watches.clear()
    again.presenter.watching.look()
    settled(again, clock)
    assert again.state.scan is not None
    assert (again.state.scan.read, again.state.scan.again, again.count().ballots) == (0, 1, 1)
    again.presenter.watching.switch(False)
    assert Room(room.hall, room.around.settings, room.around.folder).state.watched is None


def test_a_folder_that_goes_away_is_said_once_and_gone_on_with(
    counting: Room, clock: SetSeconds, sheets: Sequence[Path], tmp_path: Path
) -> None:
    room, folder = counting, tmp_path / "scanner"
    folder.mkdir()
    room.presenter.watching.choose(folder, "1")
    away = folder.rename(tmp_path / "away")
    for _ in range(3):
        settled(room, clock)
    assert is_away(room)
    assert room.around.played.count("ask") == 1
    away.rename(folder)
    shutil.copy(sheets[0], folder / "a.jpg")
    settled(room, clock)
    settled(room, clock)
    assert not is_away(room)
    assert room.count().ballots == 1


def test_files_that_come_later_go_into_the_bundle_that_is_named_then(
    counting: Room, clock: SetSeconds, sheets: Sequence[Path], tmp_path: Path
) -> None:
    room, folder = counting, tmp_path / "scanner"
    folder.mkdir()
    shutil.copy(sheets[0], folder / "a.jpg")
    room.presenter.watching.choose(folder, "1")
    settled(room, clock)
    room.presenter.watching.name_batch("2")
    shutil.copy(sheets[1], folder / "b.jpg")
    room.presenter.watching.look()
    settled(room, clock)
    assert [b.batch.name for b in room.state.seen.outcome.batches] == ["1", "2"]  # type: ignore[union-attr]


def test_a_folder_that_cannot_be_read_into_the_round_is_watched_no_more(
    counting: Room, clock: SetSeconds, sheets: Sequence[Path], tmp_path: Path
) -> None:
    room, folder = counting, tmp_path / "scanner"
    folder.mkdir()
    shutil.copy(sheets[0], folder / "a.jpg")
    room.presenter.watching.choose(folder, "1")
    room.moved(0, 4)  # more collected than issued: the count is stopped
    settled(room, clock)
    assert room.refused() is Reason.COUNT_STOPPED
    assert room.state.watched is not None
    assert not room.state.watched.on


def test_scanned_sheets_that_people_look_at_are_named_with_file_and_page(
    counting: Room, sheets: Sequence[Path], tmp_path: Path
) -> None:
    torn = tmp_path / "torn.pdf"
    torn.write_bytes(b"%PDF-1.4 nothing")
    counting.presenter.counts.scan([torn, sheets[0]], "1")
    assert counting.state.scan is not None
    [note] = counting.state.scan.notes
    assert (note.file, note.page, note.refused, note.codes) == ("torn.pdf", 1, True, ("damaged_file",))
