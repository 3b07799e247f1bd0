"""The camera's child process under the contract, and what happens when the world pulls its plugs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import pytest

from congress_desk.devices.camera.live import ChildCamera
from congress_desk.domain.refusals import Problem
from congress_desk.services.ports.camera import CameraStopped, FaceSeen, LiveCamera, PictureSeen
from tests.contracts.camera_contract import CameraLifeContract, CameraSightContract, Listener, a_folder
from tests.devices import drawn_face as draw

HOLD_SECONDS = 0.6


def a_camera() -> ChildCamera:
    return ChildCamera(hold_seconds=HOLD_SECONDS, retry_seconds=0.2)


@pytest.fixture
def camera() -> Iterator[ChildCamera]:
    camera = a_camera()
    yield camera
    camera.stop()


class TestReplayedFolder(CameraSightContract):
    @pytest.fixture(scope="class")
    @classmethod
    def make_camera(cls) -> Callable[[], LiveCamera]:
        return a_camera

    @pytest.fixture(scope="class")
    @classmethod
    def source(cls, tmp_path_factory: pytest.TempPathFactory) -> str:
        return str(a_folder(tmp_path_factory.mktemp("replay") / "Ảnh thử"))


class TestVideoFile(CameraSightContract):
    @pytest.fixture(scope="class")
    @classmethod
    def make_camera(cls) -> Callable[[], LiveCamera]:
        return a_camera

    @pytest.fixture(scope="class")
    @classmethod
    def source(cls, tmp_path_factory: pytest.TempPathFactory) -> str:
        folder = tmp_path_factory.mktemp("video")
        video = folder / "Buổi sáng.avi"
        writer = cv2.VideoWriter(str(video), cv2.VideoWriter.fourcc(*"MJPG"), 15, (1280, 720))
        for picture in sorted(a_folder(folder / "pictures").iterdir()):
            frame = cv2.imread(str(picture))
            assert frame is not None
            for _ in range(round(HOLD_SECONDS * 15)):
                writer.write(frame)
        writer.release()
        return str(video)


class TestLife(CameraLifeContract):
    @pytest.fixture
    def make_camera(self) -> Callable[[], LiveCamera]:
        return a_camera

    @pytest.fixture
    def source(self, tmp_path: Path) -> str:
        return str(a_folder(tmp_path))


def test_a_folder_taken_away_is_a_lost_camera_and_comes_back(camera: ChildCamera, tmp_path: Path) -> None:
    listener = Listener()
    folder = a_folder(tmp_path / "here")
    camera.start(str(folder), listener.tell, faces=False)
    listener.wait_for(PictureSeen)
    folder.rename(tmp_path / "elsewhere")
    assert listener.wait_for(CameraStopped).problem is Problem.CAMERA_LOST
    (tmp_path / "elsewhere").rename(folder)
    listener.wait_for(PictureSeen, after=listener.count)
    assert len(listener.of(CameraStopped)) == 1


def test_a_killed_child_is_told_and_started_again_as_it_was(camera: ChildCamera, tmp_path: Path) -> None:
    listener = Listener()
    camera.start(str(a_folder(tmp_path)), listener.tell, faces=False)
    listener.wait_for(PictureSeen)
    first, before = camera.child_id, listener.count
    assert first is not None
    camera.watch_faces(True)
    os.kill(first, signal.SIGKILL)
    assert listener.wait_for(CameraStopped, after=before).problem is Problem.CAMERA_LOST
    listener.wait_for(FaceSeen, after=before + 1)
    assert camera.child_id != first


def test_a_damaged_file_among_the_pictures_is_passed_over(camera: ChildCamera, tmp_path: Path) -> None:
    (tmp_path / "1.jpg").write_bytes(b"no picture")
    draw.frame().save(tmp_path / "2.jpg", quality=95)
    listener = Listener()
    camera.start(str(tmp_path), listener.tell, faces=False)
    listener.wait_for(PictureSeen)
    assert not listener.of(CameraStopped)


def test_an_empty_folder_is_no_camera(camera: ChildCamera, tmp_path: Path) -> None:
    listener = Listener()
    camera.start(str(tmp_path), listener.tell, faces=False)
    assert listener.wait_for(CameraStopped).problem is Problem.CAMERA_MISSING


def test_a_device_that_is_not_plugged_in_is_missing(camera: ChildCamera) -> None:
    listener = Listener()
    camera.start("63", listener.tell, faces=False)
    assert listener.wait_for(CameraStopped).problem is Problem.CAMERA_MISSING


ORPHAN_MAKER = """
import sys, threading
from congress_desk.devices.camera.live import ChildCamera
from congress_desk.services.ports.camera import FaceSeen, PictureSeen

def tell(report):
    if isinstance(report, FaceSeen if sys.argv[2] == "die" else PictureSeen):
        seen.set()

if __name__ == "__main__":
    seen = threading.Event()
    camera = ChildCamera()
    camera.start(sys.argv[1], tell, faces=sys.argv[2] == "die")
    seen.wait(40)
    print(camera.child_id, flush=True)
    if sys.argv[2] == "die":
        threading.Event().wait(60)
"""


def descendants(process: int) -> set[int]:
    """The ids of all processes below this one (Linux)."""
    children = Path(f"/proc/{process}/task/{process}/children")
    direct = [int(one) for one in children.read_text().split()] if children.exists() else []
    return set(direct).union(*(descendants(one) for one in direct))


@pytest.mark.parametrize("end", ["die", "leave"])
def test_no_process_outlives_the_desk(tmp_path: Path, end: str) -> None:
    program = tmp_path / "desk.py"
    program.write_text(ORPHAN_MAKER)
    draw.frame((draw.portrait(4), (400, 40))).save(tmp_path / "1.jpg", quality=95)
    command = [sys.executable, str(program), str(tmp_path), end]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as desk:
        assert desk.stdout is not None
        child = int(desk.stdout.readline())
        family = {child, *descendants(child)}
        if end == "die":
            desk.kill()
        assert desk.wait(30) == (-signal.SIGKILL if end == "die" else 0)
    deadline = time.monotonic() + 15
    while (left := [one for one in family if Path(f"/proc/{one}").exists()]) and time.monotonic() < deadline:
        threading.Event().wait(0.02)
    assert not left
