"""The room's questions: where to save the PDF, and where the record pack."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from congress_desk.plumbing.texts import Words
from congress_desk.ui.widgets.asking_files import ask_where_to_save


def ask_pdf(parent: QWidget, say: Words, folder: Path, name: str, then: Callable[[Path], object]) -> None:
    """name: what is proposed, without the ending."""
    title = say("Save as PDF")
    ask_where_to_save(parent, title, folder=folder, name=f"{name}.pdf", kinds="PDF (*.pdf)", then=then)


def ask_pack(parent: QWidget, say: Words, folder: Path, name: str, then: Callable[[Path], object]) -> None:
    """name: of the new folder that is proposed."""
    title = say("Save the record pack as a new folder")
    ask_where_to_save(parent, title, folder=folder, name=name, kinds=say("Folder") + " (*)", then=then)
