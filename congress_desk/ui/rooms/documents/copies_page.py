"""Paper copies: the book of them, one form to issue by number, and one button that takes back what is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.documents_records import CopyLine
from congress_desk.plumbing.texts import marked
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.documents.state import UTC, DocumentsState
from congress_desk.ui.rooms.documents.words import MISSING, short_moment
from congress_desk.ui.widgets.empty_state import EmptyState
from congress_desk.ui.widgets.forms import Choice, Field, line_edit, scrolled, searchable
from congress_desk.ui.widgets.options import Segments
from congress_desk.ui.widgets.parts import button, column, label, on_click, primary_button, row
from congress_desk.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from congress_desk.ui.rooms.documents.presenter import DocumentsPresenter

WIDTH = 340
WRONG_NUMBERS = marked("Write numbers as 1-20, 25.")


class CopiesPage(QWidget):
    def __init__(self, presenter: DocumentsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._zone = UTC
        self._state: DocumentsState | None = None
        self._build()
        self._connect()

    def show_state(self, state: DocumentsState) -> None:
        before, self._state = self._state, state
        self._zone = state.zone
        copies = state.copies
        if copies.record is not None and (before is None or copies.record != before.copies.record):
            self.table.show_rows(copies.record.lines)
        self._which.show_value(copies.only_out)
        if before is None or state.documents != before.documents:
            self._document.offer(((one.card.title, one.id) for one in state.documents), copies.document)
        if copies.document is None or before is None or copies.document != before.copies.document:
            self._document.setCurrentIndex(-1)
            if copies.document is not None:
                self._document.show_value(copies.document)
        if before is None or state.people != before.people:
            self._draw_holders(state)
        self._draw_wrong(state)
        if before is not None and before.saving and not state.saving and not copies.wrong:
            self._numbers.clear()
        self._issue.setEnabled(not state.saving)
        self._print.setEnabled(copies.record is not None and bool(copies.record.lines))
        self._draw_button()

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._which = Segments([(say("Still out"), True), (say("The whole book"), False)], say("Show"))
        self._take_back = button(say("Take back"), look=look, icon="undo", key="Del")
        self._print = button(say("Print"), look=look, icon="printer", key="Ctrl+P")
        empty = EmptyState(look, icon="records", sentence=say("No paper copy is out."))
        self.table = Table(look, self._columns(), name=say("Paper copies"), identify=lambda x: x.copy.id, empty=empty)
        self._build_form()
        head = row(self._which, 0, self._take_back, self._print, space=8)
        middle = row(self.table, self._form, space=16)
        middle.setStretch(0, 1)
        layout = column(head, middle, space=12)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setFocusProxy(self._numbers)

    def _build_form(self) -> None:
        look, say = self._look, self._look.say
        self._document = Choice()
        self._document_field = Field(say("Document"), self._document)
        self._numbers = line_edit(placeholder="1-20, 25")
        self._numbers_field = Field(say("Numbers of the copies"), self._numbers)
        self._holder = searchable(Choice())
        self._holder_field = Field(say("To a delegate or a whole delegation"), self._holder)
        self._issue = primary_button(say("Give out"), look=look, icon="enter", key="Enter")
        told = say("The list is printed for signatures. A number that is out cannot be issued again.")
        self._form = QFrame()
        self._form.setProperty("look", "card")
        self._form.setFixedWidth(WIDTH)
        content = QWidget()
        inner = column(
            label(say("Issue paper copies"), "title"),
            self._document_field,
            self._numbers_field,
            self._holder_field,
            label(told, "caption", wrap=True),
            0,
            space=10,
        )
        inner.setContentsMargins(0, 0, 6, 0)
        content.setLayout(inner)
        layout = column(scrolled(content), row(0, self._issue), space=8, margin=14)
        layout.setStretch(0, 1)
        self._form.setLayout(layout)

    def _columns(self) -> list[Column[CopyLine]]:
        say = self._look.say
        return [
            Column(
                title=say("Copy no."),
                text=lambda x: str(x.copy.number),
                key=lambda x: x.copy.number,
                number=True,
                width=92,
            ),
            Column(title=say("Document"), text=lambda x: x.document.card.title, stretches=True),
            Column(
                title=say("Holder"),
                text=lambda x: (
                    f"{x.delegate.sheet.full_name} · {x.copy.delegation}" if x.delegate else x.copy.delegation
                ),
                width=230,
            ),
            Column(
                title=say("Given out"),
                text=lambda x: short_moment(x.copy.issued_at, say, self._zone),
                key=lambda x: x.copy.issued_at,
                width=112,
            ),
            Column(
                title=say("Returned"), text=lambda x: short_moment(x.copy.returned_at, say, self._zone), width=112
            ),
        ]

    def _connect(self) -> None:
        acts = self._presenter.copies
        self._which.picked.connect(acts.show_only_out)
        self._document.picked.connect(acts.choose_document)
        self.table.grid.selectionModel().selectionChanged.connect(self._draw_button)
        on_click(self._take_back, lambda: acts.take_back(self.table.selected()))
        self._take_back.setShortcut("Del")
        on_click(self._print, acts.print_book)
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self._print.click)
        on_click(self._issue, self._on_issue)
        self._numbers.returnPressed.connect(self._issue.click)

    def _draw_holders(self, state: DocumentsState) -> None:
        """Delegations first, then everybody by name; typing any part finds one."""
        whole = self._look.say("(the delegation)")
        names = [(f"{name} {whole}", ("delegation", name)) for name in state.delegations if name]
        people = [(f"{p.sheet.full_name} · {p.sheet.delegation}", ("delegate", p.id)) for p in state.people]
        self._holder.offer([*names, *people])
        self._holder.setCurrentIndex(-1)

    def _draw_wrong(self, state: DocumentsState) -> None:
        say, wrong = self._look.say, state.copies.wrong
        self._document_field.show_wrong(say(MISSING) if "document" in wrong else "")
        self._numbers_field.show_wrong(say(WRONG_NUMBERS) if "copies" in wrong else "")
        self._holder_field.show_wrong(say(MISSING) if "holder" in wrong else "")

    def _draw_button(self) -> None:
        self._take_back.setEnabled(any(line.copy.is_out for line in self.table.selected()))

    def _on_issue(self) -> None:
        kind, name = self._holder.value() or ("", "")
        delegate = DelegateId(name) if kind == "delegate" else None
        delegation = name if kind == "delegation" else ""
        self._presenter.copies.issue(self._numbers.text(), delegate=delegate, delegation=delegation)


def _holder_of(line: CopyLine) -> str:
    person = line.delegate
    return f"{person.sheet.full_name} · {line.copy.delegation}" if person else line.copy.delegation
