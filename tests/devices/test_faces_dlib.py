"""dlib's engine under the contract, and what is its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from congress_desk.devices.faces.describing import DlibDescriber
from congress_desk.devices.faces.dlib_engine import make_engine
from congress_desk.devices.faces.dlib_finder import DlibFinder
from congress_desk.devices.faces.engine import PairedEngine
from congress_desk.devices.faces.models import ModelFiles, model_files
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.faces import FaceEngine
from tests.contracts.faces_contract import FacesContract, distance
from tests.devices import drawn_face as draw


@pytest.fixture(scope="module")
def loaded() -> PairedEngine:
    return make_engine()


class TestDlibEngine(FacesContract):
    @pytest.fixture
    def engine(self, loaded: PairedEngine) -> FaceEngine:
        return loaded


def test_the_hash_changes_with_either_model_file(tmp_path: Path) -> None:
    points, network = tmp_path / "points", tmp_path / "network"
    points.write_bytes(b"a")
    network.write_bytes(b"b")
    first = ModelFiles(points, network).fingerprint()
    network.write_bytes(b"c")
    assert ModelFiles(points, network).fingerprint() != first


def test_missing_models_are_told() -> None:
    with pytest.raises(Trouble) as trouble:
        model_files("face_models_that_nobody_installed")
    assert trouble.value.problem is Problem.FACES_MISSING


def test_a_damaged_model_file_is_told(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.dat"
    damaged.write_bytes(b"not a model")
    with pytest.raises(Trouble) as trouble:
        make_engine(ModelFiles(damaged, model_files().network))
    assert trouble.value.problem is Problem.FACES_MISSING


def test_the_engine_never_imports_face_recognition() -> None:
    program = (
        "import sys; from congress_desk.devices.faces.dlib_engine import make_engine; make_engine();"
        "sys.exit(any(name.startswith('face_recognition') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_importing_the_drivers_loads_nothing_heavy() -> None:
    program = (
        "import sys; import congress_desk.devices.camera.live, congress_desk.devices.faces.dlib_engine;"
        "import congress_desk.devices.faces.shelf, congress_desk.devices.pictures.pillow;"
        "import congress_desk.devices.pictures.drawn_portrait;"
        "sys.exit(any(name in sys.modules for name in ('cv2', 'dlib', 'PIL', 'zxingcpp')))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_drawn_portraits_can_be_enrolled(loaded: PairedEngine) -> None:
    for seed in range(100, 105):
        (face,) = loaded.faces(draw.pixels(draw.portrait(seed, 560)), strict=True)
        assert face.flaws == ()
        assert face.eye_distance >= 60


def test_people_are_told_apart_in_another_picture(loaded: PairedEngine) -> None:
    gallery, live = {}, {}
    for number, (photo, other_photo) in enumerate(draw.people_twice(6)):
        gallery[number] = loaded.faces(loaded.decode(photo))[0].template
        live[number] = loaded.faces(loaded.decode(other_photo))[0].template
    usable = [number for number in gallery if gallery[number] is not None and live[number] is not None]
    right = [
        number for number in usable if min(usable, key=lambda other: distance(gallery[other], live[number])) == number
    ]
    assert len(right) >= 4
    assert len(usable) - len(right) <= 1


def test_a_template_does_not_depend_on_the_side_it_is_seen_from(loaded: PairedEngine) -> None:
    plain = draw.pixels(draw.portrait(5))
    mirrored = np.ascontiguousarray(plain[:, ::-1])
    assert distance(loaded.faces(plain)[0].template, loaded.faces(mirrored)[0].template) < 0.1


def test_templates_are_those_of_dlibs_own_network(loaded: PairedEngine) -> None:
    import dlib

    files = model_files()
    original = dlib.face_recognition_model_v1(str(files.network))
    finder = DlibFinder(files.points)
    for seed in (2, 4):
        picture = draw.pixels(draw.portrait(seed))
        chip, _ = finder.chip(picture, finder.look(picture, thoroughly=False)[0])
        both = [original.compute_face_descriptor(np.ascontiguousarray(one)) for one in (chip, chip[:, ::-1])]
        assert distance(loaded.faces(picture)[0].template, np.mean(both, axis=0)) < 1e-5


@pytest.mark.parametrize("spoiled", ["cut off", "another layer", "empty"])
def test_weights_that_are_not_dlibs_are_told(spoiled: str) -> None:
    raw = model_files().network.read_bytes()
    damaged = {"cut off": raw[: len(raw) // 2], "another layer": raw.replace(b"fc_2", b"fc_9"), "empty": b""}
    with pytest.raises(Trouble) as trouble:
        DlibDescriber(damaged[spoiled])
    assert trouble.value.problem is Problem.FACES_MISSING
