"""The room on the screen: it shows what the state says, and sends what the operator does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from congress_desk.domain.attendance import Excuse, ExcuseScope
from congress_desk.domain.refusals import Reason
from congress_desk.ui.gallery_subjects import camera_picture
from congress_desk.ui.look import Look, look_for
from congress_desk.ui.rooms.checkin import samples
from congress_desk.ui.rooms.checkin.answering import shown
from congress_desk.ui.rooms.checkin.dialogs import DelegationsDialog, ExcuseDialog
from congress_desk.ui.rooms.checkin.state import Answer, CheckInState, Stand
from congress_desk.ui.rooms.checkin.view import CheckInView
from congress_desk.ui.rooms.checkin.words import REASON_WORDS, icon_of, sound_of, tone_of, word_of
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.answer_panel import AnswerPanel
from congress_desk.ui.widgets.choices import Choices

CHECK_IN_REASONS = tuple(REASON_WORDS)


class Heard:
    """A presenter that writes down what it is asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []

    def __getattr__(self, name: str) -> object:
        def hear(*given: object) -> bool:
            self.asked.append((name, *given))
            return True

        return hear


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def view(qtbot: QtBot, look: Look, heard: Heard) -> CheckInView:
    made = CheckInView(heard, look)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()
    return made


def texts(view: CheckInView) -> set[str]:
    return {one.text() for one in view.findChildren(QLabel) if one.isVisible()}


def pressed(view: CheckInView, name: str) -> None:
    next(b for b in view.findChildren(QPushButton) if b.accessibleName() == name and b.isVisible()).click()


@pytest.mark.parametrize("name", sorted(samples.SAMPLES))
def test_every_sample_is_shown_and_the_room_goes_back_to_waiting(view: CheckInView, name: str) -> None:
    view.show_state(samples.SAMPLES[name])
    view.show_state(samples.WAITING)
    assert "Ready" in texts(view)


def test_an_accepted_answer_shows_photo_name_place_and_time(view: CheckInView) -> None:
    view.show_state(samples.WELCOME)
    panel = view.findChildren(AnswerPanel)[0]
    assert panel.property("tone") == "ok"
    assert {"NGUYỄN THỊ ÁNH", "Checked in", "07:12:05  ·  badge  ·  Bàn 2"} <= texts(view)
    assert panel.width() >= view.width() * 0.45


def test_an_amber_answer_says_first_what_is_true(view: CheckInView) -> None:
    view.show_state(samples.ALREADY_PRESENT)
    assert {"Already checked in", "07:04  ·  face  ·  Bàn 1"} <= texts(view)


def test_undo_and_exit_are_buttons_and_keys(view: CheckInView, heard: Heard, qtbot: QtBot) -> None:
    view.show_state(samples.WELCOME)
    pressed(view, "Undo")
    view.show_state(samples.ALREADY_PRESENT)
    pressed(view, "Record exit")
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F4, Qt.Key.Key_F6):
        QTest.keyClick(view, key)
    assert [name for (name, *_) in heard.asked] == ["undo", "record_exit", "switch_faces", "undo", "record_exit"]


def test_three_photos_are_equal_in_size_and_none_is_as_easy(view: CheckInView, heard: Heard) -> None:
    view.show_state(samples.FACE_UNSURE)
    choices = view.findChildren(Choices)[0]
    sizes = {(t._photo.width(), t._photo.height()) for t in choices._tiles}
    assert len({height for _, height in sizes}) == 1
    assert max(w for w, _ in sizes) - min(w for w, _ in sizes) <= 1
    QTest.mouseClick(choices._tiles[2], Qt.MouseButton.LeftButton)
    QTest.keyClick(choices._tiles[1], Qt.Key.Key_Return)
    pressed(view, "None of these")
    assert heard.asked == [("choose", 3), ("choose", 2), ("choose", 0)]


def test_single_keys_are_the_questions_only_while_nothing_is_typed(view: CheckInView, heard: Heard) -> None:
    assert view.take_key("1")
    view._search.setText("n")
    assert not view.take_key("1")
    assert heard.asked == [("take_key", "1")]


def test_typing_searches_and_enter_picks(view: CheckInView, heard: Heard, qtbot: QtBot) -> None:
    QTest.keyClicks(view._search, "anh")
    qtbot.waitUntil(lambda: ("search", "anh") in heard.asked)
    QTest.keyClick(view._search, Qt.Key.Key_Down)
    QTest.keyClick(view._search, Qt.Key.Key_Return)
    assert heard.asked == [("search", "anh"), ("move", 1), ("enter_typed", "anh")]


def test_results_take_the_place_of_the_last_ten_and_leave_it_again(view: CheckInView) -> None:
    view._search.setText("n")
    view.show_state(samples.SEARCHING)
    assert view._found.isVisible()
    assert view._found.current() == samples.SEARCHING.found[1]
    view.show_state(samples.BUSY)
    assert view._latest.isVisible()
    assert view._search.text() == ""


