"""Keyboard-wedge scanners: told from people by their speed and their Enter, whatever has the focus.

Every printable key is held for at most 50 ms. If more keys follow that fast and an Enter ends them, they are a code
and no field ever sees them; else they go where they were typed to. So a half-typed name is never destroyed.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

HOLD_MS = 50
SHORTEST_CODE = 3
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)


class Listener(Protocol):
    """The room that is shown and wants the keys."""

    def take_key(self, key: str) -> bool:
        """A single key of a person, \\r for Enter, \\x1b for Escape; True if it was used up."""
        ...

    def typing_place(self) -> QWidget:
        """The field for letters typed while no field has the focus."""
        ...


@dataclass(frozen=True, slots=True)
class _Held:
    key: int
    text: str
    modifiers: Qt.KeyboardModifier


class Wedge(QObject):
    """code_read(text) for a scanned code. `listener()` gives who listens now, None for nobody."""

    code_read = Signal(str)

    def __init__(
        self,
        listener: Callable[[], Listener | None],
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._listener = listener
        self._clock = clock
        self._held: list[_Held] = []
        self._last = 0.0
        self._passing = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(HOLD_MS)
        self._rest.timeout.connect(self._let_go)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._passing or event.type() != QEvent.Type.KeyPress or not isinstance(watched, QWidget):
            return False
        listener = self._listener()
        if listener is None or not isinstance(event, QKeyEvent):
            return False
        if event.key() in ENTER:
            return self._on_enter(listener)
        if event.key() == Qt.Key.Key_Escape:
            return listener.take_key("\x1b")
        if event.modifiers() & COMMANDS or not event.text().isprintable() or not event.text():
            self._let_go()
            return False
        self._hold(_Held(event.key(), event.text(), event.modifiers()))
        return True

    def _hold(self, key: _Held) -> None:
        if self._held and self._is_late():
            self._let_go()
        self._held.append(key)
        self._last = self._clock()
        self._rest.start()

    def _on_enter(self, listener: Listener) -> bool:
        text = "".join(held.text for held in self._held)
        if len(text) >= SHORTEST_CODE and not self._is_late() and any(c.isdigit() for c in text):
            self._held.clear()
            self._rest.stop()
            self.code_read.emit(text)
            return True
        self._let_go()
        return not isinstance(QApplication.focusWidget(), QAbstractButton) and listener.take_key("\r")

    def _is_late(self) -> bool:
        return (self._clock() - self._last) * 1000 > HOLD_MS

    def _let_go(self) -> None:
        """The held keys were a person's: to the room's question, else to the field they were typed to."""
        self._rest.stop()
        held, self._held = self._held, []
        listener = self._listener()
        if not held or listener is None:
            return
        focus = QApplication.focusWidget()
        on_button = isinstance(focus, QAbstractButton) and held[0].text == " "
        if len(held) == 1 and not on_button and listener.take_key(held[0].text):
            return
        place = focus if focus is not None and (isinstance(focus, FIELDS) or on_button) else listener.typing_place()
        if place is not focus:
            place.setFocus()
        self._passing = True
        for key in held:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(place, QKeyEvent(kind, key.key, key.modifiers, key.text))
        self._passing = False
