"""Supplied face models: under the contract, verified, kept, and never mistaken for others."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from congress_desk.devices.faces.apart import FacesApart
from congress_desk.devices.faces.describing import ArcFaceInput
from congress_desk.devices.faces.engine import PairedEngine
from congress_desk.devices.faces.models import model_files
from congress_desk.devices.faces.shelf import FolderShelf, engine_at
from congress_desk.devices.faces.supplied import USUAL_SCORE, make_supplied_engine, supplied_models
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.plumbing.resources import resource
from congress_desk.services.ports.faces import FaceEngine, Flaw
from tests.contracts.faces_contract import FacesContract, distance
from tests.devices import drawn_face as draw
from tests.devices import tiny_models as tiny


def an_engine(folder: Path) -> PairedEngine:
    return make_supplied_engine(supplied_models(folder))


def trouble_of(act: Callable[[], object]) -> Trouble:
    with pytest.raises(Trouble) as trouble:
        act()
    return trouble.value


def rewritten(folder: Path, pattern: str, line: str) -> Path:
    manifest = folder / "models.toml"
    text, count = re.subn(pattern, lambda _: line, manifest.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
    assert count == 1
    manifest.write_text(text, encoding="utf-8")
    return folder


class TestSuppliedEmbedding(FacesContract):
    """A supplied embedding on faces that dlib finds."""

    @pytest.fixture(scope="class")
    @classmethod
    def loaded(cls, tmp_path_factory: pytest.TempPathFactory) -> PairedEngine:
        return an_engine(tiny.supplied(tmp_path_factory.mktemp("Mô hình")))

    @pytest.fixture
    def engine(self, loaded: PairedEngine) -> FaceEngine:
        return loaded


class TestSuppliedDetector:
    @pytest.fixture(scope="class")
    @classmethod
    def engine(cls, tmp_path_factory: pytest.TempPathFactory) -> PairedEngine:
        return an_engine(tiny.supplied(tmp_path_factory.mktemp("both"), detector=tiny.detector()))

    def test_box_and_size_are_told_in_pixels_of_the_frame(self, engine: PairedEngine) -> None:
        (face,) = engine.faces(draw.pixels(tiny.marked_portrait(1, (20, 10))))
        assert face.eye_distance == pytest.approx(tiny.EYE_DISTANCE, rel=0.02)
        assert face.box[0] + face.box[2] / 2 == pytest.approx(20.5 * 32, abs=3)
        assert face.yaw == pytest.approx(0, abs=0.02)
        assert face.flaws == ()

    def test_the_same_person_elsewhere_is_nearer_than_any_other(self, engine: PairedEngine) -> None:
        here = [engine.faces(draw.pixels(tiny.marked_portrait(seed, (20, 10))))[0].template for seed in range(4)]
        there = [engine.faces(draw.pixels(tiny.marked_portrait(seed, (11, 12))))[0].template for seed in range(4)]
        for seed in range(4):
            assert min(range(4), key=lambda other: distance(here[other], there[seed])) == seed
            assert distance(here[seed], there[seed]) < 0.1

    def test_a_face_cut_by_the_edge_has_no_template(self, engine: PairedEngine) -> None:
        (face,) = engine.faces(draw.pixels(tiny.marked_portrait(1, (1, 10))))
        assert Flaw.CUT_OFF in face.flaws
        assert face.template is None

    def test_an_empty_frame_of_any_size_has_no_face(self, engine: PairedEngine) -> None:
        assert list(engine.faces(draw.pixels(draw.frame()))) == []
        assert list(engine.faces(np.zeros((3, 2, 3), dtype=np.uint8))) == []


def test_templates_lie_in_one_measure_whatever_line_the_maker_draws(tmp_path: Path) -> None:
    picture = draw.pixels(draw.portrait(1))
    for line in (1.128, 0.9):
        engine = an_engine(tiny.supplied(tmp_path / str(line), about={"same_person": line}))
        template = engine.faces(picture)[0].template
        assert template is not None
        assert np.linalg.norm(template) == pytest.approx(0.6 / line, rel=1e-5)


@pytest.mark.parametrize(
    ("key", "value"),
    [("colours", "bgr"), ("mean", 127.5), ("deviation", 128.0), ("same_person", 1.2)],
)
def test_another_line_in_the_manifest_is_another_model(tmp_path: Path, key: str, value: object) -> None:
    plain = supplied_models(tiny.supplied(tmp_path / "plain"))
    other = supplied_models(tiny.supplied(tmp_path / "other", about={key: value}))
    assert plain.fingerprint() != other.fingerprint()
    assert plain.fingerprint() == supplied_models(tiny.supplied(tmp_path / "again")).fingerprint()


def test_what_the_maker_says_is_shown(tmp_path: Path) -> None:
    card = supplied_models(tiny.supplied(tmp_path, detector=tiny.detector())).card
    assert (card.name, card.licence, card.source) == ("Tiny", "CC0 1.0", "made for tests")
    assert [name for name, _ in card.files] == ["embedding.onnx", "detector.onnx"]
    assert len(bytes.fromhex(card.model_hash)) == 32


@pytest.mark.parametrize("part", ["embedding", "detector"])
def test_a_file_that_is_not_the_promised_one_is_never_used(tmp_path: Path, part: str) -> None:
    folder = tiny.supplied(tmp_path, detector=tiny.detector())
    file = folder / f"{part}.onnx"
    file.write_bytes(file.read_bytes()[:-1] + b"\x01")
    trouble = trouble_of(lambda: an_engine(folder))
    assert trouble.problem is Problem.MODEL_DAMAGED
    assert trouble.details["called"] == f"{part}.onnx"


@pytest.mark.parametrize("part", ["embedding", "detector"])
@pytest.mark.parametrize("raw", [b"", b"no network at all"], ids=["empty", "text"])
def test_a_file_that_is_no_network_is_told(tmp_path: Path, part: str, raw: bytes) -> None:
    files = {part: raw}
    folder = tiny.supplied(tmp_path, about=None, **files)
    assert trouble_of(lambda: an_engine(folder)).problem is Problem.MODEL_DAMAGED


def test_a_detector_in_place_of_an_embedding_is_told(tmp_path: Path) -> None:
    assert trouble_of(lambda: an_engine(tiny.supplied(tmp_path, embedding=tiny.detector()))).details == {
        "called": "embedding.onnx"
    }


def test_an_embedding_in_place_of_a_detector_is_told(tmp_path: Path) -> None:
    assert trouble_of(lambda: an_engine(tiny.supplied(tmp_path, detector=tiny.embedding()))).details == {
        "called": "detector.onnx"
    }


def test_templates_of_another_length_are_told(tmp_path: Path) -> None:
    folder = tiny.supplied(tmp_path, about={"length": tiny.LENGTH * 2})
    assert trouble_of(lambda: an_engine(folder)).problem is Problem.MODEL_DAMAGED


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (r"^licence.*$", ""),
        (r"^licence.*$", 'licence = " "'),
        (r"^\[embedding\]$", "[something]"),
        (r"^sha256.*$", ""),
        (r"^length.*$", "length = 0"),
        (r"^length.*$", 'length = "many"'),
        (r"^length.*$", 'length = 64\ncolours = "grey"'),
        (r"^length.*$", "length = 64\ndeviation = 0"),
        (r"^name.*$", "name ="),
        (r"^file.*$", 'file = "../embedding.onnx"'),
        (r"^file.*$", 'file = "sub\\\\embedding.onnx"'),
        (r"^\[embedding\]$", "embedding = 5\n[other]"),
    ],
)
def test_a_manifest_that_does_not_say_what_it_must_is_told(tmp_path: Path, pattern: str, line: str) -> None:
    folder = rewritten(tiny.supplied(tmp_path), pattern, line)
    trouble = trouble_of(lambda: supplied_models(folder))
    assert (trouble.problem, trouble.details["called"]) == (Problem.MODEL_DAMAGED, "models.toml")


def test_missing_files_are_named(tmp_path: Path) -> None:
    assert trouble_of(lambda: supplied_models(tmp_path)).details["path"] == str(tmp_path / "models.toml")
    folder = tiny.supplied(tmp_path)
    (folder / "embedding.onnx").unlink()
    assert trouble_of(lambda: an_engine(folder)).details["path"] == str(tmp_path / "embedding.onnx")


def a_stick(folder: Path) -> Path:
    """Both networks: dlib's detector takes its time to load."""
    return tiny.supplied(folder / "stick", detector=tiny.detector())


