"""The documents room decides here: which page is open, and when what it shows is read anew.

The acts of each page stand in a module of their own; all share one Scene. What phones do is written by the
portal's own process, which no announcer tells of: the view asks every few seconds while the room is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from congress_desk.domain.delegates import Delegate
from congress_desk.domain.documents_records import SheetKind
from congress_desk.domain.journal import Event, Kind
from congress_desk.services.roster import CHANGE_DELEGATES
from congress_desk.ui.rooms.documents.copying import CopyActs
from congress_desk.ui.rooms.documents.handing_out import HandingOutActs
from congress_desk.ui.rooms.documents.library import LibraryActs
from congress_desk.ui.rooms.documents.opining import OpinionActs
from congress_desk.ui.rooms.documents.paper import PaperActs
from congress_desk.ui.rooms.documents.portal import PortalActs
from congress_desk.ui.rooms.documents.reading import ReadingActs
from congress_desk.ui.rooms.documents.scene import Scene
from congress_desk.ui.rooms.documents.state import DocumentsState, Follow, Page, Told
from congress_desk.ui.rooms.documents.taking_in import TakingInActs
from congress_desk.ui.running import Lane
from congress_desk.ui.surroundings import Surroundings

Read = tuple[tuple[Delegate, ...], ZoneInfo]
ELSEWHERE = frozenset({Kind.ARRIVED, Kind.LEFT, Kind.EXCUSED, Kind.CHECK_IN_REFUSED, Kind.VOIDED, Kind.PRINTED})


class DocumentsPresenter:
    def __init__(self, surroundings: Surroundings) -> None:
        self._scene = scene = Scene(surroundings)
        self._shown_now = False
        self.paper = PaperActs(scene)
        self.library = LibraryActs(scene, self.paper)
        self.taking = TakingInActs(scene)
        self.sheets = HandingOutActs(scene, self.paper)
        self.portal = PortalActs(scene)
        self.reading = ReadingActs(scene, self.paper)
        self.opinions = OpinionActs(scene, self.paper)
        self.copies = CopyActs(scene, self.paper)
        self._reads: dict[Page, Callable[[], None]] = {
            Page.SHEETS: self.sheets.read,
            Page.LINKS: self.sheets.read_links,
            Page.PORTAL: self.portal.read,
            Page.READING: self.reading.read,
            Page.OPINIONS: self.opinions.read,
            Page.COPIES: self.copies.read,
        }
        scene.refresh = self._refresh
        self._stop_listening = surroundings.listen(self._on_event)

    @property
    def state(self) -> DocumentsState:
        return self._scene.state

    @property
    def folder(self) -> Path:
        return self._scene.surroundings.folder

    def attach(self, view: Any) -> None:
        self._scene.view = view
        view.show_state(self.state)

    def enter(self) -> None:
        self._shown_now = True
        desk = self._scene.surroundings.desk
        self._read_people()
        self._scene.run(lambda: tuple(desk.printer.names()), lambda names: self._scene.show(printers=names))
        self._refresh()

    def leave(self) -> None:
        self._shown_now = False

    def close(self) -> None:
        self._shown_now = False
        self._stop_listening()

    def open_page(self, page: Page) -> None:
        if page is Page.SHEETS and not self.state.paper.is_sheet:
            self.paper.put_away()
        self._scene.open(page)
        self._refresh()

    def go_back(self) -> None:
        """From a paper or from files to where it began."""
        self.open_page(self.state.before)

    def portal_poster(self) -> None:
        """The portal's address and the Wi-Fi, to be printed; no link is made."""
        papers, encrypted = self._scene.library.papers, self.state.portal.encrypted
        settings = self._scene.library.settings
        self.paper.open(lambda: papers.address_sheet(SheetKind.POSTER, base=settings.base(encrypted=encrypted)))

    def tick(self) -> None:
        """A few seconds have gone by: what phones did meanwhile is shown."""
        if self._shown_now and not self.state.saving:
            self._refresh()

    def follow(self, told: Told) -> None:
        """The button of a notice."""
        if told.follow is Follow.RESTART:
            self.portal.start()
        elif told.about is not None and told.follow is Follow.UNDO_RECALL:
            self.library.issue([told.about])
        elif told.about is not None and told.follow is Follow.PAPER_COPIES:
            self.copies.open_for(told.about)

    def choose_language(self, language: str) -> None:
        """Of the papers."""
        self._scene.show(language=language)
        self.paper.make_again()

    def choose_printer(self, name: str) -> None:
        """For this desk from now on."""
        self._scene.surroundings.settings.change(printer=name)
        self._scene.show(printer=name)

    def _refresh(self) -> None:
        self.library.read()
        read = self._reads.get(self.state.page)
        if read is not None:
            read()

    def _read_people(self) -> None:
        desk = self._scene.surroundings.desk
        self._scene.run(
            lambda: (tuple(desk.registry.delegates()), desk.congress.zone()), self._on_read, lane=Lane.STORE
        )

    def _on_read(self, read: Read) -> None:
        people, zone = read
        self._scene.show(people=people, zone=zone)

    def _on_event(self, event: Event) -> None:
        if self._shown_now and event.kind in CHANGE_DELEGATES:
            self._read_people()
        if self._shown_now and event.kind not in ELSEWHERE and not self.state.saving:
            self._refresh()
