"""The room's questions about files. All else is asked in the page or beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from congress_desk.plumbing.texts import Words
from congress_desk.ui.widgets.asking_files import ask_for_folder, ask_where_to_save

Receive = Callable[[Path], object]


def ask_scans(parent: QWidget, say: Words, folder: Path, then: Callable[[Sequence[Path]], object]) -> None:
    """One or many files of scanned sheets."""
    dialog = QFileDialog(parent, say("Choose the scanned sheets"), str(folder))
    dialog.setLayoutDirection(parent.layoutDirection())
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    sheets = say("Scanned sheets")
    dialog.setNameFilter(f"{sheets} (*.pdf *.tif *.tiff *.jpg *.jpeg *.png)")
    dialog.filesSelected.connect(lambda chosen: then([Path(one) for one in chosen]))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def ask_scan_folder(parent: QWidget, say: Words, folder: Path, then: Receive) -> None:
    ask_for_folder(parent, say("Choose the folder that the scanner writes into"), folder=folder, then=then)


def ask_pdf(parent: QWidget, say: Words, folder: Path, name: str, then: Receive) -> None:
    ask_where_to_save(parent, say("Save as PDF"), folder=folder, name=f"{name}.pdf", kinds="PDF (*.pdf)", then=then)


def ask_table(parent: QWidget, say: Words, folder: Path, name: str, then: Receive) -> None:
    tables = say("Tables")
    kinds = f"{tables} (*.xlsx)"
    ask_where_to_save(parent, say("Save as a table"), folder=folder, name=f"{name}.xlsx", kinds=kinds, then=then)
