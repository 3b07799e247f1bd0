"""The documents room on the screen: its pages as a row of words, one of them open, the portal's lamp beside them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from congress_desk.ui.look import Look
from congress_desk.ui.rooms.documents import dialogs
from congress_desk.ui.rooms.documents.copies_page import CopiesPage
from congress_desk.ui.rooms.documents.library_page import LibraryPage
from congress_desk.ui.rooms.documents.links_page import LinksPage
from congress_desk.ui.rooms.documents.opinions_page import OpinionsPage
from congress_desk.ui.rooms.documents.paper_place import PaperPlace
from congress_desk.ui.rooms.documents.portal_page import PortalPage
from congress_desk.ui.rooms.documents.reading_page import ReadingPage
from congress_desk.ui.rooms.documents.sheets_page import PaperPage, SheetsPage
from congress_desk.ui.rooms.documents.state import TABS, DocumentsState, Page, Told
from congress_desk.ui.rooms.documents.taking_page import TakingPage
from congress_desk.ui.rooms.documents.words import FOLLOWS, LIVES, PAGES, sentence_of
from congress_desk.ui.told import tone_of
from congress_desk.ui.widgets.notice import NoticeStack
from congress_desk.ui.widgets.options import Segments
from congress_desk.ui.widgets.parts import column, row
from congress_desk.ui.widgets.pill import StatusPill

if TYPE_CHECKING:
    from congress_desk.ui.rooms.documents.presenter import DocumentsPresenter

PULSE_MS = 4_000

RoomPage = (
    LibraryPage
    | SheetsPage
    | LinksPage
    | PortalPage
    | ReadingPage
    | OpinionsPage
    | CopiesPage
    | TakingPage
    | PaperPage
)


class DocumentsView(QWidget):
    def __init__(self, presenter: DocumentsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._told = 0
        self._build()
        self._connect()

    def show_state(self, state: DocumentsState) -> None:
        """Only the open page is drawn; the others are when they are opened."""
        self._tabs.show_value(state.page if state.page in TABS else state.before)
        tone, word = LIVES[state.portal.live]
        say = self._look.say
        self._live.show_status(tone, say("Portal: {state}", state=say(word)))
        page = self.pages[state.page]
        page.show_state(state)
        if self._stack.currentWidget() is not page:
            self._stack.setCurrentWidget(page)
        if state.told is not None and state.told.number != self._told:
            self._told = state.told.number
            self._tell(state.told, state)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._pulse.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._pulse.stop()

    def _build(self) -> None:
        look, say, presenter = self._look, self._look.say, self._presenter
        self._notices = NoticeStack(look)
        self._tabs = Segments([(say(PAGES[page]), page) for page in TABS], say("Pages of the room"))
        self._live = StatusPill(look)
        self.pages: dict[Page, RoomPage] = {
            Page.LIBRARY: LibraryPage(presenter, look),
            Page.SHEETS: SheetsPage(presenter, look),
            Page.LINKS: LinksPage(presenter, look),
            Page.PORTAL: PortalPage(presenter, look),
            Page.READING: ReadingPage(presenter, look),
            Page.OPINIONS: OpinionsPage(presenter, look),
            Page.COPIES: CopiesPage(presenter, look),
            Page.TAKING: TakingPage(presenter, look),
            Page.PAPER: PaperPage(presenter, look),
        }
        self._stack = QStackedWidget()
        for page in self.pages.values():
            self._stack.addWidget(page)
        head = row(self._tabs, 0, self._live, space=8)
        layout = column(head, self._notices, self._stack, space=12, margin=16)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.setFocusProxy(self._stack)
        self._pulse = QTimer(self)
        self._pulse.setInterval(PULSE_MS)

    def _connect(self) -> None:
        self._tabs.picked.connect(self._presenter.open_page)
        self._pulse.timeout.connect(self._presenter.tick)
        for page in self.pages.values():
            if isinstance(page, LibraryPage | TakingPage):
                page.files_requested.connect(self._on_files_requested)
            if isinstance(page, LibraryPage):
                page.panel.version_requested.connect(self._on_version_requested)
                page.panel.file_requested.connect(self._on_file_requested)
            if isinstance(page, PortalPage):
                page.certificate_requested.connect(self._on_certificate_requested)
                page.key_requested.connect(self._on_key_requested)
            if isinstance(page, SheetsPage | PaperPage):
                self._connect_pane(page.pane)

    def _connect_pane(self, pane: PaperPlace) -> None:
        pane.save_requested.connect(self._on_save_requested)
        pane.picture_requested.connect(self._on_picture_requested)

    def _tell(self, told: Told, state: DocumentsState) -> None:
        say = self._look.say
        follow = told.follow
        self._notices.clear()  # one at a time: the pages need the room
        self._notices.tell(
            tone_of(told),
            sentence_of(told, say, state.zone),
            act_name=say(FOLLOWS[follow]) if follow in FOLLOWS else "",
            act=lambda: self._presenter.follow(told),
        )

    def _on_files_requested(self) -> None:
        dialogs.ask_documents(self, self._look.say, self._presenter.folder, self._presenter.taking.look_at)

    def _on_version_requested(self) -> None:
        dialogs.ask_version(self, self._look.say, self._presenter.folder, self._presenter.library.add_version)

    def _on_file_requested(self, name: str) -> None:
        save = self._presenter.library.save_file
        dialogs.ask_copy_of_file(self, self._look.say, self._presenter.folder, Path(name).name, save)

    def _on_certificate_requested(self) -> None:
        choose = self._presenter.portal.choose_certificate
        dialogs.ask_certificate_file(self, self._look.say, self._presenter.folder, choose)

    def _on_key_requested(self) -> None:
        dialogs.ask_certificate_file(self, self._look.say, self._presenter.folder, self._presenter.portal.choose_key)

    def _on_save_requested(self) -> None:
        paper = self._presenter.paper
        dialogs.ask_paper(self, self._look.say, self._presenter.folder, paper.proposed_name(), paper.save)

    def _on_picture_requested(self) -> None:
        paper = self._presenter.paper
        dialogs.ask_picture(self, self._look.say, self._presenter.folder, paper.proposed_name(), paper.save)
