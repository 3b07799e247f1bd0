"""Which face model a congress uses: chosen once for every desk, journaled, and templates of two never compared."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.identification import Band
from congress_desk.domain.journal import Kind
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.face_models_trial import try_on_photos
from tests.builders import Hall, a_hall
from tests.devices import drawn_face as draw
from tests.devices import tiny_models as tiny


@pytest.fixture
def hall(tmp_path: Path) -> Hall:
    """Two people who agreed and have a photo."""
    hall = a_hall(tmp_path, people=2)
    for seed, person in enumerate(hall.people):
        hall.registry.set_photo(person.id, draw.jpeg(draw.portrait(seed + 1, 480)))
    hall.faces.consent([person.id for person in hall.people], text_version="1", by="Lan")
    return hall


def enrolled(hall: Hall) -> int:
    return hall.faces.enrol(hall.face_models.engine).enrolled


def test_without_a_choice_it_is_the_programs_own(hall: Hall) -> None:
    assert hall.face_models.is_built_in()
    assert hall.face_models.card().name == "dlib ResNet"
    assert not hall.face_models.use_built_in().changed


def test_the_choice_is_journaled_with_licence_and_source(hall: Hall, tmp_path: Path) -> None:
    chosen = hall.face_models.use(tiny.supplied(tmp_path / "stick"))
    event = next(event for event in hall.events() if event.kind is Kind.FACE_MODEL_CHOSEN)
    assert event.body["licence"] == "CC0 1.0"
    assert event.body["source"] == "made for tests"
    assert event.body["model"] == chosen.card.model_hash
    assert not hall.face_models.is_built_in()
    assert hall.other_desk().face_models.card() == chosen.card


def test_another_model_means_that_everybody_is_enrolled_anew(hall: Hall, tmp_path: Path) -> None:
    assert enrolled(hall) == 2
    assert enrolled(hall) == 0
    chosen = hall.face_models.use(tiny.supplied(tmp_path / "stick"))
    assert (chosen.changed, chosen.templates_erased) == (True, 2)
    assert not any(person.enrolled for person in hall.registry.delegates())
    assert enrolled(hall) == 2

    live = hall.face_models.engine().faces(draw.pixels(draw.portrait(1, 480)))[0].template
    assert live is not None
    proposal = hall.faces.propose([live.tolist()], frames_needed=1)
    assert proposal.band is not Band.GREY
    assert proposal.candidates[0].delegate == hall.people[0].id

    assert hall.face_models.use_built_in().templates_erased == 2
    assert enrolled(hall) == 2


def test_the_same_model_again_changes_nothing(hall: Hall, tmp_path: Path) -> None:
    stick = tiny.supplied(tmp_path / "stick")
    hall.face_models.use(stick)
    assert enrolled(hall) == 2
    before = len(hall.events())
    again = hall.face_models.use(stick)
    assert (again.changed, again.templates_erased) == (False, 0)
    assert len(hall.events()) == before


def test_templates_of_another_model_are_never_compared(hall: Hall, tmp_path: Path) -> None:
    """They come when a desk was enrolling while another one chose; the next enrolment replaces them."""
    engine = hall.face_models.engine()
    hall.face_models.use(tiny.supplied(tmp_path / "stick"))
    assert hall.faces.enrol(lambda: engine).people == 0
    live = engine.faces(draw.pixels(draw.portrait(1, 480)))[0].template
    assert live is not None
    assert hall.faces.propose([live.tolist()], frames_needed=1).band is Band.GREY
    assert hall.faces.enrol(hall.face_models.engine).people == 2
    assert hall.faces.propose([live.tolist()], frames_needed=1).band is Band.GREY


def test_a_damaged_model_changes_nothing(hall: Hall, tmp_path: Path) -> None:
    assert enrolled(hall) == 2
    stick = tiny.supplied(tmp_path / "stick")
    (stick / "embedding.onnx").write_bytes(b"damaged")
    with pytest.raises(Trouble) as trouble:
        hall.face_models.use(stick)
    assert trouble.value.problem is Problem.MODEL_DAMAGED
    assert hall.face_models.is_built_in()
    assert all(person.enrolled for person in hall.registry.delegates())


def test_a_computer_without_the_model_says_so(hall: Hall, tmp_path: Path) -> None:
    hall.face_models.use(tiny.supplied(tmp_path / "stick"))
    (tmp_path / "models").rename(tmp_path / "elsewhere")
    for act in (hall.face_models.engine, hall.face_models.card):
        with pytest.raises(Trouble) as trouble:
            act()
        assert trouble.value.problem is Problem.MODEL_MISSING


def test_a_model_is_tried_on_the_own_photos_and_nothing_is_kept(hall: Hall, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    stick = tiny.supplied(tmp_path / "stick")

    def tell(done: int, of: int) -> bool:
        told.append((done, of))
        return True

    tried = hall.face_models.try_out(stick, tell)
    assert tried is not None
    in_use, supplied = tried
    assert (in_use.card.name, supplied.card.name) == ("dlib ResNet", "Tiny")
    for figures in (in_use.figures, supplied.figures):
        assert (figures.enrolled, figures.probes, figures.strangers) == (1, 1, 1)
        assert (figures.rank1, figures.refused_photos) == (1.0, 0)
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert hall.face_models.is_built_in()
    assert not (tmp_path / "models").exists()


@pytest.mark.parametrize("after", [0, 3])
def test_a_trial_can_be_stopped_at_either_model(hall: Hall, tmp_path: Path, after: int) -> None:
    stick = tiny.supplied(tmp_path / "stick")
    assert hall.face_models.try_out(stick, lambda done, _of: done <= after) is None


def test_photos_that_cannot_be_used_are_counted(hall: Hall) -> None:
    photos = [(DelegateId("a"), b""), (DelegateId("b"), draw.jpeg(draw.frame()))]
    photos.append((DelegateId("c"), draw.jpeg(draw.beside_each_other([1, 4]))))
    figures = try_on_photos(hall.face_models.engine(), photos, lambda: True)
    assert figures is not None
    assert (figures.enrolled, figures.refused_photos, figures.rank1) == (0, 3, None)


def test_opening_a_congress_does_not_load_numpy_yet(hall: Hall) -> None:
    hall.store.close()
    program = (
        "import sys; from pathlib import Path; from congress_desk.building import open_desk;"
        "open_desk(Path(sys.argv[1])).close();"
        "sys.exit(any(name in sys.modules for name in ('numpy', 'cv2', 'dlib')))"
    )
    environment = os.environ | {"CONGRESS_DESK_CONFIG_DIR": str(hall.keys.parent)}
    assert (
        subprocess.run([sys.executable, "-c", program, str(hall.path)], check=False, env=environment).returncode == 0
    )
