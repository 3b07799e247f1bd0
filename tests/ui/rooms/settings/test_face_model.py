"""The face model in the window: what it is, one's own tried beside it and put to use, everybody prepared anew."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from congress_desk.domain.journal import Kind
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.plumbing.consent_text import TEXT_VERSION
from congress_desk.plumbing.settings import SettingsFile
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.settings.samples import MODEL_MISSING, MODEL_TRIED
from congress_desk.ui.rooms.settings.state import FaceModel, Fact, Section
from congress_desk.ui.rooms.settings.view import SettingsView
from tests.builders import Hall, a_hall
from tests.devices import drawn_face as draw
from tests.devices import tiny_models as tiny
from tests.ui.builders import AtOnce
from tests.ui.rooms.settings.conftest import Room


@pytest.fixture
def hall(tmp_path: Path) -> Hall:
    """Two people who agreed and have a photo."""
    hall = a_hall(tmp_path, people=2)
    for seed, person in enumerate(hall.people):
        hall.registry.set_photo(person.id, draw.jpeg(draw.portrait(seed + 1, 480)))
    hall.faces.consent([person.id for person in hall.people], text_version=TEXT_VERSION, by="Lan")
    return hall


def model(room: Room) -> FaceModel:
    return room.state.model


def test_the_model_in_use_is_shown_with_its_makers_words(room: Room) -> None:
    card = model(room).card
    assert card is not None
    assert (card.name, card.licence, model(room).built_in) == ("dlib ResNet", "CC0 1.0", True)
    assert {len(sha256) for _, sha256 in card.files} == {64}


def test_a_model_is_tried_beside_the_one_in_use_and_nothing_is_kept(room: Room, tmp_path: Path) -> None:
    room.presenter.models.try_out(tiny.supplied(tmp_path / "stick"))
    tried = model(room).tried
    assert tried is not None
    assert [one.card.name for one in tried] == ["dlib ResNet", "Tiny"]
    assert [one.figures.rank1 for one in tried] == [1.0, 1.0]
    assert model(room).progress is None
    assert room.hall.face_models.is_built_in()
    room.presenter.models.drop_trial()
    assert model(room).tried is None


def test_a_model_that_is_used_prepares_everybody_anew(room: Room, tmp_path: Path) -> None:
    room.hall.faces.enrol(room.hall.face_models.engine)
    room.presenter.models.try_out(tiny.supplied(tmp_path / "stick"))
    room.presenter.models.use_tried()
    card = model(room).card
    assert card is not None
    assert (card.name, model(room).built_in, model(room).progress, model(room).using) == ("Tiny", False, None, False)
    assert room.told() is Fact.MODEL_USED
    assert room.kinds()[-2:] == [Kind.FACE_MODEL_CHOSEN, Kind.FACES_ENROLLED]
    assert all(person.enrolled for person in room.hall.registry.delegates())
    room.presenter.models.use_built_in()
    assert model(room).built_in
    assert all(person.enrolled for person in room.hall.registry.delegates())


def test_a_damaged_folder_is_told_and_the_model_in_use_stays(room: Room, tmp_path: Path) -> None:
    stick = tiny.supplied(tmp_path / "stick")
    (stick / "embedding.onnx").write_bytes(b"damaged")
    room.presenter.models.try_out(stick)
    told = room.state.told
    assert told is not None
    assert isinstance(told.error, Trouble)
    assert told.error.problem is Problem.MODEL_DAMAGED
    assert model(room).progress is None
    assert model(room).built_in


def test_a_cancelled_trial_shows_nothing_and_a_cancelled_use_says_what_is_left(
    hall: Hall, settings: SettingsFile, tmp_path: Path
) -> None:
    room = Room(hall, settings, tmp_path)
    room.around.runner = AtOnce(pieces=0)
    room = _again(room)
    room.presenter.models.try_out(tiny.supplied(tmp_path / "stick"))
    assert (model(room).tried, model(room).progress) == (None, None)
    room.presenter.models.use_tried()
    assert room.told() is Fact.MODEL_STOPPED
    assert not any(person.enrolled for person in hall.registry.delegates())


def test_a_model_that_is_not_on_this_computer_is_told_in_its_place(room: Room, tmp_path: Path) -> None:
    room.hall.face_models.use(tiny.supplied(tmp_path / "stick"))
    (tmp_path / "models").rename(tmp_path / "elsewhere")
    room.presenter.models.read()
    missing = model(room).missing
    assert missing is not None
    assert missing.problem is Problem.MODEL_MISSING


def test_the_result_stands_on_the_screen_and_one_button_uses_it(qtbot: QtBot, look: Look, room: Room) -> None:
    view = SettingsView(room.presenter, look)
    qtbot.addWidget(view)
    view.show_state(MODEL_TRIED)
    texts = {label.text() for label in view.model.findChildren(QLabel)}
    assert {"86.4 %", "92.5 %", "SFace", "Strangers accepted without asking"} <= texts
    used: list[bool] = []
    room.presenter.models.use_tried = lambda: used.append(True)  # type: ignore[method-assign]
    view = SettingsView(room.presenter, look)
    qtbot.addWidget(view)
    view.show_state(MODEL_TRIED)
    next(b for b in view.model.findChildren(QPushButton) if b.accessibleName() == "Use this model").click()
    assert used == [True]
    view.show_state(MODEL_MISSING)
    assert list(view.pages)[-1] is Section.MODEL
    assert any("SHA" not in label.text() and label.text() for label in view.model.findChildren(QLabel))


def _again(room: Room) -> Room:
    """The presenter made anew with the surroundings as they are now."""
    room.presenter.close()
    room.presenter = type(room.presenter)(room.around.surroundings())
    room.presenter.attach(room.view)
    room.presenter.enter()
    return room
