"""A records room for tests: the real desk, a printer that keeps what it was sent, a view that remembers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from congress_desk.building import open_desk
from congress_desk.domain.journal import Event, Kind
from congress_desk.plumbing.settings import SettingsFile
from congress_desk.ui.rooms.records.presenter import RecordsPresenter
from congress_desk.ui.rooms.records.state import Fact, Paper, RecordsState, Stand
from tests.builders import Hall
from tests.ui.builders import Around, AtOnce, Watching


class PaperTray:
    """A printer that keeps what it was sent."""

    def __init__(self, *names: str) -> None:
        self._names = names
        self.sent: list[tuple[str, bytes]] = []

    def names(self) -> Sequence[str]:
        return self._names

    def send(self, pdf: Path, printer: str) -> None:
        self.sent.append((printer, pdf.read_bytes()))


class Room:
    def __init__(
        self, hall: Hall, settings: SettingsFile, folder: Path, *, tray: PaperTray, runner: AtOnce | None = None
    ) -> None:
        self.hall, self.tray = hall, tray
        self.desk = replace(open_desk(hall.path, name="A2"), printer=tray)
        self.around = Around(self.desk, settings, folder, runner=runner or AtOnce())
        self.presenter = RecordsPresenter(self.around.surroundings())
        self.view = Watching()
        self.presenter.attach(self.view)
        self.presenter.enter()

    @property
    def state(self) -> RecordsState:
        return self.presenter.state

    def paper(self) -> Paper:
        return self.presenter.state.paper

    def stand(self) -> Stand:
        return self.presenter.state.paper.stand

    def told(self) -> Fact | None:
        return self.state.told.fact if self.state.told else None

    def printings(self) -> list[Event]:
        return [event for event in self.hall.events() if event.kind is Kind.PRINTED]
