"""The record pack: one button, how far it is, and afterwards what is in it, what is not and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QSpacerItem, QStackedWidget, QWidget

from congress_desk.domain.packing import LeftOut, Packed
from congress_desk.plumbing.texts import Language
from congress_desk.services.ports.packing import PackMade
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.records.state import RecordsState
from congress_desk.ui.widgets.empty_state import EmptyState
from congress_desk.ui.widgets.forms import scrolled, selectable
from congress_desk.ui.widgets.options import Segments
from congress_desk.ui.widgets.parts import button, column, label, on_click, primary_button, row
from congress_desk.ui.widgets.progress_strip import ProgressStrip
from congress_desk.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from congress_desk.ui.rooms.records.presenter import RecordsPresenter


class PackPage(QWidget):
    make_requested = Signal()
    folder_requested = Signal()

    def __init__(self, presenter: RecordsPresenter, look: Look) -> None:
        super().__init__()
        self._look = look
        self._drawn: PackMade | None = None
        self._build()
        self.language.picked.connect(presenter.choose_language)
        self.progress.cancel_requested.connect(presenter.packing.cancel)
        on_click(self.make, self.make_requested.emit)
        on_click(self.open, self.folder_requested.emit)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.make.click)

    def show_state(self, state: RecordsState) -> None:
        say, packing = self._look.say, state.packing
        self.language.show_value(state.language)
        if packing is not None:
            self.progress.show_progress(say("Making the record pack …"), *packing)
        self.progress.setVisible(packing is not None)
        self.make.setEnabled(packing is None)
        self._stack.setCurrentWidget(self._result if state.packed is not None else self.empty)
        if state.packed is not None and state.packed is not self._drawn:
            self._draw(state.packed)
        self._drawn = state.packed

    def _build(self) -> None:
        look, say = self._look, self._look.say
        languages = [(language.own_name, language.value) for language in Language]
        self.language = Segments(languages, say("Language of the papers"))
        self.make = primary_button(say("Make the record pack"), look=look, icon="backup", key="Ctrl+S")
        self.progress = ProgressStrip(look)
        told = say(
            "Every record of the congress in one new folder, bound in one PDF with contents, with the data as "
            "spreadsheet and JSON and a list of hashes, and every sealed file as it was signed. What cannot be made "
            "yet is left out, and said why."
        )
        self.empty = EmptyState(look, icon="backup", sentence=told)
        self._figures, self._where = label("", "figure"), label("", "muted", wrap=True)
        self.open = button(say("Open the folder"), look=look, icon="open")
        self.packed = self._packed_table()
        self.left_out = QWidget()
        self.left_out.setLayout(column(space=4))
        self._left = label("", "strong")
        head = row(column(self._figures, self._where, space=2), 0, self.open, space=8)
        inside = column(label(say("In the pack"), "strong"), self.packed, space=6)
        outside = column(self._left, scrolled(self.left_out), space=6)
        outside.setStretch(1, 1)
        halves = row(inside, outside, space=16)
        halves.setStretch(0, 1)
        halves.setStretch(1, 1)
        self._result = QWidget()
        layout = column(head, halves, space=12)
        layout.setStretch(1, 1)
        self._result.setLayout(layout)
        self._stack = QStackedWidget()
        for part in (self.empty, self._result):
            self._stack.addWidget(part)
        whole = column(row(self.language, 0, self.make, space=8), self.progress, self._stack, space=10)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _packed_table(self) -> Table[Packed]:
        say = self._look.say
        columns: list[Column[Packed]] = [
            Column(title=say("Record"), text=_named, stretches=True),
            Column(title=say("Pages"), text=lambda p: str(p.pages), key=lambda p: p.pages, width=80, number=True),
        ]
        return Table(self._look, columns, name=say("In the pack"), identify=lambda p: p.file)

    def _draw(self, made: PackMade) -> None:
        say = self._look.say
        figures = say("Records: {count}, pages: {pages}", count=len(made.packed), pages=made.pages)
        sealed = say("Sealed files: {count}", count=len(made.sealed))
        self._figures.setText(f"{figures} · {sealed}" if made.sealed else figures)
        self._where.setText(str(made.folder))
        self._left.setText(say("Left out: {count}", count=len(made.left_out)))
        self.packed.show_rows(made.packed)
        layout = self.left_out.layout()
        assert layout is not None
        while (item := layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for one in made.left_out:
            layout.addWidget(selectable(_named(one), "strong"))
            layout.addWidget(selectable(one.told, "caption"))
        layout.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding))


def _named(one: Packed | LeftOut) -> str:
    return f"{one.title}: {one.about}" if one.about else one.title
