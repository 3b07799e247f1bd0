"""The words of a seating plan, for screens and commands alike: plans, zones, what is doubtful in a table."""

from __future__ import annotations

from congress_desk.domain.seat_lists import SeatDoubt
from congress_desk.domain.seating import PlanName, Zone
from congress_desk.plumbing.texts import marked

DOUBTS = {
    SeatDoubt.NO_SEAT: marked("no seat"),
    SeatDoubt.UNKNOWN_PERSON: marked("nobody on the list is called so"),
    SeatDoubt.SEVERAL_PERSONS: marked("several people are called so; write the card number"),
    SeatDoubt.SEAT_TWICE: marked("the seat stands in the table twice"),
    SeatDoubt.PERSON_TWICE: marked("the person stands in the table twice"),
    SeatDoubt.UNKNOWN_ZONE: marked("no such zone; left, middle, right or stage"),
    SeatDoubt.BAD_FLOOR: marked("no such floor"),
}
PLANS = {
    PlanName.OPENING: marked("Opening"),
    PlanName.OTHER: marked("Other sessions"),
}
ZONES = {
    Zone.STAGE: marked("Stage"),
    Zone.LEFT: marked("Left side"),
    Zone.MIDDLE: marked("Middle"),
    Zone.RIGHT: marked("Right side"),
}
