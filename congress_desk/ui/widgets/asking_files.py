"""The three questions about files: which one, which folder, where to. Opened beside the work, never waited for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

Receive = Callable[[Path], object]


def ask_for_file(parent: QWidget, title: str, *, folder: Path, kinds: str, then: Receive) -> QFileDialog:
    """kinds: Qt's filter, "Lists (*.xlsx *.csv)"."""
    dialog = _dialog(parent, title, folder, then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(kinds)
    dialog.open()
    return dialog


def ask_for_folder(parent: QWidget, title: str, *, folder: Path, then: Receive) -> QFileDialog:
    dialog = _dialog(parent, title, folder, then)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
    dialog.open()
    return dialog


def ask_where_to_save(
    parent: QWidget, title: str, *, folder: Path, name: str, kinds: str, then: Receive
) -> QFileDialog:
    """name: what is proposed; its ending is added where the person leaves it out."""
    dialog = _dialog(parent, title, folder, then)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(kinds)
    dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
    dialog.selectFile(name)
    dialog.open()
    return dialog


def _dialog(parent: QWidget, title: str, folder: Path, then: Receive) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setLayoutDirection(parent.layoutDirection())
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.finished.connect(dialog.deleteLater)
    return dialog
