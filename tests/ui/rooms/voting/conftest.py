"""The room of votes by hands on the real services over a real congress file."""

from __future__ import annotations

from pathlib import Path

import pytest

from congress_desk.domain.journal import Kind
from congress_desk.domain.votes import VoteId
from congress_desk.plumbing.settings import SettingsFile
from congress_desk.ui.rooms.voting.presenter import VotingPresenter
from congress_desk.ui.rooms.voting.state import Fact, Side, VotingState
from tests.builders import Hall
from tests.ui.builders import Around, Watching, a_desk


class Room:
    def __init__(self, hall: Hall, settings: SettingsFile, folder: Path) -> None:
        self.hall = hall
        self.around = Around(a_desk(hall), settings, folder)
        self.presenter = VotingPresenter(self.around.surroundings())
        self.view = Watching()
        self.presenter.attach(self.view)
        self.presenter.enter()

    @property
    def state(self) -> VotingState:
        return self.presenter.state

    def told(self) -> Fact | None:
        return self.state.told.fact if self.state.told else None

    def chosen(self) -> VoteId | None:
        return self.state.chosen

    def side(self) -> Side:
        return self.state.side

    def kinds(self) -> list[Kind]:
        return [event.kind for event in self.hall.events()]

    def come(self, *places: int) -> None:
        """These delegates check in."""
        for place in places:
            self.hall.check_in.by_code(self.hall.badge(place), self.hall.session)


@pytest.fixture
def room(hall: Hall, settings: SettingsFile, tmp_path: Path) -> Room:
    return Room(hall, settings, tmp_path)
