"""The window of a congress: rooms by keys, language at once, a scan from key to journal, a clean end."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from congress_desk.domain.journal import Kind
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.plumbing.settings import SettingsFile
from congress_desk.ui.errors import CrashDialog
from congress_desk.ui.help import HelpDialog
from congress_desk.ui.main_window import MainWindow
from congress_desk.ui.room_list import ROOMS
from congress_desk.ui.rooms.checkin.state import Stand
from tests.builders import Hall
from tests.ui.builders import StillCamera, a_desk

OTHERS = tuple(room for room in ROOMS if room.name in ("checkin", "settings"))


class Opened:
    def __init__(self, hall: Hall, settings: SettingsFile, bot: QtBot) -> None:
        self.hall, self.settings, self.bot = hall, settings, bot
        self.cameras: list[StillCamera] = []
        self.window = MainWindow(a_desk(hall), settings, make_camera=self._camera, rooms=OTHERS)
        self.window.resize(1366, 768)
        self.window.show()
        bot.waitUntil(lambda: self.state.session is not None)

    def _camera(self) -> StillCamera:
        self.cameras.append(StillCamera())
        return self.cameras[-1]

    @property
    def state(self) -> Any:
        return self.window.presenter("checkin").state

    def speak(self, language: str) -> None:
        """Choose a language in the strip above."""
        self.window.frame.language_requested.emit(language)
        self.bot.waitUntil(lambda: self.window.look.say.language == language)

    def scan(self, code: str) -> None:
        for char in code + "\r":
            key = Qt.Key.Key_Return if char == "\r" else Qt.Key.Key_0
            event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, char)
            QApplication.sendEvent(QApplication.focusWidget() or self.window, event)


@pytest.fixture
def opened(hall: Hall, settings: SettingsFile, qtbot: QtBot) -> Iterator[Opened]:
    made = Opened(hall, settings, qtbot)
    yield made
    made.window.close()
    made.window.deleteLater()


def test_a_scanned_badge_goes_from_the_keys_to_the_journal_and_the_screen(opened: Opened) -> None:
    opened.scan(opened.hall.badge(0))
    opened.bot.waitUntil(lambda: opened.state.answer.stand is Stand.ACCEPTED)
    assert [e.delegate for e in opened.hall.events() if e.kind is Kind.ARRIVED] == [opened.hall.people[0].id]
    opened.bot.waitUntil(lambda: opened.state.status.total.present == 1)
    texts = {one.text() for one in opened.window.findChildren(QLabel) if one.isVisible()}
    assert opened.hall.people[0].sheet.full_name.upper() in texts
    assert "Checked in" in texts


def test_the_strip_and_the_status_line_follow_the_hall(opened: Opened) -> None:
    for n in range(2):
        opened.hall.check_in.by_code(opened.hall.badge(n), opened.hall.session)
    frame = opened.window.frame
    opened.bot.waitUntil(lambda: "2/3 present" in frame.status_line._quorum.text())
    assert "reached" in frame.status_line._quorum.text()
    assert frame._title.text() == "Đại hội đại biểu Đảng bộ tỉnh Thái Sơn"
    assert frame._session.text() == "Phiên khai mạc"


def test_ctrl_and_a_number_change_the_room_and_the_camera_rests(opened: Opened) -> None:
    assert opened.cameras[0].running
    QTest.keyClick(opened.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert opened.window.view("settings").isVisible()
    opened.bot.waitUntil(lambda: not opened.cameras[0].running)
    QTest.keyClick(opened.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert opened.window.view("checkin").isVisible()
    assert opened.cameras[1].running


def test_another_language_shows_at_once_with_the_answer_still_there(opened: Opened) -> None:
    opened.scan(opened.hall.badge(0))
    opened.bot.waitUntil(lambda: opened.state.answer.stand is Stand.ACCEPTED)
    opened.speak("vi")
    texts = {one.text() for one in opened.window.frame.findChildren(QLabel)}
    assert "Đã ghi nhận" in texts
    opened.speak("ar")
    assert opened.window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert opened.settings.current.language == "ar"
    opened.scan(opened.hall.badge(1))
    opened.bot.waitUntil(lambda: opened.state.answer.person.delegate.id == opened.hall.people[1].id)
    opened.speak("en")
    assert opened.window.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_rooms_seen_before_another_language_was_chosen_go_on_living(opened: Opened) -> None:
    opened.window.show_room("settings")
    opened.window.show_room("checkin")
    opened.speak("vi")
    opened.window.presenter("settings").enter()
    opened.hall.check_in.by_code(opened.hall.badge(0), opened.hall.session)
    opened.bot.waitUntil(lambda: opened.state.status.total.present == 1)
    opened.window.show_room("settings")
    assert opened.window.view("settings").isVisible()
    opened.speak("en")


def test_the_theme_changes_and_is_kept(opened: Opened) -> None:
    opened.window.frame.theme_requested.emit()
    opened.bot.waitUntil(lambda: opened.window.look.tokens.theme == "dark")
    assert opened.settings.current.theme == "dark"


def test_a_backup_is_one_click(opened: Opened) -> None:
    opened.window.frame.backup_requested.emit()
    opened.bot.waitUntil(lambda: "Backup" in opened.window.frame.status_line._backup.text())
    opened.bot.waitUntil(lambda: opened.window._frame_presenter.state.backup_at is not None)
    copies = list((opened.hall.path.parent / "backup").glob("*.congress"))
    assert len(copies) == 1


def test_a_refusal_is_amber_a_trouble_is_red_with_retry(opened: Opened) -> None:
    tried: list[int] = []
    opened.window.errors.tell(Refusal(Reason.UNDO_TOO_LATE, minutes=15))
    opened.window.errors.tell(Trouble(Problem.BUSY), lambda: tried.append(1))
    red, amber = opened.window.frame.notices.notices()
    assert (amber.property("tone"), red.property("tone")) == ("ask", "no")
    assert "15" in amber.sentence
    red.button.click()
    assert tried == [1]
    assert opened.window.frame.notices.notices() == [amber]


def test_a_bug_opens_one_window_that_can_be_copied_and_kept_and_the_work_goes_on(
    opened: Opened, tmp_path: Path
) -> None:
    opened.window.errors.tell(ZeroDivisionError("by zero"))
    opened.window.errors.tell(ZeroDivisionError("again"))
    dialogs = opened.window.findChildren(CrashDialog)
    assert len(dialogs) == 1
    dialogs[0].copy()
    assert "by zero" in QApplication.clipboard().text()
    dialogs[0].save(tmp_path / "bug.txt")
    assert "by zero" in (tmp_path / "bug.txt").read_text(encoding="utf-8")
    dialogs[0].accept()
    opened.scan(opened.hall.badge(0))
    opened.bot.waitUntil(lambda: opened.state.answer.stand is Stand.ACCEPTED)


def test_a_scan_while_a_dialog_is_open_goes_to_the_dialog(opened: Opened) -> None:
    opened.window.show_help()
    dialog = opened.window.findChildren(HelpDialog)[0]
    opened.scan(opened.hall.badge(0))
    dialog.accept()
    assert opened.state.answer.stand is Stand.WAITING


def test_the_clock_moves_on(opened: Opened) -> None:
    opened.window._frame_presenter.tick()
    now = opened.window._frame_presenter.state.now
    assert now is not None
    assert abs(now - dt.datetime.now(dt.UTC)) < dt.timedelta(minutes=1)


def test_closing_leaves_no_thread_no_camera_and_no_listener(hall: Hall, settings: SettingsFile, qtbot: QtBot) -> None:
    before = threading.active_count()
    opened = Opened(hall, settings, qtbot)
    assert threading.active_count() > before
    opened.window.closeEvent(QCloseEvent())
    assert threading.active_count() == before
    assert not opened.cameras[0].running
    assert hall.announcer._listeners == []
    opened.window.deleteLater()


def test_only_the_rooms_of_the_list_are_known(opened: Opened) -> None:
    opened.window.show_room("nowhere")
    assert opened.window.view("checkin").isVisible()
