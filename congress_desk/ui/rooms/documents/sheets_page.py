"""Handing out: what the codes lead to, on which paper, and the sheet itself; and the plain paper page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from congress_desk.ui.look import Look
from congress_desk.ui.rooms.documents.paper_place import PaperPlace
from congress_desk.ui.rooms.documents.stands import Handed
from congress_desk.ui.rooms.documents.state import DocumentsState
from congress_desk.ui.rooms.documents.words import HANDED, SHEET_KINDS
from congress_desk.ui.widgets.forms import Choice, Field, scrolled, selectable
from congress_desk.ui.widgets.options import OptionButton
from congress_desk.ui.widgets.parts import button, column, label, on_click, primary_button, row

if TYPE_CHECKING:
    from congress_desk.ui.rooms.documents.presenter import DocumentsPresenter

WIDTH = 300
_ICONS = {
    Handed.CONGRESS: "globe",
    Handed.CHOSEN: "tick",
    Handed.ISSUED: "records",
    Handed.LABELS: "card",
    Handed.PERSONAL: "person",
}


class SheetsPage(QWidget):
    def __init__(self, presenter: DocumentsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._delegations: tuple[str, ...] | None = None
        self._build()
        self._connect()

    def show_state(self, state: DocumentsState) -> None:
        say, sheets = self._look.say, state.sheets
        self._handed[sheets.handed].setChecked(True)
        self._kind.show_value(sheets.kind)
        if state.delegations != self._delegations:
            self._delegations = state.delegations
            names = ((name or say("No delegation"), name) for name in state.delegations)
            self._delegation.offer([(say("Everybody"), None), *names], sheets.delegation)
        self._delegation_field.setVisible(sheets.handed in (Handed.LABELS, Handed.PERSONAL))
        self._what.setText(self._what_words(state))
        self._base.setText(sheets.base)
        self._make.setEnabled(not state.saving and bool(sheets.base))
        self.pane.show_state(state)

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._handed = {
            handed: OptionButton(look, icon=_ICONS[handed], title=say(title), explained=say(explained))
            for handed, (title, explained) in HANDED.items()
        }
        self._what = label("", "muted", wrap=True)
        self._kind = Choice((say(word), kind) for kind, word in SHEET_KINDS.items())
        self._delegation = Choice()
        self._delegation_field = Field(say("Delegation"), self._delegation)
        self._base = selectable("", "muted")
        self._base.setAccessibleName(say("Address on the codes"))
        self._make = primary_button(say("Make the sheet"), look=look, icon="qr", key="F5")
        told = say("New links are made with a new sheet. Labels printed before for the same delegates stop working.")
        content = QWidget()
        layout = column(
            *self._handed.values(),
            4,
            self._what,
            self._delegation_field,
            label(say("Address on the codes"), "caption"),
            self._base,
            4,
            label(told, "caption", wrap=True),
            0,
            space=8,
        )
        layout.setContentsMargins(0, 0, 8, 0)
        content.setLayout(layout)
        leading = QWidget()
        leading.setFixedWidth(WIDTH)
        inner = column(scrolled(content), Field(say("Paper"), self._kind), self._make, space=8)
        inner.setStretch(0, 1)
        leading.setLayout(inner)
        self.pane = PaperPlace(self._presenter, look, say("Choose what the codes lead to, then make the sheet."))
        halves = row(leading, self.pane, space=16)
        halves.setStretch(1, 1)
        self.setLayout(halves)
        self.setFocusProxy(self._make)

    def _connect(self) -> None:
        acts = self._presenter.sheets
        for handed, made in self._handed.items():
            made.setAutoExclusive(True)
            on_click(made, partial(acts.choose, handed))
        self._kind.picked.connect(acts.choose_kind)
        self._delegation.picked.connect(acts.choose_delegation)
        on_click(self._make, acts.make)
        self._make.setShortcut("F5")

    def _what_words(self, state: DocumentsState) -> str:
        """The documents by their titles, at most a few."""
        say, sheets = self._look.say, state.sheets
        if sheets.handed not in (Handed.CHOSEN, Handed.PERSONAL):
            return ""
        found = [document for one in sheets.documents if (document := state.document(one)) is not None]
        if not found:
            return say("No document is marked. Mark documents in the library first.")
        if sheets.handed is Handed.PERSONAL:
            return found[0].card.title
        titles = [document.card.title for document in found[:3]]
        more = [say("and {count} more", count=len(found) - 3)] if len(found) > 3 else []
        return "\n".join([*titles, *more])


class PaperPage(QWidget):
    """A paper that another page asked for, with the way back."""

    def __init__(self, presenter: DocumentsPresenter, look: Look) -> None:
        super().__init__()
        back = button(look.say("Back"), look=look, icon=look.icon_back, key="Esc")
        on_click(back, presenter.go_back)
        back.setShortcut("Esc")
        self.pane = PaperPlace(presenter, look, look.say("Preparing the pages …"))
        layout = column(row(back, 0), self.pane, space=8)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setFocusProxy(back)

    def show_state(self, state: DocumentsState) -> None:
        self.pane.show_state(state)
