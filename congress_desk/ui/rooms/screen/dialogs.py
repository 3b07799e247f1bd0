"""The room's one question about files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from congress_desk.plumbing.texts import Words

KINDS = "*.mp4 *.m4v *.mov *.mkv *.webm *.avi *.mpg *.wmv *.jpg *.jpeg *.png *.webp"


def ask_clips(parent: QWidget, say: Words, folder: Path, then: Callable[[Sequence[Path]], object]) -> QFileDialog:
    dialog = QFileDialog(parent, say("Add clips and pictures"), str(folder))
    dialog.setLayoutDirection(parent.layoutDirection())
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilter(f"{say('Clips and pictures')} ({KINDS})")
    dialog.filesSelected.connect(lambda chosen: then([Path(one) for one in chosen]))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
