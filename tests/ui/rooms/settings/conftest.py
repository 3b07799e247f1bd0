"""The settings room on the real services over a real congress file."""

from __future__ import annotations

from pathlib import Path

import pytest

from congress_desk.domain.journal import Kind
from congress_desk.plumbing.settings import SettingsFile
from congress_desk.services.face_status import KeyState
from congress_desk.ui.rooms.settings.presenter import SettingsPresenter
from congress_desk.ui.rooms.settings.state import Fact, SessionDraft, SettingsState
from tests.builders import Hall
from tests.ui.builders import Around, Watching, a_desk


class Room:
    def __init__(self, hall: Hall, settings: SettingsFile, folder: Path) -> None:
        self.hall = hall
        self.around = Around(a_desk(hall), settings, folder)
        self.presenter = SettingsPresenter(self.around.surroundings())
        self.view = Watching()
        self.presenter.attach(self.view)
        self.presenter.enter()

    @property
    def state(self) -> SettingsState:
        return self.presenter.state

    def draft(self) -> SessionDraft | None:
        return self.state.draft

    def told(self) -> Fact | None:
        return self.state.told.fact if self.state.told else None

    def key(self) -> KeyState | None:
        return self.state.faces.key if self.state.faces else None

    def kinds(self) -> list[Kind]:
        return [event.kind for event in self.hall.events()]


@pytest.fixture
def room(hall: Hall, settings: SettingsFile, tmp_path: Path) -> Room:
    return Room(hall, settings, tmp_path)
