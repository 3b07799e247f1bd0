"""Printing from the seats: what and whose beside the map, the paper itself in the map's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from congress_desk.domain.refusals import Refusal, Trouble
from congress_desk.plumbing.sentences import sentence
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.registry.seat_state import SeatForm, SeatPaper, Seats
from congress_desk.ui.rooms.registry.seat_words import PAPERS, TITLES, WHOM
from congress_desk.ui.rooms.registry.state import UTC
from congress_desk.ui.widgets.empty_state import EmptyState
from congress_desk.ui.widgets.forms import Choice, Field
from congress_desk.ui.widgets.paper_pane import PageTurner
from congress_desk.ui.widgets.paper_view import PaperView
from congress_desk.ui.widgets.parts import button, column, label, on_click, primary_button, row

if TYPE_CHECKING:
    from congress_desk.ui.rooms.registry.presenter import RegistryPresenter

PAPER, WORKING, FAILED = range(3)


class SeatPaperForm(QWidget):
    """Beside the map."""

    save_requested = Signal()

    def __init__(self, presenter: RegistryPresenter, look: Look) -> None:
        super().__init__()
        say, printing = look.say, presenter.seat_printing
        self._paper = Choice((say(word), paper) for paper, word in PAPERS.items())
        self._whom = Choice((say(word), whom) for whom, word in WHOM.items())
        self._whose = Field(say("Whose"), self._whom)
        self._print = primary_button(say("Print"), look=look, icon="printer", key="Ctrl+P")
        self._save = button(say("Save as PDF"), look=look, icon="saved", key="Ctrl+S")
        self._close = button(say("Back to the map"), key="Esc")
        parts = (label(say(TITLES[SeatForm.PRINT]), "title"), Field(say("What to print"), self._paper), self._whose)
        self.setLayout(column(*parts, 4, self._print, self._save, self._close, 0, space=10))
        self._paper.picked.connect(printing.choose)
        self._whom.picked.connect(printing.choose_whom)
        on_click(self._print, printing.print_paper)
        on_click(self._save, self.save_requested.emit)
        on_click(self._close, presenter.seats.close_form)

    def show_seats(self, seats: Seats) -> None:
        printing = seats.printing
        self._paper.show_value(printing.paper)
        self._whom.show_value(printing.whom)
        self._whose.setVisible(printing.paper.of_people)
        ready = bool(printing.pdf) and not printing.sending
        self._print.setEnabled(ready)
        self._save.setEnabled(ready)

    def print_now(self) -> None:
        self._print.click()

    def save_now(self) -> None:
        self._save.click()


class SeatPaperPage(QWidget):
    """In the map's place."""

    def __init__(self, presenter: RegistryPresenter, look: Look) -> None:
        super().__init__()
        say, printing = look.say, presenter.seat_printing
        self._look = look
        self._error: Refusal | Trouble | None = None
        self._turner = PageTurner(look)
        self._paper = PaperView(say("Page"))
        self._failure = QWidget()
        self._failure.setLayout(column(space=0))
        self._pages = QStackedWidget()
        for page in (
            self._paper,
            EmptyState(look, icon="records", sentence=say("Preparing the pages …")),
            self._failure,
        ):
            self._pages.addWidget(page)
        self._turning = QWidget()
        self._turning.setLayout(row(0, self._turner, 0))
        layout = column(self._pages, self._turning, space=4)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self._turner.turn_requested.connect(printing.turn)
        self._paper.width_changed.connect(printing.fit)

    def show_seats(self, seats: Seats) -> None:
        printing = seats.printing
        self._pages.setCurrentIndex(FAILED if printing.error else PAPER if printing.picture else WORKING)
        self._paper.show_picture(printing.picture)
        self._turning.setVisible(printing.pages > 0)
        self._turner.show_page(printing.page, printing.pages)
        if printing.error is not self._error:
            self._error = printing.error
            self._draw_failure()

    def turn(self, pages: int) -> None:
        self._turner.turn(pages)

    def proposed_name(self, seats: Seats) -> str:
        names = {SeatPaper.TICKETS: "seat-tickets", SeatPaper.TENTS: "name-tents"}
        return f"{names.get(seats.printing.paper, 'seating')}-{seats.plan.value}"

    def _draw_failure(self) -> None:
        layout = self._failure.layout()
        assert layout is not None
        while (item := layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        if self._error is not None:
            words = sentence(self._look.say, self._error, UTC)
            layout.addWidget(EmptyState(self._look, icon="ask", sentence=words))
