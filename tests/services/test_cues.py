"""Clips of an item: copied in, looked at, put in order; a file that goes bad is known before the session."""

from __future__ import annotations

from pathlib import Path

import pytest

from congress_desk.domain.cues import CueFault
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.domain.stage import Choice, ClipFace, FaceKind, TitleFace
from tests.builders import Hall
from tests.clips import a_clip, a_picture, cut_off


def test_an_added_clip_needs_its_stick_no_longer(hall: Hall, tmp_path: Path) -> None:
    path = a_clip(tmp_path / "Năm năm nhìn lại.avi")
    cue = hall.stage.cues.add(path, item="5")
    path.unlink()
    assert (cue.title, cue.item, cue.plays) == ("Năm năm nhìn lại", "5", True)
    assert hall.stage.cues.path_of(cue.file).is_file()
    assert hall.stage.cues.path_of(cue.still).read_bytes().startswith(b"\xff\xd8")
    assert hall.stage.cues.check(cue.id).plays


def test_what_cannot_be_shown_is_not_added(hall: Hall, tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    path.write_text("không phải phim")
    with pytest.raises(Trouble) as told:
        hall.stage.cues.add(path)
    assert told.value.problem is Problem.NOT_A_CLIP
    assert hall.stage.cues.cues() == ()


def test_a_file_that_is_gone_or_was_changed_is_found_before_the_session(hall: Hall, tmp_path: Path) -> None:
    gone = hall.stage.cues.add(a_clip(tmp_path / "a.avi"))
    changed = hall.stage.cues.add(a_clip(tmp_path / "b.avi", seconds=3))
    hall.stage.cues.path_of(gone.file).unlink()
    cut_off(hall.stage.cues.path_of(changed.file))
    faults = [cue.looked.fault for cue in hall.stage.cues.check_all()]
    assert faults == [CueFault.MISSING, CueFault.CHANGED]


def test_a_faulty_clip_is_on_air_as_its_still(hall: Hall, tmp_path: Path) -> None:
    cue = hall.stage.cues.add(a_clip(tmp_path / "a.avi"))
    hall.stage.cues.path_of(cue.file).unlink()
    hall.stage.cues.check(cue.id)
    hall.stage.take(Choice(kind=FaceKind.CLIP, about=cue.id))
    face = hall.stage.on_air().face
    assert isinstance(face, ClipFace)
    assert not face.playable
    assert hall.stage.cues.path_of(face.still).is_file()


def test_cues_are_played_in_the_order_they_are_put_in(hall: Hall, tmp_path: Path) -> None:
    cues = [hall.stage.cues.add(a_picture(tmp_path / f"{n}.png", 8 + n, 8), item="5") for n in range(3)]
    hall.stage.cues.add(a_picture(tmp_path / "other.png"), item="6")
    hall.stage.cues.move(cues[2].id, 0)
    assert [cue.title for cue in hall.stage.cues.cues("5")] == ["2", "0", "1"]
    hall.stage.cues.remove(cues[0].id)
    assert [cue.title for cue in hall.stage.cues.cues("5")] == ["2", "1"]
    assert [cue.title for cue in hall.stage.cues.cues("6")] == ["other"]


def test_a_cue_taken_off_the_list_while_on_air_leaves_the_wall(hall: Hall, tmp_path: Path) -> None:
    cue = hall.stage.cues.add(a_picture(tmp_path / "a.png"))
    hall.stage.take(Choice(kind=FaceKind.CLIP, about=cue.id))
    assert isinstance(hall.stage.on_air().face, ClipFace)
    hall.stage.cues.remove(cue.id)
    assert isinstance(hall.stage.on_air().face, TitleFace)


@pytest.mark.parametrize("act", ["check", "remove", "cue"])
def test_a_cue_that_is_not_there_is_refused(hall: Hall, act: str) -> None:
    with pytest.raises(Refusal) as told:
        getattr(hall.stage.cues, act)("away")
    assert told.value.reason is Reason.NO_SUCH_CUE


def test_a_move_or_a_take_of_no_cue_is_refused(hall: Hall) -> None:
    with pytest.raises(Refusal):
        hall.stage.cues.move("away", 0)
    with pytest.raises(Refusal):
        hall.stage.take(Choice(kind=FaceKind.CLIP, about="away"))


def test_a_backup_takes_clips_and_stills_along(hall: Hall, tmp_path: Path) -> None:
    cue = hall.stage.cues.add(a_clip(tmp_path / "a.avi"))
    hall.stage.cues.back_up(tmp_path / "copy")
    assert (tmp_path / "copy" / cue.file[:2] / cue.file).is_file()
    assert (tmp_path / "copy" / cue.still[:2] / cue.still).is_file()
