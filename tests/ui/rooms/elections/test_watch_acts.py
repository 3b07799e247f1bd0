"""What the room does with the scanner's folder: read by itself as files come, remembered, broken files named."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from congress_desk.devices.documents.folder import folder_beside
from congress_desk.domain.refusals import Problem
from congress_desk.services.scan_folder import PATIENCE_SECONDS, SETTLED_SECONDS
from congress_desk.ui.rooms.elections.state import Step
from congress_desk.ui.rooms.elections.watch_acts import WatchActs
from tests.ui.builders import SetSeconds
from tests.ui.rooms.elections.conftest import Room
from tests.ui.rooms.elections.scanning import counting, sheets, table

__all__ = ["counting", "sheets", "table"]


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
    beside = folder_beside(room.hall.path)
    shutil.rmtree(beside, ignore_errors=True)
    beside.write_text("in the way of the pictures", encoding="utf-8")
    settled(room, clock)
    assert room.state.told is not None
    assert getattr(room.state.told.error, "problem", None) is Problem.CANNOT_WRITE
    assert room.state.watched is not None
    assert not room.state.watched.on


def test_a_count_that_is_stopped_takes_no_sheet_and_says_nothing_every_few_seconds(
    counting: Room, clock: SetSeconds, sheets: Sequence[Path], tmp_path: Path
) -> None:
    room, folder = counting, tmp_path / "scanner"
    folder.mkdir()
    shutil.copy(sheets[0], folder / "a.jpg")
    room.presenter.watching.choose(folder, "1")
    room.moved(0, 4)  # more collected than issued
    told = room.state.told
    for _ in range(3):
        settled(room, clock)
    assert (room.state.told, room.count().ballots) == (told, 0)


def test_scanned_sheets_that_people_look_at_are_named_with_file_and_page(
    counting: Room, sheets: Sequence[Path], tmp_path: Path
) -> None:
    torn = tmp_path / "torn.pdf"
    torn.write_bytes(b"%PDF-1.4 nothing")
    counting.presenter.counts.scan([torn, sheets[0]], "1")
    assert counting.state.scan is not None
    [note] = counting.state.scan.notes
    assert (note.file, note.page, note.refused, note.codes) == ("torn.pdf", 1, True, ("damaged_file",))
    assert note.sheet is not None
    counting.presenter.look_at_sheet(note.sheet)
    assert (counting.step, counting.judged()) == (Step.JUDGING, note.sheet)
