"""The room of votes stays true while it is open: the newest vote is chosen, other desks' arrivals are counted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from congress_desk.domain.votes import ZoneCount
from congress_desk.plumbing.texts import words_for
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.voting.samples import PASSED
from congress_desk.ui.rooms.voting.state import Fact
from congress_desk.ui.rooms.voting.view import VotingView
from congress_desk.ui.rooms.voting.words import share_words
from tests.ui.rooms.voting.conftest import Room


def a_view(qtbot: QtBot, look: Look, room: Room) -> VotingView:
    made = VotingView(room.presenter, look)
    qtbot.addWidget(made)
    made.resize(1180, 680)
    room.presenter.attach(made)
    made.show()
    return made


@pytest.fixture
def view(qtbot: QtBot, look: Look, room: Room) -> VotingView:
    return a_view(qtbot, look, room)


def put(room: Room, *items: str) -> None:
    for item in items:
        room.presenter.write(item=item)
        room.presenter.all_agree()


def come_elsewhere(room: Room, *places: int) -> None:
    """Another desk checks these delegates in; this one is not told."""
    other = room.hall.other_desk()
    for place in places:
        other.check_in.by_code(room.hall.badge(place), room.hall.session)
    other.store.close()


def test_the_vote_just_recorded_is_chosen_whatever_was_chosen_before(view: VotingView, room: Room) -> None:
    room.come(0, 1)
    put(room, "Một", "Hai")
    assert room.state.votes is not None
    view.table.choose(room.state.votes[0].id)
    assert view.result._item.text() == "1. Một"
    put(room, "Ba")
    assert room.state.chosen == room.state.votes[-1].id
    assert view.result._item.text() == "3. Ba"
    assert [vote.number for vote in view.table.selected()] == [3]
    assert view.void.isEnabled()
    assert room.told() is Fact.RECORDED


def test_another_language_chooses_nothing_by_itself(qtbot: QtBot, look: Look, view: VotingView, room: Room) -> None:
    room.come(0)
    put(room, "Một")
    room.presenter.choose(None)
    anew = a_view(qtbot, look, room)
    QApplication.sendEvent(anew.table.grid, QFocusEvent(QEvent.Type.FocusIn))
    assert anew.table.current() is not None
    assert room.chosen() is None
    assert not anew.void.isEnabled()
    QTest.mouseClick(
        anew.table.grid.viewport(),
        Qt.MouseButton.LeftButton,
        pos=anew.table.grid.visualRect(anew.table.rows.index(0, 1)).center(),
    )
    assert room.chosen() is not None
    assert anew.void.isEnabled()


def test_another_language_keeps_the_vote_that_was_chosen(
    qtbot: QtBot, look: Look, view: VotingView, room: Room
) -> None:
    room.come(0)
    put(room, "Một", "Hai")
    assert room.state.votes is not None
    first = room.state.votes[0].id
    room.presenter.choose(first)
    anew = a_view(qtbot, look, room)
    QApplication.sendEvent(anew.table.grid, QFocusEvent(QEvent.Type.FocusIn))
    assert room.state.chosen == first
    assert [vote.id for vote in anew.table.selected()] == [first]


def test_arrivals_at_another_desk_are_seen_while_the_room_is_open(view: VotingView, room: Room) -> None:
    room.come(0)
    room.presenter.write(item="Nghị quyết", zones=(ZoneCount(agree=2),))
    come_elsewhere(room, 1, 2)
    view._again.timeout.emit()
    assert view.form.all_agree.text().endswith("All 3 agree")
    assert view.form._present.text() == "3 in the hall now"
    assert view.form._sum.text() == "counted 2 of 3"
    assert room.state.count.item == "Nghị quyết"


def test_nothing_is_drawn_anew_while_the_journal_stands_still(room: Room) -> None:
    room.come(0)
    drawn = len(room.view.states)
    room.presenter.look_again()
    assert len(room.view.states) == drawn


def test_the_counts_are_those_of_the_journal_when_the_vote_is_recorded(room: Room) -> None:
    room.come(0)
    come_elsewhere(room, 1, 2)
    put(room, "Một")
    assert room.state.votes is not None
    assert (room.state.votes[-1].agree, room.state.votes[-1].present) == (3, 3)


@pytest.mark.parametrize("language", ["vi", "en", "ar"])
def test_a_share_of_one_hundred_percent_is_not_cut_off(view: VotingView, language: str) -> None:
    view.show_state(PASSED)
    place = next(n for n, one in enumerate(view.table.rows.columns) if one.title == "Share")
    text = share_words(440, 440, words_for(language))
    assert "100" in text
    needed = view.table.grid.fontMetrics().horizontalAdvance(text) + 32
    assert view.table.grid.columnWidth(place) >= needed
