"""The room's questions about files. All else is asked in the page or beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from congress_desk.plumbing.texts import Words
from congress_desk.ui.widgets.asking_files import ask_for_file, ask_where_to_save

Receive = Callable[[Path], object]


def ask_table(parent: QWidget, say: Words, folder: Path, then: Receive) -> None:
    kinds = f"{say('Tables')} (*.xlsx *.xls *.ods *.csv *.docx)"
    ask_for_file(parent, say("Choose the programme's table"), folder=folder, kinds=kinds, then=then)


def ask_text(parent: QWidget, say: Words, folder: Path, then: Receive) -> None:
    ask_for_file(parent, say("Choose the text"), folder=folder, kinds=f"{say('Texts')} (*.pdf *.docx)", then=then)


def ask_pdf(parent: QWidget, say: Words, folder: Path, name: str, then: Receive) -> None:
    ask_where_to_save(parent, say("Save as PDF"), folder=folder, name=f"{name}.pdf", kinds="PDF (*.pdf)", then=then)
