"""The window of the hall: no frame, no cursor, no focus, on a chosen display; a plain window where there is one only.

It never shows anything but its scene. When its display is unplugged it hides, and comes back with the display.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from congress_desk.ui.look import Look
from congress_desk.ui.stage.surface import StageSurface

IN_A_WINDOW = "window"  # instead of a display's name
WINDOW_SIZE = QSize(960, 540)
_HALL = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowDoesNotAcceptFocus


def displays() -> tuple[tuple[str, QSize], ...]:
    """Names and sizes (px) of all displays; two of one make are told apart by a number."""
    found: list[tuple[str, QSize]] = []
    for screen in QGuiApplication.screens():
        found.append((_name(screen), screen.size() * screen.devicePixelRatio()))
    return tuple(found)


class StageWindow(QWidget):
    """gone: the display was unplugged. closed_by_hand: somebody closed the plain window."""

    gone = Signal()
    closed_by_hand = Signal()

    def __init__(self, look: Look, *, now: Callable[[], dt.datetime] | None = None) -> None:
        super().__init__()
        self.setWindowTitle(look.say("Hall screen"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.surface = StageSurface(look.say, now=now)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.surface)
        self._display = IN_A_WINDOW
        self._wanted = False
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenRemoved.connect(self._on_screens_changed)
        app.screenAdded.connect(self._on_screens_changed)

    def open_on(self, display: str) -> bool:
        """Show it there; False if there is no such display."""
        self._display, self._wanted = display, True
        return self._place()

    def put_away(self) -> None:
        self._wanted = False
        self.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._wanted:
            self._wanted = False
            self.closed_by_hand.emit()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys are for the operator's window."""
        event.ignore()

    def _place(self) -> bool:
        if self._display == IN_A_WINDOW:
            self._as_window()
            return True
        screen = next((s for s in QGuiApplication.screens() if _name(s) == self._display), None)
        if screen is None:
            self.hide()
            return False
        self._fill(screen)
        return True

    def _as_window(self) -> None:
        """A usual window to be moved and resized, where there is no second display."""
        self.hide()
        self.setWindowFlags(Qt.WindowType.Window)
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.unsetCursor()
        self.resize(WINDOW_SIZE)
        self.show()

    def _fill(self, screen: QScreen) -> None:
        self.hide()
        self.setWindowFlags(_HALL)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.setWindowState(Qt.WindowState.WindowFullScreen)  # showFullScreen would ask for the keys
        self.show()

    def _on_screens_changed(self, _screen: QScreen) -> None:
        if self._wanted and not self._place():
            self.gone.emit()


def _name(screen: QScreen) -> str:
    """The display's own name, with a number where several are called the same."""
    alike = [one for one in QGuiApplication.screens() if one.name() == screen.name()]
    return screen.name() if len(alike) == 1 else f"{screen.name()} ({alike.index(screen) + 1})"
