"""The registration desk on the real services: every way in, every answer, nothing recorded twice."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from congress_desk.domain.attendance import Excuse
from congress_desk.domain.delegates import Category, Standing
from congress_desk.domain.refusals import Problem, Reason, Trouble
from congress_desk.plumbing.settings import SettingsFile
from congress_desk.storage.store import create_store
from congress_desk.ui.rooms.checkin.state import Stand
from tests.builders import OPENING, Hall, a_congress, a_hall, a_sheet, a_writer
from tests.ui.builders import Watching
from tests.ui.rooms.checkin.room import Room


def test_the_session_of_the_clock_is_chosen_at_entering(room: Room) -> None:
    assert room.presenter.state.session is not None
    assert room.presenter.state.session.id == room.hall.session
    assert room.presenter.state.status is not None
    assert room.presenter.state.status.total.convened == 3


def test_a_badge_is_welcomed_with_a_rising_sound(room: Room) -> None:
    room.presenter.on_code(room.hall.badge(0))
    assert room.stands(Stand.ACCEPTED)
    assert room.answer.person.delegate.id == room.hall.people[0].id
    assert room.around.played == ["ok"]
    assert room.presenter.state.status is not None
    assert room.presenter.state.status.total.present == 1


def test_the_same_code_within_two_and_a_half_seconds_is_one_reading(room: Room) -> None:
    room.presenter.on_code(room.hall.badge(0))
    room.seconds.seconds += 2.4
    room.presenter.on_code(room.hall.badge(0))
    assert room.stands(Stand.ACCEPTED)
    room.seconds.seconds += 0.2
    room.presenter.on_code(room.hall.badge(0))
    assert room.answer.reason is Reason.ALREADY_PRESENT


def test_a_second_reading_shows_when_and_where_he_first_came(room: Room) -> None:
    room.presenter.on_code(room.hall.badge(0))
    first = room.answer.made
    room.seconds.seconds += 60
    room.hall.clock.pass_time(minutes=8)
    room.presenter.on_code(room.hall.badge(0))
    assert room.answer.reason is Reason.ALREADY_PRESENT
    assert room.answer.first == first
    assert room.around.played == ["ok", "ask"]
    assert len(room.arrivals()) == 1


def test_an_unknown_code_buzzes_and_is_logged(room: Room) -> None:
    room.presenter.on_code("https://zalo.me/g/abc")
    assert room.answer.reason is Reason.UNKNOWN
    assert room.answer.details["what"] == "foreign_code"
    assert room.around.played == ["no"]
    assert room.presenter.state.latest[0].reason == "unknown"


def test_undo_takes_the_arrival_back_and_keeps_it_in_the_journal(room: Room) -> None:
    room.presenter.on_code(room.hall.badge(0))
    room.presenter.undo()
    assert room.stands(Stand.UNDONE)
    assert room.answer.event is None
    assert room.presenter.state.status is not None
    assert room.presenter.state.status.total.present == 0
    assert room.presenter.state.latest[0].voided
    assert room.around.played == ["ok", "undone"]


def test_undo_without_anything_to_undo_does_nothing(room: Room) -> None:
    before = len(room.hall.events())
    room.presenter.undo()
    assert len(room.hall.events()) == before


def test_undo_after_the_minutes_of_the_rules_is_refused_and_told(room: Room) -> None:
    room.presenter.on_code(room.hall.badge(0))
    room.hall.clock.pass_time(minutes=16)
    room.presenter.undo()
    assert [getattr(e, "reason", None) for e in room.around.runner.failures] == [Reason.UNDO_TOO_LATE]
    assert room.stands(Stand.ACCEPTED)


def test_exit_after_a_second_reading_and_return(room: Room) -> None:
    room.presenter.on_code(room.hall.badge(0))
    room.seconds.seconds += 60
    room.presenter.on_code(room.hall.badge(0))
    room.presenter.record_exit()
    assert room.stands(Stand.LEFT)
    assert room.presenter.state.status is not None
    assert room.presenter.state.status.total.left == 1
    room.seconds.seconds += 60
    room.presenter.on_code(room.hall.badge(0))
    assert room.stands(Stand.ACCEPTED)


def test_exit_is_not_recorded_for_somebody_who_just_came(room: Room) -> None:
    room.presenter.on_code(room.hall.badge(0))
    room.presenter.record_exit()
    assert room.stands(Stand.ACCEPTED)


def test_an_absence_is_recorded_for_the_person_asked_about(room: Room) -> None:
    room.presenter.pick(room.hall.people[1])
    room.presenter.excuse(Excuse(reason="ốm", allowed_by="Trưởng đoàn"))
    assert room.stands(Stand.EXCUSED)
    assert room.presenter.state.status is not None
    assert room.presenter.state.status.total.excused == 1


def test_a_barred_delegate_is_refused_with_his_photo_and_name(room: Room) -> None:
    room.hall.registry.change_standing(room.hall.people[0].id, Standing.BARRED, "QĐ 12")
    room.presenter.on_code(room.hall.badge(0))
    assert room.answer.reason is Reason.BARRED
    assert room.answer.person is not None
    assert room.around.played[-1] == "no"


def test_two_people_with_one_citizen_number_are_shown_to_be_chosen(settings: SettingsFile, tmp_path: Path) -> None:
    hall = a_hall(tmp_path)
    hall.welcome([a_sheet(1, card_number="07"), a_sheet(2, card_number="7")])
    room = Room(hall, settings, tmp_path)
    room.presenter.enter_typed("007")
    assert room.stands(Stand.CHOOSE)
    assert len(room.answer.choices) == 2
    assert room.presenter.take_key("2")
    assert room.stands(Stand.ACCEPTED)
    hall.store.close()


def test_a_trouble_of_the_store_is_told_and_trying_again_records_once(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    works: list[tuple[Any, Any]] = []
    run = room.around.runner.run

    def remembering(work: Any, *, then: Any, otherwise: Any = None, lane: Any = None) -> None:
        works.append((work, then))
        run(work, then=then, otherwise=otherwise)

    room.around.runner.run = remembering  # type: ignore[method-assign]
    real = room.hall.check_in.by_code
    tries: list[Any] = []

    def failing(text: str, session: Any, *, event: Any = None, at: Any = None) -> Any:
        tries.append(event)
        admission = real(text, session, event=event, at=at)
        if len(tries) == 1:
            raise Trouble(Problem.BUSY)
        return admission

    monkeypatch.setattr(room.hall.check_in, "by_code", failing)
    room.presenter.on_code(room.hall.badge(0))
    assert isinstance(room.around.runner.failures[0], Trouble)
    work, then = works[0]
    then(work())
    assert room.stands(Stand.ACCEPTED)
    assert len(room.arrivals()) == 1
    assert len(set(tries)) == 1


def test_the_last_ten_are_the_newest_first_and_can_be_shown_large(room: Room) -> None:
    room.presenter.on_code(room.hall.badge(0))
    room.presenter.on_code(room.hall.badge(1))
    line = room.presenter.state.latest[1]
    assert line.delegate == room.hall.registry.delegate(room.hall.people[0].id)
    room.presenter.show_line(line)
    assert room.answer.event == line.event
    room.presenter.undo()
    assert [one.voided for one in room.presenter.state.latest if one.event == line.event] == [True]


def test_an_act_at_another_desk_moves_the_figures(room: Room) -> None:
    room.hall.check_in.by_code(room.hall.badge(2), room.hall.session)
    assert room.presenter.state.status is not None
    assert room.presenter.state.status.total.present == 1


def test_without_a_session_nothing_is_recorded_and_the_room_says_where_to_add_one(
    settings: SettingsFile, tmp_path: Path
) -> None:
    store = create_store(tmp_path / "empty.congress", a_congress(), a_writer())
    hall = Hall(store=store, path=tmp_path / "empty.congress", keys=tmp_path / "keys")
    room = Room(hall, settings, tmp_path)
    assert room.presenter.state.sessions == ()
    room.presenter.on_code("12345678903")
    room.presenter.search("a")
    assert room.arrivals() == []
    room.presenter.plan_sessions()
    assert room.around.went == ["settings"]
    store.close()


def test_another_session_can_be_chosen_by_hand(room: Room) -> None:
    other = room.hall.sessions.add(
        name="Chiều", starts=OPENING + dt.timedelta(hours=7), ends=OPENING + dt.timedelta(hours=9)
    )
    room.presenter.choose_session(other.id)
    room.presenter.on_code(room.hall.badge(0))
    assert room.hall.events()[-1].session == other.id


def test_a_guest_at_a_session_of_delegates_is_shown_the_way(settings: SettingsFile, tmp_path: Path) -> None:
    hall = a_hall(tmp_path)
    hall.welcome([a_sheet(1, category=Category.GUEST)])
    session = hall.sessions.sessions()[0]
    hall.sessions.edit(replace(session, admits=frozenset({Category.ELECTED})))
    room = Room(hall, settings, tmp_path)
    room.presenter.on_code(hall.badge(0))
    assert room.answer.reason is Reason.WRONG_CATEGORY
    hall.store.close()


def test_closing_lets_the_camera_and_the_announcer_go(room: Room) -> None:
    shown = len(room.view.states)
    room.presenter.close()
    assert not room.around.camera.running
    room.hall.check_in.by_code(room.hall.badge(0), room.hall.session)
    assert len(room.view.states) == shown


def test_the_view_is_shown_the_present_state_when_another_one_is_attached(room: Room) -> None:
    room.presenter.on_code(room.hall.badge(0))
    another = Watching()
    room.presenter.attach(another)
    assert another.states[-1].answer.stand is Stand.ACCEPTED
    assert room.around.played == ["ok"]
