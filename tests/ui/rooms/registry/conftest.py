"""The delegates room on the real services over a real congress file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from congress_desk.plumbing.settings import SettingsFile
from congress_desk.services.desk import Desk
from congress_desk.ui.rooms.registry.presenter import RegistryPresenter
from congress_desk.ui.rooms.registry.state import Form, Page, RegistryState
from tests.builders import Hall
from tests.ui.builders import Around, AtOnce, Watching, a_desk


class Room:
    """The presenter in its surroundings; `desk_parts` take the place of parts of the desk."""

    def __init__(
        self,
        hall: Hall,
        settings: SettingsFile,
        folder: Path,
        *,
        runner: AtOnce | None = None,
        **desk_parts: Any,
    ) -> None:
        self.hall = hall
        desk: Desk = replace(a_desk(hall), **desk_parts)
        self.around = Around(desk, settings, folder, runner=runner or AtOnce())
        self.presenter = RegistryPresenter(self.around.surroundings())
        self.view = Watching()
        self.presenter.attach(self.view)
        self.presenter.enter()

    @property
    def state(self) -> RegistryState:
        return self.presenter.state

    def form(self) -> Form:
        return self.state.form

    def page(self) -> Page:
        return self.state.page

    def names(self) -> list[str]:
        return [line.delegate.sheet.full_name for line in self.state.shown]

    def choose(self, n: int) -> None:
        self.presenter.mark([self.hall.people[n].id])


@pytest.fixture
def room(hall: Hall, settings: SettingsFile, tmp_path: Path) -> Room:
    return Room(hall, settings, tmp_path)
