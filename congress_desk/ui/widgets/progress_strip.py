"""Long work: what is done, what is left, and Cancel."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QProgressBar

from congress_desk.ui.look import Look
from congress_desk.ui.widgets.parts import button, column, label, row


class ProgressStrip(QFrame):
    """show_progress(sentence, finished, total); total 0 means that nobody knows how long."""

    cancel_requested = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("look", "notice")
        self.setProperty("tone", "calm")
        self._words = label()
        self._figures = label("", "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self.cancel_button = button(look.say("Cancel"))
        self.cancel_button.clicked.connect(self.cancel_requested)
        text = column(row(self._words, 0, self._figures), self._bar, space=6)
        layout = row(text, self.cancel_button, space=16)
        layout.setStretch(0, 1)
        layout.setContentsMargins(12, 8, 8, 8)
        self.setLayout(layout)
        self.hide()

    def show_progress(self, sentence: str, finished: int, total: int) -> None:
        self._words.setText(sentence)
        self._figures.setText(f"{finished} / {total}" if total else "")
        self._bar.setRange(0, total)
        self._bar.setValue(finished)
        self._bar.setAccessibleName(sentence)
        self.show()
