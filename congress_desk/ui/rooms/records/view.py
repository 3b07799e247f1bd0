"""The records room on the screen: papers, the credentials report's words, closing texts, seals, the record pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from congress_desk.ui.look import Look
from congress_desk.ui.rooms.records import dialogs
from congress_desk.ui.rooms.records.choosing import Choosing
from congress_desk.ui.rooms.records.preview import Preview
from congress_desk.ui.rooms.records.state import RecordsState
from congress_desk.ui.rooms.records.words import sentence_of, tone_of
from congress_desk.ui.widgets.notice import NoticeStack
from congress_desk.ui.widgets.parts import button, column, label, on_click, row
from congress_desk.ui.widgets.progress_strip import ProgressStrip

if TYPE_CHECKING:
    from congress_desk.ui.rooms.records.presenter import RecordsPresenter


class RecordsView(QWidget):
    def __init__(self, presenter: RecordsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._told = 0
        self._build()
        self._connect()

    def show_state(self, state: RecordsState) -> None:
        if state.packing is not None:
            self._progress.show_progress(self._look.say("Making the record pack …"), *state.packing)
        self._progress.setVisible(state.packing is not None)
        self._pack.setEnabled(state.packing is None)
        self.choosing.show_state(state)
        self.preview.show_state(state)
        if state.told is not None and state.told.number != self._told:
            self._told = state.told.number
            self._notices.tell(tone_of(state.told), sentence_of(state.told, self._look.say, state.zone))

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._notices = NoticeStack(look)
        self.choosing = Choosing(self._presenter, look)
        self.preview = Preview(self._presenter, look)
        self._progress = ProgressStrip(look)
        self._pack = button(say("Record pack…"), look=look, icon="backup")
        self._pack.setToolTip(say("Every record in a new folder and bound in one PDF, with data and hashes"))
        halves = row(self.choosing, self.preview, space=16)
        halves.setStretch(1, 1)
        head = row(label(say("Records and printing"), "title"), 0, self._pack, space=8)
        layout = column(self._notices, head, self._progress, halves, space=10, margin=16)
        layout.setStretch(3, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.choosing)

    def _connect(self) -> None:
        self.preview.save_requested.connect(self._on_save_requested)
        self.preview.word_requested.connect(self._on_word_requested)
        self.preview.seal_requested.connect(self._on_seal_requested)
        self._progress.cancel_requested.connect(self._presenter.packing.cancel)
        on_click(self._pack, self._on_pack_requested)

    def _on_pack_requested(self) -> None:
        packing, say = self._presenter.packing, self._look.say
        dialogs.ask_pack(self, say, self._presenter.folder, packing.proposed_name(), packing.make)

    def _on_save_requested(self) -> None:
        paper = self._presenter.paper
        dialogs.ask_pdf(self, self._look.say, self._presenter.folder, paper.proposed_name(), paper.save)

    def _on_word_requested(self) -> None:
        paper = self._presenter.paper
        dialogs.ask_word(self, self._look.say, self._presenter.folder, paper.proposed_name(), paper.save_word)

    def _on_seal_requested(self) -> None:
        presenter = self._presenter
        name = presenter.paper.proposed_name()
        dialogs.ask_sealed(self, self._look.say, presenter.folder, name, presenter.seals.seal)
