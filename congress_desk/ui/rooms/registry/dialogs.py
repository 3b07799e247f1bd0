"""The room's questions about files. All else is asked in the page or the panel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from congress_desk.plumbing.texts import Words
from congress_desk.ui.widgets.asking_files import ask_for_file, ask_for_folder, ask_where_to_save

Receive = Callable[[Path], object]
PICTURES = "*.jpg *.jpeg *.png *.webp *.bmp *.tif *.tiff"


def ask_list(parent: QWidget, say: Words, folder: Path, then: Receive) -> None:
    kinds = f"{say('Lists')} (*.xlsx *.xls *.ods *.csv)"
    ask_for_file(parent, say("Choose the delegate list"), folder=folder, kinds=kinds, then=then)


def ask_picture(parent: QWidget, say: Words, folder: Path, then: Receive) -> None:
    ask_for_file(parent, say("Choose the photo"), folder=folder, kinds=f"{say('Pictures')} ({PICTURES})", then=then)


def ask_photo_folder(parent: QWidget, say: Words, folder: Path, then: Receive) -> None:
    ask_for_folder(parent, say("Choose the folder with the photos"), folder=folder, then=then)


def ask_export(parent: QWidget, say: Words, folder: Path, then: Receive) -> None:
    ask_where_to_save(
        parent,
        say("Save the table"),
        folder=folder,
        name=f"{say('Delegates')}.xlsx",
        kinds=f"{say('Excel workbook')} (*.xlsx)",
        then=then,
    )


def ask_template(parent: QWidget, say: Words, folder: Path, then: Receive) -> None:
    ask_where_to_save(
        parent,
        say("Save the empty list"),
        folder=folder,
        name=f"{say('List of delegates')}.xlsx",
        kinds=f"{say('Excel workbook')} (*.xlsx)",
        then=then,
    )


def ask_badge_file(parent: QWidget, say: Words, folder: Path, then: Receive) -> None:
    ask_where_to_save(
        parent,
        say("Save the badge as PDF"),
        folder=folder,
        name=f"{say('Badge')}.pdf",
        kinds="PDF (*.pdf)",
        then=then,
    )


def ask_seat_table(parent: QWidget, say: Words, folder: Path, then: Receive) -> None:
    kinds = f"{say('Lists')} (*.xlsx *.xls *.ods *.csv)"
    ask_for_file(parent, say("Choose the seating table"), folder=folder, kinds=kinds, then=then)


def ask_seat_paper(parent: QWidget, say: Words, folder: Path, name: str, then: Receive) -> None:
    ask_where_to_save(parent, say("Save as PDF"), folder=folder, name=f"{name}.pdf", kinds="PDF (*.pdf)", then=then)
