"""The page of the seats: the map of the hall, and beside it who sits there, the search, or an open form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.seating import SeatPlan
from congress_desk.plumbing.seat_words import PLANS
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.registry.seat_forms import SeatForms, takes_tables
from congress_desk.ui.rooms.registry.seat_panel import SeatPanel
from congress_desk.ui.rooms.registry.seat_paper import SeatPaperForm, SeatPaperPage
from congress_desk.ui.rooms.registry.seat_state import SeatForm, Seats
from congress_desk.ui.rooms.registry.seat_words import PROPOSED, counts_words, said_words
from congress_desk.ui.rooms.registry.state import Page, RegistryState
from congress_desk.ui.widgets.empty_state import EmptyState
from congress_desk.ui.widgets.fit_label import ElidedLabel
from congress_desk.ui.widgets.forms import Choice, scrolled
from congress_desk.ui.widgets.hall_layout import laid_out, names_over, shorts_of, tints_of
from congress_desk.ui.widgets.hall_map import HallMap
from congress_desk.ui.widgets.hall_painter import HallDrawn
from congress_desk.ui.widgets.options import Segments
from congress_desk.ui.widgets.parts import button, column, icon_button, label, on_click, row

if TYPE_CHECKING:
    from congress_desk.ui.rooms.registry.presenter import RegistryPresenter

WIDTH = 340
MAP, PAPER, EMPTY = range(3)
PANEL, FORMS, PRINTING = range(3)


class SeatsPage(QWidget):
    """file_requested: a seating table is to be chosen. save_requested(name): where the paper is to be saved."""

    file_requested = Signal()
    save_requested = Signal(str)

    def __init__(self, presenter: RegistryPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._seats = Seats()
        self._drawn: tuple[SeatPlan | None, int] = (None, 0)
        self._build()
        self._lay_out()
        self._connect()

    def show_state(self, state: RegistryState) -> None:
        seats, before = state.seats, self._seats
        self._seats = seats
        self._plan.show_value(seats.plan)
        self._draw_map(seats)
        self._draw_line(seats)
        self._draw_acts(seats)
        self.panel.show_seats(seats)
        self.forms.show_seats(seats, state.zone, fresh=seats.form is not before.form)
        if seats.form is SeatForm.PRINT:
            self._printing.show_seats(seats)
            self.paper.show_seats(seats)
        here = {SeatForm.NONE: PANEL, SeatForm.PRINT: PRINTING}.get(seats.form, FORMS)
        self._side.setCurrentIndex(here)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the form, then the page."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._seats.form is not SeatForm.NONE:
            self._presenter.seats.close_form()
        else:
            self._back.click()

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._back = button(say("Delegates"), look=look, icon=look.icon_back, kind="quiet", key="Esc")
        self._plan = Segments([(say(word), plan) for plan, word in PLANS.items()], say("Seating plan"))
        self._hall = button(say("Hall"), look=look, icon="edit")
        self._arrange = button(say("Arrange"), look=look, icon="people")
        self._import = button(say("Import"), look=look, icon="import", key="Ctrl+I")
        self._undo = button(say("Undo"), look=look, icon="undo", key="Ctrl+Z")
        self._print = button(say("Print"), look=look, icon="printer", key="Ctrl+P")
        self.map = HallMap(look, say("Map of the hall"))
        self.map.setToolTip("")
        self._floor = Choice()
        self._floor.setAccessibleName(say("Floor"))
        self._floor.setToolTip(say("Floor (Page Up, Page Down)"))
        self._floor.setFixedWidth(116)
        self._word = ElidedLabel()
        self._counts = ElidedLabel("", "muted")
        self._smaller = icon_button(look, "zoom_out", say("Smaller (-)"))
        self._fit = icon_button(look, "zoom_fit", say("The whole hall (0)"))
        self._larger = icon_button(look, "zoom_in", say("Larger (+)"))
        self.panel = SeatPanel(self._presenter, look)
        self.forms = SeatForms(self._presenter, look)
        self._printing = SeatPaperForm(self._presenter, look)
        self.paper = SeatPaperPage(self._presenter, look)
        self._proposed = label(say(PROPOSED), "strong")

    def _lay_out(self) -> None:
        look, say = self._look, self._look.say
        acts = (self._hall, self._arrange, self._import, self._undo, self._print)
        head = row(self._back, label(say("Seating"), "title"), 4, self._plan, 0, *acts, space=8)
        self._places = QStackedWidget()
        empty = EmptyState(
            look,
            icon="seat",
            sentence=say("There is no hall in this plan yet. Make it from its rows, or take in a seating table."),
            button=say("Make the hall"),
            act=self._presenter.seat_changes.open_hall,
        )
        for place in (self.map, self.paper, empty):
            self._places.addWidget(place)
        words = column(self._word, self._counts, self._proposed, space=0)
        line = row(words, self._floor, self._smaller, self._fit, self._larger, space=6)
        line.setStretch(0, 1)
        self._line = QWidget()
        self._line.setLayout(line)
        self._side = QStackedWidget()
        for part in (self.panel, scrolled(self.forms), self._printing):
            self._side.addWidget(part)
        frame = QFrame()
        frame.setLayout(column(self._side, space=0))
        frame.setFixedWidth(WIDTH)
        left = column(self._places, self._line, space=4)
        left.setStretch(0, 1)
        middle = row(left, frame, space=16)
        middle.setStretch(0, 1)
        layout = column(head, middle, space=12, margin=16)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.map)

    def _connect(self) -> None:
        presenter = self._presenter
        acts, changes, printing = presenter.seats, presenter.seat_changes, presenter.seat_printing
        for made, act in (
            (self._back, lambda: presenter.open_page(Page.PEOPLE)),
            (self._hall, changes.open_hall),
            (self._arrange, changes.open_arrange),
            (self._import, changes.open_import),
            (self._undo, acts.open_undo),
            (self._print, printing.open),
        ):
            on_click(made, act)
        for small, steps in ((self._smaller, -1), (self._fit, 0), (self._larger, 1)):
            on_click(small, partial(self.map.zoom, steps))
        self._plan.picked.connect(acts.choose_plan)
        self._floor.picked.connect(acts.show_floor)
        self.map.chosen.connect(acts.choose)
        self.map.moved.connect(acts.move)
        self.map.freed.connect(acts.free)
        self.map.dropped.connect(lambda delegate, label: acts.put(DelegateId(delegate), label))
        self.map.carried_off.connect(self._on_carried_off)
        self.map.zoomed.connect(self._draw_zoom)
        self.forms.file_requested.connect(self.file_requested)
        self._drop = takes_tables(self.forms)
        self._drop.dropped.connect(changes.look_at)
        self._printing.save_requested.connect(lambda: self.save_requested.emit(self.paper.proposed_name(self._seats)))
        for keys, act in (
            ("Ctrl+F", self.panel.search.setFocus),
            ("Ctrl+I", self._import.click),
            ("Ctrl+Z", self._undo.click),
            ("Ctrl+P", self._on_print_key),
            ("Ctrl+S", self._printing.save_now),
            ("Ctrl+Return", self.forms.agree),
            ("PgUp", lambda: self._turn(-1)),
            ("PgDown", lambda: self._turn(1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _draw_map(self, seats: Seats) -> None:
        plan = seats.shown
        there = plan is not None and bool(plan.seats)
        place = PAPER if seats.form is SeatForm.PRINT else MAP if there or plan is None else EMPTY
        self._places.setCurrentIndex(place)
        if plan is not None and (plan, seats.floor) != self._drawn:
            self._drawn = (plan, seats.floor)
            self.map.show_hall(_drawn(plan, seats.floor))
        self.map.show_chosen(seats.chosen)
        self.map.show_found(_found_labels(seats))

    def _draw_line(self, seats: Seats) -> None:
        say = self._look.say
        self._line.setVisible(self._places.currentIndex() == MAP)
        self._proposed.setVisible(seats.proposal is not None)
        as_it_is = seats.hall is not None and seats.proposal is None
        self._word.setVisible(as_it_is and seats.said is not None)
        self._word.setText(said_words(seats.said, say) if seats.said is not None else "")
        self._counts.setVisible(as_it_is)
        self._counts.setText(counts_words(seats.hall, say) if seats.hall is not None else "")
        floors = [(say("Floor {floor}", floor=floor), floor) for floor in seats.floors]
        if [word for word, _ in floors] != [self._floor.itemText(n) for n in range(self._floor.count())]:
            self._floor.offer(floors, seats.floor)
        self._floor.show_value(seats.floor)
        self._floor.setVisible(len(floors) > 1)
        self._draw_zoom()

    def _draw_zoom(self) -> None:
        smaller, larger = self.map.can_zoom
        self._smaller.setEnabled(smaller)
        self._fit.setEnabled(smaller)
        self._larger.setEnabled(larger)

    def _draw_acts(self, seats: Seats) -> None:
        read, calm = seats.hall is not None, not seats.busy
        for act in (self._hall, self._arrange, self._import):
            act.setEnabled(read and calm)
        self._undo.setEnabled(seats.last is not None and calm)
        self._print.setEnabled(read and bool(seats.hall and seats.hall.sitting))

    def _turn(self, steps: int) -> None:
        """A page of the paper, or a floor of the hall."""
        if self._seats.form is SeatForm.PRINT:
            self.paper.turn(steps)
        elif self._seats.floor + steps in self._seats.floors:
            self._presenter.seats.show_floor(self._seats.floor + steps)

    def _on_print_key(self) -> None:
        (self._printing.print_now if self._seats.form is SeatForm.PRINT else self._print.click)()

    def _on_carried_off(self, label: str, place: QPoint) -> None:
        """Let go over the people beside the map: the seat is free."""
        if self.panel.holds(place):
            self._presenter.seats.free(label)


def _drawn(plan: SeatPlan, floor: int) -> HallDrawn:
    layout = laid_out(plan.seats, floor)
    return HallDrawn(
        layout=layout,
        sitting=plan.sitting,
        tints=tints_of(layout, plan.sitting),
        shorts=shorts_of(person.sheet.delegation for person in plan.sitting.values()),
        names=names_over(layout, plan.sitting),
        doubtful=frozenset(plan.doubles),
    )


def _found_labels(seats: Seats) -> frozenset[str]:
    if seats.found is None or seats.shown is None or seats.proposal is not None:
        return frozenset()
    people = {one.delegate.id for one in seats.found}
    return frozenset(label for label, person in seats.shown.sitting.items() if person.id in people)
