"""The records of seats: the plan of a hall, and the tickets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from congress_desk.domain.hall_records import SeatingRecord, SeatTicketsRecord
from congress_desk.domain.paper_options import Sheet, plan_wanted, sheet_of_paper
from congress_desk.domain.records import Asked, Form, Heading
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.ports.store import Work
from congress_desk.services.records import RecordMaker
from congress_desk.services.roster import Roster
from congress_desk.services.seating import seat_plan


@dataclass(frozen=True, slots=True)
class SeatingRecords:
    roster: Roster

    def makers(self) -> Mapping[Form, RecordMaker]:
        return {Form.SEATING: self._plan, Form.SEAT_TICKETS: self._tickets}

    def _plan(self, work: Work, heading: Heading, asked: Asked) -> SeatingRecord:
        """Refusal: NO_SEATS where no hall was drawn and no sheet names a seat."""
        plan = seat_plan(work, self.roster, plan_wanted(asked.options))
        if not plan.seats:
            raise Refusal(Reason.NO_SEATS)
        return SeatingRecord(heading=heading, plan=plan, sheet=sheet_of_paper(asked.options, Sheet.A3))

    def _tickets(self, work: Work, heading: Heading, asked: Asked) -> SeatTicketsRecord:
        plan = seat_plan(work, self.roster, plan_wanted(asked.options))
        seats = {seat.label: seat for seat in plan.seats}
        seat_by_person = {person.id: seats[label] for label, person in plan.sitting.items()}
        tickets = tuple(
            (d, seat_by_person[d.id])
            for d in self.roster.read(work)
            if d.id in seat_by_person and (asked.only is None or d.id in asked.only)
        )
        if not tickets:
            raise Refusal(Reason.NO_SEATS)
        return SeatTicketsRecord(heading=heading, plan=plan, tickets=tickets)
