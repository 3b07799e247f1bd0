"""The scanner's folder: whether it is read by itself, and what in it is not whole yet or cannot be opened.

The folder is looked into when the system says that it changed, and every few seconds all the same: a network share
says nothing.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QTimer
from PySide6.QtWidgets import QCheckBox, QFrame

from congress_desk.ui.look import Look
from congress_desk.ui.rooms.elections.scan_words import folder_words
from congress_desk.ui.rooms.elections.state import ElectionsState
from congress_desk.ui.widgets.fit_label import ElidedLabel
from congress_desk.ui.widgets.parts import column, label

if TYPE_CHECKING:
    from congress_desk.ui.rooms.elections.presenter import ElectionsPresenter

WRITING_MS = 1_000
RESTING_MS = 5_000


class FolderCard(QFrame):
    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        super().__init__()
        self._look = look
        self._watching = presenter.watching
        self._folder: Path | None = None
        self.name = ElidedLabel("", "strong")
        self.switch = QCheckBox(look.say("Watch this folder"))
        self.switch.setToolTip(look.say("What the scanner writes is read by itself; remembered for this round"))
        self.told = label("", "muted", wrap=True)
        self.setLayout(column(self.name, self.switch, self.told, space=4))
        self._system = QFileSystemWatcher(self)
        self._timer = QTimer(self)
        self._system.directoryChanged.connect(self._on_stirred)
        self._timer.timeout.connect(self._on_stirred)
        self.switch.clicked.connect(lambda on: presenter.watching.switch(on))
        self.hide()

    def show_state(self, state: ElectionsState, *, may: bool) -> None:
        watched = state.watched
        self.setVisible(watched is not None)
        self._listen(watched.folder if watched is not None and watched.on and may else None)
        if watched is None:
            return
        self.name.setText(watched.folder.name)
        self.name.setToolTip(str(watched.folder))
        self.switch.setChecked(watched.on)
        self.switch.setEnabled(may)
        tone, words = folder_words(watched, self._look.say)
        self.told.setText(words)
        self.told.setStyleSheet(f"color: {self._look.tokens.colours[tone]};" if tone else "")
        interval = WRITING_MS if watched.looked.writing or watched.looked.held else RESTING_MS
        if self._timer.interval() != interval:
            self._timer.setInterval(interval)

    def _listen(self, folder: Path | None) -> None:
        if folder == self._folder:
            return
        self._folder = folder
        if self._system.directories():
            self._system.removePaths(self._system.directories())
        if folder is None:
            self._timer.stop()
            return
        if folder.is_dir():
            self._system.addPath(str(folder))
        self._timer.start(RESTING_MS)

    def _on_stirred(self) -> None:
        self._watching.look()
