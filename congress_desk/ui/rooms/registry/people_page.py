"""The page of the delegates: search and filters above, the table, and the side panel of the one chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from congress_desk.ui.look import Look
from congress_desk.ui.rooms.registry.people_table import PeopleTable
from congress_desk.ui.rooms.registry.person_panel import PersonPanel
from congress_desk.ui.rooms.registry.state import Form, Page, RegistryState
from congress_desk.ui.rooms.registry.words import ONLY
from congress_desk.ui.widgets.empty_state import EmptyState
from congress_desk.ui.widgets.forms import Choice
from congress_desk.ui.widgets.parts import button, column, label, on_click, primary_button, row
from congress_desk.ui.widgets.people_words import CATEGORIES
from congress_desk.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from congress_desk.ui.rooms.registry.presenter import RegistryPresenter

LIST, EMPTY, NOBODY = 0, 1, 2


class PeoplePage(QWidget):
    export_requested = Signal()
    template_requested = Signal()
    photo_requested = Signal()

    def __init__(self, presenter: RegistryPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._state = RegistryState()
        self._drawing = False
        self._build()
        self._connect()

    def show_state(self, state: RegistryState) -> None:
        """Draws what has changed; the table is filled anew only when other rows are to be shown."""
        before, self._state = self._state, state
        self._drawing = True
        if state.delegations != before.delegations:
            self._draw_delegations(state)
        if state.filters != before.filters:
            self._draw_filters(state)
        if state.shown is not before.shown:
            self.table.show_rows(state.shown)
        if state.marked != self._marked():
            self._draw_marked(state.marked)
        self._drawing = False
        self._draw_counts(state)
        self._pages.setCurrentIndex(EMPTY if state.everybody == () else LIST if state.shown else NOBODY)
        self.panel.setVisible(state.chosen is not None or state.form in (Form.ADD, Form.CONSENT))
        self.panel.show_state(state)

    def shown_texts(self) -> list[list[str]]:
        """The table as it is shown, header first."""
        return self.table.as_texts(self.table.rows.shown())

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._faces = button(say("Faces"), look=look, icon="face")
        self._seats = button(say("Seating"), look=look, icon="seat")
        self._photos = button(say("Photos"), look=look, icon="camera")
        self._export = button(say("Export"), look=look, icon="export", key="Ctrl+E")
        self._add = button(say("Add a delegate"), look=look, icon="add", key="Ctrl+N")
        self._import = primary_button(say("Import a list"), look=look, icon="import", key="Ctrl+I")
        self._count = label("", "muted")
        self._search = SearchField(look, say("Search: name, delegation, unit, card, telephone"))
        self._delegation = Choice([(say("All delegations"), None)])
        self._category = Choice([(say("All categories"), None), *((say(w), c) for c, w in CATEGORIES.items())])
        self._only = Choice((say(word), only) for only, word in ONLY.items())
        for box, name in (
            (self._delegation, say("Delegation")),
            (self._category, say("Category")),
            (self._only, say("Show only")),
        ):
            box.setAccessibleName(name)
            box.setToolTip(name)
            box.setMinimumWidth(168)
        self._clear = button(say("Show all"), look=look, icon="cross", kind="quiet")
        self.table = PeopleTable(look)
        self.panel = PersonPanel(self._presenter, look)
        self._build_selection_bar()
        self._lay_out()

    def _build_selection_bar(self) -> None:
        say = self._look.say
        self._selected = label("", "strong")
        self._consent = button(say("Record consent to faces"), look=self._look, icon="face")
        self._bar = QFrame()
        self._bar.setProperty("look", "notice")
        self._bar.setProperty("tone", "calm")
        layout = row(self._selected, 0, self._consent)
        layout.setContentsMargins(12, 4, 4, 4)
        self._bar.setLayout(layout)
        self._bar.hide()

    def _lay_out(self) -> None:
        title = label(self._look.say("Delegates"), "title")
        acts = (self._seats, self._faces, self._photos, self._export, self._add, self._import)
        head = row(title, self._count, 0, *acts, space=8)
        filters = row(self._search, self._delegation, self._category, self._only, self._clear)
        filters.setStretch(0, 1)
        self._filters = QWidget()
        self._filters.setLayout(filters)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._first_page())
        self._pages.addWidget(self._nobody_page())
        middle = row(column(self._bar, self._pages, space=8), self.panel, space=16)
        middle.setStretch(0, 1)
        layout = column(head, self._filters, middle, space=12, margin=16)
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.setFocusProxy(self._search)

    def _first_page(self) -> QWidget:
        say = self._look.say
        empty = EmptyState(
            self._look,
            icon="people",
            sentence=say(
                "There are no delegates yet. Import the list that the organizing committee keeps in Excel. "
                "If there is none yet, save the empty list, fill it in and import it."
            ),
            button=say("Import a list"),
            act=lambda: self._presenter.open_page(Page.IMPORT),
        )
        self._template = button(say("Save the empty list"), look=self._look, icon="saved")
        empty.add(self._template)
        return empty

    def _nobody_page(self) -> QWidget:
        say = self._look.say
        return EmptyState(
            self._look,
            icon="search",
            sentence=say("Nobody fits these words and filters."),
            button=say("Show all"),
            act=self._presenter.clear_filters,
        )

    def _connect(self) -> None:
        presenter = self._presenter
        self._search.searched.connect(lambda words: presenter.filter(words=words))
        self._search.moved.connect(lambda _step: self.table.grid.setFocus())
        self._search.picked.connect(self._on_picked)
        self.table.typed.connect(self._on_typed)
        self.table.grid.selectionModel().selectionChanged.connect(self._on_selection_changed)
        for box, name in ((self._delegation, "delegation"), (self._category, "category"), (self._only, "only")):
            box.picked.connect(lambda value, n=name: presenter.filter(**{n: value}))
        on_click(self._clear, presenter.clear_filters)
        on_click(self._seats, lambda: presenter.open_page(Page.SEATS))
        on_click(self._faces, lambda: presenter.open_page(Page.FACES))
        on_click(self._photos, lambda: presenter.open_page(Page.PHOTOS))
        on_click(self._import, lambda: presenter.open_page(Page.IMPORT))
        on_click(self._add, lambda: presenter.people.open(Form.ADD))
        on_click(self._consent, lambda: presenter.people.open(Form.CONSENT))
        on_click(self._export, self.export_requested.emit)
        on_click(self._template, self.template_requested.emit)
        self.panel.photo_requested.connect(self.photo_requested)
        for keys, act in (
            ("Ctrl+I", self._import.click),
            ("Ctrl+N", self._add.click),
            ("Ctrl+E", self._export.click),
            ("Ctrl+F", self._search.setFocus),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _draw_delegations(self, state: RegistryState) -> None:
        say = self._look.say
        names = ((name or say("No delegation"), name) for name in state.delegations)
        self._delegation.offer([(say("All delegations"), None), *names], state.filters.delegation)

    def _draw_filters(self, state: RegistryState) -> None:
        filters = state.filters
        self._delegation.show_value(filters.delegation)
        self._category.show_value(filters.category)
        self._only.show_value(filters.only)
        if filters.words != self._search.text().strip():
            self._search.setText(filters.words)

    def _draw_counts(self, state: RegistryState) -> None:
        say = self._look.say
        everybody = len(state.everybody or ())
        narrowed = state.filters.narrow
        self._count.setText(
            say("{shown} of {count}", shown=len(state.shown), count=everybody) if narrowed else str(everybody or "")
        )
        self._clear.setVisible(narrowed)
        self._filters.setVisible(bool(everybody))
        for one in (self._seats, self._faces, self._photos, self._export):
            one.setEnabled(bool(everybody))
        self._bar.setVisible(len(state.marked) > 1)
        self._selected.setText(say("{count} selected", count=len(state.marked)))

    def _draw_marked(self, marked: Sequence[str]) -> None:
        if not marked:
            self.table.grid.clearSelection()
        elif len(marked) == 1:
            self.table.choose(marked[0])

    def _marked(self) -> tuple[str, ...]:
        return tuple(line.delegate.id for line in self.table.selected())

    def _on_selection_changed(self) -> None:
        if not self._drawing:
            self._presenter.mark([line.delegate.id for line in self.table.selected()])

    def _on_typed(self, text: str) -> None:
        self._search.setFocus()
        self._search.insert(text)

    def _on_picked(self) -> None:
        self.table.grid.setFocus()
        if self.table.rows.rowCount():
            self.table.grid.selectRow(0)
