"""The page of the seats: a plan read, a seat chosen, people seated, swapped and taken off, the last act undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.journal import Event
from congress_desk.domain.seat_previews import sharing
from congress_desk.domain.seating import PlanName, SeatPlan, seat_on
from congress_desk.services.seating import Sitting
from congress_desk.ui.rooms.registry.scene import Scene
from congress_desk.ui.rooms.registry.seat_state import Moved, Said, SeatForm, Seats, SeatTable
from congress_desk.ui.rooms.registry.state import Follow

Read = tuple[PlanName, SeatPlan, tuple[Delegate, ...], Event | None]


class SeatActs:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._searches = 0
        self.after_read: Callable[[], None] = _nothing

    @property
    def seats(self) -> Seats:
        return self._scene.state.seats

    def read(self) -> None:
        """The plan as it is now; what is found is sought again."""
        desk, plan = self._scene.desk, self.seats.plan

        def read() -> Read:
            now = desk.seating.plan(plan)
            people = desk.registry.delegates() if now.doubles else ()
            return plan, now, sharing(now, people), desk.seating.last(plan)

        self._scene.run(read, self._on_read, lambda error: self._scene.fail(error, follow=Follow.RETRY))

    def choose_plan(self, plan: PlanName) -> None:
        """The opening has a plan of its own."""
        if plan is not self.seats.plan:
            words = self.seats.words
            self._scene.show(seats=Seats(plan=plan, words=words))
            self.read()

    def show_floor(self, floor: int) -> None:
        self._scene.show_seats(floor=floor)

    def choose(self, label: str) -> None:
        if label != self.seats.chosen:
            self._scene.show_seats(chosen=label)

    def search(self, words: str) -> None:
        """Who sits where: by name, unit, delegation, card, or a seat; "" shows those without a seat again."""
        self._searches += 1
        self._scene.show_seats(words=words)
        if not words:
            self._scene.show_seats(found=None)
            return
        ticket, seating = self._searches, self._scene.desk.seating
        self._scene.run(lambda: seating.find(words), lambda found: self._on_found(ticket, found))

    def go_to(self, delegate: DelegateId) -> None:
        """Choose the seat on which he sits, on whichever floor."""
        hall = self.seats.hall
        if hall is None:
            return
        label = next((label for label, d in hall.sitting.items() if d.id == delegate), "")
        seat = hall.seat(label) if label else None
        if seat is not None:
            self._scene.show_seats(chosen=seat.label, floor=seat.floor)

    def put(self, delegate: DelegateId, label: str) -> None:
        """On a free seat; where somebody sits the two change places, and one of them may have had none."""
        seats, seating = self.seats, self._scene.desk.seating
        hall, person = seats.hall, self._person(delegate)
        if hall is None or person is None or not seats.may_move:
            return
        other = hall.sitting.get(label)
        if other is not None and other.id == delegate:
            return
        old = next((here for here, d in hall.sitting.items() if d.id == delegate), "")
        if other is None or (not old and seat_on(person.sheet, seats.plan)):
            said = Said(moved=Moved.SEATED, places={"name": person.sheet.full_name, "seat": label})
            self._act(lambda: seating.assign(delegate, seats.plan, label), said, chosen=label)
            return
        sitting = other
        places = {"name": person.sheet.full_name, "seat": label, "other": sitting.sheet.full_name, "old": old}
        said = Said(moved=Moved.SWAPPED if old else Moved.TOOK_THE_SEAT, places=places)
        self._act(lambda: seating.swap(delegate, sitting.id, seats.plan), said, chosen=label)

    def move(self, start: str, end: str) -> None:
        """Whoever sits on the one seat goes to the other."""
        person = self.seats.hall.sitting.get(start) if self.seats.hall else None
        if person is not None:
            self.put(person.id, end)

    def free(self, label: str) -> None:
        seats, seating = self.seats, self._scene.desk.seating
        person = seats.hall.sitting.get(label) if seats.hall else None
        if person is None or not seats.may_move:
            return
        who = person.id
        said = Said(moved=Moved.FREED, places={"name": person.sheet.full_name, "seat": label})
        self._act(lambda: seating.assign(who, seats.plan, ""), said, chosen=label)

    def open_undo(self) -> None:
        if self.seats.last is not None:
            self._scene.show_seats(form=SeatForm.UNDO, proposal=None, reason_missing=False)

    def undo(self, reason: str) -> None:
        """The last act on this plan taken back; the reason stands in the journal."""
        if not reason.strip():
            self._scene.show_seats(reason_missing=True)
            return
        plan, seating = self.seats.plan, self._scene.desk.seating
        self._act(lambda: seating.take_back(plan, reason), Said(moved=Moved.TAKEN_BACK))

    def close_form(self) -> None:
        self._scene.show_seats(form=SeatForm.NONE, proposal=None, table=SeatTable(), reason_missing=False)

    def _act(self, work: Callable[[], SeatPlan], said: Said, **changes: Any) -> None:
        self._scene.show_seats(busy=True)

        def done(hall: SeatPlan) -> None:
            self._scene.show_seats(
                hall=hall, busy=False, said=said, form=SeatForm.NONE, proposal=None, reason_missing=False, **changes
            )
            self.read()

        def failed(error: Exception) -> None:
            self._scene.show_seats(busy=False)
            self._scene.fail(error)

        self._scene.run(work, done, failed)

    def _person(self, delegate: DelegateId) -> Delegate | None:
        hall = self.seats.hall
        people = (*hall.sitting.values(), *self.seats.waiting) if hall else ()
        return next((person for person in people if person.id == delegate), None)

    def _on_read(self, read: Read) -> None:
        plan, hall, doubled, last = read
        if plan is not self.seats.plan:
            return  # the other plan was chosen meanwhile
        floor = self.seats.floor if self.seats.floor in hall.floors else next(iter(hall.floors), 1)
        self._scene.show(seats=replace(self.seats, hall=hall, sharing=doubled, last=last, floor=floor))
        if self.seats.words:
            self.search(self.seats.words)
        self.after_read()

    def _on_found(self, ticket: int, found: tuple[Sitting, ...]) -> None:
        if ticket != self._searches:
            return
        self._scene.show_seats(found=found)
        if len(found) == 1:
            self.go_to(found[0].delegate.id)


def _nothing() -> None:
    """Nobody waits for the plan."""
