"""What is shown when something did not happen: a rule's no in amber, the world's trouble in red with Retry,
a bug of ours in a window that can be copied and kept. The program goes on in every case.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from zoneinfo import ZoneInfo

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QPlainTextEdit, QWidget

from congress_desk.domain.refusals import Refusal, Trouble
from congress_desk.plumbing.sentences import sentence
from congress_desk.ui.errors_told import as_trouble
from congress_desk.ui.look import Look
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.notice import NoticeStack
from congress_desk.ui.widgets.parts import button, column, icon_label, label, primary_button, row

Again = Callable[[], None]


class Errors:
    """Tells failures on the notices of the window that is shown now."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent
        self._look: Look | None = None
        self._notices: NoticeStack | None = None
        self._dialog: CrashDialog | None = None
        self.zone: ZoneInfo | None = None

    def show_on(self, notices: NoticeStack, look: Look) -> None:
        self._notices, self._look = notices, look

    def tell(self, error: BaseException, again: Again | None = None) -> None:
        """Refusal, Trouble, a file that says no, or a bug."""
        if self._notices is None or self._look is None:
            raise error
        say = self._look.say
        if isinstance(error, Refusal):
            self._notices.tell(Tone.ASK, sentence(say, error, self.zone))
        elif isinstance(error, (Trouble, OSError)):
            retry = say("Try again") if again else ""
            self._notices.tell(Tone.NO, sentence(say, as_trouble(error), self.zone), act_name=retry, act=again)
        else:
            self.tell_bug(error)

    def tell_bug(self, error: BaseException) -> None:
        """Into the log and before the eyes, once at a time."""
        text = "".join(traceback.format_exception(error))
        logging.getLogger(__name__).error("a bug:\n%s", text)
        if self._look is not None and (self._dialog is None or not self._dialog.isVisible()):
            self._dialog = CrashDialog(self._look, text, self._parent)
            self._dialog.open()

    def catch_all(self) -> Callable[[], None]:
        """Bugs of slots come here instead of ending the program; gives the way back."""
        before = sys.excepthook

        def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            if issubclass(kind, KeyboardInterrupt):
                before(kind, error, trace)
            else:
                self.tell(error)

        sys.excepthook = hook
        return lambda: setattr(sys, "excepthook", before)


class CrashDialog(QDialog):
    """A bug, said calmly, with the text that helps us."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = look.say
        self._text = text
        self._say = say
        self.setWindowTitle(say("Something in the program went wrong"))
        self.resize(680, 460)
        told = label(
            say(
                "Something in the program went wrong. Everything confirmed before is saved, and the work can go on. "
                "Please send the text below to whoever looks after the program."
            ),
            wrap=True,
        )
        head = row(icon_label(look, "ask", 32, "ask"), told, space=12)
        head.setStretch(1, 1)
        shown = QPlainTextEdit(text)
        shown.setReadOnly(True)
        shown.setAccessibleName(say("Technical text"))
        copy = button(say("Copy"), look=look, icon="copy")
        copy.clicked.connect(self.copy)
        save = button(say("Save to a file"), look=look, icon="export")
        save.clicked.connect(self._on_save)
        go_on = primary_button(say("Go on working"))
        go_on.clicked.connect(self.accept)
        self.setLayout(column(head, shown, row(copy, save, 0, go_on), space=14, margin=20))

    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)

    def save(self, path: Path) -> None:
        path.write_text(self._text, encoding="utf-8")

    def _on_save(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, self._say("Save to a file"), "congress-desk.txt")
        if chosen:
            self.save(Path(chosen))
