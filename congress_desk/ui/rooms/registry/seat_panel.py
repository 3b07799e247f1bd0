"""Beside the map: who sits on the chosen seat, the search for who sits where, and those without a seat."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.seating import PlanName, seat_on
from congress_desk.plumbing.seat_words import ZONES
from congress_desk.services.seating import Sitting
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.registry.seat_list import Listed, SeatList
from congress_desk.ui.rooms.registry.seat_state import Seats
from congress_desk.ui.widgets.fit_label import ElidedLabel, FitLabel
from congress_desk.ui.widgets.parts import button, card, column, label, on_click, row
from congress_desk.ui.widgets.people_words import isolated
from congress_desk.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from congress_desk.ui.rooms.registry.presenter import RegistryPresenter

MOST_LISTED = 200  # of those whom a search found


class SeatPanel(QWidget):
    def __init__(self, presenter: RegistryPresenter, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._look = look
        self._seats = Seats()
        self._listed = Seats(busy=True)  # what the list was drawn from
        self._build()
        self._connect()

    def show_seats(self, seats: Seats) -> None:
        self._seats = seats
        self._draw_seat()
        self._draw_people()
        if seats.words != self.search.text().strip():
            self.search.setText(seats.words)

    def holds(self, place: QPoint) -> bool:
        """Whether a point of the screen is over this panel."""
        return self.isVisible() and self.rect().contains(self.mapFromGlobal(place))

    def _build(self) -> None:
        look, say = self._look, self._look.say
        self._label = label("", "title")
        self._zone = ElidedLabel("", "muted")
        self._name = FitLabel(largest=17, smallest=13, weight=QFont.Weight.DemiBold)
        self._name.setMinimumHeight(30)
        self._delegation = ElidedLabel("", "muted")
        self._post = ElidedLabel("", "muted")
        self._free = button(say("Free the seat"), look=look, icon="exit", key="Delete")
        self._seat_here = button(say("Seat here"), look=look, icon="seat", key="Enter")
        self.search = SearchField(look, say("Who sits where: name, seat, card"))
        self._heading = label("", "strong")
        self.people = SeatList(look, say("People to be seated"))
        self._nobody = label("", "muted", wrap=True)
        head = row(self._label, self._zone, space=10)
        head.setStretch(1, 1)
        acts = row(self._free, self._seat_here, 0)
        chosen = card(head, column(self._name, self._delegation, self._post, space=2), acts, space=6, margin=12)
        layout = column(chosen, self.search, self._heading, self.people, self._nobody, space=8)
        layout.setStretch(3, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        acts = self._presenter.seats
        self.search.searched.connect(acts.search)
        self.search.moved.connect(lambda _step: self.people.setFocus())
        self.search.picked.connect(self._on_picked)
        self.people.marked.connect(self._on_marked)
        self.people.agreed.connect(self._on_agreed)
        on_click(self._free, lambda: acts.free(self._seats.chosen))
        on_click(self._seat_here, lambda: self._on_agreed(self.people.current_id() or ""))

    def _draw_seat(self) -> None:
        seats, say = self._seats, self._look.say
        seat = seats.shown.seat(seats.chosen) if seats.shown is not None and seats.chosen else None
        person = seats.sitting
        self._label.setText(isolated(seat.label, say) if seat else say("No seat is chosen"))
        floor = say("Floor {floor}", floor=seat.floor) if seat and len(seats.floors) > 1 else ""
        self._zone.setText(" · ".join(part for part in (say(ZONES[seat.zone]), floor) if part) if seat else "")
        self._name.setText(person.sheet.full_name if person else say("Free") if seat else "")
        self._delegation.setText(person.sheet.delegation if person else "")
        self._post.setText(person.sheet.position if person else "")
        self._free.setEnabled(person is not None and seats.may_move)
        self._draw_seat_here()

    def _draw_seat_here(self) -> None:
        who = self.people.current_id()
        sitting = self._seats.sitting
        other = sitting is None or sitting.id != who
        self._seat_here.setEnabled(bool(who and self._seats.chosen and other and self._seats.may_move))

    def _draw_people(self) -> None:
        seats, before = self._seats, self._listed
        if seats.found is not before.found or seats.hall is not before.hall or seats.sharing is not before.sharing:
            self._listed = seats
            self._draw_found(seats.found) if seats.found is not None else self._draw_waiting()
        self._draw_seat_here()

    def _draw_found(self, found: Sequence[Sitting]) -> None:
        say = self._look.say
        self._heading.setText(say("Found: {count}", count=len(found)))
        self.people.show_people([self._found(one) for one in found[:MOST_LISTED]])
        more = say("The first {count} are listed; the map shows all.", count=MOST_LISTED)
        self._nobody.setText(more if found else say("Nobody is called so, and no seat."))
        self._nobody.setVisible(not found or len(found) > MOST_LISTED)

    def _draw_waiting(self) -> None:
        say, waiting = self._look.say, self._seats.waiting
        self._heading.setText(say("Without a seat: {count}", count=len(waiting)))
        self.people.show_people([self._waiting(one) for one in waiting])
        self._nobody.setText(say("Everybody has a seat."))
        self._nobody.setVisible(self._seats.hall is not None and not waiting)

    def _found(self, one: Sitting) -> Listed:
        say = self._look.say
        label = one.opening if self._seats.plan is PlanName.OPENING else one.other
        seat = isolated(label, say) if label else say("no seat")
        sheet = one.delegate.sheet
        return Listed(id=one.delegate.id, name=sheet.full_name, below=f"{seat} · {sheet.delegation}")

    def _waiting(self, person: Delegate) -> Listed:
        say, sheet = self._look.say, person.sheet
        label = seat_on(sheet, self._seats.plan)
        if not label:
            return Listed(id=person.id, name=sheet.full_name, below=sheet.delegation)
        seat, shared = isolated(label, say), person in self._seats.sharing
        below = (
            say("Seat {seat} is somebody else's", seat=seat)
            if shared
            else say("Seat {seat} is not in this hall", seat=seat)
        )
        return Listed(id=person.id, name=sheet.full_name, below=below, doubtful=True)

    def _on_marked(self, delegate: str) -> None:
        if self._seats.found is not None and delegate:
            self._presenter.seats.go_to(DelegateId(delegate))
        self._draw_seat_here()

    def _on_agreed(self, delegate: str) -> None:
        """In a search Enter shows the seat; among those without one it seats the person on the chosen seat."""
        if delegate and self._seat_here.isEnabled():
            self._presenter.seats.put(DelegateId(delegate), self._seats.chosen)

    def _on_picked(self) -> None:
        self.people.setFocus()
        if self.people.count() and self.people.currentRow() < 0:
            self.people.setCurrentRow(0)
