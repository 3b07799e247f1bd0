"""What a seating plan would be after an act, before anything is written: for a look at it first.

Nothing here is an act; the same figures come out of the act itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from congress_desk.domain.delegates import Delegate, DelegateId, with_sheet
from congress_desk.domain.seat_arranging import Arrangement
from congress_desk.domain.seating import (
    COLUMN,
    HallShape,
    PlanName,
    Seat,
    SeatPlan,
    Zone,
    changed_seats,
    is_seated,
    plan_of,
    seat_on,
    seat_order,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """after: the plan as it would be. changed: people whose seat differs. parted: delegations in several zones."""

    after: SeatPlan
    changed: int = 0
    parted: tuple[str, ...] = ()


def proposed(
    plan: PlanName, seats: Sequence[Seat], people: Sequence[Delegate], given: Mapping[DelegateId, str]
) -> Proposal:
    """These seats with whom they would be given to; whoever is not named keeps his seat."""
    moved = [with_sheet(d, **{COLUMN[plan]: given[d.id]}) if d.id in given else d for d in people]
    return Proposal(after=plan_of(plan, seats, moved), changed=len(changed_seats(people, plan, given)))


def all_given(plan: PlanName, people: Sequence[Delegate], given: Mapping[DelegateId, str]) -> dict[DelegateId, str]:
    """Whoever had a seat and gets none in a new arrangement loses it."""
    return {d.id: given.get(d.id, "") for d in people if d.id in given or seat_on(d.sheet, plan)}


def proposed_arrangement(
    plan: PlanName, seats: Sequence[Seat], people: Sequence[Delegate], made: Arrangement
) -> Proposal:
    after = proposed(plan, seats, people, all_given(plan, people, made.given))
    return Proposal(after=after.after, changed=after.changed, parted=made.parted)


def shape_of(seats: Sequence[Seat]) -> HallShape:
    """The shape that a drawn hall has; of an uneven one its longest rows."""
    if not seats:
        return HallShape()
    widths = {zone: _longest(seats, zone) for zone in (Zone.LEFT, Zone.MIDDLE, Zone.RIGHT)}
    hall = [seat for seat in seats if seat.zone is not Zone.STAGE]
    highest = max((seat.floor for seat in hall), default=1)
    rows = tuple(len({seat.row for seat in hall if seat.floor == floor}) for floor in range(1, highest + 1))
    return HallShape(
        left=widths[Zone.LEFT],
        middle=widths[Zone.MIDDLE],
        right=widths[Zone.RIGHT],
        rows=rows,
        stage=sum(seat.zone is Zone.STAGE for seat in seats),
    )


def on_stage(plan: SeatPlan) -> tuple[Delegate, ...]:
    """Who sits on the stage, from its middle outwards: the order in which an arrangement fills it again."""
    stage = sorted((seat for seat in plan.seats if seat.zone is Zone.STAGE), key=seat_order)
    middle = (len(stage) - 1) / 2
    placed = sorted(enumerate(stage), key=lambda one: (abs(one[0] - middle), one[0]))
    return tuple(plan.sitting[seat.label] for _, seat in placed if seat.label in plan.sitting)


def sharing(plan: SeatPlan, people: Sequence[Delegate]) -> tuple[Delegate, ...]:
    """Those whose sheet names a seat on which somebody else sits."""
    labels = set(plan.doubles)
    sitting = {d.id for d in plan.sitting.values()}
    named = [d for d in people if is_seated(d) and d.id not in sitting]
    found = ((d, plan.seat(seat_on(d.sheet, plan.plan))) for d in named if seat_on(d.sheet, plan.plan))
    return tuple(d for d, seat in found if seat is not None and seat.label in labels)


def _longest(seats: Sequence[Seat], zone: Zone) -> int:
    rows: dict[tuple[int, str], int] = {}
    for seat in seats:
        if seat.zone is zone:
            rows[seat.floor, seat.row] = rows.get((seat.floor, seat.row), 0) + 1
    return max(rows.values(), default=0)
