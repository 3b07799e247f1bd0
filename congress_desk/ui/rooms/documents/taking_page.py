"""Files that were dropped: what each is, the card its name proposes, and one form for as many as are marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from congress_desk.domain.documents import Card
from congress_desk.plumbing.document_words import KINDS, SECRECIES, TYPES
from congress_desk.plumbing.sentences import sentence
from congress_desk.services.documents import Looked
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.documents.card_form import CardFields
from congress_desk.ui.rooms.documents.stands import Taking
from congress_desk.ui.rooms.documents.state import DocumentsState
from congress_desk.ui.rooms.documents.words import SECRECY_ICONS
from congress_desk.ui.widgets.dropping import FileDrop
from congress_desk.ui.widgets.forms import scrolled
from congress_desk.ui.widgets.parts import button, column, label, on_click, primary_button, row
from congress_desk.ui.widgets.people_words import isolated
from congress_desk.ui.widgets.progress_strip import ProgressStrip
from congress_desk.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from congress_desk.ui.rooms.documents.presenter import DocumentsPresenter

WIDTH = 340


@dataclass(frozen=True, slots=True)
class _Row:
    place: int
    file: Looked


class TakingPage(QWidget):
    files_requested = Signal()

    def __init__(self, presenter: DocumentsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._taking = Taking()
        self._drawing = False
        self._build()
        self._connect()

    def show_state(self, state: DocumentsState) -> None:
        before, self._taking = self._taking, state.taking
        taking, say = state.taking, self._look.say
        self._drawing = True
        if taking.files != before.files:
            self.table.show_rows([_Row(place, one) for place, one in enumerate(taking.files)])
        if self._marked() != taking.marked:
            self._mark(taking.marked)
        self._drawing = False
        self._draw_form(state)
        busy = taking.total > 0
        if busy:
            self._progress.show_progress(say("Looking at the files …"), taking.finished, taking.total)
        self._progress.setVisible(busy)
        bad = len(taking.files) - len(taking.sound)
        self._heading.setText(say("Files: {count}", count=len(taking.files)))
        self._bad.setText(say("Cannot be taken: {count}", count=bad) if bad else "")
        for one in (self._add, self._issue):
            one.setEnabled(bool(taking.sound) and not busy)

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._heading, self._bad = label("", "title"), label("", "wrong")
        self._more = button(say("More files"), look=look, icon="add")
        self._cancel = button(say("Cancel"), key="Esc")
        self._issue = button(say("Add and issue"), look=look, icon="enter")
        self._issue.setToolTip(say("Finished papers: on the portal at once, without the steps of a draft"))
        self._add = primary_button(say("Add as drafts"), look=look, icon="tick", key="Ctrl+Return")
        self.table = Table(look, self._columns(), name=say("Files"), identify=lambda one: one.place)
        self._progress = ProgressStrip(look)
        self.fields = CardFields(look)
        self._about = label("", "muted", wrap=True)
        self._leave_out = button(say("Leave out"), look=look, icon="trash", kind="quiet")
        head = row(self._heading, self._bad, 0, self._more, self._cancel, self._issue, self._add, space=8)
        self._form = QFrame()
        self._form.setProperty("look", "card")
        self._form.setFixedWidth(WIDTH)
        inner = column(self._about, scrolled(self.fields), self._leave_out, space=8, margin=14)
        inner.setStretch(1, 1)
        self._form.setLayout(inner)
        middle = row(self.table, self._form, space=16)
        middle.setStretch(0, 1)
        layout = column(head, self._progress, middle, space=12)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.table)
        self._drop = FileDrop(self, lambda path: path.exists())

    def _columns(self) -> list[Column[_Row]]:
        say = self._look.say
        return [
            Column(title=say("File"), text=lambda x: isolated(x.file.path.name, say), width=190, icon=_mark_of),
            Column(title=say("Document title"), text=self._title_or_why, stretches=True),
            Column(title=say("Document type"), text=lambda x: say(TYPES[x.file.card.type]), width=130),
            Column(
                title=say("Class"),
                text=lambda x: say(SECRECIES[x.file.card.secrecy]),
                icon=lambda x: SECRECY_ICONS[x.file.card.secrecy],
                width=166,
            ),
            Column(title=say("Kind"), text=lambda x: say(KINDS[x.file.kind]) if x.file.kind else "", width=84),
        ]

    def _connect(self) -> None:
        acts = self._presenter.taking
        self.table.grid.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.fields.changed.connect(lambda change: acts.change(**change))
        self.fields.title_entered.connect(self._on_title_entered)
        self._progress.cancel_requested.connect(acts.cancel)
        on_click(self._more, self.files_requested.emit)
        on_click(self._cancel, acts.cancel)
        on_click(self._leave_out, acts.leave_out)
        on_click(self._add, acts.take_in)
        on_click(self._issue, lambda: acts.take_in(issued=True))
        self._drop.all_dropped.connect(acts.look_at)
        for keys, act in (("Esc", self._cancel.click), ("Ctrl+Return", self._add.click)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _draw_form(self, state: DocumentsState) -> None:
        """One file: all of its card; several: what they may share, as the first of them has it."""
        taking, say = state.taking, self._look.say
        count = len(taking.marked)
        self._form.setVisible(bool(taking.files))
        self.fields.setEnabled(count > 0)
        self._leave_out.setEnabled(count > 0)
        together = say("What you choose here is given to all marked files: {count}", count=count)
        self._about.setText(taking.chosen.path.name if taking.chosen else together)
        first = taking.files[taking.marked[0]].card if count else Card(title="")
        self.fields.show_one(count == 1)
        self.fields.show_card(first if count == 1 else _shared(first))
        missing = count == 1 and taking.marked[0] in taking.wrong
        self.fields.show_wrong({"title": "missing"} if missing else {})

    def _title_or_why(self, one: _Row) -> str:
        """A file that cannot be taken says why in the place of its title."""
        trouble = one.file.trouble
        return one.file.card.title if trouble is None else sentence(self._look.say, trouble)

    def _marked(self) -> tuple[int, ...]:
        return tuple(sorted(one.place for one in self.table.selected()))

    def _mark(self, places: tuple[int, ...]) -> None:
        if len(places) == len(self._taking.files):
            self.table.grid.selectAll()
            return
        self.table.grid.clearSelection()
        if len(places) == 1:
            self.table.choose(places[0])
        else:
            self.table.mark(places)

    def _on_selection_changed(self) -> None:
        if not self._drawing:
            self._presenter.taking.mark(self._marked())

    def _on_title_entered(self) -> None:
        """Enter goes on to the next file, so that titles are completed from top to bottom."""
        self._presenter.taking.mark_next()
        self.fields.begin()


def _mark_of(one: _Row) -> tuple[str, str]:
    return ("ok", "ok") if one.file.trouble is None else ("no", "no")


def _shared(card: Card) -> Card:
    """Of several: their titles and numbers are their own."""
    return Card(
        title="",
        type=card.type,
        secrecy=card.secrecy,
        language=card.language,
        agenda_item=card.agenda_item,
        opinions=card.opinions,
        parts=card.parts,
        watermark=card.watermark,
        only_present=card.only_present,
    )
