"""The real window, offscreen: keys of a scanner go in, the moment is taken when the answer has been painted."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from congress_desk.plumbing.settings import SettingsFile
from congress_desk.ui.main_window import MainWindow
from congress_desk.ui.room_list import ROOMS
from congress_desk.ui.widgets.answer_panel import AnswerPanel
from tests.builders import Hall
from tests.ui.builders import StillCamera, a_desk

PAUSE_MS = 150  # between two people at the desk; the figures and the last ten are drawn meanwhile
PATIENCE_MS = 10_000


def drawn_answers(hall: Hall, codes: Sequence[str]) -> list[float]:
    """Milliseconds from the Enter after each code until its person is painted; the first scan warms up."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    settings = SettingsFile(hall.path.parent / "desk.json")
    settings.change(sound_volume=0)
    window = MainWindow(a_desk(hall), settings, make_camera=StillCamera, rooms=ROOMS)
    window.resize(1366, 768)
    window.show()
    watch = _Watch(window)
    _pause(2000)
    taken = [watch.scan(code) for code in codes]
    window.close()
    return taken[1:]


class _Watch(QObject):
    """Sees the answer panel being painted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        self._panel = window.view("checkin").findChildren(AnswerPanel)[0]
        self._presenter: Any = window.presenter("checkin")
        self._before: object = None
        self._painted = QEventLoop()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._painted.quit)
        self._panel.installEventFilter(self)

    def scan(self, code: str) -> float:
        self._before = self._presenter.state.answer
        for char in code:
            self._press(Qt.Key.Key_0, char)
        start = time.perf_counter()
        self._press(Qt.Key.Key_Return, "\r")
        self._patience.start()
        self._painted.exec()
        taken = (time.perf_counter() - start) * 1000
        assert self._presenter.state.answer.stand.value == "accepted", self._presenter.state.answer
        _pause(PAUSE_MS)
        return taken

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The panel is painted after this; what was posted is done after that."""
        if event.type() == QEvent.Type.Paint and self._presenter.state.answer is not self._before:
            QTimer.singleShot(0, self._painted.quit)
        return False

    def _press(self, key: Qt.Key, char: str) -> None:
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, char)
        QApplication.sendEvent(QApplication.focusWidget() or self._window, event)


def _pause(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
