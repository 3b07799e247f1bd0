"""The parts of the camera that need no process: tracks of faces, codes in sight, the mailbox, the pace."""

from __future__ import annotations

import multiprocessing
import threading

import numpy as np
import pytest

from congress_desk.devices.camera import child
from congress_desk.devices.camera.mailbox import Mailbox
from congress_desk.devices.camera.replay import FolderReplay, Pace, framed
from congress_desk.devices.camera.tracking import CodesInSight, FaceTrack
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.camera import CameraStopped, CodeSeen, FaceSeen, NobodySeen, PictureSeen
from congress_desk.services.ports.faces import Face, Flaw, Picture
from tests.devices import drawn_face as draw

SIZE = (1280, 720)


def a_face(x: int = 500, *, width: int = 200, place: float | None = 0.0) -> Face:
    """A face at x; `place` is where its template lies on a line, None for a flawed face."""
    template = None if place is None else np.array([place] + [0.0] * 127, dtype=np.float32)
    flaws = (Flaw.BLURRED,) if place is None else ()
    return Face(box=(x, 200, width, width), eye_distance=90, sharpness=30, flaws=flaws, template=template)


def track_of(track: FaceTrack, faces: list[Face], now: float) -> int:
    report = track.report(faces, SIZE, now)
    assert isinstance(report, FaceSeen)
    return report.track


def test_a_face_that_stays_keeps_its_track() -> None:
    track = FaceTrack()
    numbers = {track_of(track, [a_face(500 + step * 30, place=step * 0.05)], step * 0.3) for step in range(6)}
    assert len(numbers) == 1


def test_another_face_at_the_same_place_begins_a_track() -> None:
    track = FaceTrack()
    assert track_of(track, [a_face(place=0.0)], 0.0) + 1 == track_of(track, [a_face(place=0.4)], 0.3)


def test_a_face_elsewhere_begins_a_track() -> None:
    track = FaceTrack()
    assert track_of(track, [a_face(100)], 0.0) + 1 == track_of(track, [a_face(800)], 0.3)


def test_a_flawed_face_at_the_same_place_keeps_the_track() -> None:
    track = FaceTrack()
    first = track_of(track, [a_face()], 0.0)
    assert track_of(track, [a_face(place=None)], 0.3) == first
    assert track_of(track, [a_face(place=0.1)], 0.6) == first


def test_one_missed_frame_keeps_the_track_and_a_second_alone_ends_it() -> None:
    track = FaceTrack()
    first = track_of(track, [a_face()], 0.0)
    assert track.report([], SIZE, 0.3) == NobodySeen()
    assert track_of(track, [a_face()], 0.6) == first
    assert track_of(track, [a_face()], 1.8) == first + 1


def test_only_faces_of_over_half_the_width_count_as_others() -> None:
    report = FaceTrack().report([a_face(width=200), a_face(900, width=101), a_face(50, width=100)], SIZE, 0.0)
    assert isinstance(report, FaceSeen)
    assert report.others == 1
    assert report.frame_size == SIZE


def test_a_code_is_told_again_only_after_five_seconds_out_of_sight() -> None:
    codes = CodesInSight()
    assert codes.report(["a"], 0.0) == [CodeSeen(text="a")]
    assert codes.report(["a", "b"], 4.0) == [CodeSeen(text="b")]
    assert codes.report(["a"], 8.5) == []
    assert codes.report([], 13.0) == []
    assert codes.report(["a"], 13.5) == [CodeSeen(text="a")]


def test_the_mailbox_holds_the_newest_frame_only() -> None:
    mailbox = Mailbox()
    assert mailbox.newer_than(0, wait_seconds=0) is None
    for level in (1, 2, 3):
        mailbox.put(np.full((2, 2, 3), level, dtype=np.uint8))
    newest = mailbox.newer_than(0, wait_seconds=0)
    assert newest is not None
    assert newest[1][0, 0, 0] == 3
    assert mailbox.newer_than(newest[0], wait_seconds=0) is None


def test_the_mailbox_wakes_who_waits() -> None:
    mailbox = Mailbox()
    threading.Timer(0.05, mailbox.put, [np.zeros((2, 2, 3), dtype=np.uint8)]).start()
    assert mailbox.newer_than(0, wait_seconds=5) is not None


def test_a_pace_does_not_make_up_for_lost_time() -> None:
    waits: list[float] = []
    pace = Pace(10, waits.append)
    for _ in range(3):
        pace.next()
    assert waits == pytest.approx([0.1, 0.2], abs=0.05)


def test_a_replayed_picture_is_centred_and_never_enlarged() -> None:
    frame = framed(draw.jpeg(draw.portrait(4, 400)))
    assert frame.shape == (720, 1280, 3)
    assert abs(int(frame[0, 0, 0]) - 118) < 3
    assert abs(int(frame[719, 640, 0]) - 118) < 3


def test_a_large_portrait_fits_the_frame_upright() -> None:
    lying = draw.portrait(4, 1600).rotate(90, expand=True)
    exif = lying.getexif()
    exif[0x0112] = 6
    frame = framed(draw.jpeg(lying, exif=exif))
    assert frame.shape == (720, 1280, 3)
    assert abs(int(frame[360, 300, 0]) - 118) < 3
    assert abs(int(frame[700, 640, 0]) - 118) > 3


def test_a_folder_without_pictures_cannot_be_replayed(tmp_path_factory: pytest.TempPathFactory) -> None:
    with pytest.raises(Trouble) as trouble:
        FolderReplay(tmp_path_factory.mktemp("empty"), lambda seconds: None, hold_seconds=1)
    assert trouble.value.problem is Problem.CAMERA_MISSING


class HangingSource:
    """Gives three frames, then hangs in its read like a driver whose cable was torn."""

    def __init__(self) -> None:
        self.left = 3
        self.torn = threading.Event()

    def frame(self) -> Picture | None:
        self.left -= 1
        if self.left < 0:
            self.torn.wait(20)
            return None
        return draw.pixels(draw.frame())

    def close(self) -> None:
        self.torn.set()


def test_a_camera_that_hangs_in_its_driver_is_told_as_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    source = HangingSource()
    monkeypatch.setattr(child, "open_source", lambda *_, **__: source)
    monkeypatch.setattr(child, "STALLED_SECONDS", 0.2)
    ours, theirs = multiprocessing.Pipe()
    orders = child.Orders(source="0", models="", faces=False, hold_seconds=1, retry_seconds=0.1)
    watch = child.Watch(theirs, orders)
    workers = [threading.Thread(target=work) for work in (watch.capture, watch.show)]
    for worker in workers:
        worker.start()
    told = [ours.recv()]
    while not isinstance(told[-1], CameraStopped):
        told.append(ours.recv())
    ours.close()
    watch.end()
    source.torn.set()
    for worker in workers:
        worker.join()
    theirs.close()
    assert told[-1] == CameraStopped(problem=Problem.CAMERA_LOST)
    assert isinstance(told[0], PictureSeen)
