"""The second screen from outside: the keys that offices script with."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Desk
from tests.clips import a_clip, a_picture
from tests.library_files import a_pdf


def test_a_face_is_put_on_air_and_blacked(desk: Desk) -> None:
    said = desk("stage show", "title", "--title", "Giải lao")
    assert (said["face"], said["title"], said["black"]) == ("title", "Giải lao", False)
    assert desk("stage black")["black"] is True
    assert desk("stage now")["face"] == "black"
    assert desk("stage black", "off")["face"] == "title"
    assert desk("stage show", "black")["black"] is True
    assert desk("verify")["ok"] is True


def test_the_wall_is_set_and_wrong_measures_are_refused(desk: Desk) -> None:
    said = desk("stage set", "--welcome", "off", "--hall-metres", "45", "--language", "ar")
    assert (said["welcome"], said["hall_metres"], said["screen_cm"], said["language"]) == (False, 45, 300, "ar")
    assert desk("stage set", "--hall-metres", "900", status=2)["reason"] == "bad_value"


def test_clips_are_added_looked_at_moved_and_removed(desk: Desk, tmp_path: Path) -> None:
    first = desk("stage cue-add", str(a_clip(tmp_path / "a.avi")), "--item", "5", "--title", "Năm năm")
    assert set(first) == {
        "cue", "item", "title", "kind", "seconds", "width", "height", "sound", "fault", "checked"
    }  # fmt: skip
    assert (first["kind"], first["seconds"], first["sound"], first["fault"]) == ("clip", 2.0, False, None)
    second = desk("stage cue-add", str(a_picture(tmp_path / "b.png")), "--item", "5")
    assert [cue["cue"] for cue in desk("stage cue-move", second["cue"], "1")] == [second["cue"], first["cue"]]
    assert all(cue["fault"] is None for cue in desk("stage cue-check"))
    assert desk("stage show", "clip", "--cue", first["cue"])["about"] == first["cue"]
    assert [cue["cue"] for cue in desk("stage cue-remove", second["cue"])] == [first["cue"]]
    assert desk("stage cues", "--item", "6") == []
    assert desk("stage cue-move", first["cue"], "0", status=2)["reason"] == "bad_value"
    assert desk("stage show", "clip", "--cue", "away", status=2)["reason"] == "no_such_cue"


def test_what_is_no_clip_is_a_trouble(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "x.mp4").write_bytes(b"MZ")
    assert desk("stage cue-add", str(tmp_path / "x.mp4"), status=1)["problem"] == "not_a_clip"


def test_a_document_goes_up_by_its_title(desk: Desk, tmp_path: Path) -> None:
    pdf = a_pdf(tmp_path / "b.pdf")
    added = desk("documents add", str(pdf), "--title", "Báo cáo", "--class", "public", "--status", "draft")
    assert desk("stage show", "document", "--document", "Báo cáo", status=2)["reason"] == "not_issued"
    desk("documents status", "--document", added["document"], "--to", "issued")
    assert desk("stage show", "document", "--document", "Báo cáo")["about"] == added["document"]


def test_a_wall_gets_an_address_of_its_own(desk: Desk) -> None:
    said = desk("stage link")
    assert "/q/" in said["address"]


def test_a_chart_goes_on_air_by_its_name(desk: Desk) -> None:
    said = desk("stage show", "chart", "--chart", "gender")
    assert (said["face"], said["about"]) == ("chart", "gender")
    assert desk("stage show", "chart")["about"] == "over-time"
