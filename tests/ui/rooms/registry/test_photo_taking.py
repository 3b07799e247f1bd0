"""A photo taken at the desk: seen, looked at, used; and the camera is let go of as soon as its form is closed."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from queue import Queue

import cv2
import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from congress_desk.devices.camera.live import ChildCamera
from congress_desk.domain.delegates import PhotoOrigin
from congress_desk.domain.journal import Kind
from congress_desk.domain.refusals import Problem
from congress_desk.plumbing.settings import SettingsFile
from congress_desk.services.ports.camera import CameraStopped, CodeSeen, LiveReport, PictureSeen
from congress_desk.ui.look import Look
from congress_desk.ui.rooms.registry.presenter import RegistryPresenter
from congress_desk.ui.rooms.registry.state import Form, Page
from congress_desk.ui.rooms.registry.view import RegistryView
from tests.builders import Hall
from tests.ui.rooms.registry.conftest import Room

WAIT_SECONDS = 15


def a_frame(red: int = 120) -> PictureSeen:
    return PictureSeen(width=640, height=480, rgb=bytes([red, 60, 60]) * (640 * 480))


@pytest.fixture
def before_camera(room: Room) -> Room:
    """The first delegate is chosen and the camera shows a picture."""
    room.choose(0)
    room.presenter.camera.open()
    room.around.camera.see(a_frame())
    return room


def test_the_camera_runs_while_its_form_is_open_and_looks_for_no_faces(before_camera: Room) -> None:
    assert before_camera.around.camera.running
    assert not before_camera.around.camera.faces
    assert before_camera.state.live.on
    assert before_camera.view.pictures


def test_the_picture_taken_is_looked_at_before_it_is_kept(before_camera: Room, hall: Hall) -> None:
    before_camera.presenter.camera.take()
    still = before_camera.state.live.still
    assert still is not None
    assert Image.open(io.BytesIO(still)).size == (360, 480)
    assert not before_camera.around.camera.running
    assert not hall.registry.delegate(hall.people[0].id).photo


def test_a_photo_used_is_kept_and_written_down_as_taken_at_the_desk(before_camera: Room, hall: Hall) -> None:
    before_camera.presenter.camera.take()
    before_camera.presenter.camera.use()
    assert before_camera.form() is Form.NONE
    assert before_camera.state.live.still is None
    delegate = hall.registry.delegate(hall.people[0].id)
    assert delegate.photo
    (event,) = (e for e in hall.registry.history(delegate.id) if e.kind is Kind.PHOTOS_ADDED)
    assert event.body["origin"] == PhotoOrigin.DESK.value


def test_a_poor_picture_is_taken_again(before_camera: Room, hall: Hall) -> None:
    camera = before_camera.presenter.camera
    camera.take()
    camera.again()
    assert before_camera.around.camera.running
    assert before_camera.state.live.still is None
    before_camera.around.camera.see(a_frame(red=240))
    camera.take()
    camera.use()
    photo = hall.registry.photo(hall.people[0].id)
    assert photo is not None
    pixel = Image.open(io.BytesIO(photo)).getpixel((100, 100))
    assert isinstance(pixel, tuple)
    assert pixel[0] > 225


@pytest.mark.parametrize(
    "close",
    [
        lambda presenter: presenter.camera.cancel(),
        lambda presenter: presenter.leave(),
        lambda presenter: presenter.close_panel(),
        lambda presenter: presenter.open_page(Page.PHOTOS),
        lambda presenter: presenter.people.open(Form.EDIT),
        lambda presenter: presenter.close(),
    ],
    ids=["cancel", "another room", "panel closed", "another page", "another form", "window closed"],
)
def test_whatever_closes_the_form_lets_the_camera_go(before_camera: Room, close: object) -> None:
    assert callable(close)
    close(before_camera.presenter)
    assert not before_camera.around.camera.running


def test_choosing_somebody_else_lets_the_camera_go_and_keeps_nothing(before_camera: Room, hall: Hall) -> None:
    before_camera.presenter.camera.take()
    before_camera.choose(1)
    before_camera.presenter.camera.use()
    assert before_camera.form() is Form.NONE
    assert not any(hall.registry.delegate(one.id).photo for one in hall.people)


def test_a_camera_that_is_missing_is_told_and_nothing_is_taken(room: Room) -> None:
    room.choose(0)
    room.presenter.camera.open()
    room.around.camera.see(CameraStopped(problem=Problem.CAMERA_MISSING))
    room.presenter.camera.take()
    assert room.state.live.problem is Problem.CAMERA_MISSING
    assert room.state.live.still is None
    room.around.camera.see(a_frame())
    assert room.state.live.on


def test_codes_before_the_camera_are_nothing_here(before_camera: Room) -> None:
    before_camera.around.camera.see(CodeSeen(text="12345678903"))
    assert before_camera.form() is Form.CAMERA


def test_without_a_person_no_camera_is_started(room: Room) -> None:
    room.presenter.camera.open()
    assert not room.around.camera.running


def test_enter_takes_the_photo_and_enter_uses_it(qtbot: QtBot, room: Room, hall: Hall, look: Look) -> None:
    view = RegistryView(room.presenter, look)
    qtbot.addWidget(view)
    room.presenter.attach(view)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    view.people.table.grid.selectRow(0)
    taking = (b for b in view.people.panel.findChildren(QPushButton) if b.accessibleName() == "Take a photo")
    next(taking).click()
    room.around.camera.see(a_frame())
    QTest.keyClick(view.people.panel.camera, Qt.Key.Key_Return)
    assert room.state.live.still is not None
    QTest.keyClick(view.people.panel.camera, Qt.Key.Key_Return)
    assert room.form() is Form.NONE
    assert hall.registry.delegate(hall.people[0].id).photo


class Replayed:
    """The room before the real camera's process, which plays a folder; its reports wait for the test."""

    def __init__(self, room: Room) -> None:
        self.reports: Queue[LiveReport] = Queue()
        self.cameras: list[ChildCamera] = []
        self.presenter = RegistryPresenter(
            replace(room.around.surroundings(), make_camera=self._make, carry=lambda _receive: self.reports.put)
        )
        self.presenter.attach(room.view)
        self.presenter.enter()

    def _make(self) -> ChildCamera:
        self.cameras.append(ChildCamera())
        return self.cameras[-1]

    def until_a_picture_comes(self) -> None:
        while not self.presenter.state.live.on:
            self.presenter.camera.on_report(self.reports.get(timeout=WAIT_SECONDS))


@pytest.fixture
def replayed(room: Room, settings: SettingsFile, tmp_path: Path) -> Iterator[Replayed]:
    folder = tmp_path / "before the camera"
    folder.mkdir()
    frame = np.full((480, 640, 3), (30, 30, 200), np.uint8)
    frame[:, ::40] = 255
    assert cv2.imwrite(str(folder / "one.png"), frame)
    settings.change(camera=str(folder))
    made = Replayed(room)
    yield made
    made.presenter.close()


def test_a_photo_is_taken_from_the_replayed_camera(replayed: Replayed, hall: Hall) -> None:
    replayed.presenter.mark([hall.people[0].id])
    replayed.presenter.camera.open()
    replayed.until_a_picture_comes()
    replayed.presenter.camera.take()
    replayed.presenter.camera.use()
    photo = hall.registry.photo(hall.people[0].id)
    assert photo is not None
    picture = Image.open(io.BytesIO(photo))
    assert picture.width * 4 == picture.height * 3
    assert replayed.cameras[0].child_id is None
