"""The room's question about a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from congress_desk.plumbing.texts import Words
from congress_desk.ui.widgets.asking_files import ask_where_to_save


def ask_pdf(parent: QWidget, say: Words, folder: Path, then: Callable[[Path], object]) -> None:
    ask_where_to_save(
        parent, say("Save as PDF"), folder=folder, name=f"{say('Vote record')}.pdf", kinds="PDF (*.pdf)", then=then
    )
