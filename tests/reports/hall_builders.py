"""Records of invitations, seats, attendance of the congress and credentials, for the tests of the paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from congress_desk.domain.attendance import Excuse, ExcuseScope, fold
from congress_desk.domain.credentials import CredentialsRules
from congress_desk.domain.credentials_counting import credentials_of
from congress_desk.domain.credentials_records import CredentialsRecord
from congress_desk.domain.delegates import Delegate, with_sheet
from congress_desk.domain.hall_records import (
    AbsenceLine,
    CalibrationRecord,
    CongressAttendanceRecord,
    CongressLine,
    InvitationRecord,
    Invited,
    NameTentsRecord,
    ReplacementLine,
    ReplacementsRecord,
    SeatingRecord,
    SeatTicketsRecord,
)
from congress_desk.domain.paper_options import Sheet
from congress_desk.domain.quorum import session_status
from congress_desk.domain.records import Shift
from congress_desk.domain.seat_arranging import arranged
from congress_desk.domain.seating import HallShape, PlanName, SeatPlan, drawn_hall, is_seated, plan_of
from tests.reports import builders

SHAPE = HallShape(left=3, middle=4, right=3, rows=(5, 2), stage=3)


def invitations(people: Sequence[Delegate], sheet: Sheet = Sheet.A5) -> InvitationRecord:
    return InvitationRecord(
        heading=builders.a_heading(),
        invited=tuple(
            Invited(delegate=d, number=f"{n:03}", sessions=(builders.a_session(),), code=builders.badge_code(n))
            for n, d in enumerate(people, 1)
        ),
        sheet=sheet,
    )


def tents(people: Sequence[Delegate]) -> NameTentsRecord:
    return NameTentsRecord(heading=builders.a_heading(), people=tuple(people))


def a_plan(people: Sequence[Delegate], shape: HallShape = SHAPE) -> SeatPlan:
    """People seated by the automatic arrangement, the first of them on the stage."""
    seats = drawn_hall(shape)
    given = arranged(seats, people, stage=[d.id for d in people[:1]]).given
    seated = [with_sheet(d, seat=given.get(d.id, "")) for d in people]
    return plan_of(PlanName.OTHER, seats, seated)


def seating(people: Sequence[Delegate], sheet: Sheet = Sheet.A4, shape: HallShape = SHAPE) -> SeatingRecord:
    return SeatingRecord(heading=builders.a_heading(), plan=a_plan(people, shape), sheet=sheet)


def tickets(people: Sequence[Delegate]) -> SeatTicketsRecord:
    plan = a_plan([d for d in people if is_seated(d)])
    seats = {seat.label: seat for seat in plan.seats}
    pairs = tuple((person, seats[label]) for label, person in plan.sitting.items())
    return SeatTicketsRecord(heading=builders.a_heading(), plan=plan, tickets=pairs)


def replaced(people: Sequence[Delegate]) -> tuple[ReplacementLine, ...]:
    by_id = {d.id: d for d in people}
    return tuple(
        ReplacementLine(
            official=by_id[d.replaces],
            alternate=d,
            decision="12-QĐ/ĐCT",
            decided_at=builders.STARTS,
            reason="Điều trị dài ngày",
        )
        for d in people
        if d.replaces in by_id
    )


def replacements(people: Sequence[Delegate]) -> ReplacementsRecord:
    return ReplacementsRecord(heading=builders.a_heading(), replacements=replaced(people))


def congress_attendance(people: Sequence[Delegate]) -> CongressAttendanceRecord:
    """Two sessions: at the second nobody has come, and one in five has leave for the whole congress."""
    first = builders.a_session()
    second = builders.a_session(
        id="s2", name="Phiên bế mạc", starts=first.ends, ends=first.ends + dt.timedelta(hours=3)
    )
    folds = [fold(first, builders.events_of(people)), fold(second, [])]
    convened = [d for d in people if d.counts]
    leave = Excuse(reason="Công tác", scope=ExcuseScope.CONGRESS, allowed_by="Đoàn Chủ tịch")
    told = tuple(
        AbsenceLine(delegate=d, sessions=(), excuse=leave, recorded_at=builders.STARTS, recorded_by="lan, Bàn 1")
        if n % 5 == 0
        else AbsenceLine(delegate=d, sessions=(first, second))
        for n, d in enumerate(convened)
        if n % 3 == 0
    )
    return CongressAttendanceRecord(
        heading=builders.a_heading(),
        sessions=(first, second),
        statuses=tuple(session_status(f, people) for f in folds),
        lines=tuple(CongressLine(delegate=d, attendances=tuple(f.of(d.id) for f in folds)) for d in convened),
        absences=told,
        replacements=replaced(people),
    )


def credentials(
    people: Sequence[Delegate], *, opens: dt.date = dt.date(2025, 9, 22), **rules: Any
) -> CredentialsRecord:
    chosen = CredentialsRules(**rules)
    figures = credentials_of(people, came={d.id for d in people}, excused=(), opens=opens, rules=chosen)
    return CredentialsRecord(heading=builders.a_heading(opens=opens), session=None, figures=figures, rules=chosen)


def calibration(people: Sequence[Delegate] = ()) -> CalibrationRecord:
    return CalibrationRecord(heading=builders.a_heading(), shift=Shift(right=1.5, down=-0.5))
