"""Faces before the camera: one question in time, never a record without a key, never a wrong person's record."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from congress_desk.domain.identification import Band
from congress_desk.domain.refusals import Problem, Reason, Trouble
from congress_desk.plumbing.settings import SettingsFile
from congress_desk.services.congress import Rules
from congress_desk.services.ports.camera import CameraStopped, CodeSeen, NobodySeen, PictureSeen
from congress_desk.services.ports.faces import Flaw
from congress_desk.ui.rooms.checkin.state import Hint, Stand
from tests.builders import Hall
from tests.ui.rooms.checkin.live_room import Camera, a_face


def test_three_agreeing_frames_ask_and_one_key_records(camera: Camera) -> None:
    camera.see(a_face(), a_face())
    assert camera.proposals == []
    camera.see(a_face())
    assert camera.stands(Stand.FACE_SURE)
    assert camera.arrivals() == []
    assert camera.presenter.take_key("\r")
    assert camera.stands(Stand.ACCEPTED)
    assert camera.hall.events()[-1].body == {"method": "face", "scores": [0.3]}
    assert camera.around.played == ["choose", "ok"]


def test_a_head_is_turned_before_anybody_is_proposed_where_the_desk_asks_for_it(camera: Camera) -> None:
    camera.around.settings.change(turn_head=True)
    camera.see(*[a_face()] * 20)
    assert camera.proposals == []
    assert camera.live.hint is Hint.TURN_HEAD
    camera.see(*[replace(a_face(), yaw=0.3)] * 3)
    assert camera.proposals == []
    camera.see(a_face(), a_face())
    assert camera.stands(Stand.FACE_SURE)
    assert camera.proposals == [3]


def test_a_picture_that_cannot_turn_its_head_is_never_proposed_and_never_refused(camera: Camera) -> None:
    camera.around.settings.change(turn_head=True)
    camera.see(*[replace(a_face(), yaw=yaw) for yaw in (0.0, 0.02, 0.09, 0.08, 0.01, -0.05, 0.0)] * 5)
    assert camera.proposals == []
    assert camera.stands(Stand.WAITING)


def test_without_the_setting_nobody_is_asked_to_turn(camera: Camera) -> None:
    camera.see(a_face(), a_face(), a_face())
    assert camera.stands(Stand.FACE_SURE)


def test_the_same_face_is_not_asked_about_again(camera: Camera) -> None:
    camera.see(*[a_face()] * 12)
    assert camera.proposals == [3]
    camera.presenter.take_key("\r")
    camera.see(*[a_face()] * 12)
    assert camera.proposals == [3]
    assert camera.stands(Stand.ACCEPTED)


def test_yellow_shows_equal_people_and_a_number_chooses(camera: Camera) -> None:
    camera.band, camera.who = Band.YELLOW, [1, 0, 2]
    camera.see(*[a_face()] * 5)
    assert camera.stands(Stand.FACE_UNSURE)
    assert len(camera.answer.choices) == 3
    assert not camera.presenter.take_key("\r")
    assert camera.presenter.take_key("2")
    assert camera.arrivals() == [camera.hall.people[0].id]


def test_none_of_these_asks_for_card_or_name(camera: Camera) -> None:
    camera.band, camera.who = Band.YELLOW, [1, 0]
    camera.see(*[a_face()] * 5)
    assert camera.presenter.take_key("0")
    assert camera.stands(Stand.FACE_UNKNOWN)
    camera.see(*[a_face()] * 5)
    assert camera.stands(Stand.FACE_UNKNOWN)
    assert camera.live.hint is Hint.CARD_PLEASE
    assert camera.arrivals() == []


def test_an_unknown_face_is_told_within_two_and_a_half_seconds(camera: Camera) -> None:
    camera.band = Band.GREY
    started = camera.seconds.seconds
    while not camera.stands(Stand.FACE_UNKNOWN):
        camera.see(a_face())
        assert camera.seconds.seconds - started < 3
    assert camera.arrivals() == []


def test_few_good_frames_are_decided_when_the_time_is_up(camera: Camera) -> None:
    camera.band = Band.YELLOW
    camera.see(a_face(), *[a_face(good=False, flaws=(Flaw.BLURRED,))] * 13)
    assert camera.stands(Stand.FACE_UNSURE)


def test_a_question_goes_with_the_person(camera: Camera) -> None:
    camera.see(*[a_face()] * 3)
    assert camera.stands(Stand.FACE_SURE)
    camera.see(a_face(track=2))
    assert camera.stands(Stand.WAITING)
    assert not camera.presenter.take_key("\r")
    assert camera.arrivals() == []


def test_a_question_goes_when_nobody_is_there_for_two_seconds(camera: Camera) -> None:
    camera.see(*[a_face()] * 3)
    camera.around.camera.see(NobodySeen())
    assert camera.stands(Stand.FACE_SURE)
    camera.seconds.seconds += 2
    camera.around.camera.see(NobodySeen())
    assert camera.stands(Stand.WAITING)
    assert camera.live.box is None


def test_somebody_who_came_by_card_is_not_asked_for_by_his_face(camera: Camera) -> None:
    camera.presenter.on_code(camera.hall.badge(0))
    camera.see(*[a_face()] * 5)
    assert camera.stands(Stand.ACCEPTED)


def test_no_face_comes_between_while_a_name_is_searched(camera: Camera) -> None:
    camera.presenter.search("ng")
    camera.see(*[a_face()] * 6)
    assert camera.proposals == []
    assert camera.stands(Stand.WAITING)


def test_several_people_are_asked_to_come_one_by_one(camera: Camera) -> None:
    camera.see(*[a_face(others=1)] * 6)
    assert camera.live.hint is Hint.ONE_BY_ONE
    assert camera.proposals == []


def test_a_flaw_is_told_as_a_hint_and_refuses_nobody(camera: Camera) -> None:
    camera.see(*[a_face(good=False, flaws=(Flaw.TOO_SMALL,))] * 20)
    assert camera.live.flaw is Flaw.TOO_SMALL
    assert camera.stands(Stand.WAITING)


def test_a_sure_face_is_recorded_by_itself_only_where_the_rules_allow_it(
    hall: Hall, settings: SettingsFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hall.congress.change_rules(Rules(auto_accept_faces=True))
    camera = Camera(hall, settings, tmp_path, monkeypatch)
    camera.see(*[a_face()] * 3)
    assert camera.stands(Stand.ACCEPTED)
    assert camera.arrivals() == [hall.people[0].id]


def test_a_doubtful_face_is_never_recorded_by_itself(
    hall: Hall, settings: SettingsFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hall.congress.change_rules(Rules(auto_accept_faces=True))
    camera = Camera(hall, settings, tmp_path, monkeypatch)
    camera.band, camera.who = Band.YELLOW, [0]
    camera.see(*[a_face()] * 6)
    assert camera.stands(Stand.FACE_UNSURE)
    assert camera.arrivals() == []


def test_f2_switches_the_face_search_and_the_desk_remembers(camera: Camera) -> None:
    camera.see(*[a_face()] * 3)
    camera.presenter.switch_faces()
    assert not camera.around.camera.faces
    assert camera.stands(Stand.WAITING)
    assert not camera.around.settings.current.faces_on
    camera.see(*[a_face(track=5)] * 6)
    assert camera.live.box is None
    camera.presenter.switch_faces()
    assert camera.around.camera.faces


def test_a_code_held_before_the_camera_is_a_card(camera: Camera) -> None:
    camera.around.camera.see(CodeSeen(text=camera.hall.badge(1)))
    assert camera.stands(Stand.ACCEPTED)
    camera.seconds.seconds += 4.9
    camera.around.camera.see(CodeSeen(text=camera.hall.badge(1)))
    assert camera.stands(Stand.ACCEPTED)
    camera.seconds.seconds += 0.2
    camera.around.camera.see(CodeSeen(text=camera.hall.badge(1)))
    assert camera.answer.reason is Reason.ALREADY_PRESENT


def test_a_lost_camera_is_told_and_cards_go_on(camera: Camera) -> None:
    camera.around.camera.see(PictureSeen(width=2, height=1, rgb=bytes(6)))
    assert camera.live.on
    camera.around.camera.see(CameraStopped(problem=Problem.CAMERA_LOST))
    assert camera.problem() is Problem.CAMERA_LOST
    camera.presenter.on_code(camera.hall.badge(0))
    assert camera.stands(Stand.ACCEPTED)
    camera.around.camera.see(PictureSeen(width=2, height=1, rgb=bytes(6)))
    assert camera.live.on
    assert camera.problem() is None
    assert len(camera.view.pictures) == 2


def test_templates_that_cannot_be_opened_are_told_and_cards_go_on(
    camera: Camera, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shut(*_args: object, **_named: object) -> None:
        raise Trouble(Problem.FACE_KEY_MISSING)

    monkeypatch.setattr(camera.hall.faces, "propose", shut)
    camera.see(*[a_face()] * 8)
    assert [getattr(e, "problem", None) for e in camera.around.runner.failures] == [Problem.FACE_KEY_MISSING]
    camera.presenter.on_code(camera.hall.badge(0))
    assert camera.stands(Stand.ACCEPTED)


def test_leaving_the_room_switches_the_camera_off_and_late_reports_are_nothing(camera: Camera) -> None:
    camera.presenter.leave()
    assert not camera.around.camera.running
    camera.see(*[a_face()] * 6)
    assert camera.stands(Stand.WAITING)
    camera.presenter.enter()
    assert camera.around.camera.running
