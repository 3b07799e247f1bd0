"""The line at the foot: it reminds of the day on which the faces have to be gone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from congress_desk.ui.frame_presenter import FramePresenter
from congress_desk.ui.frame_state import FrameState
from congress_desk.ui.look import Look
from congress_desk.ui.status_line import StatusLine
from tests.builders import OPENING, Hall, a_hall
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


def test_a_congress_for_reading_only_is_said_to_be_one(qtbot: QtBot, look: Look) -> None:
    line = StatusLine(look)
    qtbot.addWidget(line)
    line.show()
    for read_only, told in ((True, "For reading only. To work on this"), (False, "Everything is saved")):
        line.show_state(FrameState(read_only=read_only))
        shown = [label.text() for label in line.findChildren(QLabel) if label.isVisible()]
        assert any(text.startswith(told) for text in shown)


def test_the_window_of_an_archive_says_that_it_may_only_be_read(tmp_path: Path) -> None:
    made = a_hall(tmp_path)
    made.store.close()
    made.path.chmod(0o444)
    archive = made.other_desk("B")
    frame = FramePresenter(a_desk(archive), AtOnce(), lambda: OPENING)
    assert frame.state.read_only
    archive.store.close()


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
