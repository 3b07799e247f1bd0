"""The agenda room on the screen: what is drawn, what is dragged, what the keys do."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.names import folded
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.agenda.state import Form, Page
from congress_desk.ui.rooms.agenda.view import AgendaView
from congress_desk.ui.rooms.agenda.words import stretch, whole_seconds_left
from congress_desk.ui.stage.words import clock
from congress_desk.ui.widgets.parts import column
from congress_desk.ui.widgets.person_edit import PersonEdit
from tests.programme_files import OFFICE, a_word_file
from tests.ui.rooms.agenda.conftest import Room


@pytest.fixture
def view(qtbot: QtBot, look: Look, room: Room) -> AgendaView:
    made = AgendaView(room.presenter, look)
    qtbot.addWidget(made)
    made.resize(1180, 680)
    room.presenter.attach(made)
    made.show()
    return made


def texts(view: AgendaView, column: int) -> list[str]:
    tree = view.programme.tree
    items = (tree.topLevelItem(place) for place in range(tree.topLevelItemCount()))
    return [item.text(column) for item in items if item is not None]


def test_an_empty_room_says_how_to_begin(view: AgendaView) -> None:
    assert view.programme.empty.isVisible()
    view.programme.by_hand.click()
    assert view.sitting_form.isVisible()


def test_the_programme_stands_under_its_half_day_with_hours(view: AgendaView, room: Room) -> None:
    room.planned()
    assert texts(view, 0)[0] == "Sáng · 22/09/2025 07:00"
    assert texts(view, 2)[1:] == ["Chào cờ", "Báo cáo chính trị", "Tham luận"]
    assert texts(view, 1)[1:] == ["07:00 - 07:10", "07:10 - 07:50", "07:50 - 08:50"]


def test_a_row_dropped_above_another_takes_its_place(view: AgendaView, room: Room) -> None:
    room.planned()
    tree, first, last = view.programme.tree, room.state.times[0].item.id, room.state.times[2].item.id
    target = tree.item_of(first)
    assert target is not None
    tree.wish(last, tree.visualItemRect(target).topLeft() + QPoint(5, 2))
    assert room.contents() == ["Tham luận", "Chào cờ", "Báo cáo chính trị"]


def test_alt_and_an_arrow_move_the_chosen_row(view: AgendaView, room: Room) -> None:
    room.planned()
    room.presenter.programme.choose(room.state.times[0].item.id)
    QTest.keyClick(view.programme.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert room.contents() == ["Báo cáo chính trị", "Chào cờ", "Tham luận"]
    assert view.programme.tree.chosen() == (room.state.times[1].item.id,)


def test_f5_begins_the_next_item(view: AgendaView, room: Room) -> None:
    room.planned()
    QTest.keyClick(view, Qt.Key.Key_F5)
    assert room.state.now.now is not None
    assert room.state.now.now.item.content == "Chào cờ"


def test_a_gist_is_kept_when_the_page_is_left(view: AgendaView, room: Room) -> None:
    room.planned()
    room.presenter.programme.start_next()
    room.presenter.open_page(Page.MINUTES)
    view.minutes.gist.setPlainText("Đại hội làm lễ chào cờ.")
    room.presenter.open_page(Page.PROGRAMME)
    assert room.state.notes[0].gist == "Đại hội làm lễ chào cờ."


def test_letters_without_diacritics_find_a_person(qtbot: QtBot, room: Room) -> None:
    field = PersonEdit("Name")
    qtbot.addWidget(field)
    field.offer(room.hall.people)
    wanted = room.hall.people[1]
    completer = field.completer()
    assert completer is not None
    completer.setCompletionPrefix(folded(wanted.sheet.full_name)[2:])
    found = [completer.completionModel().index(place, 0).data() for place in range(completer.completionCount())]
    assert any(wanted.sheet.full_name in str(one) for one in found)
    field.show_person(DelegateId(wanted.id), "")
    assert field.person() == wanted
    field.setText("Khách mời Lê Nam")
    assert (field.person(), field.name()) == (None, "Khách mời Lê Nam")


def test_a_form_takes_the_place_of_the_microphone_and_gives_it_back(view: AgendaView, room: Room) -> None:
    room.presenter.speeches.open_hand()
    assert view.hand_form.isVisible()
    view.hand_form.save.click()
    assert room.state.wrong == "speaker"
    room.presenter.close_form()
    assert room.form() is Form.NONE
    assert view.microphone.isVisible()


def test_the_big_keys_work_wherever_the_focus_is_in_the_window(qtbot: QtBot, look: Look, room: Room) -> None:
    window = QWidget()
    view, aside = AgendaView(room.presenter, look), QPushButton("aside")
    window.setLayout(column(aside, view))
    qtbot.addWidget(window)
    room.presenter.attach(view)
    room.planned()
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    aside.setFocus()
    QTest.keyClick(aside, Qt.Key.Key_F5)
    assert room.state.now.now is not None
    assert room.state.now.now.item.started is not None


def test_what_was_understood_is_taken_in_by_its_key_and_bears_its_numbers(
    view: AgendaView, room: Room, tmp_path: Path
) -> None:
    room.presenter.programme.look_at(a_word_file(tmp_path / "p.docx", OFFICE))
    tree = view.plan.tree
    rows = (tree.topLevelItem(place) for place in range(tree.topLevelItemCount()))
    numbers = [row.text(0).strip() for row in rows if row is not None]
    assert numbers[1:7] == ["1", "2", "3", "4", "", "5"]
    QTest.keyClick(view.plan.take, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    QTest.keyRelease(view.plan.take, Qt.Key.Key_Control)  # or it would stay down for the next test
    assert room.state.form is not Form.PLAN
    assert len(room.state.times) == 10


@pytest.mark.parametrize("seconds", [599.4, 120.0, 0.2, -0.4, -66.0])
def test_the_desk_counts_down_as_the_wall_does(seconds: float) -> None:
    told = stretch(whole_seconds_left(dt.timedelta(seconds=seconds)))
    assert told.lstrip("0\N{MINUS SIGN}") == clock(seconds).lstrip("0+")
