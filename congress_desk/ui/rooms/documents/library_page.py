"""The library: search and filters above, the table, the panel of the one chosen; files are dropped anywhere on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from congress_desk.domain.documents import DocumentId
from congress_desk.plumbing.document_words import SECRECIES, STATUSES, TYPES
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.documents.document_panel import DocumentPanel
from congress_desk.ui.rooms.documents.library_table import LibraryTable
from congress_desk.ui.rooms.documents.stands import Line
from congress_desk.ui.rooms.documents.state import DocumentsState
from congress_desk.ui.widgets.dropping import DropPlace, FileDrop
from congress_desk.ui.widgets.empty_state import EmptyState
from congress_desk.ui.widgets.forms import Choice
from congress_desk.ui.widgets.parts import button, column, icon_button, label, on_click, primary_button, row
from congress_desk.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from congress_desk.ui.rooms.documents.presenter import DocumentsPresenter

LIST, EMPTY, NOTHING_FOUND = 0, 1, 2


class LibraryPage(QWidget):
    files_requested = Signal()

    def __init__(self, presenter: DocumentsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._drawn: tuple[Line, ...] | None = None
        self._drawing = False
        self._build()
        self._connect()

    def show_state(self, state: DocumentsState) -> None:
        shown = state.shown
        self._drawing = True
        if shown != self._drawn:
            self._drawn = shown
            self.table.show_rows(shown)
        if state.marked != self._marked():
            self._draw_marked(state.marked)
        self._drawing = False
        self._draw_filters(state)
        self._pages.setCurrentIndex(
            EMPTY if state.lines == () else LIST if shown or not state.lines else NOTHING_FOUND
        )
        self.panel.setVisible(state.chosen is not None)
        self.table.make_room(state.chosen is not None)
        self.panel.show_state(state)

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._search = SearchField(look, say("Search: title, number, and the text inside"))
        self._search.setMinimumWidth(126)
        self._type = Choice([(say("All types"), None), *((say(word), kind) for kind, word in TYPES.items())])
        self._secrecy = Choice([(say("All classes"), None), *((say(w), s) for s, w in SECRECIES.items())])
        self._status = Choice([(say("All states"), None), *((say(w), s) for s, w in STATUSES.items())])
        for box, name in (
            (self._type, say("Document type")),
            (self._secrecy, say("Class")),
            (self._status, say("State")),
        ):
            box.setAccessibleName(name)
            box.setToolTip(name)
            box.setMinimumContentsLength(5)
            box.setMinimumWidth(132)
        self._status.setMinimumWidth(150)  # its first word is the longest
        self._count = label("", "muted")
        self._clear = button(say("Show all"), look=look, icon="cross", kind="quiet")
        self._register = icon_button(look, "printer", say("Print the register by type"))
        self._hand_out = button(say("Hand out"), look=look, icon="qr", key="Ctrl+G")
        self._add = primary_button(say("Add documents"), look=look, icon="add", key="Ctrl+N")
        self.table = LibraryTable(look)
        self.panel = DocumentPanel(self._presenter, look)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._first_page())
        self._pages.addWidget(self._nothing_found())
        filters = row(self._search, self._type, self._secrecy, self._status, self._clear, self._count, space=8)
        filters.setStretch(0, 1)
        acts = row(self._register, self._hand_out, self._add, space=8)
        head = row(filters, acts, space=8)
        head.setStretch(0, 1)
        middle = row(self._pages, self.panel, space=16)
        middle.setStretch(0, 1)
        layout = column(head, middle, space=12)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setFocusProxy(self._search)
        self._drop = FileDrop(self, lambda path: path.exists())

    def _first_page(self) -> QWidget:
        say = self._look.say
        place = DropPlace(
            self._look,
            icon="records",
            title=say("Drop the documents here, all at once"),
            sentence=say(
                "PDF, Word, pictures and clips are taken, told by what is inside. You complete titles and classes "
                "before anything is added, and nothing is handed out before you issue it."
            ),
            button=say("Choose files"),
            accepts=lambda path: path.exists(),
        )
        place.asked.connect(self.files_requested)
        place.setAcceptDrops(False)  # the whole page takes them
        return place

    def _nothing_found(self) -> QWidget:
        say = self._look.say
        return EmptyState(
            self._look,
            icon="search",
            sentence=say("No document fits these words and filters."),
            button=say("Show all"),
            act=self._presenter.library.clear_filters,
        )

    def _connect(self) -> None:
        acts = self._presenter.library
        self._search.searched.connect(lambda words: acts.filter(words=words))
        self._search.moved.connect(lambda _step: self.table.grid.setFocus())
        self._search.picked.connect(self.table.grid.setFocus)
        for box, name in ((self._type, "type"), (self._secrecy, "secrecy"), (self._status, "status")):
            box.picked.connect(lambda value, n=name: acts.filter(**{n: value}))
        self.table.typed.connect(self._on_typed)
        self.table.grid.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.table.activated.connect(lambda _line: acts.edit())
        on_click(self._clear, acts.clear_filters)
        on_click(self._register, acts.print_register)
        on_click(self._hand_out, acts.hand_out)
        on_click(self._add, self.files_requested.emit)
        self._drop.all_dropped.connect(self._presenter.taking.look_at)
        for keys, act in (
            ("Ctrl+N", self._add.click),
            ("Ctrl+G", self._hand_out.click),
            ("Ctrl+F", self._search.setFocus),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _draw_filters(self, state: DocumentsState) -> None:
        filters, say = state.filters, self._look.say
        self._type.show_value(filters.type)
        self._secrecy.show_value(filters.secrecy)
        self._status.show_value(filters.status)
        if filters.words != self._search.text().strip():
            self._search.setText(filters.words)
        count = len(state.lines or ())
        self._count.setText(say("{shown} of {count}", shown=len(state.shown), count=count) if filters.narrow else "")
        self._count.setVisible(filters.narrow)
        self._clear.setVisible(filters.narrow)
        there = bool(state.lines)
        for one in (self._search, self._type, self._secrecy, self._status, self._register, self._hand_out, self._add):
            one.setVisible(there)

    def _draw_marked(self, marked: Sequence[DocumentId]) -> None:
        if not marked:
            self.table.grid.clearSelection()
        elif len(marked) == 1:
            self.table.choose(marked[0])

    def _marked(self) -> tuple[DocumentId, ...]:
        return tuple(line.document.id for line in self.table.selected())

    def _on_selection_changed(self) -> None:
        if not self._drawing:
            self._presenter.library.mark(self._marked())

    def _on_typed(self, text: str) -> None:
        self._search.setFocus()
        self._search.insert(text)