def test_a_scan_leaves_the_half_typed_name_alone(view: CheckInView) -> None:
    view.show_state(samples.SEARCHING)
    view._search.setText("nguy")
    view.show_state(replace(samples.SEARCHING, answer=samples.WELCOME.answer))
    assert view._search.text() == "nguy"


def test_a_click_on_a_result_asks_about_the_person(view: CheckInView, heard: Heard) -> None:
    view._search.setText("n")
    view.show_state(samples.SEARCHING)
    grid = view._found.grid
    place = grid.visualRect(grid.model().index(2, 0)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard.asked == [("pick", samples.SEARCHING.found[2].delegate)]


def test_the_figures_stand_with_their_base_and_the_time_of_the_quorum(view: CheckInView) -> None:
    view.show_state(samples.BUSY)
    assert {"298", "445", "6", "141", "Quorum 2/3 reached at 07:09"} <= texts(view)
    view.show_state(samples.WAITING)
    assert "185 more for the quorum of 2/3" in texts(view)


def test_the_figures_of_the_delegations_follow_the_hall(view: CheckInView) -> None:
    view.show_state(samples.BUSY)
    pressed(view, "By delegation")
    dialog = view.findChildren(DelegationsDialog)[0]
    assert dialog.table.rows.rowCount() == 5
    view.show_state(samples.WAITING)
    assert dialog.table.rows.rowCount() == 0
    dialog.close()


def test_an_absence_needs_its_reason_and_tells_scope_and_leave(view: CheckInView, heard: Heard, qtbot: QtBot) -> None:
    view.show_state(samples.CONFIRM)
    view.ask_excuse()
    dialog = view.findChildren(ExcuseDialog)[0]
    dialog.record.click()
    assert dialog.isVisible()
    assert heard.asked == []
    dialog.reason.setText(" ốm ")
    dialog.allowed_by.setText("Trưởng đoàn")
    dialog._congress.setChecked(True)
    dialog.record.click()
    excuse = Excuse(reason="ốm", scope=ExcuseScope.CONGRESS, allowed_by="Trưởng đoàn")
    assert heard.asked == [("excuse", excuse)]


def test_there_is_no_absence_to_record_without_a_person(view: CheckInView) -> None:
    view.show_state(samples.UNKNOWN)
    view.ask_excuse()
    assert view.findChildren(ExcuseDialog) == []


def test_the_sessions_can_be_chosen(view: CheckInView, heard: Heard) -> None:
    view.show_state(samples.WAITING)
    assert view._chooser.currentText().startswith("Khai mạc")
    view._chooser.activated.emit(1)
    assert heard.asked == [("choose_session", samples.AFTERNOON.id)]


def test_without_a_session_the_room_says_what_to_do_first(view: CheckInView, heard: Heard) -> None:
    view.show_state(samples.EMPTY)
    pressed(view, "Add a session")
    assert heard.asked == [("plan_sessions",)]


def test_the_live_picture_is_drawn_with_the_face_framed(view: CheckInView) -> None:
    view.show_state(samples.TOO_FAR)
    view.show_picture(camera_picture())
    assert "A little closer, please" in texts(view)
    view.show_state(samples.CAMERA_LOST)
    assert view._live._picture.accessibleDescription().startswith("The camera was unplugged")


@pytest.mark.parametrize("reason", CHECK_IN_REASONS)
def test_every_refusal_has_its_own_word_icon_tone_sound_and_sentence(reason: Reason) -> None:
    say = look_for("vi", "light").say
    answer = Answer(stand=Stand.REFUSED, reason=reason)
    others = [Answer(stand=Stand.REFUSED, reason=one) for one in CHECK_IN_REASONS if one is not reason]
    assert tone_of(answer) in (Tone.NO, Tone.ASK)
    assert sound_of(answer) in ("no", "ask")
    assert word_of(answer, say) not in {word_of(one, say) for one in others}
    assert icon_of(answer) not in {icon_of(one) for one in others}
    drawn = shown(answer, samples.ZONE, say)
    assert drawn.advice not in {shown(one, samples.ZONE, say).advice for one in others}


def test_only_a_refusal_is_filled_with_red() -> None:
    filled = {stand for stand in Stand if tone_of(Answer(stand=stand)) is Tone.NO}
    assert filled == {Stand.REFUSED}


def test_a_state_without_changes_draws_nothing_anew(view: CheckInView, monkeypatch: pytest.MonkeyPatch) -> None:
    view.show_state(samples.BUSY)
    drawn: list[object] = []
    monkeypatch.setattr(view._answer, "show_answer", drawn.append)
    monkeypatch.setattr(view._latest, "show_rows", drawn.append)
    view.show_state(replace(samples.BUSY, live=replace(samples.LIVE, box=(1, 2, 3, 4))))
    assert drawn == []
    assert isinstance(samples.BUSY, CheckInState)
