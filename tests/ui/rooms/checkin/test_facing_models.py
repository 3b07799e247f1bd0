"""What is learned from a face that was confirmed, and what happens to a camera when the model changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from congress_desk.domain.identification import Band
from congress_desk.services.congress import Rules
from congress_desk.ui.rooms.checkin.state import Stand
from tests.devices import tiny_models as tiny
from tests.ui.builders import StillCamera
from tests.ui.rooms.checkin.live_room import Camera, a_face


def test_only_a_sure_face_that_the_operator_confirmed_strengthens_later_sessions(
    camera: Camera, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, int]] = []

    def strengthen(arrival: str, templates: list[list[float]]) -> bool:
        asked.append((arrival, len(templates)))
        return True

    monkeypatch.setattr(camera.hall.faces, "strengthen", strengthen)
    camera.band, camera.who = Band.YELLOW, [1, 0, 2]
    camera.see(*[a_face()] * 5)
    assert camera.presenter.take_key("2")
    camera.band, camera.who = Band.GREEN, [1]
    camera.see(*[a_face(track=2)] * 3)
    assert asked == []
    assert camera.presenter.take_key("\r")
    assert asked == [(camera.hall.events()[-1].id, 3)]

    camera.hall.congress.change_rules(Rules(auto_accept_faces=True))
    camera.who = [2]
    camera.see(*[a_face(track=3)] * 3)
    assert camera.stands(Stand.ACCEPTED)
    assert camera.hall.events()[-1].body["by_itself"] is True
    assert len(asked) == 1


def test_a_model_chosen_while_the_camera_runs_starts_the_camera_anew_and_asks_nothing(
    camera: Camera, tmp_path: Path
) -> None:
    started = camera.around.camera
    camera.around.camera = StillCamera()
    camera.hall.other_desk().face_models.use(tiny.supplied(tmp_path / "stick"))
    for _ in range(3):
        started.see(a_face())
    assert camera.stands(Stand.WAITING)
    assert not started.running
    assert camera.around.camera.running
    camera.see(*[a_face()] * 3)
    assert camera.stands(Stand.FACE_SURE)