class TestShelf:
    @pytest.fixture
    def shelf(self, tmp_path: Path) -> FolderShelf:
        return FolderShelf(tmp_path / "kept" / "models")

    def test_a_kept_model_works_when_the_stick_is_gone(self, shelf: FolderShelf, tmp_path: Path) -> None:
        stick = a_stick(tmp_path)
        card = shelf.keep(stick)
        for file in stick.iterdir():
            file.unlink()
        assert shelf.card(card.model_hash) == card
        assert shelf.engine(card.model_hash).model_hash == card.model_hash
        assert not list((tmp_path / "kept" / "models").glob(".*"))

    def test_keeping_it_again_mends_what_was_kept(self, shelf: FolderShelf, tmp_path: Path) -> None:
        stick = a_stick(tmp_path)
        card = shelf.keep(stick)
        kept = Path(shelf.place(card.model_hash))
        (kept / "embedding.onnx").write_bytes(b"bad sector")
        assert trouble_of(lambda: shelf.engine(card.model_hash)).problem is Problem.MODEL_DAMAGED
        shelf.keep(stick)
        assert shelf.engine(card.model_hash).model_hash == card.model_hash

    def test_a_model_that_is_not_here_is_told(self, shelf: FolderShelf) -> None:
        assert trouble_of(lambda: shelf.engine("0" * 64)).problem is Problem.MODEL_MISSING
        assert trouble_of(lambda: shelf.card("0" * 64)).problem is Problem.MODEL_MISSING

    def test_another_model_under_its_name_is_never_used(self, shelf: FolderShelf, tmp_path: Path) -> None:
        card = shelf.keep(a_stick(tmp_path))
        rewritten(Path(shelf.place(card.model_hash)), r"^length.*$", "length = 64\nmean = 1.0")
        assert trouble_of(lambda: shelf.engine(card.model_hash)).problem is Problem.MODEL_DAMAGED

    def test_a_damaged_model_is_not_kept(self, shelf: FolderShelf, tmp_path: Path) -> None:
        stick = a_stick(tmp_path)
        (stick / "embedding.onnx").write_bytes(b"damaged")
        assert trouble_of(lambda: shelf.keep(stick)).problem is Problem.MODEL_DAMAGED
        assert not (tmp_path / "kept").exists()

    def test_where_nothing_can_be_written_it_says_so(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("in the way")
        shelf = FolderShelf(tmp_path / "file" / "models")
        stick = a_stick(tmp_path)
        assert trouble_of(lambda: shelf.keep(stick)).problem is Problem.CANNOT_WRITE

    def test_the_programs_own_model_needs_no_place(self, shelf: FolderShelf) -> None:
        own = shelf.built_in()
        assert own.model_hash == model_files().fingerprint()
        assert shelf.place("") == shelf.place(own.model_hash) == ""
        assert shelf.card("") == own


def test_the_process_of_the_faces_uses_the_kept_model(tmp_path: Path) -> None:
    shelf = FolderShelf(tmp_path / "models")
    place = shelf.place(shelf.keep(tiny.supplied(tmp_path / "stick")).model_hash)
    apart = FacesApart(models=place)
    frame = draw.pixels(draw.frame((draw.portrait(4), (400, 40))))
    there = apart.faces(frame)[0].template
    apart.close()
    assert distance(there, engine_at(place).faces(frame)[0].template) < 1e-4


def test_the_sample_manifest_has_every_line_that_is_read(tmp_path: Path) -> None:
    shutil.copy(resource("sample", "models.toml"), tmp_path)
    models = supplied_models(tmp_path)
    assert models.takes == ArcFaceInput(
        size=112, colours="rgb", mean=0.0, deviation=1.0, length=128, same_person=1.128
    )
    assert models.detector == "face_detection_yunet_2023mar.onnx"
    assert models.score == USUAL_SCORE
