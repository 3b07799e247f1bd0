"""Statistics, live: every document with its figures; of the chosen one each delegation, and who has not opened it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTabWidget, QWidget

from congress_desk.domain.delegates import Delegate
from congress_desk.domain.documents_records import DelegationReading, DocumentReading
from congress_desk.domain.names import name_sort_key
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.documents.state import DocumentsState
from congress_desk.ui.widgets.empty_state import EmptyState
from congress_desk.ui.widgets.figures import FigureRow
from congress_desk.ui.widgets.fit_label import ElidedLabel
from congress_desk.ui.widgets.parts import button, column, label, on_click, row
from congress_desk.ui.widgets.table import Column, Table

if TYPE_CHECKING:
    from congress_desk.ui.rooms.documents.presenter import DocumentsPresenter

WIDTH = 420


class ReadingPage(QWidget):
    def __init__(self, presenter: DocumentsPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._drawn: tuple[DocumentReading, ...] | None = None
        self._one: DocumentReading | None = None
        self._drawing = False
        self._build()
        self._connect()

    def show_state(self, state: DocumentsState) -> None:
        documents = state.reading.documents
        self._drawing = True
        if documents is not None and documents != self._drawn:
            self._drawn = documents
            self.table.show_rows(documents)
        current = self.table.current()
        if state.reading.chosen is not None and (current is None or current.document.id != state.reading.chosen):
            self.table.choose(state.reading.chosen)
        self._drawing = False
        self._side.setVisible(state.reading.shown is not None)
        self._print.setEnabled(bool(documents))
        if state.reading.shown is not None and state.reading.shown != self._one:
            self._one = state.reading.shown
            self._draw_one(state.reading.shown)

    def _build(self) -> None:
        look, say = self._look, self._look.say
        told = say("Counted by devices, without fingerprints; by name only where a delegate's own link was used.")
        self._print = button(say("Print"), look=look, icon="printer", key="Ctrl+P")
        empty = EmptyState(look, icon="chart", sentence=say("No document is in the library yet."))
        self.table = Table(
            look, self._columns(), name=say("Who has read"), identify=lambda x: x.document.id, empty=empty
        )
        self._title = ElidedLabel("", "strong")
        self._figures = FigureRow(look)
        self.delegations = Table(
            look, self._delegation_columns(), name=say("By delegation"), identify=lambda x: x.delegation
        )
        self.missing = Table(look, self._missing_columns(), name=say("Not opened yet"), identify=lambda x: x.id)
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        self._tabs.addTab(self.delegations, say("By delegation"))
        self._tabs.addTab(self.missing, say("Not opened yet"))
        self._print_one = button(say("Print this document's list"), look=look, icon="printer")
        self._side = QWidget()
        self._side.setFixedWidth(WIDTH)
        side = column(self._title, self._figures, self._tabs, self._print_one, space=8)
        side.setStretch(2, 1)
        self._side.setLayout(side)
        head = row(label(told, "muted", wrap=True), self._print, space=12)
        head.setStretch(0, 1)
        middle = row(self.table, self._side, space=16)
        middle.setStretch(0, 1)
        layout = column(head, middle, space=12)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.table)

    def _columns(self) -> list[Column[DocumentReading]]:
        say = self._look.say
        return [
            Column(title=say("Document title"), text=lambda x: x.document.card.title, stretches=True),
            _figure(say("Devices"), lambda x: x.devices),
            _figure(say("Delegates"), lambda x: x.opened),
            _figure(say("To the end"), lambda x: x.finished),
            _figure(say("Times"), lambda x: x.times),
        ]

    def _delegation_columns(self) -> list[Column[DelegationReading]]:
        say = self._look.say
        return [
            Column(title=say("Delegation"), text=lambda x: x.delegation or say("No delegation"), stretches=True),
            Column(
                title=say("Opened"),
                text=lambda x: f"{x.opened} / {x.expected}",
                key=lambda x: x.opened,
                number=True,
                width=92,
            ),
            Column(
                title=say("To the end"),
                text=lambda x: str(x.finished),
                key=lambda x: x.finished,
                number=True,
                width=96,
            ),
        ]

    def _missing_columns(self) -> list[Column[Delegate]]:
        say = self._look.say
        return [
            Column(
                title=say("Full name"),
                text=lambda d: d.sheet.full_name,
                key=lambda d: name_sort_key(d.sheet.full_name),
                width=190,
            ),
            Column(title=say("Delegation"), text=lambda d: d.sheet.delegation, stretches=True),
        ]

    def _connect(self) -> None:
        acts = self._presenter.reading
        self.table.chosen.connect(self._on_chosen)
        on_click(self._print, acts.print_all)
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self._print.click)
        on_click(self._print_one, acts.print_chosen)

    def _draw_one(self, one: DocumentReading) -> None:
        say = self._look.say
        self._title.setText(one.document.card.title)
        self._figures.show_figures(
            [
                (str(one.devices), say("devices"), ""),
                (str(one.opened), say("delegates"), "ok" if one.opened else ""),
                (str(one.finished), say("to the end"), ""),
                (str(len(one.not_opened)), say("not yet"), "ask" if one.not_opened else ""),
            ]
        )
        self.delegations.show_rows(one.delegations)
        self.missing.show_rows(one.not_opened)

    def _on_chosen(self, one: DocumentReading | None) -> None:
        if not self._drawing and one is not None:
            self._presenter.reading.choose(one.document.id)


def _figure(title: str, value: Callable[[DocumentReading], int]) -> Column[DocumentReading]:
    return Column(title=title, text=lambda x: str(value(x)), key=value, number=True, width=92)
