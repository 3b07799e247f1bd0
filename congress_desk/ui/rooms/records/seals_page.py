"""Sealed records on one side; on the other the file that is checked: what it is, who signed, one more signature."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from congress_desk.domain.seals import Seal
from congress_desk.plumbing import seal_words
from congress_desk.plumbing.sentences import sentence
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.records.seal_verdict import (
    moment_words,
    seal_title,
    signature_lines,
    tone_of_file,
    verdict,
)
from congress_desk.ui.rooms.records.sign_form import SignForm
from congress_desk.ui.rooms.records.state import RecordsState
from congress_desk.ui.rooms.records.state_seals import SealsState
from congress_desk.ui.tone import Tone
from congress_desk.ui.widgets.dropping import DropPlace
from congress_desk.ui.widgets.empty_state import EmptyState
from congress_desk.ui.widgets.forms import scrolled, selectable
from congress_desk.ui.widgets.notice import Notice
from congress_desk.ui.widgets.parts import button, column, label, on_click, row
from congress_desk.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from congress_desk.ui.rooms.records.presenter import RecordsPresenter

WIDTH = 430


def is_pdf(path: Path) -> bool:
    return path.suffix.lower() == ".pdf"


def _signers(seal: Seal) -> str:
    return ", ".join(one.signer for one in seal.signatures)


class SealsPage(QWidget):
    check_requested = Signal()

    def __init__(self, presenter: RecordsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._drawn = SealsState()
        self._zone = RecordsState().zone
        self._build()
        self._connect()

    def show_state(self, state: RecordsState) -> None:
        seals, before = state.seals, self._drawn
        self._drawn, self._zone = seals, state.zone
        if seals.seals is not before.seals:
            self.table.show_rows(seals.seals or ())
        self._side.setCurrentWidget(self.place if seals.file is None else self._file)
        if (seals.found, seals.error, seals.file) != (before.found, before.error, before.file):
            self._draw_file(seals)
        self.sign.setVisible(seals.can_sign or seals.busy)
        self.sign.show_state(seals)

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self.table = self._seals_table()
        title = label(say("Sealed records"), "strong")
        self.place = DropPlace(
            look,
            icon="shield",
            title=say("Is this the sealed record?"),
            sentence=say(
                "Drop a PDF here: it is compared byte for byte with what was sealed, and its signatures are checked."
            ),
            button=say("Choose a file"),
            accepts=is_pdf,
            width=340,
        )
        self._name = label("", "strong", wrap=True)
        self._away = button(say("Another file"), look=look, icon="open", key="Ctrl+O")
        self._verdict = QWidget()
        self._verdict.setLayout(column(space=8))
        self.sign = SignForm(self._presenter, look)
        self.sign.hide()
        content = QWidget()
        self._marks = selectable(say(seal_words.ARCHIVE_MARKS), "caption")
        inner = column(self._verdict, self.sign, self._marks, 0, space=10)
        inner.setContentsMargins(0, 0, 8, 0)
        content.setLayout(inner)
        self._file = QWidget()
        head = row(self._name, self._away, space=8)
        head.setStretch(0, 1)
        filed = column(head, scrolled(content), space=10)
        filed.setStretch(1, 1)
        self._file.setLayout(filed)
        self._side = QStackedWidget()
        self._side.setFixedWidth(WIDTH)
        for part in (self.place, self._file):
            self._side.addWidget(part)
        listed = column(title, self.table, space=8)
        listed.setStretch(1, 1)
        layout = row(listed, self._side, space=16)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def _seals_table(self) -> Table[Seal]:
        look, say = self._look, self._look.say
        none = say("Nothing is sealed yet. Show a paper, then press Seal: a file is kept that can be checked later.")
        return Table(
            look,
            [
                Column(title=say("Record"), text=lambda s: seal_title(s, say), stretches=True),
                Column(
                    title=say("Sealed"),
                    text=lambda s: moment_words(s.at, say, self._zone),
                    key=lambda s: s.at,
                    width=156,
                ),
                Column(title=say("Signed by"), text=_signers, width=150),
                Column(title=say("Record no."), text=lambda s: s.id, width=170),
            ],
            name=say("Sealed records"),
            identify=lambda s: s.event,
            empty=EmptyState(look, icon="lock", sentence=none, width=320),
        )

    def _connect(self) -> None:
        self.place.dropped.connect(self._presenter.seals.examine)
        self.place.asked.connect(self.check_requested)
        on_click(self._away, self.check_requested.emit)
        QShortcut(QKeySequence("Ctrl+O"), self).activated.connect(self.check_requested)

    def _draw_file(self, seals: SealsState) -> None:
        look, say = self._look, self._look.say
        self._name.setText(seals.file.name if seals.file else "")
        layout = self._verdict.layout()
        assert layout is not None
        while (item := layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._marks.setVisible(seals.found is not None and seals.found.archive_marks)
        if seals.error is not None:
            told = sentence(say, seals.error, self._zone)
            layout.addWidget(Notice(look, Tone.ASK, told, closable=False))
        elif seals.found is None:
            layout.addWidget(label(say("Comparing the file …"), "muted"))
        else:
            told = verdict(seals.found, say, self._zone)
            layout.addWidget(Notice(look, tone_of_file(seals.found), told, closable=False))
            for one in seals.found.signatures:
                first, *more = signature_lines(one, say, self._zone)
                layout.addWidget(selectable(first, "strong"))
                layout.addWidget(selectable(" ".join(more), "caption"))
