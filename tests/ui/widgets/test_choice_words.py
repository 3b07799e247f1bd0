"""A choice whose word has no room says so with an ellipsis."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from congress_desk.ui.look import Look
from congress_desk.ui.widgets.forms import Choice


def a_choice(qtbot: QtBot, word: str, width: int) -> Choice:
    made = Choice([(word, 1)])
    qtbot.addWidget(made)
    made.setFixedSize(width, 40)
    made.show()
    return made


def test_a_word_without_room_is_drawn_as_its_beginning_with_an_ellipsis(qtbot: QtBot, look: Look) -> None:
    narrow = a_choice(qtbot, "Thông qua Nghị quyết Đại hội đại biểu", 160)
    shortened = narrow.grab().toImage()
    assert narrow.currentText() == "Thông qua Nghị quyết Đại hội đại biểu"
    room = 160 - 10 - 28  # padding and arrow of the stylesheet
    words = {shortened == a_choice(qtbot, word, 160).grab().toImage() for word in shorter_than(narrow, room)}
    assert True in words


def shorter_than(choice: Choice, room: int) -> list[str]:
    """What an ellipsis may leave of the word, a few px more or less."""
    metrics, mode = choice.fontMetrics(), Qt.TextElideMode.ElideRight
    return [metrics.elidedText(choice.currentText(), mode, room + more) for more in range(-16, 5)]
