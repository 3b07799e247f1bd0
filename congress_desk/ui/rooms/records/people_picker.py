"""Choosing people for badges: everybody on the leading side, the chosen on the other; double click moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from congress_desk.domain.delegates import Delegate
from congress_desk.domain.names import name_sort_key
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.records.state import RecordsState
from congress_desk.ui.widgets.empty_state import EmptyState
from congress_desk.ui.widgets.parts import button, column, label, on_click, primary_button, row
from congress_desk.ui.widgets.search_field import SearchField
from congress_desk.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from congress_desk.ui.rooms.records.presenter import RecordsPresenter


class PeoplePicker(QWidget):
    def __init__(self, presenter: RecordsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._drawn = RecordsState()
        self._build()
        self._connect()

    def show_state(self, state: RecordsState) -> None:
        before, self._drawn = self._drawn, state
        if state.people is not before.people or state.chosen != before.chosen:
            chosen = set(state.chosen)
            self.everybody.show_rows([d for d in state.people if d.id not in chosen])
            known = {d.id: d for d in state.people}
            self.chosen.show_rows([known[d] for d in state.chosen if d in known])
        self._title.setText(self._look.say("Chosen people: {count}", count=len(state.chosen)))
        self._ready.setEnabled(bool(state.chosen))

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._search = SearchField(look, say("Search: name, delegation or card"))
        self.everybody = _people_table(look, say("Everybody"))
        hint = say("Double-click a name, or select names and press Add.")
        nobody = EmptyState(look, icon="people", sentence=hint, width=220)
        self.chosen = _people_table(look, say("Chosen people"), nobody)
        self._title = label("", "strong")
        self._add = button(say("Add"), look=look, icon="add", key="Enter")
        self._remove = button(say("Remove"), look=look, icon="cross", key="Del")
        self._ready = primary_button(say("Show the paper"), look=look, icon="tick")
        side = column(row(self._title, 0, self._remove), self.chosen, row(0, self._ready), space=8)
        side.setStretch(1, 1)
        all_people = column(row(self._search, self._add), self.everybody, space=8)
        all_people.setStretch(1, 1)
        layout = row(all_people, side, space=16)
        layout.setStretch(0, 1)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setFocusProxy(self._search)

    def _connect(self) -> None:
        presenter = self._presenter
        self._search.searched.connect(self.everybody.filter)
        self._search.picked.connect(self._on_search_picked)
        self.everybody.activated.connect(lambda person: presenter.add_people([person.id]))
        self.chosen.activated.connect(lambda person: presenter.remove_people([person.id]))
        on_click(self._add, lambda: presenter.add_people([d.id for d in self.everybody.selected()]))
        on_click(self._remove, lambda: presenter.remove_people([d.id for d in self.chosen.selected()]))
        on_click(self._ready, presenter.paper.make)

    def _on_search_picked(self) -> None:
        """Enter takes the only one who is left, else it goes to the list."""
        shown = self.everybody.rows.shown()
        if len(shown) == 1:
            self._presenter.add_people([shown[0].id])
            self._search.selectAll()
        elif shown:
            self.everybody.grid.setFocus()
            self.everybody.grid.selectRow(0)


def _people_table(look: Look, name: str, empty: QWidget | None = None) -> Table[Delegate]:
    say = look.say
    return Table(
        look,
        [
            Column(
                title=say("Full name"),
                text=lambda d: d.sheet.full_name,
                key=lambda d: name_sort_key(d.sheet.full_name),
                width=150,
            ),
            Column(title=say("Delegation"), text=lambda d: d.sheet.delegation, stretches=True),
            Column(title=say("Card no."), text=lambda d: d.sheet.card_number, width=78),
        ],
        name=name,
        identify=lambda d: d.id,
        empty=empty,
    )
