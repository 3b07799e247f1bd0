"""The first page: three large ways in, and the files opened last."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QListWidget, QListWidgetItem, QPushButton, QWidget

from congress_desk.domain.refusals import Refusal
from congress_desk.plumbing.sentences import sentence
from congress_desk.plumbing.texts import marked
from congress_desk.ui.first_run.dialogs import CreateDialog
from congress_desk.ui.first_run.state import FirstRunState, Opening
from congress_desk.ui.look import Look
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.language_button import language_button
from congress_desk.ui.widgets.notice import NoticeStack
from congress_desk.ui.widgets.parts import column, desk_button, icon_label, label, row
from congress_desk.ui.widgets.progress_strip import ProgressStrip

if TYPE_CHECKING:
    from congress_desk.ui.first_run.presenter import FirstRunPresenter

SHOWN_FILES = 6

OPENING_WORDS = {
    Opening.FILE: marked("Opening the congress"),
    Opening.NEW: marked("Creating the congress"),
    Opening.REHEARSAL: marked("Preparing the rehearsal with invented people. The first time takes a moment."),
}


class FirstRunView(QWidget):
    language_requested = Signal(str)

    def __init__(self, presenter: FirstRunPresenter, look: Look) -> None:
        super().__init__()
        self.setObjectName("Page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._presenter = presenter
        self._look = look
        self._told: object = None
        self._build()
        self._connect()

    def show_state(self, state: FirstRunState) -> None:
        say = self._look.say
        busy = state.opening is not Opening.NOTHING
        for one in (self._open, self._create, self._rehearse, self._recent):
            one.setEnabled(not busy)
        if busy:
            self._progress.show_progress(say(OPENING_WORDS[state.opening]), 0, 0)
        else:
            self._progress.hide()
        self._show_recent(state)
        if state.failure is not None and state.failure is not self._told:
            tone = Tone.ASK if isinstance(state.failure, Refusal) else Tone.NO
            self._notices.tell(tone, sentence(say, state.failure))
        elif state.failure is None:
            self._notices.clear()
        self._told = state.failure

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._open = self._way("open", say("Open a congress"))
        self._create = self._way("new", say("Create a congress"))
        self._rehearse = self._way("rehearse", say("Rehearse"))
        self._open.setProperty("look", "primary")
        self._open.setIcon(look.icon("open", "on_chrome"))
        self._recent = QListWidget()
        self._recent.setAccessibleName(say("Opened last"))
        self._recent_title = label(say("Opened last"), "strong")
        self._notices = NoticeStack(look)
        self._progress = ProgressStrip(look)
        self._progress.cancel_button.hide()
        self._language = language_button(look, self.language_requested.emit)
        body = column(
            row(0, self._language),
            0,
            self._heading(),
            self._notices,
            self._progress,
            row(self._open, self._create, self._rehearse, space=12),
            label(say("A congress is one file, kept on this computer. Nothing is sent anywhere."), "muted"),
            self._recent_title,
            self._recent,
            0,
            space=16,
            margin=24,
        )
        page = QFrame()
        page.setMaximumWidth(820)
        page.setLayout(body)
        middle = row(0, page, 0)
        middle.setStretch(1, 20)
        self.setLayout(column(middle))

    def _heading(self) -> QWidget:
        made = QWidget()
        words = column(
            label(self._look.say("Congress Desk"), "large"),
            label(self._look.say("Registration, records and order for a congress"), "muted"),
            space=0,
        )
        layout = row(icon_label(self._look, "emblem_on_light", 64), words, space=16)
        layout.setStretch(1, 1)
        made.setLayout(layout)
        return made

    def _way(self, icon: str, text: str) -> QPushButton:
        made = desk_button(text, look=self._look, icon=icon)
        made.setIconSize(QSize(24, 24))
        return made

    def _connect(self) -> None:
        self._open.clicked.connect(self._on_open)
        self._create.clicked.connect(self._on_create)
        self._rehearse.clicked.connect(self._presenter.rehearse)
        self._recent.itemActivated.connect(self._on_recent)
        self._recent.itemClicked.connect(self._on_recent)

    def _show_recent(self, state: FirstRunState) -> None:
        self._recent.clear()
        for one in state.recent:
            text = f"{one.path.stem}   –   {one.path.parent}"
            item = QListWidgetItem(text if one.there else self._look.say("{file} (not there)", file=text))
            item.setData(Qt.ItemDataRole.UserRole, str(one.path))
            item.setFlags(item.flags() if one.there else Qt.ItemFlag.NoItemFlags)
            self._recent.addItem(item)
        shown = bool(state.recent)
        self._recent.setVisible(shown)
        self._recent_title.setVisible(shown)
        rows = min(SHOWN_FILES, self._recent.count())
        self._recent.setFixedHeight(sum(self._recent.sizeHintForRow(place) for place in range(rows)) + 4)

    def _on_open(self) -> None:
        say = self._look.say
        kinds = f"{say('Congress files')} (*.congress)"
        chosen, _ = QFileDialog.getOpenFileName(self, say("Open a congress"), str(Path.home()), kinds)
        if chosen:
            self._presenter.open(Path(chosen))

    def _on_create(self) -> None:
        dialog = CreateDialog(self._look, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.created.connect(self._presenter.create)
        dialog.open()

    def _on_recent(self, item: QListWidgetItem) -> None:
        self._presenter.open(Path(item.data(Qt.ItemDataRole.UserRole)))
