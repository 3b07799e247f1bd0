"""The same request again is one record; a mistake is voided with a reason and stays to be seen."""

from __future__ import annotations

import pytest

from congress_desk.domain.attendance import Excuse, ExcuseScope, Presence
from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.journal import Event, EventId, Kind, SessionId
from congress_desk.domain.refusals import Reason, Refusal
from tests.builders import OPENING, Hall

NONCE = EventId("0199d1c0-0000-7000-8000-000000000001")


def arrivals(hall: Hall) -> list[Event]:
    return [e for e in hall.events() if e.kind is Kind.ARRIVED]


def refusal(call: object, *args: object, **more: object) -> Reason:
    assert callable(call)
    with pytest.raises(Refusal) as caught:
        call(*args, **more)
    return caught.value.reason


def presence(hall: Hall, n: int = 0) -> Presence:
    return hall.check_in.fold(hall.session).of(hall.people[n].id).presence


def test_the_same_request_again_is_a_success_and_one_record(hall: Hall) -> None:
    answers = [hall.check_in.by_code(hall.badge(0), hall.session, event=NONCE) for _ in range(3)]
    assert all(a.accepted and a.delegate == hall.people[0] for a in answers)
    assert [a.event for a in answers] == arrivals(hall) * 3
    assert [e.id for e in arrivals(hall)] == [NONCE]
    assert not any(e.kind is Kind.CHECK_IN_REFUSED for e in hall.events())


def test_a_repeated_request_is_a_success_even_where_a_rule_now_says_no(hall: Hall) -> None:
    hall.check_in.by_code(hall.badge(0), hall.session, event=NONCE)
    hall.registry.issue_badge(hall.people[0].id)
    hall.sessions.close(hall.session)
    assert hall.check_in.by_code(hall.badge(0), hall.session, event=NONCE).accepted
    assert hall.check_in.by_code("unreadable by now", hall.session, event=NONCE).accepted


def test_a_request_that_was_refused_can_be_repeated_under_the_same_number(hall: Hall) -> None:
    hall.sessions.close(hall.session)
    assert not hall.check_in.by_code(hall.badge(0), hall.session, event=NONCE).accepted
    hall.sessions.reopen(hall.session)
    assert hall.check_in.by_code(hall.badge(0), hall.session, event=NONCE).accepted


def test_a_repeated_request_whose_record_was_voided_says_so(hall: Hall) -> None:
    hall.check_in.by_code(hall.badge(0), hall.session, event=NONCE)
    hall.clock.pass_time(minutes=2)
    hall.check_in.void(NONCE, "nhầm người")
    answer = hall.check_in.by_code(hall.badge(0), hall.session, event=NONCE)
    assert (answer.status, answer.reason, answer.delegate) == ("refused", Reason.VOIDED, hall.people[0])
    assert answer.details == {"at": hall.clock.now(), "why": "nhầm người"}
    assert len(arrivals(hall)) == 1


def test_a_number_given_to_another_person_session_or_act_is_refused_and_names_nobody(hall: Hall) -> None:
    other = hall.sessions.add(name="Chiều", starts=OPENING, ends=OPENING.replace(hour=20))
    hall.check_in.by_code(hall.badge(0), hall.session, event=NONCE)
    hall.check_in.leave(hall.people[0].id, hall.session, event=EventId("exit"))
    desk = hall.check_in
    before = hall.events()
    assert refusal(desk.by_code, hall.badge(1), hall.session, event=NONCE) is Reason.NONCE_REUSED
    assert refusal(desk.by_name, hall.people[1].id, hall.session, event=NONCE) is Reason.NONCE_REUSED
    assert refusal(desk.by_face, hall.people[1].id, hall.session, event=NONCE) is Reason.NONCE_REUSED
    assert refusal(desk.by_code, hall.badge(0), other.id, event=NONCE) is Reason.NONCE_REUSED
    assert refusal(desk.by_code, hall.badge(0), hall.session, event=EventId("exit")) is Reason.NONCE_REUSED
    assert refusal(desk.leave, hall.people[0].id, hall.session, event=NONCE) is Reason.NONCE_REUSED
    hall.registry.issue_badge(hall.people[1].id)
    assert refusal(desk.by_code, hall.badge(1), hall.session, event=NONCE) is Reason.NONCE_REUSED
    assert len(hall.events()) == len(before) + 1


def test_repeated_exits_and_excuses_are_one_record(hall: Hall) -> None:
    one, two = hall.people[:2]
    excuse = Excuse(reason="ốm", scope=ExcuseScope.CONGRESS)
    exits = [hall.check_in.leave(one.id, hall.session, event=EventId("x")) for _ in range(2)]
    excuses = [hall.check_in.excuse(two.id, hall.session, excuse, event=EventId("y")) for _ in range(2)]
    assert exits[0] == exits[1]
    assert excuses[0] == excuses[1]
    assert [e.id for e in hall.events()[-2:]] == ["x", "y"]
    assert refusal(hall.check_in.excuse, one.id, hall.session, excuse, event=EventId("y")) is Reason.NONCE_REUSED


# exits and excuses


