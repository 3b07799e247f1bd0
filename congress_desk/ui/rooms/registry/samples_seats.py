"""Named states of the page of the seats."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

from congress_desk.domain.delegates import Category, Delegate, DelegateId, with_sheet
from congress_desk.domain.journal import Event, EventId, Kind
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.seat_arranging import arranged
from congress_desk.domain.seat_lists import SeatDoubt, SeatError
from congress_desk.domain.seat_previews import Proposal, proposed, proposed_arrangement
from congress_desk.domain.seating import HallShape, PlanName, drawn_hall, plan_of
from congress_desk.services.seating import SeatsPlanned, Sitting
from congress_desk.ui.rooms.registry.seat_state import (
    Moved,
    Said,
    SeatForm,
    SeatPaper,
    SeatPrint,
    Seats,
    SeatTable,
)
from congress_desk.ui.rooms.registry.state import Page, RegistryState
from congress_desk.ui.sample_people import PEOPLE

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
AT = dt.datetime(2025, 9, 21, 15, 40, tzinfo=ZONE)
SHAPE = HallShape(left=6, middle=10, right=6, rows=(11, 4), stage=7)
DELEGATIONS = (
    ("Đoàn xã Đại Từ", 24),
    ("Đoàn phường Phan Đình Phùng", 31),
    ("Đoàn Đảng ủy Quân sự tỉnh", 18),
    ("Đoàn xã Định Hóa", 22),
    ("Đoàn xã Phú Lương", 20),
    ("Đoàn các cơ quan Đảng tỉnh", 46),
    ("Đoàn phường Sông Công", 27),
    ("Đoàn xã Võ Nhai", 16),
    ("Đoàn Đảng ủy Công an tỉnh", 19),
    ("Đoàn phường Tích Lương", 25),
)


def _people() -> tuple[Delegate, ...]:
    """248 people of ten delegations, with few names; nobody has a seat yet."""
    made: list[Delegate] = []
    for delegation, count in DELEGATIONS:
        for _ in range(count):
            one = PEOPLE[len(made) % 6]
            sheet = replace(
                one.sheet,
                delegation=delegation,
                category=Category.ELECTED,
                seat="",
                card_number=f"{len(made) + 1:03}",
            )
            made.append(replace(one, id=DelegateId(f"seat-{len(made)}"), sheet=sheet))
    return tuple(made)


BARE = _people()
HALL = drawn_hall(SHAPE)
STAGE = [person.id for person in BARE[:5]]
GIVEN = arranged(HALL, BARE[:-6], stage=STAGE)
SEATED = tuple(with_sheet(person, seat=GIVEN.given.get(person.id, "")) for person in BARE)
PLAN = plan_of(PlanName.OTHER, HALL, SEATED)
LAST = Event(
    id=EventId("seats"),
    desk="Bàn 2",
    sequence=9,
    happened_at=AT,
    recorded_at=AT,
    actor="thu-ky",
    kind=Kind.SEATS_GIVEN,
    body={"plan": "other", "how": "swap", "changes": {"a": ["A-01", "A-02"], "b": ["A-02", "A-01"]}},
)
SEATS = Seats(hall=PLAN, last=LAST, chosen="C-12")
SAID = Said(
    moved=Moved.SWAPPED, places={"name": "Nguyễn Thị Ánh", "seat": "C-12", "other": "Nông Quốc Khánh", "old": "C-09"}
)
WRONG_SEATS = tuple(
    with_sheet(person, seat={3: "Z-99", 4: SEATED[5].sheet.seat}.get(place, person.sheet.seat))
    for place, person in enumerate(SEATED)
)
FOUND = tuple(Sitting(delegate=one, opening="", other=one.sheet.seat) for one in SEATED[0:60:6])
TABLE = Path("so-do-cho-ngoi.xlsx")
PLANNED = SeatsPlanned(file=TABLE.name, seats=HALL, given=GIVEN.given, changed=212)
ERRORS = (
    SeatError(sheet="Sơ đồ", row=7, doubt=SeatDoubt.UNKNOWN_PERSON, text="Nguyễn Văn Anh"),
    SeatError(sheet="Sơ đồ", row=12, doubt=SeatDoubt.SEVERAL_PERSONS, text="Trần Đức Ngọc"),
    SeatError(sheet="Sơ đồ", row=31, doubt=SeatDoubt.SEAT_TWICE, text="B-07"),
    SeatError(sheet="Sơ đồ", row=40, doubt=SeatDoubt.UNKNOWN_ZONE, text="Ban công"),
)


def _state(seats: Seats) -> RegistryState:
    return RegistryState(everybody=(), page=Page.SEATS, seats=seats, zone=ZONE)


def _proposal() -> Proposal:
    return proposed_arrangement(PlanName.OTHER, HALL, SEATED, GIVEN)


def _doubles() -> Seats:
    plan = plan_of(PlanName.OTHER, HALL, WRONG_SEATS)
    return replace(SEATS, hall=plan, sharing=(WRONG_SEATS[5],), chosen=SEATED[5].sheet.seat)


SEATS_SHOWN = _state(replace(SEATS, said=SAID))
SEATS_FREE = _state(replace(SEATS, chosen=PLAN.free[0].label))
SEATS_UPSTAIRS = _state(replace(SEATS, floor=2, chosen="2A-04"))
SEATS_FOUND = _state(replace(SEATS, words="anh", found=FOUND))
SEATS_NOBODY_FOUND = _state(replace(SEATS, words="xyz", found=()))
SEATS_DOUBTFUL = _state(_doubles())
SEATS_NO_HALL = _state(Seats(hall=plan_of(PlanName.OTHER, (), BARE)))
SEATS_HALL = _state(
    replace(
        SEATS,
        form=SeatForm.HALL,
        shape=replace(SHAPE, rows=(12, 4)),
        proposal=proposed(PlanName.OTHER, drawn_hall(replace(SHAPE, rows=(12, 4))), SEATED, {}),
    )
)
SEATS_ARRANGE = _state(replace(SEATS, form=SeatForm.ARRANGE, proposal=_proposal()))
SEATS_IMPORT = _state(replace(SEATS, form=SeatForm.IMPORT))
SEATS_IMPORT_READ = _state(
    replace(SEATS, form=SeatForm.IMPORT, proposal=_proposal(), table=SeatTable(path=TABLE, planned=PLANNED))
)
SEATS_IMPORT_WRONG = _state(
    replace(
        SEATS,
        form=SeatForm.IMPORT,
        proposal=_proposal(),
        table=SeatTable(path=TABLE, planned=replace(PLANNED, errors=ERRORS)),
    )
)
SEATS_UNDO = _state(replace(SEATS, form=SeatForm.UNDO, reason_missing=True))
SEATS_PRINT = _state(replace(SEATS, form=SeatForm.PRINT, printing=SeatPrint(paper=SeatPaper.TICKETS)))
SEATS_CANNOT_PRINT = _state(replace(SEATS, form=SeatForm.PRINT, printing=SeatPrint(error=Refusal(Reason.NO_SEATS))))
