"""Clips are looked at by what can be decoded of them, and sound by the container's own tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from congress_desk.devices.clips.eyes import ClipFileEyes
from congress_desk.devices.clips.sound_tracks import has_sound
from congress_desk.domain.cues import CueFault
from congress_desk.domain.refusals import Problem, Trouble
from tests.clips import a_clip, a_picture, cut_off, mp4_tables, webm_tables

EYES = ClipFileEyes()


@pytest.mark.parametrize("ending", ["avi", "mp4"])
def test_a_clip_is_known_by_its_length_and_size(tmp_path: Path, ending: str) -> None:
    looked = EYES.look(a_clip(tmp_path / f"film.{ending}", seconds=3))
    assert looked.moving
    assert looked.fault is None
    assert looked.seconds == pytest.approx(3, abs=0.2)
    assert (looked.width, looked.height) == (160, 90)
    assert looked.sound is False


def test_a_clip_that_was_cut_off_is_found_by_its_end(tmp_path: Path) -> None:
    looked = EYES.look(cut_off(a_clip(tmp_path / "film.avi", seconds=10), 0.5))
    assert looked.fault in (CueFault.CUT, CueFault.NOT_DECODABLE)


def test_an_mp4_without_its_end_cannot_be_opened_at_all(tmp_path: Path) -> None:
    assert EYES.look(cut_off(a_clip(tmp_path / "film.mp4"), 0.5)).fault is CueFault.NOT_DECODABLE


def test_a_text_that_calls_itself_a_clip_is_none(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    path.write_text("Báo cáo chính trị\n" * 50)
    assert EYES.look(path).fault is CueFault.NOT_DECODABLE


def test_a_picture_stands_still_and_has_no_sound(tmp_path: Path) -> None:
    looked = EYES.look(a_picture(tmp_path / "one.png"))
    assert (looked.moving, looked.seconds, looked.sound, looked.fault) == (False, 0, False, None)
    assert (looked.width, looked.height) == (64, 48)


def test_a_broken_picture_cannot_be_shown(tmp_path: Path) -> None:
    path = tmp_path / "one.jpg"
    path.write_bytes(b"\xff\xd8\xff\xe0" + b"no picture" * 20)
    assert EYES.look(path).fault is CueFault.NOT_DECODABLE


def test_a_file_that_is_not_there_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as told:
        EYES.look(tmp_path / "away.mp4")
    assert told.value.problem is Problem.NO_SUCH_FILE


def test_the_still_is_a_picture_of_the_clip(tmp_path: Path) -> None:
    target = tmp_path / "still.jpg"
    assert EYES.still(a_clip(tmp_path / "film.avi"), target)
    assert EYES.look(target).width == 160
    assert not EYES.still(cut_off(a_clip(tmp_path / "film.mp4"), 0.3), target)


@pytest.mark.parametrize(("tracks", "sound"), [((b"vide",), False), ((b"vide", b"soun"), True)])
def test_sound_is_read_from_the_tables_of_an_mp4(tmp_path: Path, tracks: tuple[bytes, ...], sound: bool) -> None:
    assert has_sound(mp4_tables(tmp_path / "film.mp4", *tracks)) is sound


@pytest.mark.parametrize(("types", "sound"), [((1,), False), ((1, 2), True)])
def test_sound_is_read_from_the_tables_of_a_webm(tmp_path: Path, types: tuple[int, ...], sound: bool) -> None:
    assert has_sound(webm_tables(tmp_path / "film.webm", *types)) is sound


def test_of_another_container_sound_is_not_known(tmp_path: Path) -> None:
    path = tmp_path / "film.mpg"
    path.write_bytes(b"\0\0\1\xba" + b"x" * 200)
    assert has_sound(path) is None
