"""Passes of keyboard entry in the room: said to be entered when safe, gone on with, thrown away."""

from __future__ import annotations

from pathlib import Path

import pytest

from congress_desk.devices.documents.folder import folder_beside
from congress_desk.domain.election_rules import Office
from congress_desk.domain.elections import Round, Source
from congress_desk.domain.refusals import Problem, Reason, Trouble
from congress_desk.plumbing.settings import SettingsFile
from congress_desk.ui.rooms.elections.list_acts import as_candidate
from congress_desk.ui.rooms.elections.state import Fact, Form
from tests.builders import Hall
from tests.services.counted_ballots import row
from tests.ui.rooms.elections.conftest import Room


@pytest.fixture
def one(room: Room) -> Round:
    room.prepared()
    room.moved(3, 3)
    assert room.state.round is not None
    return room.state.round


def test_another_start_of_the_desk_goes_on_where_a_pass_was_left(
    room: Room, one: Round, people: Hall, settings: SettingsFile, tmp_path: Path
) -> None:
    room.presenter.entries.begin("1", 1, "Lan")
    for text in ("yyyyn", "nyyyn"):
        room.presenter.entries.accept(row(one, text))
    after = Room(people, settings, tmp_path)  # the first was killed: nothing was put aside
    (waiting,) = after.state.unfinished
    assert (waiting.batch, waiting.number, waiting.by, len(waiting.rows)) == ("1", 1, "Lan", 2)
    after.presenter.entries.begin(waiting.batch, waiting.number, waiting.by)
    entry = after.state.entry
    assert entry is not None
    assert (entry.rows, entry.safe, entry.at) == (waiting.rows, waiting.rows, 2)
    after.presenter.entries.accept(row(one, "yyynn"))
    after.presenter.entries.keep()
    assert after.told() is Fact.ENTERED
    assert after.state.unfinished == ()


def test_a_ballot_that_could_not_be_written_is_not_said_to_be_entered(room: Room, one: Round, people: Hall) -> None:
    entries = room.presenter.entries
    entries.begin("1", 1, "Lan")
    folder = folder_beside(people.path)
    folder.mkdir(exist_ok=True)
    (folder / "entries").write_bytes(b"in the way")
    entries.accept(row(one, "yyyyn"))
    assert room.state.entry is not None
    assert (len(room.state.entry.rows), room.state.entry.safe) == (1, ())
    assert room.state.told is not None
    error = room.state.told.error
    assert isinstance(error, Trouble)
    assert error.problem is Problem.CANNOT_WRITE
    (folder / "entries").unlink()
    entries.accept(row(one, "nyyyn"))  # the next ballot writes both
    assert len(room.state.entry.safe) == 2


def test_a_pass_put_aside_waits_for_its_person_or_is_thrown_away(room: Room, one: Round) -> None:
    entries = room.presenter.entries
    entries.begin("1", 1, "Lan")
    entries.accept(row(one, "yyyyn"))
    entries.put_aside()
    assert (room.state.form, room.state.entry, len(room.state.unfinished)) == (Form.NONE, None, 1)
    entries.begin("1", 1, "Hoa")
    assert room.refused() is Reason.ENTRY_BEGUN
    entries.begin("2", 1, "Hoa")  # another bundle meanwhile takes nothing from the first
    entries.accept(row(one, "yyyyn"))
    entries.remove_last()
    entries.put_aside()
    assert [d.batch for d in room.state.unfinished] == ["1"]
    entries.throw_away("1", 1)
    assert (room.told(), room.state.unfinished) == (Fact.THROWN_AWAY, ())


def test_alternates_are_taken_in_the_room_on_the_votes_they_have(room: Room) -> None:
    lists = room.presenter.lists
    lists.begin()
    lists.write(title="Bầu đại biểu", seats=2, alternate_seats=1, office=Office.UPPER_CONGRESS)
    for name in ("Phạm An", "Lê Thị Ánh", "Đỗ Bình"):
        lists.put_on(as_candidate(name, None, source=Source.OFFICIAL))
    lists.create()
    room.with_committee()
    room.moved(9, 9)
    room.entered(["yyn"] * 4 + ["yny"] * 3 + ["nyy"] * 2)  # 7, 6 and 5 of nine convened
    room.presenter.results.seal()
    assert room.told() is Fact.SEALED
    room.presenter.results.take_alternates()
    assert room.told() is Fact.ALTERNATES
    assert room.state.round is not None
    assert room.state.round.alternates_taken == ("Đỗ Bình",)
    room.presenter.results.take_alternates()
    assert room.refused() is Reason.NO_ALTERNATES
