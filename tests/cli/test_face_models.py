"""faces models, faces use-models: the maker's words on the screen, and nothing used that was not verified."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Desk, Said
from tests.devices import drawn_face as draw
from tests.devices import tiny_models as tiny


def test_the_model_in_use_is_shown_with_licence_source_and_hash(desk: Desk) -> None:
    shown = desk("faces models")
    assert (shown["name"], shown["licence"], shown["built_in"]) == ("dlib ResNet", "CC0 1.0", True)
    assert {len(file["sha256"]) for file in shown["files"]} == {64}
    assert "SHA-256" in desk.say("faces models").out


def test_supplied_models_are_used_until_the_built_in_one_is_wanted_again(desk: Desk, tmp_path: Path) -> None:
    chosen = desk("faces use-models", str(tiny.supplied(tmp_path / "stick")))
    assert (chosen["name"], chosen["changed"], chosen["built_in"]) == ("Tiny", True, False)
    assert desk("faces models")["model"] == chosen["model"]
    assert desk("faces use-models", "--built-in")["built_in"] is True
    assert desk("faces models")["name"] == "dlib ResNet"


def test_damaged_models_are_told_by_their_own_code(desk: Desk, tmp_path: Path) -> None:
    stick = tiny.supplied(tmp_path / "stick")
    (stick / "embedding.onnx").write_bytes(b"another file")
    told = desk("faces use-models", str(stick), status=1)
    assert (told["problem"], told["called"]) == ("model_damaged", "embedding.onnx")
    assert "embedding.onnx" in told["message"]
    assert desk("faces use-models", str(tmp_path), status=1)["problem"] == "no_such_file"
    assert desk("faces models")["built_in"] is True


def test_one_of_folder_and_built_in_is_named(desk: Desk, tmp_path: Path) -> None:
    assert desk("faces use-models", status=1)["problem"] == "usage"
    assert desk("faces use-models", str(tmp_path), "--built-in", status=1)["problem"] == "usage"


def test_supplied_models_are_tried_before_they_are_chosen(call: Callable[..., Said], tmp_path: Path) -> None:
    for seed in range(3):
        for kind, person in (("gallery", draw.portrait(seed)), ("probes", draw.lit(draw.portrait(seed, 480), 0.9))):
            (tmp_path / kind / str(seed)).mkdir(parents=True)
            (tmp_path / kind / str(seed) / "1.jpg").write_bytes(draw.jpeg(person))
    folders = ("--gallery", str(tmp_path / "gallery"), "--probes", str(tmp_path / "probes"))
    models = str(tiny.supplied(tmp_path / "stick"))
    figures = call("faces", "evaluate", *folders, "--models", models, "--json").json
    assert (figures["enrolled"], figures["probes"], figures["rank1"]) == (3, 3, 1.0)
    (tmp_path / "stick" / "embedding.onnx").write_bytes(b"damaged")
    assert call("faces", "evaluate", *folders, "--models", models, "--json").json["problem"] == "model_damaged"


def test_supplied_models_are_tried_on_the_congress_own_photos(desk: Desk, tmp_path: Path) -> None:
    for place, card in enumerate(("001", "002")):
        (tmp_path / "photos").mkdir(exist_ok=True)
        (tmp_path / "photos" / f"{card}.jpg").write_bytes(draw.jpeg(draw.portrait(place + 1, 480)))
    desk("delegates photos", str(tmp_path / "photos"))
    desk("consent", "--all", "--text-version", "1", "--by", "Lan")
    said = desk.say("faces try-models", str(tiny.supplied(tmp_path / "stick")))
    assert said.status == 0
    assert "CC0 1.0" in said.out
    assert re.search(r"dlib ResNet\s+Tiny", said.out)
    assert desk("faces models")["built_in"] is True
