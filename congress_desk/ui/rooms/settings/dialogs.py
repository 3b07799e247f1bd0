"""The room's questions: where the copy and the certificate go, and whether the faces are really to be erased."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from congress_desk.plumbing.texts import Words
from congress_desk.ui.look import Look
from congress_desk.ui.widgets.asking_files import ask_for_folder, ask_where_to_save
from congress_desk.ui.widgets.parts import button, column, icon_label, label, on_click, row


def ask_backup_folder(parent: QWidget, say: Words, folder: Path, then: Callable[[Path], object]) -> None:
    ask_for_folder(parent, say("Choose where the copy goes"), folder=folder, then=then)


def ask_model_folder(parent: QWidget, say: Words, folder: Path, then: Callable[[Path], object]) -> None:
    ask_for_folder(parent, say("Choose the folder of the face model"), folder=folder, then=then)


def ask_certificate(parent: QWidget, say: Words, folder: Path, then: Callable[[Path], object]) -> None:
    name, kinds = f"{say('Certificate of erasure')}.pdf", "PDF (*.pdf)"
    ask_where_to_save(parent, say("Save the certificate"), folder=folder, name=name, kinds=kinds, then=then)


class EraseFacesDialog(QDialog):
    """Modal, for it cannot be undone. The quiet answer is the one under Enter."""

    agreed = Signal()

    def __init__(self, look: Look, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = look.say
        self.setWindowTitle(say("Erase all face templates"))
        self.setMinimumWidth(480)
        self.setModal(True)
        question = label(say("Erase the face templates of {count} delegates?", count=count), "title", wrap=True)
        words = label(
            say(
                "They cannot be brought back. Everybody then comes in by card or by name; to use faces again, they "
                "must be prepared anew."
            ),
            wrap=True,
        )
        self.keep = button(say("Keep them"), kind="primary")
        self.erase = button(say("Erase them"), look=look, icon="trash")
        self.keep.setDefault(True)
        on_click(self.keep, self.reject)
        on_click(self.erase, self._on_erase)
        icon = icon_label(look, "ask", 32, "ask")
        text = row(icon, column(question, words, space=8), space=16)
        text.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        text.setStretch(1, 1)
        self.setLayout(column(text, row(0, self.erase, self.keep), space=20, margin=24))
        self.keep.setFocus()

    def _on_erase(self) -> None:
        self.agreed.emit()
        self.accept()