def test_an_exit_is_never_refused(hall: Hall) -> None:
    hall.check_in.by_code(hall.badge(0), hall.session)
    hall.sessions.close(hall.session)
    for n in (0, 0, 1):
        assert hall.check_in.leave(hall.people[n].id, hall.session).kind is Kind.LEFT
    assert presence(hall) is Presence.LEFT
    assert presence(hall, 1) is Presence.EXPECTED


def test_an_excuse_needs_a_reason_and_an_absence_without_leave_none(hall: Hall) -> None:
    one, two = hall.people[:2]
    assert refusal(hall.check_in.excuse, one.id, hall.session, Excuse(reason="  ")) is Reason.REASON_NEEDED
    hall.check_in.excuse(one.id, hall.session, Excuse(reason=" ốm ", allowed_by=" Trưởng đoàn "))
    hall.check_in.excuse(two.id, hall.session, Excuse(reason="", with_leave=False))
    folded = hall.check_in.fold(hall.session)
    assert folded.of(one.id).excuse == Excuse(reason="ốm", allowed_by="Trưởng đoàn")
    assert folded.of(two.id).presence is Presence.ABSENT


def test_an_excuse_for_the_whole_congress_reaches_later_sessions_and_its_void_too(hall: Hall) -> None:
    excuse = hall.check_in.excuse(hall.people[0].id, hall.session, Excuse(reason="ốm", scope=ExcuseScope.CONGRESS))
    later = hall.sessions.add(name="Chiều", starts=OPENING, ends=OPENING.replace(hour=20))
    assert excuse.session is None
    for session in (hall.session, later.id):
        assert hall.check_in.status(session).total.excused == 1
    hall.check_in.void(excuse.id, "đã đến")
    for session in (hall.session, later.id):
        assert hall.check_in.status(session).total.excused == 0


def test_an_exit_or_excuse_of_nobody_or_nowhere_is_refused(hall: Hall) -> None:
    nobody, nowhere = DelegateId("none"), SessionId("none")
    assert refusal(hall.check_in.leave, nobody, hall.session) is Reason.NO_SUCH_DELEGATE
    assert refusal(hall.check_in.leave, hall.people[0].id, nowhere) is Reason.NO_SUCH_SESSION
    assert refusal(hall.check_in.excuse, nobody, hall.session, Excuse(reason="x")) is Reason.NO_SUCH_DELEGATE
    assert refusal(hall.check_in.status, nowhere) is Reason.NO_SUCH_SESSION
    assert refusal(hall.check_in.fold, nowhere) is Reason.NO_SUCH_SESSION


# voids


def an_arrival(hall: Hall) -> EventId:
    event = hall.check_in.by_code(hall.badge(0), hall.session).event
    assert event is not None
    return event.id


def test_a_void_takes_back_an_act_with_its_reason_and_deletes_nothing(hall: Hall) -> None:
    event = an_arrival(hall)
    void = hall.check_in.void(event, " nhầm người ")
    assert (void.about, void.body) == (event, {"reason": "nhầm người", "kind": "arrived"})
    assert presence(hall) is Presence.EXPECTED
    assert [e.id for e in arrivals(hall)] == [event]
    assert hall.check_in.by_code(hall.badge(0), hall.session).accepted


def test_what_cannot_be_voided_is_refused(hall: Hall) -> None:
    event = an_arrival(hall)
    void, undo = hall.check_in.void, hall.check_in.undo
    assert refusal(void, event, " ") is Reason.REASON_NEEDED
    assert refusal(undo, event, "") is Reason.REASON_NEEDED
    assert refusal(void, EventId("none"), "x") is Reason.NO_SUCH_EVENT
    assert refusal(undo, EventId("none")) is Reason.NO_SUCH_EVENT
    voiding = void(event, "x")
    assert refusal(void, event, "x") is Reason.ALREADY_VOIDED
    assert refusal(undo, event) is Reason.ALREADY_VOIDED
    assert refusal(void, voiding.id, "x") is Reason.CANNOT_BE_VOIDED
    assert refusal(void, hall.events()[0].id, "x") is Reason.CANNOT_BE_VOIDED


def test_the_desk_undoes_within_its_minutes_and_a_supervisor_at_any_time(hall: Hall) -> None:
    first = an_arrival(hall)
    hall.clock.pass_time(minutes=15)
    hall.check_in.undo(first)
    second = an_arrival(hall)
    hall.clock.pass_time(minutes=15, seconds=1)
    with pytest.raises(Refusal) as caught:
        hall.check_in.undo(second)
    assert (caught.value.reason, caught.value.details["minutes"]) == (Reason.UNDO_TOO_LATE, 15)
    hall.clock.pass_time(days=2)
    assert hall.check_in.void(second, "biên bản").about == second


def test_another_desk_cannot_undo_but_a_supervisor_there_can_void(hall: Hall) -> None:
    event = an_arrival(hall)
    other = hall.other_desk()
    with pytest.raises(Refusal) as caught:
        other.check_in.undo(event)
    assert (caught.value.reason, caught.value.details["desk"]) == (Reason.UNDO_OTHER_DESK, "A")
    assert other.check_in.void(event, "nhầm người").about == event


def test_the_time_to_undo_counts_from_the_recording_not_from_the_hall(hall: Hall) -> None:
    event = hall.check_in.by_code(hall.badge(0), hall.session, at=OPENING.replace(hour=5)).event
    assert event is not None
    assert hall.check_in.undo(event.id).about == event.id
