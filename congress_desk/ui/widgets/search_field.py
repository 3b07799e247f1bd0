"""The search field: tells what is typed after a short rest, so that a scanned code never starts a search."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from congress_desk.ui.look import Look

REST_MS = 90


class SearchField(QLineEdit):
    """searched(text) while typing; Enter, Up, Down and Escape are told to whoever shows the results."""

    searched = Signal(str)
    picked = Signal()  # Enter
    moved = Signal(int)  # -1 up, 1 down

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(False)
        self.addAction(QAction(look.icon("search", "muted"), "", self), QLineEdit.ActionPosition.LeadingPosition)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._on_rested)
        self.textChanged.connect(self._on_text_changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell_now()
            self.picked.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _on_text_changed(self) -> None:
        if self.text():
            self._rest.start()
        else:
            self._tell_now()

    def _on_rested(self) -> None:
        self.searched.emit(self.text().strip())

    def _tell_now(self) -> None:
        if self._rest.isActive() or not self.text():
            self._rest.stop()
            self._on_rested()
