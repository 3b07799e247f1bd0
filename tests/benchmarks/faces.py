"""What faces cost on this machine: python -m tests.benchmarks.faces

CPU milliseconds for finding and describing a face, beside dlib's own network; the decision among 2,000 people beside
face_recognition's compare_faces; all of it from a frame to a proposal on one core; how long a person waits before
the live camera, by the real processes; and whether the window is ever blocked meanwhile (faces_window.py; --window
measures that alone). Real faces are used where the workplace has them, else drawn ones.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from congress_desk.devices.camera.live import ChildCamera
from congress_desk.devices.camera.replay import FolderReplay
from congress_desk.devices.camera.shaken import Shaken
from congress_desk.devices.faces.dlib_engine import make_engine
from congress_desk.devices.faces.engine import PairedEngine
from congress_desk.devices.faces.models import model_files
from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.identification import FRAMES_AGREEING
from congress_desk.services.gallery import KnownFaces
from congress_desk.services.ports.camera import FaceSeen, LiveReport, PictureSeen
from congress_desk.services.ports.faces import Picture
from tests.devices import drawn_face as draw

PEOPLE = 2_000
SHOWN_PEOPLE = 20
ROUNDS = 2  # each of them before the camera
HOLD_SECONDS = 1.6
WINDOW_PEOPLE = 10
LONGEST_MS = 50.0


def main() -> None:
    if "--window" not in sys.argv:
        of_the_engine()
    longest = in_the_window()
    sys.exit(1 if longest > LONGEST_MS else 0)


def of_the_engine() -> None:
    begun = time.perf_counter()
    engine = make_engine()
    tell("load of the engine", 1000 * (time.perf_counter() - begun), "ms")
    finding_and_describing(engine)
    known = matching()
    with tempfile.TemporaryDirectory() as folder:
        for number, photo in enumerate(people(SHOWN_PEOPLE)):
            place = ((1280 - photo.width) // 2, (720 - photo.height) // 2)
            draw.frame((photo, place)).save(Path(folder) / f"{number:03}.png")
        frame_to_proposal(engine, known, Path(folder))
        before_the_camera(known, folder)


def finding_and_describing(engine: PairedEngine) -> None:
    nobody, someone = draw.frame(), draw.frame((draw.portrait(4), (400, 40)))
    for size in ((640, 480), (1280, 720)):
        found = cpu_milliseconds(partial(engine.faces, draw.pixels(nobody.resize(size))))
        tell(f"finding faces, {size[0]} x {size[1]}", found, "ms CPU")
    whole = cpu_milliseconds(partial(engine.faces, draw.pixels(someone)))
    ours = whole - cpu_milliseconds(partial(engine.faces, draw.pixels(nobody)))
    tell("template with its mirror image", ours, "ms CPU")
    theirs = dlibs_own_network()
    tell("the same by dlib itself", theirs, f"ms CPU, {theirs / ours:.1f} times as long")


def dlibs_own_network() -> float:
    import dlib

    network = dlib.face_recognition_model_v1(str(model_files().network))
    chip = draw.pixels(draw.portrait(4).resize((150, 150)))
    mirrored = np.ascontiguousarray(chip[:, ::-1])
    return cpu_milliseconds(lambda: [network.compute_face_descriptor(one) for one in (chip, mirrored)], rounds=6)


def matching() -> KnownFaces:
    """Three live templates against 2,000 people, thresholds and all; and the library's call on one of them."""
    lot = np.random.default_rng(1)
    gallery = lot.normal(size=(PEOPLE, 128)).astype(np.float32) * 0.06
    known = KnownFaces([(DelegateId(str(number)), row) for number, row in enumerate(gallery)])
    live = (gallery[7] + lot.normal(size=(FRAMES_AGREEING, 128)).astype(np.float32) * 0.01).tolist()
    ours = cpu_milliseconds(lambda: known.propose(live), rounds=200)
    tell(f"decision among {PEOPLE:,}", ours, "ms CPU (three live templates)")
    library = face_recognition()
    if library is not None:
        rows, one = [row.astype(np.float64) for row in gallery], np.array(live[0])
        theirs = cpu_milliseconds(lambda: library.compare_faces(rows, one), rounds=200)
        tell("face_recognition.compare_faces", theirs, "ms CPU (one live template, no decision)")
    return known


def face_recognition() -> Any:
    """The library, where it can be imported: it ends the program when setuptools is missing."""
    try:
        import face_recognition as library
    except (ImportError, SystemExit):
        return None
    return library


