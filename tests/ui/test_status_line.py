"""The line at the foot: it reminds of the day on which the faces have to be gone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from congress_desk.ui.frame_presenter import FramePresenter
from congress_desk.ui.frame_state import FrameState
from congress_desk.ui.look import Look
from congress_desk.ui.status_line import StatusLine
from tests.builders import Hall
from tests.services.enrolling import RED, agreed, enrolled, photographed
from tests.ui.builders import AtOnce, a_desk

DUE = dt.date(2025, 10, 22)


@pytest.mark.parametrize(
    ("state", "told"),
    [
        (FrameState(erase_by=DUE), "Erase faces by 22/10/2025"),
        (FrameState(erase_by=DUE, overdue=True), "Faces overdue since 22/10/2025"),
    ],
)
def test_the_day_of_the_erasure_is_told(qtbot: QtBot, look: Look, state: FrameState, told: str) -> None:
    line = StatusLine(look)
    qtbot.addWidget(line)
    line.show_state(state)
    line.show()
    assert told in {label.text() for label in line.findChildren(QLabel) if label.isVisible()}


def test_without_a_reminder_nothing_is_said(qtbot: QtBot, look: Look) -> None:
    line = StatusLine(look)
    qtbot.addWidget(line)
    line.show_state(FrameState(erase_by=DUE))
    line.show_state(FrameState())
    line.show()
    assert not any("aces" in label.text() for label in line.findChildren(QLabel) if label.isVisible())


def test_the_reminder_comes_from_the_congress_and_goes_with_the_faces(hall: Hall) -> None:
    photographed(hall, RED)
    agreed(hall, 0)
    enrolled(hall)
    now: Callable[[], dt.datetime] = hall.clock.now
    presenter = FramePresenter(a_desk(hall), AtOnce(), now)

    def told() -> tuple[dt.date | None, bool]:
        presenter.refresh()
        return presenter.state.erase_by, presenter.state.overdue

    assert told() == (None, False)
    hall.clock.pass_time(days=40)
    assert told() == (DUE, True)
    hall.faces.erase()
    assert told() == (None, False)
