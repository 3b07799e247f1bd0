"""The rooms that most tests of the registration desk begin with."""

from __future__ import annotations

from pathlib import Path

import pytest

from congress_desk.plumbing.settings import SettingsFile
from tests.builders import Hall
from tests.ui.rooms.checkin.live_room import Camera
from tests.ui.rooms.checkin.room import Room


@pytest.fixture
def room(hall: Hall, settings: SettingsFile, tmp_path: Path) -> Room:
    return Room(hall, settings, tmp_path)


@pytest.fixture
def camera(hall: Hall, settings: SettingsFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Camera:
    return Camera(hall, settings, tmp_path, monkeypatch)
