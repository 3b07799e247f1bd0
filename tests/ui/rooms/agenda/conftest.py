"""The agenda room on the real services over a real congress file."""

from __future__ import annotations

from pathlib import Path

import pytest

from congress_desk.domain.agenda import Content, ItemKind, Sitting
from congress_desk.domain.journal import Kind
from congress_desk.plumbing.settings import SettingsFile
from congress_desk.ui.rooms.agenda.presenter import AgendaPresenter
from congress_desk.ui.rooms.agenda.state import AgendaState, Fact, Form
from tests.builders import OPENING, Hall
from tests.ui.builders import Around, Watching, a_desk

ITEMS = (
    Content(content="Chào cờ", by_whom="Ban Tổ chức", kind=ItemKind.CEREMONY, minutes=10),
    Content(content="Báo cáo chính trị", by_whom="Đoàn Chủ tịch", kind=ItemKind.REPORT, minutes=40),
    Content(content="Tham luận", by_whom="Các đoàn", kind=ItemKind.PRESENTATIONS, minutes=60),
)


class Room:
    def __init__(self, hall: Hall, settings: SettingsFile, folder: Path) -> None:
        self.hall = hall
        self.around = Around(a_desk(hall), settings, folder)
        self.presenter = AgendaPresenter(self.around.surroundings())
        self.view = Watching()
        self.presenter.attach(self.view)
        self.presenter.enter()

    @property
    def state(self) -> AgendaState:
        return self.presenter.state

    def contents(self) -> list[str]:
        return [timed.item.content for timed in self.state.times]

    def form(self) -> Form:
        return self.state.form

    def told(self) -> Fact | None:
        return self.state.told.fact if self.state.told else None

    def kinds(self) -> list[Kind]:
        return [event.kind for event in self.hall.events()]

    def planned(self) -> Sitting:
        """A morning with three items."""
        agenda = self.hall.programme.agenda
        sitting = agenda.add_sitting("Sáng", OPENING)
        for written in ITEMS:
            agenda.add_item(sitting.id, written)
        return sitting


@pytest.fixture
def room(hall: Hall, settings: SettingsFile, tmp_path: Path) -> Room:
    return Room(hall, settings, tmp_path)
