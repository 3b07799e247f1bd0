"""Who sits where: the seats of a hall for each plan, and who was given which.

The hall of a plan is a fold of the journal's events; a person's seat stands on his sheet, where badges, rolls
and the check-in desk read it, and is written there in the transaction of the event that gave it. A seat's
label is unique in its plan. Zones are those of a hall seen from the seats, with the stage in front.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from congress_desk.domain.delegates import Category, Delegate, DelegateId, Sheet, Standing
from congress_desk.domain.journal import Event, Kind
from congress_desk.domain.list_tables import column_letter
from congress_desk.domain.names import text_sort_key

SEATING_KINDS = (Kind.SEATS_DRAWN, Kind.SEATS_GIVEN)
STAGE_ROW = "CT"  # chủ tọa: no row of the hall is called so
_LABEL = re.compile(r"^(?P<row>.*?)[\s\-.:/]*(?P<number>\d{1,3})$")


class PlanName(StrEnum):
    """The opening has its own plan (domain.md 6); all other sessions share one."""

    OPENING = "opening"
    OTHER = "other"


class Zone(StrEnum):
    STAGE = "stage"
    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"


COLUMN = {PlanName.OPENING: "seat_opening", PlanName.OTHER: "seat"}  # of the sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """floor counts from 1. number: its place in the row, from the left as seen from the seats."""

    label: str
    floor: int = 1
    zone: Zone = Zone.MIDDLE
    row: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HallShape:
    """A hall to be drawn: seats in a row by zone, rows by floor, seats on the stage."""

    left: int = 8
    middle: int = 12
    right: int = 8
    rows: tuple[int, ...] = (16,)  # of the ground floor, then of the upper floors
    stage: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatPlan:
    """sitting: by label. seatless: people of the plan without a seat in it, in the order given.

    strays: people whose sheet names a seat that this hall does not have. doubles: labels that two people have.
    """

    plan: PlanName
    seats: tuple[Seat, ...] = ()
    sitting: Mapping[str, Delegate] = field(default_factory=dict)
    seatless: tuple[Delegate, ...] = ()
    strays: tuple[Delegate, ...] = ()
    doubles: tuple[str, ...] = ()

    @property
    def free(self) -> tuple[Seat, ...]:
        return tuple(seat for seat in self.seats if seat.label not in self.sitting)

    @property
    def floors(self) -> tuple[int, ...]:
        return tuple(sorted({seat.floor for seat in self.seats}))

    def seat(self, label: str) -> Seat | None:
        wanted = label_key(label)
        return next((seat for seat in self.seats if label_key(seat.label) == wanted), None)


def label_key(label: str) -> str:
    """ "a 1", "A-01" and "A1" are one seat."""
    found = _LABEL.match(label.strip())
    return f"{found['row'].casefold()}-{int(found['number'])}" if found else label.strip().casefold()


def seat_on(sheet: Sheet, plan: PlanName) -> str:
    """The label on the sheet, "" without one."""
    return sheet.seat_opening if plan is PlanName.OPENING else sheet.seat


def is_seated(delegate: Delegate) -> bool:
    """People who get a seat: everybody who is not barred or gone. Staff stand."""
    gone = delegate.standing in (Standing.BARRED, Standing.WITHDRAWN)
    return not gone and delegate.sheet.category is not Category.STAFF


def hall_of(plan: PlanName, events: Iterable[Event]) -> tuple[Seat, ...]:
    """The hall as drawn last for this plan and not taken back; () where none was drawn."""
    known = list(events)
    taken_back = {event.about for event in known}
    drawn = [e for e in known if e.kind is Kind.SEATS_DRAWN and e.body["plan"] == plan and e.id not in taken_back]
    return tuple(map(_read_seat, drawn[-1].body["seats"])) if drawn else ()


def last_act(plan: PlanName, events: Iterable[Event]) -> Event | None:
    """The newest act on this plan that still stands; one that takes another back cannot be taken back itself."""
    known = [event for event in events if event.body["plan"] == plan]
    taken_back = {event.about for event in known}
    return next((e for e in reversed(known) if e.about is None and e.id not in taken_back), None)


def written_seats(seats: Sequence[Seat]) -> list[list[object]]:
    """For the event's body."""
    return [[seat.label, seat.floor, seat.zone.value, seat.row, seat.number] for seat in seats]


