"""A scanner types into whatever has the focus: its code is read, and nothing that a person typed is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from congress_desk.ui.wedge import HOLD_MS, Wedge
from tests.ui.builders import SetSeconds

BADGE = "12345678903"


class Desk(QWidget):
    """A room with a search field, a button, and a list of the keys it took."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.other, self.button = QLineEdit(), QLineEdit(), QPushButton("Undo")
        layout = QVBoxLayout(self)
        for one in (self.field, self.other, self.button):
            layout.addWidget(one)
        self.wanted: set[str] = set()
        self.taken: list[str] = []
        self.listening = True

    def take_key(self, key: str) -> bool:
        if key in self.wanted:
            self.taken.append(key)
        return key in self.wanted

    def typing_place(self) -> QWidget:
        return self.field


class Typist:
    """Types on the desk at a person's or a scanner's speed."""

    def __init__(self, qtbot: QtBot, app: QApplication) -> None:
        self.desk = Desk()
        self.codes: list[str] = []
        self.seconds = SetSeconds()
        self.wedge = Wedge(lambda: self.desk if self.desk.listening else None, clock=self.seconds)
        self.wedge.code_read.connect(self.codes.append)
        app.installEventFilter(self.wedge)
        qtbot.addWidget(self.desk)
        self.desk.show()
        qtbot.waitExposed(self.desk)
        self.bot = qtbot

    def press(self, text: str, *, ms: int) -> None:
        focus = QApplication.focusWidget() or self.desk
        for char in text:
            self.seconds.seconds += ms / 1000
            if ms > HOLD_MS:
                self.rest()
            key = {"\r": Qt.Key.Key_Return, "\x1b": Qt.Key.Key_Escape, " ": Qt.Key.Key_Space}.get(char)
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key or Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, char)
                QApplication.sendEvent(QApplication.focusWidget() or focus, event)

    def scan(self, text: str) -> None:
        self.press(text, ms=5)

    def type(self, text: str) -> None:
        self.press(text, ms=140)
        self.rest()

    def rest(self) -> None:
        """The hold's time passes."""
        self.wedge._rest.stop()
        self.wedge._let_go()


@pytest.fixture
def typist(qtbot: QtBot, qapp: QApplication) -> Iterator[Typist]:
    made = Typist(qtbot, qapp)
    yield made
    qapp.removeEventFilter(made.wedge)


def test_a_scanned_code_is_read_and_no_field_sees_it(typist: Typist) -> None:
    typist.desk.field.setFocus()
    typist.scan(BADGE + "\r")
    assert typist.codes == [BADGE]
    assert typist.desk.field.text() == ""


def test_a_half_typed_name_survives_a_scan(typist: Typist) -> None:
    typist.desk.field.setFocus()
    typist.type("Nguyễn T")
    typist.scan(BADGE + "\r")
    typist.type("hị")
    assert typist.codes == [BADGE]
    assert typist.desk.field.text() == "Nguyễn Thị"


def test_a_scan_is_read_with_the_focus_on_a_button_or_on_nothing(typist: Typist) -> None:
    typist.desk.button.setFocus()
    typist.scan(BADGE + "\r")
    typist.desk.setFocus()
    typist.scan(BADGE[::-1] + "\r")
    assert typist.codes == [BADGE, BADGE[::-1]]


def test_a_citizen_card_is_read_with_its_bars_and_letters(typist: Typist) -> None:
    card = "019075001234||Nguyễn Thị Ánh|02031975|Nữ|Đại Từ, Thái Nguyên|10052021"
    typist.scan(card + "\r")
    assert typist.codes == [card]


def test_typing_by_a_person_arrives_in_the_field_in_its_order(typist: Typist) -> None:
    typist.desk.other.setFocus()
    typist.type("Anh 12")
    assert typist.desk.other.text() == "Anh 12"
    assert typist.codes == []


def test_fast_typing_without_enter_is_a_persons(typist: Typist) -> None:
    typist.desk.field.setFocus()
    typist.press("anh12", ms=20)
    typist.rest()
    assert typist.desk.field.text() == "anh12"
    assert typist.codes == []


def test_letters_and_a_fast_enter_are_a_name_and_no_code(typist: Typist) -> None:
    typist.desk.field.setFocus()
    typist.scan("anh\r")
    assert typist.codes == []
    assert typist.desk.field.text() == "anh"


def test_digits_and_a_slow_enter_are_typed_by_a_person(typist: Typist) -> None:
    typist.desk.field.setFocus()
    typist.type("012")
    typist.press("\r", ms=400)
    assert typist.codes == []
    assert typist.desk.field.text() == "012"


def test_any_letter_begins_the_search_where_no_field_has_the_focus(typist: Typist) -> None:
    typist.desk.button.setFocus()
    typist.type("n")
    assert typist.desk.field.text() == "n"
    assert typist.desk.field.hasFocus()


def test_a_single_key_goes_to_the_question_first(typist: Typist) -> None:
    typist.desk.wanted = {"2", "\r", "\x1b"}
    typist.desk.field.setFocus()
    typist.type("2")
    typist.press("\r", ms=300)
    typist.press("\x1b", ms=300)
    assert typist.desk.taken == ["2", "\r", "\x1b"]
    assert typist.desk.field.text() == ""


def test_a_scan_never_answers_a_question_by_its_digits(typist: Typist) -> None:
    typist.desk.wanted = {"1", "2", "3", "0", "\r", " "}
    typist.scan(BADGE + "\r")
    assert typist.desk.taken == []
    assert typist.codes == [BADGE]


def test_space_and_enter_on_a_button_press_the_button(typist: Typist) -> None:
    typist.desk.wanted = {" ", "\r"}
    pressed: list[bool] = []
    typist.desk.button.clicked.connect(lambda: pressed.append(True))
    typist.desk.button.setFocus()
    typist.type(" ")
    assert len(pressed) == 1
    assert typist.desk.taken == []


def test_nothing_is_held_while_nobody_listens(typist: Typist) -> None:
    typist.desk.listening = False
    typist.desk.other.setFocus()
    QTest.keyClicks(typist.desk.other, BADGE)
    assert typist.desk.other.text() == BADGE
    assert typist.codes == []


def test_commands_are_no_text(typist: Typist) -> None:
    typist.desk.field.setFocus()
    typist.type("ab")
    QTest.keyClick(typist.desk.field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert typist.desk.field.selectedText() == "ab"
