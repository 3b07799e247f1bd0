"""Safety: a copy now, and the proof that the journal is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from congress_desk.ui.look import Look
from congress_desk.ui.rooms.settings.rows import card_of, page_of
from congress_desk.ui.rooms.settings.state import Busy, SettingsState
from congress_desk.ui.rooms.settings.words import BUSY, verdict
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.notice import Notice
from congress_desk.ui.widgets.parts import button, column, label, on_click, primary_button, row
from congress_desk.ui.widgets.progress_strip import ProgressStrip

if TYPE_CHECKING:
    from congress_desk.ui.rooms.settings.presenter import SettingsPresenter


class SafetyPage(QWidget):
    folder_requested = Signal()

    def __init__(self, presenter: SettingsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._build()

    def show_state(self, state: SettingsState) -> None:
        say = self._look.say
        working = state.busy is not Busy.NOTHING
        if working:
            self._progress.show_progress(say(BUSY[state.busy]), 0, 0)
        self._progress.setVisible(working)
        self._back_up.setEnabled(not working)
        self._verify.setEnabled(not working)
        self._last.setText(say("Last copy made here: {path}", path=state.backup) if state.backup else "")
        self._last.setVisible(bool(state.backup))
        self._draw_verdict(state)

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._progress = ProgressStrip(look)
        self._progress.cancel_button.hide()
        self._back_up = primary_button(say("Make a copy now"), look=look, icon="backup")
        self._verify = button(say("Check the journal"), look=look, icon="shield")
        self._last = label("", "muted", wrap=True)
        on_click(self._back_up, self.folder_requested.emit)
        on_click(self._verify, self._presenter.verify)
        copy_words = label(
            say(
                "The whole congress in one file: choose a memory stick or another disk. The copy is checked before "
                "it counts, and it is never written over an older one. Check-in goes on meanwhile."
            ),
            wrap=True,
        )
        journal_words = label(
            say(
                "Every act is chained to the one before it. The check recomputes the whole chain and tells whether "
                "anything was changed, taken out or put in afterwards."
            ),
            wrap=True,
        )
        self._verdict = QWidget()
        self._verdict.setLayout(column(space=0))
        copy = card_of(say("Backup"), [copy_words, self._last], foot=row(0, self._back_up))
        journal = card_of(say("Journal"), [journal_words, self._verdict], foot=row(0, self._verify))
        self.setLayout(column(page_of(copy, journal), self._progress, space=0))

    def _draw_verdict(self, state: SettingsState) -> None:
        layout = self._verdict.layout()
        assert layout is not None
        while (item := layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        found = state.verification
        self._verdict.setVisible(found is not None)
        if found is not None:
            tone = Tone.OK if found.ok else Tone.NO
            layout.addWidget(Notice(self._look, tone, verdict(found, self._look.say), closable=False))
