"""The records room on the real services over a real congress file."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from congress_desk.plumbing.settings import SettingsFile
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.records.view import RecordsView
from tests.builders import Hall
from tests.ui.rooms.records.room import PaperTray, Room

collect_ignore = [] if shutil.which("softhsm2-util") else ["test_token.py"]


@pytest.fixture
def room(hall: Hall, settings: SettingsFile, tmp_path: Path) -> Iterator[Room]:
    made = Room(hall, settings, tmp_path, tray=PaperTray("HP", "Canon"))
    yield made
    made.desk.close()


@pytest.fixture
def view(qtbot: QtBot, look: Look, room: Room) -> RecordsView:
    made = RecordsView(room.presenter, look)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    room.presenter.attach(made)
    made.show()
    return made
