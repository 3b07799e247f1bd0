"""What halls and cameras do to a face, seen by the real engine and, where it matters, by the camera's real child."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image, ImageDraw

from congress_desk.devices.camera.live import ChildCamera
from congress_desk.devices.camera.sight import FROZEN_SECONDS, Frozen, Lasting, shows_something
from congress_desk.devices.camera.tracking import FaceTrack
from congress_desk.devices.faces.dlib_engine import make_engine
from congress_desk.devices.faces.dlib_finder import DlibFinder
from congress_desk.devices.faces.models import model_files
from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.identification import Band
from congress_desk.domain.liveness import turned
from congress_desk.domain.refusals import Problem
from congress_desk.services.gallery import KnownFaces
from congress_desk.services.ports.camera import CameraStopped, CodeSeen, FaceSeen, NobodySeen, PictureSeen
from congress_desk.services.ports.faces import FaceEngine, Flaw, Template
from tests.contracts.camera_contract import Listener
from tests.contracts.codes_contract import qr
from tests.contracts.faces_contract import distance
from tests.devices import drawn_face as draw
from tests.devices import turned_face

See = Callable[[Image.Image], FaceSeen | NobodySeen]


@pytest.fixture(scope="module")
def engine() -> FaceEngine:
    return make_engine()


@pytest.fixture(scope="module")
def see(engine: FaceEngine) -> See:
    def seen(frame: Image.Image) -> FaceSeen | NobodySeen:
        return FaceTrack().report(engine.faces(draw.pixels(frame)), frame.size, 0.0)

    return seen


def seen_face(see: See, frame: Image.Image) -> FaceSeen:
    report = see(frame)
    assert isinstance(report, FaceSeen)
    return report


class TestOneFrame:
    def test_of_ten_people_nine_are_others(self, see: See) -> None:
        ten = [(draw.portrait(seed, 340), (seed % 5 * 256, seed // 5 * 360)) for seed in range(10)]
        assert seen_face(see, draw.frame(*ten)).others == 9

    @pytest.mark.parametrize(("height", "others"), [(200, 0), (300, 0), (480, 1)])
    def test_a_poster_behind_the_desk_is_not_who_stands_there(self, see: See, height: int, others: int) -> None:
        here = (draw.portrait(4, 660), (500, 60))
        alone = seen_face(see, draw.frame(here))
        both = seen_face(see, draw.frame((draw.portrait(7, height), (60, 30)), here))
        assert both.others == others
        assert both.template is not None
        assert distance(alone.template, both.template) < 1e-4

    def test_dark_glasses_never_make_somebody_else(self, see: See, engine: FaceEngine) -> None:
        enrolled: list[tuple[DelegateId, Template]] = []
        for seed in range(12):
            template = engine.faces(draw.pixels(draw.portrait(seed)), strict=True)[0].template
            assert template is not None
            enrolled.append((DelegateId(str(seed)), template))
        known = KnownFaces(enrolled)
        for seed in (1, 4):
            report = see(draw.frame((with_dark_glasses(draw.portrait(seed)), (400, 40))))
            live = [report.template.tolist()] if isinstance(report, FaceSeen) and report.template is not None else []
            proposal = known.propose(live, frames_needed=1)
            assert proposal.band is not Band.GREEN or proposal.candidates[0].delegate == str(seed)

    @pytest.mark.parametrize(("light", "flaws"), [(0.5, ()), (0.15, (Flaw.TOO_DARK,))])
    def test_darkness_is_told_and_gives_no_template(self, see: See, light: float, flaws: tuple[Flaw, ...]) -> None:
        report = seen_face(see, draw.lit(draw.frame((draw.portrait(4), (400, 40))), light))
        assert report.flaws == flaws
        assert (report.template is None) == bool(flaws)

    def test_in_the_dark_nobody_is_seen(self, see: See) -> None:
        assert see(draw.lit(draw.frame((draw.portrait(4), (400, 40))), 0.03)) == NobodySeen()


class TestTurnYourHead:
    @pytest.fixture(scope="class")
    @classmethod
    def finder(cls) -> DlibFinder:
        return DlibFinder(model_files().points)

    def yaws(self, engine: FaceEngine, finder: DlibFinder, angles: list[float], *, flat: bool) -> list[float]:
        person = draw.portrait(2, 480)
        eyes = finder.look(draw.pixels(person), thoroughly=True)[0].points[:2]
        heads = [turned_face.turned(person, eyes, angle, flat=flat) for angle in angles]
        frames = [draw.frame((head, (140, 0)), size=(640, 480)) for head in heads]
        return [face.yaw for frame in frames for face in engine.faces(draw.pixels(frame))]

    def test_a_turned_head_is_told_from_a_turned_picture(self, engine: FaceEngine, finder: DlibFinder) -> None:
        angles = [0.0, 2.0, 12.0, 24.0, 28.0, 15.0, 1.0]
        head = self.yaws(engine, finder, angles, flat=False)
        assert turned(head)
        assert head[4] - head[0] > 0.14
        assert not turned(self.yaws(engine, finder, [2 * angle for angle in angles], flat=True))

    def test_the_sign_says_to_which_side_of_the_picture(self, engine: FaceEngine, finder: DlibFinder) -> None:
        left, ahead, right = self.yaws(engine, finder, [-25.0, 0.0, 25.0], flat=False)
        assert left < ahead - 0.1 < ahead + 0.1 < right


class TestSight:
    @pytest.mark.parametrize("colour", [(0, 255, 0), (0, 0, 0), (255, 255, 255)])
    def test_one_colour_shows_nothing_however_noisy(self, colour: tuple[int, int, int]) -> None:
        plain = np.full((720, 1280, 3), colour, dtype=np.int16)
        noise = np.random.default_rng(1).integers(-5, 6, plain.shape)
        assert not shows_something(plain.astype(np.uint8))
        assert not shows_something(np.clip(plain + noise, 0, 255).astype(np.uint8))

    def test_an_empty_wall_and_a_face_in_the_dark_show_something(self) -> None:
        assert shows_something(draw.pixels(draw.frame()))
        assert shows_something(draw.pixels(draw.lit(draw.frame((draw.portrait(4), (400, 40))), 0.05)))

    def test_only_what_lasts_without_a_break_counts(self) -> None:
        now = [0.0]
        blind = Lasting(lambda: now[0], 2.0)
        told = []
        for moment, so in ((0.0, True), (1.9, True), (2.0, False), (2.1, True), (4.0, True), (4.2, True)):
            now[0] = moment
            told.append(blind.is_so(so))
        assert told == [False] * 5 + [True]

    def test_the_same_picture_to_the_bit_is_a_frozen_camera(self) -> None:
        now = [0.0]
        frozen = Frozen(lambda: now[0])
        picture, other = draw.pixels(draw.frame()), draw.pixels(draw.frame((draw.portrait(4), (400, 40))))
        assert not frozen.is_frozen(picture)
        for moment in (1.0, FROZEN_SECONDS):
            now[0] = moment
            assert not frozen.is_frozen(picture)
        now[0] = FROZEN_SECONDS + 1.0
        assert frozen.is_frozen(picture)
        assert not frozen.is_frozen(other)


class TestRealCamera:
    @pytest.fixture
    def camera(self) -> Iterator[ChildCamera]:
        camera = ChildCamera(hold_seconds=2.0, retry_seconds=0.2)
        yield camera
        camera.stop()

    def test_a_person_who_moves_before_a_noisy_camera_is_one_track(self, camera: ChildCamera, tmp_path: Path) -> None:
        draw.frame((draw.portrait(4), (400, 40))).save(tmp_path / "1.jpg", quality=95)
        listener = Listener()
        camera.start(f"{tmp_path}?motion", listener.tell, faces=True)
        listener.wait_for(FaceSeen, lambda _: len(templates(listener)) >= 4)
        assert {face.track for face in listener.of(FaceSeen)} == {listener.of(FaceSeen)[0].track}
        assert len({face.box for face in listener.of(FaceSeen)}) > 1
        assert max(distance(templates(listener)[0], other) for other in templates(listener)) < 0.3
        assert len({picture.rgb for picture in listener.of(PictureSeen)[:8]}) == 8

    def test_green_frames_are_a_blind_camera_until_it_sees_again(self, camera: ChildCamera, tmp_path: Path) -> None:
        green = Image.new("RGB", (1280, 720), (0, 135, 0))
        film = a_film(tmp_path / "green.avi", [(draw.frame(), 8), (green, 45)], speed=15)
        listener = Listener()
        camera.start(film, listener.tell, faces=False)
        assert listener.wait_for(CameraStopped).problem is Problem.CAMERA_BLIND
        listener.wait_for(PictureSeen, after=listener.count)
        assert len(listener.of(CameraStopped)) == 1

    def test_five_frames_a_second_are_enough(self, camera: ChildCamera, tmp_path: Path) -> None:
        person = draw.frame((draw.portrait(4), (400, 40)), (qr("1234567890128", 200), (60, 60)))
        listener = Listener()
        camera.start(a_film(tmp_path / "slow.avi", [(person, 10)], speed=5), listener.tell, faces=True)
        listener.wait_for(FaceSeen, lambda _: len(templates(listener)) >= 3)
        assert listener.wait_for(CodeSeen).text == "1234567890128"
        assert len({face.track for face in listener.of(FaceSeen)}) == 1

    def test_without_the_congress_model_cards_are_read_all_the_same(self, tmp_path: Path) -> None:
        draw.frame((qr("1234567890128"), (480, 200))).save(tmp_path / "1.jpg", quality=95)
        camera, listener = ChildCamera(models=lambda: "/nowhere/at all", retry_seconds=0.2), Listener()
        camera.start(str(tmp_path), listener.tell, faces=True)
        assert listener.wait_for(CameraStopped).problem is Problem.MODEL_MISSING
        listener.wait_for(PictureSeen, after=listener.count)
        assert listener.wait_for(CodeSeen).text == "1234567890128"
        camera.stop()
        assert len(listener.of(CameraStopped)) == 1


def templates(listener: Listener) -> list[Template]:
    return [face.template for face in listener.of(FaceSeen) if face.template is not None]


def a_film(path: Path, scenes: list[tuple[Image.Image, int]], *, speed: int) -> str:
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), speed, (1280, 720))
    for scene, frames in scenes:
        for _ in range(frames):
            writer.write(cv2.cvtColor(np.array(scene), cv2.COLOR_RGB2BGR))
    writer.release()
    return str(path)


def with_dark_glasses(person: Image.Image) -> Image.Image:
    """A dark band over the eyes, which stand at 0.45 of a drawn portrait's height."""
    worn = person.copy()
    width, height = worn.size
    ImageDraw.Draw(worn).rectangle((0.3 * width, 0.41 * height, 0.7 * width, 0.49 * height), fill=(12, 12, 14))
    return worn
