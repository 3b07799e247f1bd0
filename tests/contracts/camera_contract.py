"""What every live camera must do, played from a folder or a video file; and a listener that waits for reports."""

from __future__ import annotations

import multiprocessing
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from congress_desk.domain.refusals import Problem
from congress_desk.services.ports.camera import (
    CameraStopped,
    CodeSeen,
    FaceSeen,
    LiveCamera,
    LiveReport,
    NobodySeen,
    PictureSeen,
)
from congress_desk.services.ports.faces import Template
from tests.contracts.codes_contract import qr
from tests.devices import drawn_face as draw

PATIENCE_SECONDS = 40.0
Kind = TypeVar("Kind", bound=LiveReport)


class Listener:
    """Keeps the reports of a camera; `tell` for start()."""

    def __init__(self) -> None:
        self._came = threading.Condition()
        self.reports: list[LiveReport] = []

    def tell(self, report: LiveReport) -> None:
        with self._came:
            self.reports.append(report)
            self._came.notify_all()

    def wait_for(self, kind: type[Kind], meets: Callable[[Kind], bool] = lambda _: True, *, after: int = 0) -> Kind:
        """The first report of this kind that meets the condition, after the first `after` reports."""

        def found() -> Kind | None:
            return next(
                (report for report in self.reports[after:] if isinstance(report, kind) and meets(report)), None
            )

        with self._came:
            self._came.wait_for(lambda: found() is not None, PATIENCE_SECONDS)
            report = found()
        assert report is not None, f"no {kind.__name__} among {[type(r).__name__ for r in self.reports[after:]]}"
        return report

    def of(self, kind: type[Kind]) -> list[Kind]:
        with self._came:
            return [report for report in self.reports if isinstance(report, kind)]

    @property
    def count(self) -> int:
        with self._came:
            return len(self.reports)


def a_folder(folder: Path) -> Path:
    """A delegate, nobody, a badge's QR, another delegate."""
    folder.mkdir(parents=True, exist_ok=True)
    draw.frame((draw.portrait(4), (400, 40))).save(folder / "1.jpg", quality=95)
    draw.frame().save(folder / "2.jpg", quality=95)
    draw.frame((qr("1234567890128"), (480, 200))).save(folder / "3.jpg", quality=95)
    draw.frame((draw.portrait(7), (380, 60))).save(folder / "4.jpg", quality=95)
    return folder


class CameraSightContract:
    """Subclasses give `make_camera`, and a `source` that shows what a_folder() holds, half a second each."""

    @pytest.fixture(scope="class")
    @classmethod
    def make_camera(cls) -> Callable[[], LiveCamera]:
        raise AssertionError("a subclass says which camera")

    @pytest.fixture(scope="class")
    @classmethod
    def source(cls) -> str:
        raise AssertionError("a subclass says what is played")

    @pytest.fixture(scope="class")
    @classmethod
    def watched(cls, make_camera: Callable[[], LiveCamera], source: str) -> Iterator[Listener]:
        """What a camera tells that looks for faces from the start."""
        camera, listener = make_camera(), Listener()
        camera.start(source, listener.tell, faces=True)
        yield listener
        camera.stop()
        assert_nothing_is_left()

    def test_a_picture_is_packed_rgb(self, watched: Listener) -> None:
        picture = watched.wait_for(PictureSeen)
        assert len(picture.rgb) == picture.width * picture.height * 3
        assert picture.width / picture.height == pytest.approx(16 / 9, rel=0.01)
        assert abs(picture.rgb[0] - draw.GROUND[0]) < 8
        assert abs(picture.rgb[2] - draw.GROUND[2]) < 8

    def test_each_person_is_seen_with_templates_in_a_track_of_his_own(self, watched: Listener) -> None:
        first = watched.wait_for(FaceSeen, lambda face: face.template is not None)
        assert first.template is not None
        here = first.template
        watched.wait_for(NobodySeen)
        second = watched.wait_for(FaceSeen, lambda face: far(here, face.template))
        assert first.frame_size == (1280, 720)
        assert first.others == 0
        assert second.track > first.track
        assert not [face for face in watched.of(FaceSeen) if face.track == first.track and far(here, face.template)]

    def test_a_code_in_sight_is_told_once(self, watched: Listener) -> None:
        assert watched.wait_for(CodeSeen).text == "1234567890128"
        watched.wait_for(PictureSeen, after=watched.count + 15)
        assert len(watched.of(CodeSeen)) == 1

    def test_pictures_come_at_most_15_a_second(self, watched: Listener) -> None:
        watched.wait_for(PictureSeen)
        begun, before = time.monotonic(), len(watched.of(PictureSeen))
        watched.wait_for(PictureSeen, after=watched.count + 12)
        rate = (len(watched.of(PictureSeen)) - before) / (time.monotonic() - begun)
        assert 3 < rate < 16.5


class CameraLifeContract:
    """Starting, switching and stopping, whatever is played. Subclasses give the same as above."""

    @pytest.fixture
    def make_camera(self) -> Callable[[], LiveCamera]:
        raise AssertionError("a subclass says which camera")

    @pytest.fixture
    def source(self) -> str:
        raise AssertionError("a subclass says what is played")

    @pytest.fixture
    def camera(self, make_camera: Callable[[], LiveCamera]) -> Iterator[LiveCamera]:
        camera = make_camera()
        yield camera
        camera.stop()

    def test_faces_can_be_switched_on_and_off(self, camera: LiveCamera, source: str) -> None:
        listener = Listener()
        camera.start(source, listener.tell, faces=False)
        listener.wait_for(PictureSeen, after=5)
        assert not listener.of(FaceSeen)
        assert not listener.of(NobodySeen)
        camera.watch_faces(True)
        listener.wait_for(FaceSeen)
        camera.watch_faces(False)
        listener.wait_for(PictureSeen, after=listener.count + 6)
        before = listener.count
        listener.wait_for(PictureSeen, after=before + 8)
        assert not [report for report in listener.reports[before:] if isinstance(report, FaceSeen | NobodySeen)]

    def test_after_stop_nothing_comes_until_it_is_started_again(self, camera: LiveCamera, source: str) -> None:
        listener = Listener()
        camera.start(source, listener.tell, faces=False)
        listener.wait_for(PictureSeen)
        camera.stop()
        assert_nothing_is_left()
        before = listener.count
        assert not threading.Event().wait(0.2)
        assert listener.count == before
        camera.start(source, listener.tell, faces=False)
        listener.wait_for(PictureSeen, after=before)

    def test_a_camera_that_is_not_there_is_told_once(self, camera: LiveCamera) -> None:
        listener = Listener()
        camera.start("/nowhere/at all", listener.tell, faces=True)
        assert listener.wait_for(CameraStopped).problem is Problem.CAMERA_MISSING
        assert not threading.Event().wait(0.5)
        assert listener.count == 1

    def test_stop_before_the_first_picture_is_no_trouble(self, camera: LiveCamera, source: str) -> None:
        camera.start(source, lambda report: None, faces=True)
        camera.stop()
        camera.stop()
        assert_nothing_is_left()


def far(one: Template, other: Template | None) -> bool:
    """Whether two templates are of two people."""
    return other is not None and float(sum((one - other) ** 2)) > 0.3**2


def assert_nothing_is_left() -> None:
    """No child process and no thread of a stopped camera."""
    assert not [child.name for child in multiprocessing.active_children() if child.name in ("camera", "faces")]
    assert not [thread.name for thread in threading.enumerate() if thread.name.startswith("camera")]
