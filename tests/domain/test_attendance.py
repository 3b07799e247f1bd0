"""Who may come in, who is in, who is excused: the rule tables of one session."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from congress_desk.domain.attendance import (
    NOT_HERE,
    Attendance,
    Presence,
    Session,
    SessionFold,
    admit,
    fold,
    is_late,
    session_of_the_clock,
)
from congress_desk.domain.delegates import OFFICIAL, Category, DelegateId, Standing
from congress_desk.domain.journal import Event, Kind
from congress_desk.domain.refusals import Reason, Refusal
from tests.builders import OPENING, a_delegate, a_session, an_event

CLOSED = a_session(closed_at=OPENING)
OFFICIALS_ONLY = a_session(admits=OFFICIAL)


def present() -> Attendance:
    arrived = an_event(minutes=-10, desk="B", body={"method": "badge"})
    return Attendance(presence=Presence.PRESENT, first=arrived, last=arrived)


def refused(session: Session, attendance: Attendance = NOT_HERE, **delegate: object) -> Refusal:
    with pytest.raises(Refusal) as caught:
        admit(session, a_delegate(**delegate), attendance)  # type: ignore[arg-type]
    return caught.value


@pytest.mark.parametrize(
    ("session", "delegate", "attendance", "reason"),
    [
        (a_session(), {"standing": Standing.BARRED}, NOT_HERE, Reason.BARRED),
        (a_session(), {"standing": Standing.WITHDRAWN}, NOT_HERE, Reason.WITHDRAWN),
        (CLOSED, {}, NOT_HERE, Reason.SESSION_CLOSED),
        (OFFICIALS_ONLY, {"category": Category.GUEST}, NOT_HERE, Reason.WRONG_CATEGORY),
        (a_session(listed=frozenset({DelegateId("another")})), {}, NOT_HERE, Reason.WRONG_CATEGORY),
        (a_session(), {"standing": Standing.PENDING}, NOT_HERE, Reason.NOT_RECOGNISED_YET),
        (a_session(), {}, present(), Reason.ALREADY_PRESENT),
        # the order of blame: the first of these that holds is the one told
        (CLOSED, {"standing": Standing.BARRED}, present(), Reason.BARRED),
        (CLOSED, {"standing": Standing.WITHDRAWN}, present(), Reason.WITHDRAWN),
        (CLOSED, {"standing": Standing.PENDING}, present(), Reason.SESSION_CLOSED),
        (
            OFFICIALS_ONLY,
            {"category": Category.STAFF, "standing": Standing.PENDING},
            present(),
            Reason.WRONG_CATEGORY,
        ),
        (a_session(), {"standing": Standing.PENDING}, present(), Reason.NOT_RECOGNISED_YET),
    ],
)
def test_each_rule_refuses_in_the_order_of_blame(
    session: Session, delegate: dict[str, object], attendance: Attendance, reason: Reason
) -> None:
    assert refused(session, attendance, **delegate).reason is reason


@pytest.mark.parametrize("category", list(Category))
def test_an_open_session_admits_every_category(category: Category) -> None:
    admit(a_session(), a_delegate(category=category), NOT_HERE)


def test_a_second_arrival_is_refused_with_the_first_time_desk_and_method() -> None:
    attendance = present()
    details = refused(a_session(), attendance).details
    assert attendance.first is not None
    assert details["at"] == OPENING - dt.timedelta(minutes=10)
    assert (details["desk"], details["method"], details["event"]) == ("B", "badge", attendance.first.id)


@pytest.mark.parametrize("presence", [Presence.LEFT, Presence.EXCUSED, Presence.ABSENT])
def test_who_left_or_was_excused_may_still_come_in(presence: Presence) -> None:
    admit(a_session(), a_delegate(), replace(present(), presence=presence))


def test_an_alternate_in_an_officials_seat_is_expected_where_officials_are() -> None:
    alternate = a_delegate("d9", category=Category.ALTERNATE)
    seated = replace(alternate, replaces=DelegateId("d1"))
    assert not OFFICIALS_ONLY.expects(alternate)
    assert OFFICIALS_ONLY.expects(seated)
    assert not a_session(admits=frozenset({Category.GUEST})).expects(seated)


def test_an_alternate_takes_the_officials_place_on_a_sessions_own_list() -> None:
    session = a_session(listed=frozenset({DelegateId("d1")}))
    seated = a_delegate("d9", category=Category.ALTERNATE, replaces=DelegateId("d1"))
    assert session.expects(seated)
    assert not session.expects(a_delegate("d9", category=Category.ALTERNATE))


# folding


def folded(*events: Event) -> Attendance:
    return fold(a_session(), events).of(DelegateId("d1"))


def excused(*, minutes: float = 0, scope: str = "session", with_leave: bool = True, **more: object) -> Event:
    body = {"reason": "ốm", "scope": scope, "allowed_by": "Trưởng đoàn", "with_leave": with_leave}
    session = None if scope == "congress" else "s1"
    return an_event(Kind.EXCUSED, minutes=minutes, session=session, body=body, **more)  # type: ignore[arg-type]


def test_nobody_is_here_before_any_event() -> None:
    assert folded() == NOT_HERE
    assert not folded().has_come


def test_arrive_leave_and_return_keep_the_first_arrival() -> None:
    came, left, back = an_event(minutes=1), an_event(Kind.LEFT, minutes=50), an_event(minutes=70)
    assert folded(came).presence is Presence.PRESENT
    assert folded(came, left).presence is Presence.LEFT
    assert folded(came, left, back) == Attendance(presence=Presence.PRESENT, first=came, last=back)


def test_an_exit_without_an_arrival_changes_nothing() -> None:
    assert folded(an_event(Kind.LEFT)).presence is Presence.EXPECTED


def test_events_out_of_order_are_folded_in_the_order_of_happening() -> None:
    came, left = an_event(minutes=5), an_event(Kind.LEFT, minutes=90)
    assert folded(left, came) == folded(came, left)
    assert folded(left, came).presence is Presence.LEFT


def test_the_same_arrival_from_two_desks_is_one_presence() -> None:
    here, there = an_event(minutes=1, desk="A"), an_event(minutes=1.5, desk="B")
    session = fold(a_session(), [there, here, here])
    assert len(session.attendances) == 1
    assert session.of(DelegateId("d1")).first == here
    assert len(session.movements) == 2


def test_at_the_same_instant_the_order_does_not_hang_on_who_is_read_first() -> None:
    here = an_event(Kind.ARRIVED, desk="A", sequence=1)
    there = an_event(Kind.LEFT, desk="B", sequence=1)
    assert folded(here, there) == folded(there, here)


@pytest.mark.parametrize(("with_leave", "presence"), [(True, Presence.EXCUSED), (False, Presence.ABSENT)])
def test_an_absence_is_excused_only_with_leave(with_leave: bool, presence: Presence) -> None:
    attendance = folded(excused(with_leave=with_leave))
    assert attendance.presence is presence
    assert attendance.excuse is not None
    assert (attendance.excuse.reason, attendance.excuse.allowed_by) == ("ốm", "Trưởng đoàn")


def test_an_excuse_for_the_whole_congress_holds_in_every_session() -> None:
    whole = excused(scope="congress")
    for name in ("s1", "s2"):
        attendance = fold(a_session(name), [whole]).of(DelegateId("d1"))
        assert attendance.presence is Presence.EXCUSED
        assert attendance.whole_congress


def test_who_comes_in_spite_of_an_excuse_is_present() -> None:
    attendance = folded(excused(), an_event(minutes=30))
    assert attendance.presence is Presence.PRESENT
    assert attendance.excuse is not None


def test_an_excuse_entered_after_the_arrival_takes_nobody_out_of_the_hall() -> None:
    came = an_event(minutes=1)
    assert folded(came, excused(minutes=2)).presence is Presence.PRESENT
    assert folded(came, an_event(Kind.LEFT, minutes=3), excused(minutes=4)).presence is Presence.LEFT


@pytest.mark.parametrize(
    ("events", "after"),
    [
        ([an_event(id="x")], Presence.EXPECTED),
        ([an_event(id="y"), an_event(Kind.LEFT, minutes=9, id="x")], Presence.PRESENT),
        ([an_event(id="y"), an_event(Kind.LEFT, minutes=9), an_event(minutes=20, id="x")], Presence.LEFT),
        ([excused(id="x")], Presence.EXPECTED),
        ([excused(scope="congress", id="x")], Presence.EXPECTED),
    ],
)
def test_a_voided_event_does_not_count(events: list[Event], after: Presence) -> None:
    void = an_event(Kind.VOIDED, minutes=60, about="x")
    assert folded(*events, void).presence is after
    assert folded(void, *events).presence is after


def test_events_of_another_session_and_refused_readings_move_nobody() -> None:
    elsewhere = an_event(session="s2")
    session = fold(a_session(), [elsewhere, an_event(Kind.CHECK_IN_REFUSED), an_event(delegate=None)])
    assert session == SessionFold(
        session=a_session(), attendances={DelegateId("d1"): NOT_HERE}, movements=session.movements
    )
    assert all(m.session == "s1" for m in session.movements)


# sessions and the clock


def at(hour: float) -> dt.datetime:
    return OPENING.replace(hour=0) + dt.timedelta(hours=hour)


MORNING = a_session("morning", starts=at(7), hours=4)
AFTERNOON = a_session("afternoon", starts=at(13.5), hours=4)


@pytest.mark.parametrize(
    ("now", "proposed"),
    [
        (at(5), "morning"),
        (at(7), "morning"),
        (at(10.9), "morning"),
        (at(11), "afternoon"),
        (at(13), "afternoon"),
        (at(17.5), "afternoon"),
        (at(40), "afternoon"),
    ],
)
def test_the_clock_proposes_the_session_that_runs_or_comes_next(now: dt.datetime, proposed: str) -> None:
    found = session_of_the_clock([AFTERNOON, MORNING], now)
    assert found is not None
    assert found.id == proposed


def test_a_closed_session_is_not_proposed_unless_it_is_the_last() -> None:
    closed = replace(MORNING, closed_at=at(9))
    assert session_of_the_clock([closed, AFTERNOON], at(10)) == AFTERNOON
    assert session_of_the_clock([closed], at(10)) == closed
    assert session_of_the_clock([], at(10)) is None


def test_late_is_after_the_start_and_not_on_it() -> None:
    assert not is_late(a_session(), an_event(minutes=0))
    assert is_late(a_session(), an_event(minutes=0.01))