def frame_to_proposal(engine: PairedEngine, known: KnownFaces, folder: Path) -> None:
    """Find, judge, describe and decide for each frame of people who move: CPU of one core."""
    film = Shaken(FolderReplay(folder, lambda _: None, hold_seconds=2 / 15))
    took = []
    for _ in range(2 * SHOWN_PEOPLE):
        frame = film.frame()
        assert frame is not None
        begun = time.process_time()
        proposed(engine, known, frame)
        took.append(1000 * (time.process_time() - begun))
    tell("frame to proposal, median", statistics.median(took), f"ms CPU, slowest {max(took):.0f}")


def proposed(engine: PairedEngine, known: KnownFaces, frame: Picture) -> None:
    faces = engine.faces(frame)
    if faces and faces[0].template is not None:
        known.propose([faces[0].template.tolist()], frames_needed=1)


def before_the_camera(known: KnownFaces, folder: str) -> None:
    """From a new person's first picture on the screen, by the real processes."""
    stopwatch = Stopwatch(known)
    camera = ChildCamera(hold_seconds=HOLD_SECONDS)
    camera.start(folder, stopwatch.tell, faces=True)
    stopwatch.full.wait(300)
    camera.stop()
    tell_spread("person to first template", stopwatch.first)
    tell_spread(f"person to proposal of {FRAMES_AGREEING} frames", stopwatch.proposals)
    tell_spread("between two pictures", stopwatch.gaps)


def in_the_window() -> float:
    """The longest turn of the window's thread, in ms of its own work."""
    from tests.benchmarks.faces_window import measure

    with tempfile.TemporaryDirectory() as name:
        shown, folder = Path(name) / "film", Path(name) / "desk"
        shown.mkdir()
        folder.mkdir()
        photos = people(WINDOW_PEOPLE)
        for number, photo in enumerate(photos):
            draw.frame((photo, ((1280 - photo.width) // 2, (720 - photo.height) // 2))).save(
                shown / f"{number:03}.png"
            )
        found = measure(folder, photos, str(shown))
    late, worked = sorted(found.late), sorted(found.worked)
    p99 = int(0.99 * (len(late) - 1))
    tell("the window late, most", late[-1], f"ms, p99 {late[p99]:.0f} ({len(late)} turns)")
    told = f"ms, p99 {worked[p99]:.0f}; {found.by_face} faces confirmed, {found.scanned} cards read meanwhile"
    tell("the window's thread worked, most", worked[-1], told)
    return worked[-1]


class Stopwatch:
    """Listens to the camera: when did the picture change, when did the next person's templates come?"""

    def __init__(self, known: KnownFaces) -> None:
        self.full = threading.Event()
        self.first: list[float] = []
        self.proposals: list[float] = []
        self.gaps: list[float] = []
        self._known = known
        self._shown = b""
        self._changed_at = 0.0
        self._last_at = 0.0
        self._track = -1
        self._templates: list[list[float]] = []

    def tell(self, report: LiveReport) -> None:
        now = time.perf_counter()
        if isinstance(report, PictureSeen):
            self.gaps += [1000 * (now - self._last_at)] if self._last_at else []
            self._last_at = now
            if report.rgb != self._shown:
                self._shown, self._changed_at = report.rgb, now
        elif isinstance(report, FaceSeen) and report.template is not None:
            self._see(report, now)

    def _see(self, face: FaceSeen, now: float) -> None:
        if face.track != self._track:
            self._track, self._templates = face.track, []
        assert face.template is not None
        self._templates.append(face.template.tolist())
        if len(self._templates) == 1:
            self.first.append(1000 * (now - self._changed_at))
        elif len(self._templates) == FRAMES_AGREEING:
            self._known.propose(self._templates)
            self.proposals.append(1000 * (time.perf_counter() - self._changed_at))
            if len(self.proposals) == ROUNDS * SHOWN_PEOPLE:
                self.full.set()


def people(count: int) -> list[Image.Image]:
    real = [Image.open(path).convert("RGB").resize((500, 500)) for path in draw.REAL_FACES.glob("*/*[02468]/1.jpg")]
    return real[:count] or [draw.portrait(seed, 600) for seed in range(count)]


def cpu_milliseconds(work: Callable[[], object], rounds: int = 12) -> float:
    work()
    begun = time.process_time()
    for _ in range(rounds):
        work()
    return 1000 * (time.process_time() - begun) / rounds


def tell(what: str, figure: float, unit: str) -> None:
    print(f"{what:<34} {figure:9.2f} {unit}", flush=True)


def tell_spread(what: str, figures: Sequence[float]) -> None:
    ordered = sorted(figures)
    late = ordered[int(0.99 * (len(ordered) - 1))]
    tell(f"{what}, median", statistics.median(ordered), f"ms, p99 {late:.0f} ({len(ordered)} times)")


if __name__ == "__main__":
    main()
