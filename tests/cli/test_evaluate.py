"""faces evaluate: figures for a secretariat with a dozen volunteers, without any congress file."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageEnhance, ImageFile

from congress_desk.devices.faces.plain_library import make_plain_library
from congress_desk.devices.pictures.drawn_portrait import portrait_picture
from congress_desk.devices.pictures.opening import opened
from congress_desk.domain.delegates import Gender
from tests.cli.conftest import Said

FIGURES = {
    "enrolled",
    "refused_photos",
    "probes",
    "rank1",
    "rank3",
    "right_accepted",
    "wrong_accepted",
    "shown_or_accepted",
    "strangers",
    "strangers_accepted",
    "threshold",
    "embedding_ms",
}
REAL_FACES = Path(__file__).parents[2].parent / "shared" / "data" / "faces" / "east_southeast_asian"
REAL_PEOPLE = ("0001", "0007", "0016")
HAS_LIBRARY = importlib.util.find_spec("face_recognition") is not None


def portrait(seed: int) -> Image.Image:
    return portrait_picture(seed, gender=Gender.FEMALE if seed % 2 else Gender.MALE, height=420)


def seen_live(picture: Image.Image) -> Image.Image:
    """As a camera sees the same person: other light, a little aside."""
    brighter = ImageEnhance.Brightness(picture).enhance(1.15)
    return brighter.rotate(3, fillcolor=(120, 124, 130))


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three drawn people, enrolled and live, and a stranger."""
    root = tmp_path_factory.mktemp("trial")
    for seed in (2, 3, 4):
        save(portrait(seed), root / "gallery" / f"person {seed}" / "card.jpg")
        save(seen_live(portrait(seed)), root / "probes" / f"person {seed}" / "live.png")
    save(portrait(9), root / "strangers" / "guest" / "live.jpg")
    (root / "probes" / "person 2" / "broken.jpg").write_bytes(b"\xff\xd8 not a picture")
    return root


def save(picture: Image.Image, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(path)


def evaluate(call: Callable[..., Said], root: Path, *more: str) -> Said:
    return call("faces", "evaluate", "--gallery", str(root / "gallery"), "--probes", str(root / "probes"), *more)


def test_json_has_the_agreed_keys_for_the_desk_and_for_the_library(call: Callable[..., Said], folders: Path) -> None:
    said = evaluate(call, folders, "--strangers", str(folders / "strangers"), "--json")
    assert said.status == 0
    shown = said.json
    assert shown.keys() == FIGURES | {"bands", "refused", "left_out", "match_ms", "strengthened", "library"}
    assert (shown["enrolled"], shown["probes"], shown["strangers"], shown["refused_photos"]) == (3, 3, 1, 1)
    assert shown["refused"] == {"not_a_picture": 1}
    assert shown["rank1"] == shown["shown_or_accepted"] == 1.0
    assert shown["wrong_accepted"] == 0.0
    assert sum(shown["bands"]["probes"].values()) == 3
    assert shown["embedding_ms"] > 0
    if HAS_LIBRARY:
        assert shown["library"].keys() == {"tolerance_0.6", "best_tolerance"}
        assert all(figures.keys() == FIGURES for figures in shown["library"].values())
        assert shown["library"]["tolerance_0.6"]["threshold"] == 0.6
    else:
        assert shown["library"] is None
    assert f"{16 if HAS_LIBRARY else 8} of" in said.err  # the progress, apart from the answer


def test_people_read_a_table_and_what_it_does_not_say(call: Callable[..., Said], folders: Path) -> None:
    said = evaluate(call, folders)
    assert said.status == 0
    assert "Right person is the nearest" in said.out
    assert "100.0 %" in said.out
    assert "The photo cannot be read: 1" in said.out
    assert "Fewer than 100 people are enrolled: the fixed rule decides." in said.out
    assert "No strangers were given" in said.out


def test_a_folder_that_is_not_there_is_trouble(call: Callable[..., Said], folders: Path) -> None:
    said = evaluate(call, folders, "--strangers", str(folders / "nowhere"), "--json")
    assert said.status == 1
    assert json.loads(said.out)["problem"] == "no_such_file"


def test_the_library_leaves_pillow_as_strict_as_it_was(folders: Path) -> None:
    encode = make_plain_library()
    assert (encode is not None) is HAS_LIBRARY
    assert ImageFile.LOAD_TRUNCATED_IMAGES is False
    if encode is not None:
        assert encode(folders / "probes" / "person 2" / "broken.jpg") is None
        assert ImageFile.LOAD_TRUNCATED_IMAGES is False


def test_without_the_library_there_is_no_comparison(
    call: Callable[..., Said], folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", without_library(importlib.util.find_spec))
    said = evaluate(call, folders)
    assert "The face_recognition library is not installed" in said.out
    assert "Library" not in said.out.splitlines()[0]


def without_library(real: Callable[..., object]) -> Callable[..., object]:
    def find(name: str, *more: object) -> object:
        return None if name == "face_recognition" else real(name, *more)

    return find


def test_live_pictures_of_several_days_are_told_apart(call: Callable[..., Said], tmp_path: Path) -> None:
    for name, first, more in several_days():
        for group, pictures in (("gallery", [first]), ("probes", more)):
            for number, picture in enumerate(pictures):
                save(picture, tmp_path / group / name / f"{number}.png")
    shown = evaluate(call, tmp_path, "--json").json
    assert (shown["enrolled"], shown["probes"], shown["rank1"], shown["wrong_accepted"]) == (3, 3, 1.0, 0.0)


def several_days() -> list[tuple[str, Image.Image, list[Image.Image]]]:
    """Three people: name, enrolment photo, two live pictures. Real ones where they are at hand, else drawn ones."""
    if not REAL_FACES.is_dir():
        drawn = [(f"person {seed}", portrait(seed)) for seed in (2, 3, 4)]
        return [(name, picture, [seen_live(picture), picture.resize((252, 336))]) for name, picture in drawn]
    found = []
    for person in REAL_PEOPLE:
        first, *more = [opened(picture.read_bytes()) for picture in sorted((REAL_FACES / person).iterdir())]
        found.append((person, first, more[:2]))
    return found
