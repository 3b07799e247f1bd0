"""Cards of settings: a row that is not there takes its hairline with it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel
from pytestqt.qtbot import QtBot

from congress_desk.ui.look import Look
from congress_desk.ui.rooms.settings.rows import card_of


def lines(card: QFrame) -> int:
    return sum(one.property("look") == "line" and one.isVisibleTo(card) for one in card.findChildren(QFrame))


def test_a_hidden_row_takes_its_hairline_with_it(qtbot: QtBot, look: Look) -> None:
    first, second = QLabel("a"), QLabel("b")
    second.hide()
    card = card_of("Title", [first, second])
    qtbot.addWidget(card)
    card.show()
    assert lines(card) == 1
    second.show()
    assert lines(card) == 2
    first.hide()
    assert lines(card) == 1
