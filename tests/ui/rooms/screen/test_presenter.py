"""The operator's room: seen first, then taken; black at once from anywhere; failures for the operator alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from congress_desk.domain.cues import CueFault
from congress_desk.domain.journal import Kind
from congress_desk.domain.refusals import Problem, Reason, Trouble
from congress_desk.domain.speeches import Entry
from congress_desk.domain.stage import BlackFace, Choice, ClipFace, FaceKind, SpeakerFace, TitleFace, WelcomeFace
from congress_desk.plumbing.settings import SettingsFile
from congress_desk.ui.rooms.screen.presenter import ScreenPresenter
from congress_desk.ui.rooms.screen.state import DisplayShown, Fact, ScreenState
from tests.builders import Hall
from tests.clips import a_clip, a_picture
from tests.ui.builders import Around, Later, StillStage, Watching, a_desk

WALL = DisplayShown(name="HDMI-1", width=1920, height=1080)


class Room:
    def __init__(self, hall: Hall, settings: SettingsFile, folder: Path, runner: Later | None = None) -> None:
        self.hall = hall
        self.around = Around(a_desk(hall), settings, folder, stage=StillStage(there=(WALL,)))
        if runner is not None:
            self.around.runner = runner
        self.presenter = ScreenPresenter(self.around.surroundings())
        self.stage = self.around.stage
        self.view = Watching()
        self.presenter.attach(self.view)
        self.presenter.enter()

    @property
    def state(self) -> ScreenState:
        return self.presenter.state

    def on_air(self) -> type:
        """The kind of face that the hall sees."""
        return type(self.stage.shown[-1].face)

    def facts(self) -> list[Fact | None]:
        return [state.told.fact for state in self.view.states if state.told is not None]


@pytest.fixture
def room(hall: Hall, settings: SettingsFile, tmp_path: Path) -> Iterator[Room]:
    made = Room(hall, settings, tmp_path)
    yield made
    made.presenter.close()


TITLE = Choice(kind=FaceKind.TITLE, title="Giải lao")


def test_what_is_next_is_seen_by_the_operator_only(room: Room) -> None:
    room.presenter.choose(TITLE)
    assert room.state.next is not None
    assert room.state.next.face == TitleFace(title="Giải lao")
    assert isinstance(room.stage.shown[-1].face, TitleFace)
    assert room.stage.shown[-1].face.title != "Giải lao"


def test_a_take_brings_it_on_air_and_into_the_journal(room: Room) -> None:
    room.presenter.choose(TITLE)
    room.presenter.take()
    assert room.stage.shown[-1].face == TitleFace(title="Giải lao")
    assert room.state.next is None
    assert [e.kind for e in room.hall.events()].count(Kind.STAGE_SHOWN) == 1
    room.presenter.take()
    assert [e.kind for e in room.hall.events()].count(Kind.STAGE_SHOWN) == 1


def test_black_is_there_before_anything_is_written_and_again_gives_back(
    hall: Hall, settings: SettingsFile, tmp_path: Path
) -> None:
    runner = Later()
    room = Room(hall, settings, tmp_path, runner)
    runner.go_on()
    room.presenter.toggle_black()
    assert isinstance(room.stage.shown[-1].face, BlackFace)
    assert [e.kind for e in hall.events()].count(Kind.STAGE_BLACKED) == 0
    for _ in range(3):
        runner.go_on()
    assert hall.stage.on_air().fold.black
    room.presenter.toggle_black()
    for _ in range(3):
        runner.go_on()
    assert isinstance(room.stage.shown[-1].face, TitleFace)
    room.presenter.close()


def test_who_checks_in_is_welcomed_and_goes_with_the_next_beat(room: Room) -> None:
    room.hall.check_in.by_code(room.hall.badge(0), room.hall.session)
    assert room.on_air() is WelcomeFace
    room.hall.clock.pass_time(seconds=4.1)
    room.stage.beat()
    assert room.on_air() is TitleFace


def test_a_speaker_who_withdraws_while_on_air_is_off_the_wall_at_once(room: Room) -> None:
    speeches = room.hall.programme.speeches
    speech = speeches.register(Entry(topic="Rừng", delegate=room.hall.people[0].id))
    speeches.approve(speech.id)
    speeches.call(speech.id)
    room.presenter.choose(Choice(kind=FaceKind.SPEAKER))
    room.presenter.take()
    assert room.on_air() is SpeakerFace
    speeches.withdraw(speech.id, "ốm")
    assert room.on_air() is TitleFace


def a_cue(room: Room, folder: Path, name: str = "film.avi") -> str:
    room.presenter.cues.add([a_clip(folder / name)])
    return room.state.cues[-1].id


def test_a_clip_plays_when_it_is_taken_and_the_following_one_becomes_next(room: Room, tmp_path: Path) -> None:
    first, second = a_cue(room, tmp_path, "a.avi"), a_cue(room, tmp_path, "b.avi")
    assert room.facts().count(Fact.CUE_ADDED) >= 2
    room.presenter.cues.choose(first)
    assert room.stage.played == []
    room.presenter.take()
    cue, path, milliseconds = room.stage.played[-1]
    assert (cue, path.is_file(), milliseconds) == (first, True, 2000)
    assert room.state.cue_next == second
    assert room.state.cue_on_air == first
    room.presenter.play_again()
    assert len(room.stage.played) == 2


def test_a_clip_whose_disk_is_pulled_leaves_its_still_and_a_note(room: Room, tmp_path: Path) -> None:
    cue = a_cue(room, tmp_path)
    room.presenter.cues.choose(cue)
    room.presenter.take()
    before = len(room.stage.shown)
    room.hall.stage.cues.path_of(room.state.cues[0].file).unlink()
    room.stage.told("failed")
    assert room.state.told is not None
    assert (room.state.told.fact, room.state.told.places["title"]) == (Fact.CLIP_FAILED, "film")
    assert room.state.air is not None
    assert isinstance(room.state.air.face, ClipFace)
    assert room.state.air.picture is not None
    assert all(isinstance(shown.face, ClipFace) for shown in room.stage.shown[before:])
    assert room.state.cues[0].looked.fault is CueFault.MISSING


def test_a_clip_known_to_be_faulty_is_not_even_begun(room: Room, tmp_path: Path) -> None:
    cue = a_cue(room, tmp_path)
    room.hall.stage.cues.path_of(room.state.cues[0].file).unlink()
    room.presenter.cues.check()
    assert room.facts()[-1] is Fact.CHECKED_FAULTY
    room.presenter.cues.choose(cue)
    room.presenter.take()
    assert room.stage.played == []
    assert room.facts()[-1] is Fact.CLIP_FAILED


def test_a_photo_report_goes_on_picture_by_picture(room: Room, tmp_path: Path) -> None:
    room.presenter.cues.add([a_picture(tmp_path / f"{n}.png", 8 + n, 8) for n in range(3)])
    room.presenter.cues.choose(room.state.cues[0].id)
    for number in range(3):
        room.presenter.take()
        assert room.state.cue_on_air == room.state.cues[number].id
    assert room.state.next is None
    assert room.stage.played == []


def test_what_cannot_be_shown_is_told_and_the_list_stays(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "ghi-chu.mp4"
    path.write_text("không phải phim")
    room.presenter.cues.add([path])
    assert room.state.told is not None
    error = room.state.told.error
    assert isinstance(error, Trouble)
    assert error.problem is Problem.NOT_A_CLIP
    assert room.state.cues == ()
    assert not room.state.busy


def test_cues_are_moved_and_taken_off(room: Room, tmp_path: Path) -> None:
    room.presenter.cues.add([a_picture(tmp_path / f"{n}.png", 8 + n, 8) for n in range(2)])
    first, second = (cue.id for cue in room.state.cues)
    room.presenter.cues.move(second, -1)
    room.presenter.cues.move(second, -1)
    assert [cue.id for cue in room.state.cues] == [second, first]
    room.presenter.cues.remove(first)
    assert [cue.id for cue in room.state.cues] == [second]
    room.presenter.cues.check()
    assert room.facts()[-1] is Fact.CHECKED_SOUND


def test_the_display_is_remembered_and_the_wall_comes_back_with_the_program(
    room: Room, hall: Hall, settings: SettingsFile, tmp_path: Path
) -> None:
    room.presenter.choose_display("HDMI-1")
    assert settings.current.stage_display == "HDMI-1"
    again = Room(hall, settings, tmp_path)
    again.presenter.wake()
    assert again.stage.opened == ["HDMI-1"]
    assert again.state.shape == (1920, 1080)
    again.presenter.choose_display("")
    assert again.stage.opened[-1] == ""
    again.presenter.close()


def test_a_display_that_is_unplugged_is_told_to_the_operator(room: Room) -> None:
    room.presenter.choose_display("HDMI-9")
    assert room.facts()[-1] is Fact.DISPLAY_GONE
    room.stage.told("closed")
    assert room.state.display == ""


def test_settings_of_the_wall_are_everybodys(room: Room) -> None:
    room.presenter.change_settings(welcome=False, hall_metres=45)
    assert room.hall.stage.settings().hall_metres == 45
    assert room.stage.shown[-1].least == pytest.approx(0.075)
    count = len(room.hall.events())
    room.presenter.change_settings(welcome=False)
    assert len(room.hall.events()) == count


def test_a_choice_that_may_not_go_out_is_refused_and_the_hall_sees_what_it_saw(room: Room) -> None:
    room.presenter.choose(Choice(kind=FaceKind.DOCUMENT, about="none"))
    assert room.state.told is not None
    assert room.state.told.error is not None
    assert room.state.told.error.reason is Reason.NO_SUCH_DOCUMENT  # type: ignore[union-attr]
    assert room.state.next is None


def test_an_address_for_a_wall_is_made_on_demand(room: Room) -> None:
    room.presenter.make_wall_link()
    assert room.state.told is not None
    assert "/q/" in str(room.state.told.places["address"])
