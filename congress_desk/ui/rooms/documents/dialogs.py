"""The room's questions about files: which to take in, which is the new version, where a paper is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from congress_desk.plumbing.texts import Words
from congress_desk.ui.widgets.asking_files import ask_for_file, ask_where_to_save

KINDS = "*.pdf *.docx *.jpg *.jpeg *.png *.webp *.mp4 *.webm"


def ask_documents(parent: QWidget, say: Words, folder: Path, then: Callable[[Sequence[Path]], object]) -> QFileDialog:
    """Many at once; their kind is told by what they hold, so that every file may be chosen."""
    dialog = QFileDialog(parent, say("Add documents"), str(folder))
    dialog.setLayoutDirection(parent.layoutDirection())
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters([f"{say('Documents')} ({KINDS})", f"{say('All files')} (*)"])
    dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def ask_version(parent: QWidget, say: Words, folder: Path, then: Callable[[Path], object]) -> None:
    ask_for_file(parent, say("New version"), folder=folder, kinds=f"{say('Documents')} ({KINDS})", then=then)


def ask_certificate_file(parent: QWidget, say: Words, folder: Path, then: Callable[[Path], object]) -> None:
    ask_for_file(
        parent,
        say("Certificate or key"),
        folder=folder,
        kinds=f"PEM (*.pem *.crt *.key);;{say('All files')} (*)",
        then=then,
    )


def ask_paper(parent: QWidget, say: Words, folder: Path, name: str, then: Callable[[Path], object]) -> None:
    """name: what is proposed, without the ending."""
    title = say("Save as PDF")
    ask_where_to_save(parent, title, folder=folder, name=f"{name}.pdf", kinds="PDF (*.pdf)", then=then)


def ask_picture(parent: QWidget, say: Words, folder: Path, name: str, then: Callable[[Path], object]) -> None:
    title = say("Save as PNG")
    ask_where_to_save(parent, title, folder=folder, name=f"{name}.png", kinds="PNG (*.png)", then=then)


def ask_copy_of_file(parent: QWidget, say: Words, folder: Path, name: str, then: Callable[[Path], object]) -> None:
    """name: the file's own, with its ending."""
    title = say("Save the file")
    ask_where_to_save(parent, title, folder=folder, name=name, kinds=f"{say('All files')} (*)", then=then)
