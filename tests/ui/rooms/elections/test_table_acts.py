"""What the room does with a camera over a table: each sheet safe first, then taken; troubles said in words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from congress_desk.devices.documents.folder import folder_beside
from congress_desk.domain.refusals import Problem, Reason
from congress_desk.services.ports.ballots import OnTable
from congress_desk.ui.rooms.elections.state import Fact, Form
from tests.ui.rooms.elections.conftest import Room
from tests.ui.rooms.elections.scanning import SHEETS, TableOfTheTest, TableWatching, counting, sheets, table

__all__ = ["counting", "sheets", "table"]


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
