"""Seats: the hall drawn or read from a table, people arranged, moved and swapped, and who sits where.

Every act writes one event with each seat before and after, and the new seats on the sheets with it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from congress_desk.domain.delegates import Delegate, DelegateId, with_sheet
from congress_desk.domain.journal import Event, Kind
from congress_desk.domain.names import matches_search
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.seat_arranging import Arrangement, arranged
from congress_desk.domain.seat_lists import SeatError, SeatList, read_seat_list
from congress_desk.domain.seat_previews import Proposal, all_given, proposed_arrangement
from congress_desk.domain.seating import (
    COLUMN,
    SEATING_KINDS,
    HallShape,
    PlanName,
    Seat,
    SeatPlan,
    changed_seats,
    drawn_hall,
    hall_of,
    is_seated,
    label_key,
    last_act,
    plan_of,
    seat_on,
    shape_for,
    written_seats,
)
from congress_desk.services.floor import Act, Floor, the_delegate
from congress_desk.services.ports.sheets import Sheets
from congress_desk.services.ports.store import Work
from congress_desk.services.roster import Roster

Given = Mapping[DelegateId, str]
MOST_SEATS = 5_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatsPlanned:
    """A table read, before anything is written: what would change. errors: rows that stop the import."""

    file: str
    seats: tuple[Seat, ...]
    given: Given
    changed: int
    errors: tuple[SeatError, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One person and his seats in both plans, as a search for him shows them."""

    delegate: Delegate
    opening: str
    other: str


class SeatingService:
    def __init__(self, floor: Floor, roster: Roster, sheets: Sheets) -> None:
        self._floor = floor
        self._roster = roster
        self._sheets = sheets

    def plan(self, plan: PlanName) -> SeatPlan:
        with self._floor.reading() as work:
            return seat_plan(work, self._roster, plan)

    def find(self, text: str) -> tuple[Sitting, ...]:
        """Who sits where: by name, unit, delegation or card number, from the first letters; or by a seat."""
        with self._floor.reading() as work:
            people = [d for d in self._roster.read(work) if is_seated(d)]
        key = label_key(text)
        by_seat = [d for d in people if key in {label_key(seat_on(d.sheet, plan)) for plan in PlanName}]
        found = by_seat or [d for d in people if _matches(text, d)]
        return tuple(
            Sitting(delegate=d, opening=seat_on(d.sheet, PlanName.OPENING), other=seat_on(d.sheet, PlanName.OTHER))
            for d in found
        )

    def draw(self, plan: PlanName, seats: Sequence[Seat]) -> SeatPlan:
        """The hall of a plan as the seat editor made it; nobody is moved. Refusal: BAD_VALUE(seats)."""
        _check(seats)
        with self._floor.act() as act:
            _write(act, plan, {}, how="draw", seats=seats)
        return self.plan(plan)

    def assign(self, delegate: DelegateId, plan: PlanName, label: str) -> SeatPlan:
        """A seat for one person; "" takes his away. Refusal: NO_SUCH_SEAT, SEAT_TAKEN, NO_SUCH_DELEGATE."""
        with self._floor.act() as act:
            person = the_delegate(act.work, delegate)
            now = seat_plan(act.work, self._roster, plan)
            seat = _the_seat(now, label) if label.strip() else None
            sitting = now.sitting.get(seat.label) if seat else None
            if seat and sitting is not None and sitting.id != delegate:
                raise Refusal(Reason.SEAT_TAKEN, seat=seat.label, name=sitting.sheet.full_name, holder=sitting.id)
            _write(act, plan, {person.id: seat.label if seat else ""}, how="hand")
        return self.plan(plan)

    def swap(self, one: DelegateId, other: DelegateId, plan: PlanName) -> SeatPlan:
        """Two people change seats; one of them may have none. Refusal: NO_SUCH_DELEGATE."""
        with self._floor.act() as act:
            first, second = the_delegate(act.work, one), the_delegate(act.work, other)
            given = {first.id: seat_on(second.sheet, plan), second.id: seat_on(first.sheet, plan)}
            _write(act, plan, given, how="swap")
        return self.plan(plan)

    def plan_import(self, path: Path, plan: PlanName) -> SeatsPlanned:
        """What a seating table says; nothing is written. Refusal: NOT_A_SEAT_LIST. Trouble: see ports.sheets."""
        tables = self._sheets.read(path)
        with self._floor.reading() as work:
            people = self._roster.read(work)
        read = read_seat_list(tables, [d for d in people if is_seated(d)])
        if not read.headed:
            raise Refusal(Reason.NOT_A_SEAT_LIST, path=path.name)
        given = all_given(plan, people, read.people)
        return SeatsPlanned(
            file=path.name,
            seats=read.seats,
            given=given,
            changed=len(changed_seats(people, plan, given)),
            errors=_errors(read),
        )

    def carry_out(self, planned: SeatsPlanned, plan: PlanName) -> SeatPlan:
        """The table becomes hall and seats, all of it or nothing. Refusal: SEATS_HAVE_ERRORS."""
        if planned.errors:
            raise Refusal(Reason.SEATS_HAVE_ERRORS, count=len(planned.errors))
        _check(planned.seats)
        with self._floor.act() as act:
            _write(act, plan, planned.given, how="import", seats=planned.seats, file=planned.file)
        return self.plan(plan)

    def arrange(
        self, plan: PlanName, *, shape: HallShape | None = None, stage: Sequence[DelegateId] = ()
    ) -> Arrangement:
        """Everybody seated anew by delegation, in the hall as drawn or in one of this shape.

        Refusal: BAD_VALUE(seats), NOBODY_TO_SEAT.
        """
        with self._floor.act() as act:
            people, seats, made = self._arranged(act.work, plan, shape, stage)
            _write(act, plan, all_given(plan, people, made.given), how="arrange", seats=seats)
        return made

    def propose(self, plan: PlanName, *, stage: Sequence[DelegateId] = ()) -> Proposal:
        """What `arrange` would do; nothing is written. Refusal: as there."""
        with self._floor.reading() as work:
            people, seats, made = self._arranged(work, plan, None, stage)
        return proposed_arrangement(plan, seats, people, made)

    def last(self, plan: PlanName) -> Event | None:
        """The act that `take_back` would take back."""
        with self._floor.reading() as work:
            return last_act(plan, work.journal.of_kinds(SEATING_KINDS))

    def take_back(self, plan: PlanName, reason: str) -> SeatPlan:
        """The last act on this plan undone: seats as they were. Refusal: REASON_NEEDED, NOTHING_TO_TAKE_BACK."""
        if not reason.strip():
            raise Refusal(Reason.REASON_NEEDED)
        with self._floor.act() as act:
            last = last_act(plan, act.work.journal.of_kinds(SEATING_KINDS))
            if last is None:
                raise Refusal(Reason.NOTHING_TO_TAKE_BACK)
            _write(act, plan, _as_before(act.work, last, plan), how="undo", about=last, reason=reason.strip())
        return self.plan(plan)

    def _arranged(
        self, work: Work, plan: PlanName, shape: HallShape | None, stage: Sequence[DelegateId]
    ) -> tuple[Sequence[Delegate], Sequence[Seat], Arrangement]:
        people = self._roster.read(work)
        wanted = [d for d in people if is_seated(d)]
        if not wanted:
            raise Refusal(Reason.NOBODY_TO_SEAT)
        drawn = hall_of(plan, work.journal.of_kinds(SEATING_KINDS))
        if shape is None and not drawn:
            shape = shape_for(len(wanted), stage=len(stage))
        seats = drawn_hall(shape) if shape is not None else drawn
        _check(seats)
        return people, seats, arranged(seats, wanted, stage=stage)


