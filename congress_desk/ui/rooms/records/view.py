"""The records room on the screen: what to print on the leading side, its pages on the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from congress_desk.ui.look import Look
from congress_desk.ui.rooms.records.choosing import Choosing
from congress_desk.ui.rooms.records.dialogs import ask_pack, ask_pdf
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
        self._notices = NoticeStack(self._look)
        self.choosing = Choosing(self._presenter, self._look)
        self.preview = Preview(self._presenter, self._look)
        self._progress = ProgressStrip(self._look)
        self._pack = button(self._look.say("Record pack…"), look=self._look, icon="backup")
        told = self._look.say("Every record in a new folder and bound in one PDF, with data and hashes")
        self._pack.setToolTip(told)
        title = label(self._look.say("Records and printing"), "title")
        leading = column(title, 4, self.choosing, self._pack, space=12)
        leading.setStretch(2, 1)
        halves = row(leading, self.preview, space=16)
        halves.setStretch(1, 1)
        layout = column(self._notices, self._progress, halves, space=8, margin=16)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.choosing)

    def _connect(self) -> None:
        self.preview.save_requested.connect(self._on_save_requested)
        self._progress.cancel_requested.connect(self._presenter.packing.cancel)
        on_click(self._pack, self._on_pack_requested)

    def _on_pack_requested(self) -> None:
        packing, say = self._presenter.packing, self._look.say
        ask_pack(self, say, self._presenter.folder, packing.proposed_name(), packing.make)

    def _on_save_requested(self) -> None:
        presenter = self._presenter
        ask_pdf(self, self._look.say, presenter.folder, presenter.proposed_name(), presenter.save_paper)
