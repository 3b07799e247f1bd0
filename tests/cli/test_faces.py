"""consent, faces enrol and erase, check-in face: a face proposes, a person confirms, nothing is refused for good."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageFilter

from congress_desk import bootstrap
from congress_desk.devices.pictures.drawn_portrait import drawn_portrait
from congress_desk.domain.delegates import Gender
from congress_desk.plumbing.consent_text import TEXT_VERSION
from tests.cli.conftest import Desk, Said

SEEDS = {"001": (0, Gender.MALE), "002": (1, Gender.FEMALE), "003": (2, Gender.MALE)}


def portrait(card: str) -> bytes:
    seed, gender = SEEDS[card]
    return drawn_portrait(seed, gender=gender, height=480)


def live(folder: Path, card: str) -> str:
    """The same person before a camera: another size, another compression."""
    picture = Image.open(io.BytesIO(portrait(card)))
    path = folder / f"live-{card}.jpg"
    picture.resize((picture.width * 4 // 5, picture.height * 4 // 5)).save(path, quality=80)
    return str(path)


@pytest.fixture(scope="session")
def portraits(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("portraits")
    for card in SEEDS:
        (folder / f"{card}.jpg").write_bytes(portrait(card))
    return folder


@pytest.fixture(scope="session")
def prepared_faces(prepared: Path, portraits: Path) -> Path:
    """faces.congress beside the other prepared ones, with three enrolled; its key is in their config folder."""
    file = str(shutil.copy(prepared / "hall.congress", prepared / "faces.congress"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CONGRESS_DESK_CONFIG_DIR", str(prepared / "config"))
        assert bootstrap.main(["delegates", "photos", file, str(portraits)]) == 0
        assert bootstrap.main(["consent", file, "--all", "--text-version", "2025-1", "--by", "Hoàng Thị Lan"]) == 0
        assert bootstrap.main(["faces", "enrol", file]) == 0
    return prepared


@pytest.fixture
def enrolled(call: Callable[..., Said], tmp_path: Path, prepared_faces: Path) -> Desk:
    shutil.copytree(prepared_faces / "config", tmp_path / "config", dirs_exist_ok=True)
    return Desk(Path(shutil.copy(prepared_faces / "faces.congress", tmp_path / "hall.congress")), call)


def test_nobody_is_enrolled_without_consent_and_a_photo(desk: Desk, portraits: Path) -> None:
    desk("delegates photos", str(portraits))
    given = ("--text-version", "2025-1", "--by", "Lan")
    assert desk("consent", "001", *given) == {"consented": 1, "new": 1}
    assert desk("consent", "001", *given) == {"consented": 1, "new": 0}
    assert desk("consent", "004", *given)["new"] == 1

    report = desk("faces enrol")

    assert (report["enrolled"], report["people"]) == (1, 1)
    reasons = {one["full_name"]: one["reason"] for one in report["not_enrolled"]}
    assert reasons["Trần Thị Bình"] == "no_consent"
    assert reasons["Đỗ Thị Én"] == "no_photo"
    assert all(one["message"] for one in report["not_enrolled"])
    assert [p["full_name"] for p in desk("delegates list") if p["enrolled"]] == ["Nguyễn Văn An"]


def test_consent_names_its_text_and_who_took_it(desk: Desk) -> None:
    assert desk("consent", "--all", "--by", "Lan", status=2)["field"] == "text_version"
    assert desk("consent", "--all", "--text-version", "1", status=2)["field"] == "by"
    assert desk("consent", "--text-version", "1", "--by", "Lan", status=1)["problem"] == "usage"
    assert desk("consent", "001", "--all", "--text-version", "1", "--by", "Lan", status=1)["problem"] == "usage"
    assert not any(p["consented"] for p in desk("delegates list"))


def test_a_confirmed_check_in_strengthens_whoever_agreed_to_it(enrolled: Desk, tmp_path: Path) -> None:
    pictures = [live(tmp_path, "001")] * 3
    arrived = enrolled("check-in face", *pictures, "--session", "1", "--confirm", "001")
    assert (arrived["status"], arrived["strengthened"]) == ("ok", False)  # agreed to a text that does not name it
    enrolled("consent", "002", "--withdraw")
    enrolled("consent", "002", "--text-version", TEXT_VERSION, "--by", "Lan")
    enrolled("faces enrol")
    pictures = [live(tmp_path, "002")] * 3
    assert enrolled("check-in face", *pictures, "--session", "1", "--confirm", "002")["strengthened"] is True
    assert (
        enrolled("check-in face", *pictures, "--session", "1", "--confirm", "002", status=2)["strengthened"] is False
    )


def test_a_face_proposes_and_records_only_what_is_confirmed(enrolled: Desk, tmp_path: Path) -> None:
    an = enrolled.person("Nguyễn Văn An")
    picture = live(tmp_path, "001")

    proposed = enrolled("check-in face", picture, "--session", "1")

    assert (proposed["status"], proposed["reason"], proposed["band"]) == ("proposed", None, "green")
    assert [c["delegate"] for c in proposed["candidates"]] == [an["id"]]
    assert proposed["candidates"][0].keys() == {"delegate", "full_name", "score"}
    assert proposed["candidates"][0]["score"] < 0.2
    assert enrolled("status", "--session", "1")["present"] == 0

    confirmed = enrolled("check-in face", picture, "--session", "1", "--confirm", an["id"])

    assert (confirmed["status"], confirmed["delegate"], confirmed["band"]) == ("ok", an["id"], "green")
    assert enrolled("readings", "--session", "1")[0]["method"] == "face"
    again = enrolled("check-in face", picture, "--session", "1", "--confirm", an["id"], status=2)
    assert (again["reason"], again["first"]["method"]) == ("already_present", "face")


def test_a_confirmed_delegate_whom_the_camera_does_not_see_is_a_check_in_by_name(
    enrolled: Desk, tmp_path: Path
) -> None:
    enrolled("check-in face", live(tmp_path, "001"), "--session", "1", "--confirm", "005")
    assert enrolled("readings", "--session", "1")[0]["method"] == "name"


def test_likeness_that_is_not_sure_is_shown_to_choose_from(enrolled: Desk, tmp_path: Path) -> None:
    pictures = [live(tmp_path, card) for card in ("002", "003")]
    shown = enrolled("check-in face", *pictures, "--session", "1")
    assert (shown["band"], shown["reason"]) == ("yellow", "unsure")
    assert len(shown["candidates"]) > 1


def test_a_picture_with_no_face_or_two_is_told_with_its_reason(enrolled: Desk, tmp_path: Path) -> None:
    white = tmp_path / "white.png"
    Image.new("RGB", (400, 400), "white").save(white)
    two = Image.new("RGB", (720, 480))
    for place, card in enumerate(("001", "002")):
        two.paste(Image.open(io.BytesIO(portrait(card))), (360 * place, 0))
    two.save(tmp_path / "two.png")

    for name, reason in (("white.png", "no_face"), ("two.png", "several_faces")):
        answer = enrolled("check-in face", str(tmp_path / name), "--session", "1", status=2)
        assert (answer["status"], answer["reason"], answer["band"]) == ("refused", reason, "grey")
        assert answer["candidates"] == []


def test_a_blurred_face_is_a_poor_picture(enrolled: Desk, tmp_path: Path) -> None:
    blurred = tmp_path / "blurred.png"
    Image.open(io.BytesIO(portrait("001"))).filter(ImageFilter.GaussianBlur(8)).save(blurred)
    assert enrolled("check-in face", str(blurred), "--session", "1", status=2)["reason"] == "poor_picture"


def test_a_file_that_is_no_picture_is_a_trouble(enrolled: Desk, tmp_path: Path) -> None:
    (tmp_path / "x.jpg").write_bytes(b"no picture")
    answer = enrolled("check-in face", str(tmp_path / "x.jpg"), "--session", "1", status=1)
    assert (answer["problem"], answer["called"]) == ("not_a_picture", "x.jpg")
    answer = enrolled("check-in face", str(tmp_path / "none.jpg"), "--session", "1", status=1)
    assert answer["problem"] == "no_such_file"


def test_a_face_of_nobody_enrolled_finds_no_match(desk: Desk, tmp_path: Path) -> None:
    answer = desk("check-in face", live(tmp_path, "001"), "--session", "1", status=2)
    assert answer["reason"] == "no_match"


def test_consent_taken_back_takes_the_template_away(enrolled: Desk) -> None:
    assert enrolled("consent", "001", "--withdraw") == {"withdrawn": 1}
    an = enrolled.person("Nguyễn Văn An")
    assert (an["consented"], an["enrolled"]) == (False, False)
    assert enrolled("consent", "--all", "--withdraw") == {"withdrawn": 4}


def test_erasing_says_what_was_erased_and_leaves_nothing(enrolled: Desk, tmp_path: Path) -> None:
    erased = enrolled("faces erase")

    assert (erased["erased"], erased["key_destroyed"]) == (3, True)
    assert {d["full_name"] for d in erased["delegates"]} == {"Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường"}
    assert not any(p["enrolled"] for p in enrolled("delegates list"))
    assert list((tmp_path / "config").rglob("*.key")) == []
    assert enrolled("check-in face", live(tmp_path, "001"), "--session", "1", status=2)["reason"] == "no_match"


def test_templates_open_on_no_other_computer(enrolled: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CONGRESS_DESK_CONFIG_DIR", str(tmp_path / "another computer"))
    answer = enrolled("check-in face", live(tmp_path, "001"), "--session", "1", status=1)
    assert answer["problem"] == "face_key_missing"
    assert enrolled.card("001")["status"] == "ok"
