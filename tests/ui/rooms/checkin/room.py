"""The check-in presenter in its surroundings, over a real congress file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from congress_desk.domain.journal import Kind
from congress_desk.plumbing.settings import SettingsFile
from congress_desk.ui.rooms.checkin.presenter import CheckInPresenter
from congress_desk.ui.rooms.checkin.state import Stand
from tests.builders import Hall
from tests.ui.builders import Around, SetSeconds, Watching, a_desk


class Room:
    """The presenter in its surroundings."""

    def __init__(self, hall: Hall, settings: SettingsFile, folder: Path) -> None:
        self.hall = hall
        self.seconds = SetSeconds()
        self.around = Around(a_desk(hall), settings, folder)
        self.presenter = CheckInPresenter(self.around.surroundings(), self.seconds)
        self.view = Watching()
        self.presenter.attach(self.view)
        self.presenter.enter()

    @property
    def answer(self) -> Any:
        return self.presenter.state.answer

    def stands(self, stand: Stand) -> bool:
        return self.presenter.state.answer.stand is stand

    def arrivals(self) -> list[str | None]:
        return [e.delegate for e in self.hall.events() if e.kind is Kind.ARRIVED]
