"""Scanning beside the bundles: files, the scanner's folder that is read by itself, the camera over a table."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from congress_desk.domain.ballot_batches import Way
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.elections import dialogs
from congress_desk.ui.rooms.elections.count_acts import SCANNED
from congress_desk.ui.rooms.elections.folder_card import FolderCard
from congress_desk.ui.rooms.elections.panel import Panel
from congress_desk.ui.rooms.elections.scan_state import ScanSeen, SheetNote
from congress_desk.ui.rooms.elections.scan_words import note_words
from congress_desk.ui.rooms.elections.state import ElectionsState
from congress_desk.ui.widgets.dropping import FileDrop
from congress_desk.ui.widgets.forms import scrolled
from congress_desk.ui.widgets.parts import button, column, icon_label, label, on_click, primary_button, restyle, row
from congress_desk.ui.widgets.progress_strip import ProgressStrip

if TYPE_CHECKING:
    from congress_desk.ui.rooms.elections.presenter import ElectionsPresenter


class ScanPanel(Panel):
    way = Way.SCAN

    def __init__(self, presenter: ElectionsPresenter, look: Look) -> None:
        super().__init__(presenter, look)
        say = look.say
        self.files = primary_button(say("Choose files"), look=look, icon="open", key="F6")
        self.folder = button(say("Scanner's folder"), look=look, icon="open", key="F7")
        self.camera = button(say("Camera over a table"), look=look, icon="camera", key="F9")
        self.watched = FolderCard(presenter, look)
        self.progress = ProgressStrip(look)
        self.notes = NotesList(look)
        self.place = self._drop_place()
        self._last = label("", "strong", wrap=True)
        self._more = label("", "muted", wrap=True)
        self._printed = label(say("Its ballots were not printed here, so no sheet can be read."), "wrong", wrap=True)
        self._lay_out()
        self._connect()

    def show_state(self, state: ElectionsState, *, may: bool) -> None:
        say, one = self.look.say, state.round
        printed = one is not None and one.form is not None
        self._printed.setVisible(not printed)
        running = state.progress is not None
        for part in (self.files, self.folder, self.camera, self.place, self.batch):
            part.setEnabled(may and printed and not running)
        if state.watched is not None and state.watched.on and not self.batch.hasFocus():
            self.batch.setText(state.batch)
        self.watched.show_state(state, may=may and printed)
        self.place.setVisible(state.watched is None)  # room for the folder's own words
        self.progress.setVisible(running)
        if state.progress is not None:
            self.progress.show_progress(say("Reading the sheets"), *state.progress)
        self._show_seen(state.scan)

    def _show_seen(self, scan: ScanSeen | None) -> None:
        say = self.look.say
        for part in (self._last, self._more):
            part.setVisible(scan is not None)
        self.notes.show_notes(scan.notes if scan else ())
        if scan is None:
            return
        counts = {"read": scan.read, "asked": scan.asked, "refused": scan.refused}
        self._last.setText(say("Read {read}, to conclude {asked}, no ballots {refused}", **counts))
        known = say("Known from before, not counted again: {again}.", again=scan.again)
        self._more.setText(known if scan.again else say("No sheet was dropped; each is shown under Judgement."))

    def _drop_place(self) -> QFrame:
        say = self.look.say
        made = QFrame()
        made.setProperty("look", "drop")
        told = label(say("Drop scanned sheets here: PDF, TIFF, JPEG, PNG, or a folder"), "muted", wrap=True)
        inside = row(icon_label(self.look, "ballot", 32, "line_strong"), told, space=12, margin=10)
        inside.setStretch(1, 1)
        made.setLayout(inside)
        return made

    def _lay_out(self) -> None:
        buttons, inside = row(self.files, self.folder), QWidget()
        lines = column(
            self.batch_field,
            self._printed,
            self.place,
            buttons,
            self.camera,
            self.watched,
            self.progress,
            self._last,
            self._more,
            self.notes,
            0,
            space=8,
        )
        lines.setContentsMargins(2, 2, 10, 2)
        lines.setStretchFactor(self.notes, 100)
        inside.setLayout(lines)
        self.setLayout(column(scrolled(inside), margin=12))

    def _connect(self) -> None:
        on_click(self.files, self._on_files)
        on_click(self.folder, self._on_folder)
        self.notes.opened.connect(self.presenter.look_at_sheet)
        on_click(self.camera, lambda: self.presenter.tables.open(self.batch.text()))
        self.batch.editingFinished.connect(lambda: self.presenter.watching.name_batch(self.batch.text()))
        self.progress.cancel_requested.connect(self.presenter.counts.cancel)
        drop = FileDrop(self.place, lambda path: path.is_dir() or path.suffix.lower() in SCANNED)
        drop.all_dropped.connect(self._on_chosen)
        drop.over.connect(lambda over: restyle(self.place, tone="over" if over else ""))

    def _on_chosen(self, paths: Sequence[Path]) -> None:
        self.presenter.counts.scan(paths, self.batch.text())

    def _on_files(self) -> None:
        dialogs.ask_scans(self, self.look.say, self.presenter.folder, self._on_chosen)

    def _on_folder(self) -> None:
        dialogs.ask_scan_folder(
            self,
            self.look.say,
            self.presenter.folder,
            lambda path: self.presenter.watching.choose(path, self.batch.text()),
        )


class NotesList(QListWidget):
    """Sheets that people look at, each with its file, its page and why; the newest first. opened(SheetId)."""

    opened = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[SheetNote, ...] = ()
        self.setAccessibleName(look.say("Sheets that people look at"))
        self.setWordWrap(True)
        self.itemActivated.connect(self._on_activated)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMinimumHeight(64)
        self.hide()

    def show_notes(self, notes: tuple[SheetNote, ...]) -> None:
        self.setVisible(bool(notes))
        if notes == self._shown:
            return
        self._shown = notes
        self.clear()
        for note in notes:
            words = note_words(note, self._look.say)
            icon = self._look.icon("no", "no") if note.refused else self._look.icon("ask", "ask")
            item = QListWidgetItem(icon, words, self)
            more = self._look.say("Enter shows the sheet beside its reading")
            item.setToolTip(f"{words}\n{more}" if note.sheet else words)
        self.scrollToTop()

    def _on_activated(self, item: QListWidgetItem) -> None:
        sheet = self._shown[self.row(item)].sheet
        if sheet:
            self.opened.emit(sheet)
