"""The elections room stays true while it is open: what another desk wrote is seen, half-typed words stay."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6

from congress_desk.domain.elections import Flow
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.elections.state import Form, Step
from congress_desk.ui.rooms.elections.view import ElectionsView
from tests.ui.rooms.elections.conftest import Room


@pytest.fixture
def view(look: Look, room: Room) -> Iterator[ElectionsView]:
    made = ElectionsView(room.presenter, look)
    made.resize(1180, 680)
    room.presenter.attach(made)
    made.show()
    yield made
    shiboken6.delete(made)


def issued_elsewhere(room: Room, count: int) -> None:
    """Another desk puts ballots on record; this one is not told."""
    assert room.state.round is not None
    other = room.hall.other_desk()
    other.voting.ballots.issue(room.state.round.id, count, by="Hoa")
    other.store.close()


def issued(room: Room) -> int:
    one = room.state.round
    return sum(m.count for m in one.movements if m.flow is Flow.ISSUED) if one else 0


def test_what_another_desk_issued_is_seen_when_a_step_or_tab_is_opened(room: Room) -> None:
    room.prepared()
    room.with_committee()
    issued_elsewhere(room, 4)
    assert issued(room) == 0
    room.presenter.open_step(Step.BALLOTS)
    assert issued(room) == 4
    issued_elsewhere(room, 2)
    room.presenter.open_tab(1)
    assert issued(room) == 6


def test_the_open_room_follows_other_desks_and_keeps_half_typed_words(view: ElectionsView, room: Room) -> None:
    room.prepared()
    room.with_committee()
    room.presenter.open_step(Step.BALLOTS)
    room.presenter.open_tab(1)
    moves = view.ballots.movements
    moves.count.setValue(7)
    moves._by.setText("Trần La")
    issued_elsewhere(room, 4)
    view._again.timeout.emit()
    assert issued(room) == 4
    assert (moves.count.value(), moves._by.text()) == (7, "Trần La")


def test_a_form_that_is_being_filled_in_is_left_alone(view: ElectionsView, room: Room) -> None:
    room.prepared()
    room.with_committee()
    room.presenter.lists.begin()
    room.presenter.lists.write(title="Bầu đoàn đại biểu")
    issued_elsewhere(room, 4)
    view._again.timeout.emit()
    assert (issued(room), room.state.form) == (0, Form.NEW)
    room.presenter.close_form()
    view._again.timeout.emit()
    assert issued(room) == 4
