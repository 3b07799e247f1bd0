"""Sessions, the rules the congress has decided for itself, and its own soundness."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from congress_desk.domain.attendance import EVERYBODY, SessionKind
from congress_desk.domain.delegates import OFFICIAL
from congress_desk.domain.journal import Kind, SessionId
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.congress import Rules
from tests.builders import OPENING, Hall, a_session

LATER = OPENING + dt.timedelta(hours=6)


def refusal(call: object, *args: object, **more: object) -> Refusal:
    assert callable(call)
    with pytest.raises(Refusal) as caught:
        call(*args, **more)
    return caught.value


def test_sessions_stand_in_order_of_their_start_and_keep_all_they_were_given(hall: Hall) -> None:
    listed = frozenset({hall.people[0].id})
    added = hall.sessions.add(
        name=" Phiên trù bị ",
        starts=OPENING - dt.timedelta(days=1),
        ends=OPENING - dt.timedelta(hours=20),
        kind=SessionKind.PREPARATORY,
        admits=OFFICIAL,
        listed=listed,
    )
    first, second = hall.sessions.sessions()
    assert first == added
    assert (first.name, first.kind, first.admits, first.listed) == (
        "Phiên trù bị",
        SessionKind.PREPARATORY,
        OFFICIAL,
        listed,
    )
    assert (second.id, second.admits, second.listed) == (hall.session, EVERYBODY, None)
    assert hall.events()[-1].body["listed"] == sorted(listed)


@pytest.mark.parametrize(
    ("change", "reason", "field"),
    [
        ({"name": " "}, Reason.BAD_VALUE, "name"),
        ({"admits": ()}, Reason.BAD_VALUE, "admits"),
        ({"ends": OPENING}, Reason.SESSION_ENDS_BEFORE_START, None),
        ({"ends": OPENING - dt.timedelta(1)}, Reason.SESSION_ENDS_BEFORE_START, None),
    ],
)
def test_a_session_that_cannot_be_is_refused(
    hall: Hall, change: dict[str, object], reason: Reason, field: str | None
) -> None:
    facts = {"name": "Chiều", "starts": OPENING, "ends": LATER} | change
    caught = refusal(hall.sessions.add, **facts)
    assert (caught.reason, caught.details.get("field")) == (reason, field)
    assert len(hall.sessions.sessions()) == 1


def test_a_session_is_corrected_with_an_event_and_only_if_it_exists(hall: Hall) -> None:
    (session,) = hall.sessions.sessions()
    hall.sessions.edit(replace(session, name="Khai mạc", ends=LATER))
    assert hall.sessions.sessions()[0].name == "Khai mạc"
    assert hall.events()[-1].kind is Kind.SESSION_EDITED
    assert refusal(hall.sessions.edit, a_session("none")).reason is Reason.NO_SUCH_SESSION
    assert refusal(hall.sessions.edit, replace(session, ends=OPENING)).reason is Reason.SESSION_ENDS_BEFORE_START


def test_closing_twice_is_one_event_and_reopening_frees_it(hall: Hall) -> None:
    hall.sessions.close(hall.session)
    hall.sessions.close(hall.session)
    assert hall.sessions.sessions()[0].closed_at == OPENING
    hall.sessions.reopen(hall.session)
    hall.sessions.reopen(hall.session)
    assert hall.sessions.sessions()[0].closed_at is None
    assert [e.kind for e in hall.events()[-2:]] == [Kind.SESSION_CLOSED, Kind.SESSION_REOPENED]
    assert refusal(hall.sessions.close, SessionId("none")).reason is Reason.NO_SUCH_SESSION


def test_the_session_of_the_hour_is_proposed(hall: Hall) -> None:
    afternoon = hall.sessions.add(name="Chiều", starts=LATER, ends=LATER + dt.timedelta(hours=4))
    morning = hall.sessions.proposed()
    assert morning is not None
    assert morning.id == hall.session
    hall.clock.pass_time(hours=5)
    assert hall.sessions.proposed() == afternoon


# the congress


def test_the_heading_is_in_the_congresss_own_time(hall: Hall) -> None:
    heading = hall.congress.heading()
    assert (heading.title, heading.opens, heading.rehearsal) == (
        "Đại hội đại biểu Đảng bộ tỉnh Thái Sơn",
        OPENING.date(),
        False,
    )
    assert heading.printed_at.isoformat() == "2025-09-22T07:00:00+07:00"
    assert hall.congress.zone() == ZoneInfo("Asia/Ho_Chi_Minh")
    assert not hall.congress.rehearsal


def test_what_stands_on_every_paper_can_be_corrected_with_an_event(hall: Hall) -> None:
    hall.congress.describe(title=" Đại hội I ", convening_body="Tỉnh ủy", opens=dt.date(2025, 9, 23), place=" Sơn ")
    congress = hall.congress.congress()
    assert (congress.title, congress.opens, congress.place) == ("Đại hội I", dt.date(2025, 9, 23), "Sơn")
    assert hall.events()[-1].body["title"] == "Đại hội I"


@pytest.mark.parametrize(("title", "body", "field"), [(" ", "x", "title"), ("x", "", "convening_body")])
def test_a_congress_without_a_title_or_convener_is_refused(hall: Hall, title: str, body: str, field: str) -> None:
    caught = refusal(hall.congress.describe, title=title, convening_body=body, opens=OPENING.date(), place="")
    assert (caught.reason, caught.details["field"]) == (Reason.BAD_VALUE, field)


def test_rules_have_defaults_and_every_change_is_on_record(hall: Hall) -> None:
    assert hall.congress.rules() == Rules(quorum=Fraction(2, 3), auto_accept_faces=False, undo_minutes=15)
    decided = Rules(quorum=Fraction(1, 2), auto_accept_faces=True, undo_minutes=30)
    hall.congress.change_rules(decided)
    assert hall.congress.rules() == decided
    on_record = {"quorum": "1/2", "auto_accept_faces": "yes", "undo_minutes": "30"}
    assert on_record.items() <= hall.events()[-1].body.items()
    assert hall.check_in.status(hall.session).quorum.needed == 2


@pytest.mark.parametrize(
    ("rules", "field"),
    [
        (Rules(quorum=Fraction(0)), "quorum"),
        (Rules(quorum=Fraction(3, 2)), "quorum"),
        (Rules(undo_minutes=0), "undo_minutes"),
        (Rules(undo_minutes=1441), "undo_minutes"),
    ],
)
def test_a_rule_that_makes_no_sense_is_refused(hall: Hall, rules: Rules, field: str) -> None:
    caught = refusal(hall.congress.change_rules, rules)
    assert (caught.reason, caught.details["field"]) == (Reason.BAD_VALUE, field)
    assert hall.congress.rules() == Rules()


def test_a_sound_journal_is_verified_with_the_number_of_its_events(hall: Hall) -> None:
    found = hall.congress.verify()
    assert (found.ok, found.events, found.first_broken) == (True, 4, None)


# who listens


def test_listeners_hear_an_act_only_after_it_is_kept(hall: Hall) -> None:
    other = hall.other_desk()
    heard: list[tuple[Kind, int]] = []
    hall.announcer.subscribe(lambda event: heard.append((event.kind, len(other.events()))))
    before = len(hall.events())
    hall.check_in.by_code(hall.badge(0), hall.session)
    assert heard == [(Kind.ARRIVED, before + 1)]
    other.store.close()


def test_an_act_that_failed_is_never_announced(hall: Hall) -> None:
    heard: list[object] = []
    hall.announcer.subscribe(heard.append)

    def act_and_fail() -> None:
        with hall.floor.act() as act:
            act.write(Kind.PRINTED)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        act_and_fail()
    assert heard == []


def test_a_failing_listener_harms_neither_the_act_nor_the_others(
    hall: Hall, caplog: pytest.LogCaptureFixture
) -> None:
    heard: list[object] = []
    hall.announcer.subscribe(lambda event: heard.append(1 // (event.sequence * 0)))
    end = hall.announcer.subscribe(heard.append)
    assert hall.check_in.by_code(hall.badge(0), hall.session).accepted
    assert len(heard) == 1
    assert "ZeroDivisionError" in caplog.text
    end()
    hall.check_in.by_code(hall.badge(1), hall.session)
    assert len(heard) == 1
