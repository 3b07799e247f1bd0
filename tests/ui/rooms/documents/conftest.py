"""The documents room on the real services over a real congress file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from congress_desk.building import open_desk
from congress_desk.domain.documents import Document, Status
from congress_desk.domain.journal import Event, Kind
from congress_desk.plumbing.settings import SettingsFile
from congress_desk.services.ports.portal import Certificate, PortalReport
from congress_desk.ui.rooms.documents.presenter import DocumentsPresenter
from congress_desk.ui.rooms.documents.stands import Live
from congress_desk.ui.rooms.documents.state import DocumentsState, Page, Told
from tests.builders import Hall
from tests.library_files import a_pdf
from tests.ui.builders import Around, AtOnce, Watching


class PaperTray:
    """A printer that keeps what it was sent."""

    def __init__(self) -> None:
        self.sent: list[bytes] = []

    def names(self) -> Sequence[str]:
        return ("HP",)

    def send(self, pdf: Path, printer: str) -> None:
        self.sent.append(pdf.read_bytes())


class StillPortal:
    """A portal's process that does nothing but remember, and tell what the test makes it tell."""

    def __init__(self) -> None:
        self.running = False
        self.port = 0
        self.certificate: Certificate | None = None
        self.say: Callable[[PortalReport], None] | None = None

    def start(
        self, tell: Callable[[PortalReport], None], *, host: str, port: int, certificate: Certificate | None = None
    ) -> None:
        self.running, self.port, self.certificate, self.say = True, port, certificate, tell

    def stop(self) -> None:
        self.running = False

    def report(self, report: PortalReport) -> None:
        assert self.say is not None
        self.say(report)


class Room:
    def __init__(self, hall: Hall, settings: SettingsFile, folder: Path, *, real_portal: bool = False) -> None:
        self.hall, self.folder = hall, folder
        self.tray, self.process = PaperTray(), StillPortal()
        library = hall.library if real_portal else replace(hall.library, process=self.process)
        self.desk = replace(
            open_desk(hall.path, name="A2"),
            printer=self.tray,
            library=library,
            registry=hall.registry,
            congress=hall.congress,
            announcer=hall.announcer,
        )
        self.around = Around(self.desk, settings, folder, runner=AtOnce())
        self.presenter = DocumentsPresenter(self.around.surroundings())
        self.view = Watching()
        self.presenter.attach(self.view)
        self.presenter.enter()

    @property
    def state(self) -> DocumentsState:
        return self.presenter.state

    @property
    def told(self) -> Told:
        assert self.state.told is not None
        return self.state.told

    def page(self) -> Page:
        return self.state.page

    def live(self) -> Live:
        return self.state.portal.live

    def status(self) -> Status:
        """Of the first document."""
        return self.state.documents[0].status

    def titles(self) -> list[str]:
        return [line.document.card.title for line in self.state.shown]

    def take_in(self, *names: str, text: str = "một") -> list[Document]:
        """Files of these names, dropped and added as drafts."""
        paths = [a_pdf(self.folder / f"{name}.pdf", [f"{text} {name}"]) for name in names]
        self.presenter.taking.look_at(paths)
        self.presenter.taking.take_in()
        return [one for one in self.state.documents if one.id in self.state.marked]

    def choose(self, title: str) -> Document:
        found = next(one for one in self.state.documents if one.card.title == title)
        self.presenter.library.mark([found.id])
        return found

    def events(self, kind: Kind) -> list[Event]:
        return [event for event in self.hall.events() if event.kind is kind]


@pytest.fixture
def room(hall: Hall, settings: SettingsFile, tmp_path: Path) -> Iterator[Room]:
    made = Room(hall, settings, tmp_path)
    yield made
    made.presenter.close()
    made.desk.close()


@pytest.fixture
def hall_files(room: Room) -> Path:
    """The folder in which the documents' files are."""
    return room.folder