def plan_of(plan: PlanName, seats: Sequence[Seat], people: Sequence[Delegate]) -> SeatPlan:
    """Seats and people brought together; without a drawn hall its seats are those that the sheets name."""
    wanted = [delegate for delegate in people if is_seated(delegate)]
    named = [(delegate, seat_on(delegate.sheet, plan)) for delegate in wanted]
    hall = tuple(seats) or hall_from_labels([label for _, label in named if label])
    by_key = {label_key(seat.label): seat for seat in hall}
    sitting: dict[str, Delegate] = {}
    doubles, strays = Counter[str](), []
    for delegate, label in named:
        seat = by_key.get(label_key(label)) if label else None
        if label and seat is None:
            strays.append(delegate)
        if seat is not None and sitting.setdefault(seat.label, delegate) is not delegate:
            doubles[seat.label] += 1
    return SeatPlan(
        plan=plan,
        seats=hall,
        sitting=sitting,
        seatless=tuple(delegate for delegate, label in named if not label),
        strays=tuple(strays),
        doubles=tuple(doubles),
    )


def drawn_hall(shape: HallShape) -> tuple[Seat, ...]:
    """Rows A, B, ... from the stage backwards, numbered through all zones: A-01 ... A-28; upper floors 2A-01."""
    seats = [
        Seat(label=f"{STAGE_ROW}-{n:02}", zone=Zone.STAGE, row=STAGE_ROW, number=n) for n in range(1, shape.stage + 1)
    ]
    widths = ((Zone.LEFT, shape.left), (Zone.MIDDLE, shape.middle), (Zone.RIGHT, shape.right))
    zones = [zone for zone, width in widths for _ in range(width)]
    for floor, rows in enumerate(shape.rows, 1):
        for place in range(rows):
            row = f"{floor if floor > 1 else ''}{column_letter(place)}"
            seats += [
                Seat(label=f"{row}-{n:02}", floor=floor, zone=zone, row=row, number=n)
                for n, zone in enumerate(zones, 1)
            ]
    return tuple(seats)


def shape_for(people: int, *, stage: int = 0) -> HallShape:
    """The usual hall with rows enough for so many people, with a row to spare."""
    usual = HallShape()
    width = usual.left + usual.middle + usual.right
    return HallShape(rows=(max(1, -(-people // width) + 1),), stage=stage)


def hall_from_labels(labels: Iterable[str]) -> tuple[Seat, ...]:
    """The seats that people have, where nobody drew the hall: rows by name, one zone."""
    seats = {label_key(label): seat_from_label(label) for label in labels}
    return tuple(sorted(seats.values(), key=seat_order))


def seat_from_label(label: str) -> Seat:
    found = _LABEL.match(label.strip())
    row, number = (found["row"], int(found["number"])) if found else (label.strip(), 0)
    zone = Zone.STAGE if row.upper() == STAGE_ROW else Zone.MIDDLE
    return Seat(label=label.strip(), zone=zone, row=row.strip(" -."), number=number)


def seat_order(seat: Seat) -> tuple[object, ...]:
    """Floor, stage first, rows from the front, then along the row."""
    return (seat.floor, seat.zone is not Zone.STAGE, len(seat.row), text_sort_key(seat.row), seat.number, seat.label)


def changed_seats(
    people: Iterable[Delegate], plan: PlanName, given: Mapping[DelegateId, str]
) -> dict[DelegateId, tuple[str, str]]:
    """Delegate -> (old label, new label), of those whose seat changes; "" is no seat."""
    pairs = {d.id: (seat_on(d.sheet, plan), given[d.id]) for d in people if d.id in given}
    return {delegate: pair for delegate, pair in pairs.items() if pair[0] != pair[1]}


def _read_seat(written: Sequence[object]) -> Seat:
    label, floor, zone, row, number = written
    return Seat(label=str(label), floor=int(str(floor)), zone=Zone(str(zone)), row=str(row), number=int(str(number)))
