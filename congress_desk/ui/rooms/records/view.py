"""The records room on the screen: papers, the credentials report's words, closing texts, seals, the record pack.

A PDF dropped anywhere on the room is checked.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QStackedWidget, QWidget

from congress_desk.domain.records import Form
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.records import dialogs
from congress_desk.ui.rooms.records.choosing import Choosing
from congress_desk.ui.rooms.records.closing_page import ClosingPage
from congress_desk.ui.rooms.records.credentials_page import CredentialsPage
from congress_desk.ui.rooms.records.pack_page import PackPage
from congress_desk.ui.rooms.records.preview import Preview
from congress_desk.ui.rooms.records.seals_page import SealsPage, is_pdf
from congress_desk.ui.rooms.records.state import Page, RecordsState
from congress_desk.ui.rooms.records.words import PAGES, sentence_of
from congress_desk.ui.told import tone_of
from congress_desk.ui.widgets.dropping import FileDrop
from congress_desk.ui.widgets.notice import NoticeStack
from congress_desk.ui.widgets.options import Segments
from congress_desk.ui.widgets.parts import column, label, row

if TYPE_CHECKING:
    from congress_desk.ui.rooms.records.presenter import RecordsPresenter


SLACK = 24  # the chosen page's word is bolder


class RecordsView(QWidget):
    def __init__(self, presenter: RecordsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._told = 0
        self._state = RecordsState()
        self._build()
        self._connect()

    def show_state(self, state: RecordsState) -> None:
        self._state = state
        self.segments.show_value(state.page)
        if state.page is Page.PAPERS:
            self.choosing.show_state(state)
            self.preview.show_state(state)
        elif state.page is Page.CREDENTIALS:
            self.credentials.show_state(state)
        elif state.page is Page.CLOSING:
            self.closing.show_state(state)
        elif state.page is Page.SEALS:
            self.seals.show_state(state)
        self.pack.show_state(state)
        self._pages.setCurrentWidget(self._page_of[state.page])
        if state.told is not None and state.told.number != self._told:
            self._told = state.told.number
            self._notices.tell(tone_of(state.told), sentence_of(state.told, self._look.say, state.zone))

    def _build(self) -> None:
        look, say, presenter = self._look, self._look.say, self._presenter
        self._notices = NoticeStack(look)
        self.segments = Segments([(say(word), page) for page, word in PAGES.items()], say("Page"))
        self.segments.setMinimumWidth(self.segments.sizeHint().width() + SLACK)
        self.choosing, self.preview = Choosing(presenter, look), Preview(presenter, look)
        self.credentials, self.closing = CredentialsPage(presenter, look), ClosingPage(presenter, look)
        self.seals, self.pack = SealsPage(presenter, look), PackPage(presenter, look)
        papers = QWidget()
        halves = row(self.choosing, self.preview, space=16)
        halves.setStretch(1, 1)
        papers.setLayout(halves)
        self._page_of = {
            Page.PAPERS: papers,
            Page.CREDENTIALS: self.credentials,
            Page.CLOSING: self.closing,
            Page.SEALS: self.seals,
            Page.PACK: self.pack,
        }
        self.dropping = FileDrop(self, is_pdf)
        self._pages = QStackedWidget()
        for page in self._page_of.values():
            self._pages.addWidget(page)
        head = row(label(say("Records and printing"), "title"), 0, self.segments, space=8)
        layout = column(self._notices, head, self._pages, space=10, margin=16)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.choosing)

    def _connect(self) -> None:
        presenter = self._presenter
        self.segments.picked.connect(presenter.open_page)
        self.preview.save_requested.connect(self._on_save)
        self.preview.word_requested.connect(self._on_word)
        self.preview.seal_requested.connect(self._on_seal)
        self.credentials.report_requested.connect(lambda: presenter.open_form(Form.CREDENTIALS))
        self.closing.paper_requested.connect(presenter.open_form)
        self.closing.import_requested.connect(self._on_import)
        self.seals.check_requested.connect(self._on_check)
        self.seals.sign.sign_requested.connect(self._on_sign)
        self.seals.sign.key_requested.connect(self._on_key)
        self.seals.sign.library_requested.connect(self._on_library)
        self.pack.make_requested.connect(self._on_pack)
        self.pack.folder_requested.connect(self._on_open_folder)
        self.dropping.dropped.connect(presenter.seals.examine)

    def _on_save(self) -> None:
        paper = self._presenter.paper
        dialogs.ask_pdf(self, self._look.say, self._presenter.folder, paper.proposed_name(), paper.save)

    def _on_word(self) -> None:
        paper = self._presenter.paper
        dialogs.ask_word(self, self._look.say, self._presenter.folder, paper.proposed_name(), paper.save_word)

    def _on_seal(self) -> None:
        presenter = self._presenter
        name = presenter.paper.proposed_name()
        dialogs.ask_sealed(self, self._look.say, presenter.folder, name, presenter.seals.seal)

    def _on_import(self) -> None:
        dialogs.ask_table(self, self._look.say, self._presenter.folder, self._presenter.closing.import_table)

    def _on_check(self) -> None:
        dialogs.ask_record(self, self._look.say, self._presenter.folder, self._presenter.seals.examine)

    def _on_key(self) -> None:
        dialogs.ask_key(self, self._look.say, self._presenter.folder, self._presenter.seals.choose_key)

    def _on_library(self) -> None:
        dialogs.ask_library(self, self._look.say, self._presenter.folder, self._presenter.seals.choose_library)

    def _on_sign(self) -> None:
        if self._state.seals.file is not None:
            dialogs.ask_signed(self, self._look.say, self._state.seals.file, self.sign_into)

    def sign_into(self, target: Path) -> None:
        """The passphrase is taken out of its field at this moment."""
        self._presenter.seals.sign(target, self.seals.sign.taken())

    def _on_pack(self) -> None:
        packing, say = self._presenter.packing, self._look.say
        dialogs.ask_pack(self, say, self._presenter.folder, packing.proposed_name(), packing.make)

    def _on_open_folder(self) -> None:
        if self._state.packed is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._state.packed.folder)))