def seat_plan(work: Work, roster: Roster, plan: PlanName) -> SeatPlan:
    hall = hall_of(plan, work.journal.of_kinds(SEATING_KINDS))
    return plan_of(plan, hall, roster.read(work))


def _write(
    act: Act,
    plan: PlanName,
    given: Given,
    *,
    how: str,
    seats: Sequence[Seat] | None = None,
    about: Event | None = None,
    **more: str,
) -> None:
    """The sheets and the one event; nothing at all where nothing changes and no hall is drawn."""
    people = [d for d in act.work.delegates.all() if d.id in given]
    changes = changed_seats(people, plan, given)
    if not changes and seats is None and about is None:
        return
    act.work.delegates.put(with_sheet(d, **{COLUMN[plan]: changes[d.id][1]}) for d in people if d.id in changes)
    body: dict[str, Any] = {
        "plan": plan.value,
        "how": how,
        "changes": {d: list(pair) for d, pair in changes.items()},
    } | more
    if seats is not None:
        body["seats"] = written_seats(seats)
    kind = Kind.SEATS_GIVEN if seats is None else Kind.SEATS_DRAWN
    single = next(iter(changes)) if len(changes) == 1 else None
    act.write(kind, delegate=single, about=about.id if about else None, body=body)


def _as_before(work: Work, event: Event, plan: PlanName) -> dict[DelegateId, str]:
    """The seats before the act, of those whom nobody has moved since."""
    changes = event.body["changes"]
    people = [d for d in work.delegates.all() if d.id in changes]
    return {d.id: changes[d.id][0] for d in people if seat_on(d.sheet, plan) == changes[d.id][1]}


def _the_seat(plan: SeatPlan, label: str) -> Seat:
    found = plan.seat(label)
    if found is None:
        raise Refusal(Reason.NO_SUCH_SEAT, seat=label.strip())
    return found


def _check(seats: Sequence[Seat]) -> None:
    keys = {label_key(seat.label) for seat in seats}
    if not seats or len(keys) < len(seats) or len(seats) > MOST_SEATS:
        raise Refusal(Reason.BAD_VALUE, field="hall_seats")


def _errors(read: SeatList) -> tuple[SeatError, ...]:
    return tuple(sorted(read.errors, key=lambda error: (error.sheet, error.row)))


def _matches(text: str, delegate: Delegate) -> bool:
    sheet = delegate.sheet
    return matches_search(text, sheet.full_name, sheet.unit, sheet.delegation, sheet.card_number)
