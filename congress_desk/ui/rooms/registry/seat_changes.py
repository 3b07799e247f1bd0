"""Great changes of a plan, each shown on the map first: a hall made, everybody arranged, a table taken in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.seat_previews import Proposal, on_stage, proposed, shape_of
from congress_desk.domain.seating import HallShape, SeatPlan, drawn_hall
from congress_desk.services.seating import MOST_SEATS, SeatsPlanned
from congress_desk.ui.rooms.registry.scene import Scene
from congress_desk.ui.rooms.registry.seat_acts import SeatActs
from congress_desk.ui.rooms.registry.seat_state import SeatForm, Seats, SeatTable
from congress_desk.ui.rooms.registry.state import Fact


class SeatChanges:
    def __init__(self, scene: Scene, acts: SeatActs) -> None:
        self._scene = scene
        self._acts = acts
        acts.after_read = self._propose_again

    @property
    def seats(self) -> Seats:
        return self._scene.state.seats

    def open_hall(self) -> None:
        """Begins with the shape of the hall that is there."""
        hall = self.seats.hall
        if hall is not None:
            shape = shape_of(hall.seats)
            self._scene.show_seats(form=SeatForm.HALL, shape=shape, table=SeatTable())
            self.shape(shape)

    def shape(self, shape: HallShape) -> None:
        """As typed; the map shows the hall at once, with whoever finds his seat in it."""
        hall = self.seats.hall
        seats = drawn_hall(shape)
        if hall is None or not seats or len(seats) > MOST_SEATS:
            self._scene.show_seats(shape=shape, proposal=None)
            return
        people = tuple(line.delegate for line in self._scene.state.everybody or ())
        proposal = proposed(self.seats.plan, seats, people, {})
        floor = self.seats.floor if self.seats.floor in proposal.after.floors else 1
        self._scene.show_seats(shape=shape, proposal=proposal, floor=floor)

    def draw(self) -> None:
        """The hall of this shape; nobody is moved."""
        plan, shape, seating = self.seats.plan, self.seats.shape, self._scene.desk.seating
        self._carry_out(lambda: seating.draw(plan, drawn_hall(shape)), Fact.HALL_DRAWN)

    def open_arrange(self) -> None:
        """Proposes everybody by delegation; whoever sits on the stage stays on it."""
        hall = self.seats.hall
        if hall is None:
            return
        plan, seating = self.seats.plan, self._scene.desk.seating
        stage = [person.id for person in on_stage(hall)]
        self._scene.show_seats(form=SeatForm.ARRANGE, proposal=None, table=SeatTable(), busy=True)
        self._scene.run(lambda: seating.propose(plan, stage=stage), self._on_proposed, self._on_failed)

    def arrange(self) -> None:
        hall = self.seats.hall
        if hall is None or self.seats.proposal is None:
            return
        plan, seating = self.seats.plan, self._scene.desk.seating
        stage = [person.id for person in on_stage(hall)]

        def arranged() -> SeatPlan:
            seating.arrange(plan, stage=stage)
            return seating.plan(plan)

        self._carry_out(arranged, Fact.SEATS_ARRANGED)

    def open_import(self) -> None:
        self._scene.show_seats(form=SeatForm.IMPORT, proposal=None, table=SeatTable())

    def look_at(self, path: Path) -> None:
        """Read a seating table and show what it would make of the hall; nothing is written."""
        desk, plan = self._scene.desk, self.seats.plan
        self._scene.show_seats(form=SeatForm.IMPORT, proposal=None, table=SeatTable(path=path, reading=True))

        def read() -> tuple[SeatsPlanned, Proposal]:
            planned = desk.seating.plan_import(path, plan)
            return planned, proposed(plan, planned.seats, desk.registry.delegates(), planned.given)

        self._scene.run(read, self._on_looked, self._on_not_looked)

    def look_again(self) -> None:
        """The same file, corrected meanwhile."""
        if self.seats.table.path is not None:
            self.look_at(self.seats.table.path)

    def take_in(self) -> None:
        plan, planned, seating = self.seats.plan, self.seats.table.planned, self._scene.desk.seating
        if planned is not None and not planned.errors:
            self._carry_out(lambda: seating.carry_out(planned, plan), Fact.SEATS_IMPORTED)

    def _propose_again(self) -> None:
        """Another desk has changed the plan under an open proposal."""
        if self.seats.busy:
            return
        if self.seats.form is SeatForm.HALL:
            self.shape(self.seats.shape)
        elif self.seats.form is SeatForm.ARRANGE:
            self.open_arrange()

    def _carry_out(self, work: Callable[[], SeatPlan], fact: Fact) -> None:
        self._scene.show_seats(busy=True)

        def done(hall: SeatPlan) -> None:
            seats = replace(self.seats, hall=hall, busy=False, form=SeatForm.NONE, proposal=None, said=None)
            floor = seats.floor if seats.floor in hall.floors else next(iter(hall.floors), 1)
            self._scene.show(seats=replace(seats, table=SeatTable(), floor=floor))
            left = len(hall.seatless) + len(hall.strays)
            self._scene.tell(fact, seats=len(hall.seats), seated=len(hall.sitting), left=left)
            self._acts.read()

        self._scene.run(work, done, self._on_failed)

    def _on_proposed(self, proposal: Proposal) -> None:
        if self.seats.form is SeatForm.ARRANGE:
            floor = self.seats.floor if self.seats.floor in proposal.after.floors else 1
            self._scene.show_seats(proposal=proposal, busy=False, floor=floor)

    def _on_looked(self, looked: tuple[SeatsPlanned, Proposal]) -> None:
        planned, proposal = looked
        if self.seats.form is SeatForm.IMPORT:
            table = SeatTable(path=self.seats.table.path, planned=planned)
            floor = self.seats.floor if self.seats.floor in proposal.after.floors else 1
            self._scene.show_seats(table=table, proposal=proposal if planned.seats else None, floor=floor)

    def _on_not_looked(self, error: Exception) -> None:
        self._scene.show_seats(table=SeatTable())
        self._scene.fail(error)

    def _on_failed(self, error: Exception) -> None:
        nobody = isinstance(error, Refusal) and error.reason is Reason.NOBODY_TO_SEAT
        self._scene.show_seats(busy=False, form=SeatForm.NONE if nobody else self.seats.form)
        self._scene.fail(error)
