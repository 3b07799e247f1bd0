"""The room's questions about files: where to save, which file to check, which key, which table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from congress_desk.plumbing.texts import Words
from congress_desk.ui.widgets.asking_files import ask_for_file, ask_where_to_save

Receive = Callable[[Path], object]
PDF = "PDF (*.pdf)"


def ask_pdf(parent: QWidget, say: Words, folder: Path, name: str, then: Receive) -> None:
    """name: what is proposed, without the ending."""
    ask_where_to_save(parent, say("Save as PDF"), folder=folder, name=f"{name}.pdf", kinds=PDF, then=then)


def ask_word(parent: QWidget, say: Words, folder: Path, name: str, then: Receive) -> None:
    title = say("Save as Word")
    ask_where_to_save(parent, title, folder=folder, name=f"{name}.docx", kinds="Word (*.docx)", then=then)


def ask_sealed(parent: QWidget, say: Words, folder: Path, name: str, then: Receive) -> None:
    title = say("Where to keep the sealed file")
    ask_where_to_save(parent, title, folder=folder, name=f"{name}-sealed.pdf", kinds=PDF, then=then)


def ask_signed(parent: QWidget, say: Words, source: Path, then: Receive) -> None:
    title, name = say("Where to keep the signed file"), f"{source.stem.removesuffix('-signed')}-signed.pdf"
    ask_where_to_save(parent, title, folder=source.parent, name=name, kinds=PDF, then=then)


def ask_record(parent: QWidget, say: Words, folder: Path, then: Receive) -> None:
    ask_for_file(parent, say("Choose the file to check"), folder=folder, kinds=PDF, then=then)


def ask_key(parent: QWidget, say: Words, folder: Path, then: Receive) -> None:
    kinds = f"{say('Signing keys')} (*.p12 *.pfx)"
    ask_for_file(parent, say("Choose the signing key"), folder=folder, kinds=kinds, then=then)


def ask_library(parent: QWidget, say: Words, folder: Path, then: Receive) -> None:
    kinds = f"{say('Libraries')} (*.so *.dll *.dylib)"
    ask_for_file(parent, say("Choose the token's library"), folder=folder, kinds=kinds, then=then)


def ask_table(parent: QWidget, say: Words, folder: Path, then: Receive) -> None:
    kinds = f"{say('Tables')} (*.xlsx *.xls *.ods *.csv)"
    ask_for_file(parent, say("Choose the table"), folder=folder, kinds=kinds, then=then)


def ask_pack(parent: QWidget, say: Words, folder: Path, name: str, then: Receive) -> None:
    """name: of the new folder that is proposed."""
    title = say("Save the record pack as a new folder")
    ask_where_to_save(parent, title, folder=folder, name=name, kinds=say("Folder") + " (*)", then=then)
