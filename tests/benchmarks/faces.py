"""What faces cost on this machine: python -m tests.benchmarks.faces

CPU milliseconds for finding and describing a face, the match against 2,000 people beside face_recognition's own
compare_faces, and how long a person waits before the live camera: from his picture on the screen to his template.
Real faces are used where the workplace has them, else drawn ones.
"""

from __future__ import annotations

import statistics
import tempfile
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from congress_desk.devices.camera.live import ChildCamera
from congress_desk.devices.faces.dlib_engine import make_engine
from congress_desk.devices.faces.engine import FacesSeen
from congress_desk.services.gallery import distances
from congress_desk.services.ports.camera import FaceSeen, LiveReport, PictureSeen
from tests.devices import drawn_face as draw

PEOPLE = 2_000
ANSWERS = 40


def main() -> None:
    begun = time.perf_counter()
    engine = make_engine()
    print(f"load of the engine                 {1000 * (time.perf_counter() - begun):8.0f} ms")
    finding_and_describing(engine)
    matching()
    frame_to_answer()


def finding_and_describing(engine: FacesSeen) -> None:
    nobody, someone = draw.frame(), draw.frame((draw.portrait(4), (400, 40)))
    for size in ((640, 480), (1280, 720)):
        found = cpu_milliseconds(partial(engine.faces, draw.pixels(nobody.resize(size))))
        print(f"finding faces, {size[0]:>4} x {size[1]}           {found:8.1f} ms CPU")
    there = draw.pixels(someone)
    whole = cpu_milliseconds(partial(engine.faces, there))
    found = cpu_milliseconds(partial(engine.faces, draw.pixels(nobody)))
    print(f"template with its mirror image     {whole - found:8.1f} ms CPU")
    print(f"one frame with one face            {whole:8.1f} ms CPU")


def matching() -> None:
    """One live template against 2,000: ours, and the library's call on the same figures."""
    lot = np.random.default_rng(1)
    gallery = lot.normal(size=(PEOPLE, 128)).astype(np.float32) * 0.1
    live = gallery[7] + lot.normal(size=128).astype(np.float32) * 0.02
    ours = cpu_milliseconds(lambda: distances(live[None], gallery)[0].argsort()[:2], rounds=500)
    print(f"match among {PEOPLE:,}                  {ours:8.3f} ms CPU")
    library = face_recognition()
    if library is not None:
        rows = [row.astype(np.float64) for row in gallery]
        theirs = cpu_milliseconds(lambda: library.compare_faces(rows, live.astype(np.float64)), rounds=100)
        print(f"face_recognition.compare_faces     {theirs:8.3f} ms CPU, {theirs / ours:.1f} times as long")


def face_recognition() -> Any:
    """The library, where it can be imported: it ends the program when setuptools is missing."""
    try:
        import face_recognition as library
    except (ImportError, SystemExit):
        return None
    return library


def frame_to_answer() -> None:
    """Milliseconds from a new person's first picture on the screen to his first template, by the real processes."""
    with tempfile.TemporaryDirectory() as folder:
        for number, photo in enumerate(people(20)):
            draw.frame((photo, ((1280 - photo.width) // 2, (720 - photo.height) // 2))).save(
                Path(folder) / f"{number:03}.png"
            )
        stopwatch = Stopwatch()
        camera = ChildCamera(hold_seconds=1.2)
        camera.start(folder, stopwatch.tell, faces=True)
        stopwatch.full.wait(300)
        camera.stop()
    waits, gaps = sorted(stopwatch.waits), sorted(stopwatch.gaps)
    print(f"frame to answer, median            {statistics.median(waits):8.0f} ms ({len(waits)} people)")
    print(
        f"frame to answer, p99               {waits[int(0.99 * (len(waits) - 1))]:8.0f} ms, slowest {waits[-1]:.0f}"
    )
    print(
        f"between two pictures, median       {statistics.median(gaps):8.0f} ms, p99 {gaps[int(0.99 * len(gaps))]:.0f}"
    )


class Stopwatch:
    """Listens to the camera: when did the picture change, when did the next template come?"""

    def __init__(self) -> None:
        self.full = threading.Event()
        self.waits: list[float] = []
        self.gaps: list[float] = []
        self._shown = b""
        self._changed_at = 0.0
        self._last_at = 0.0
        self._last_template: Any = None

    def tell(self, report: LiveReport) -> None:
        now = time.perf_counter()
        if isinstance(report, PictureSeen):
            self.gaps += [1000 * (now - self._last_at)] if self._last_at else []
            self._last_at = now
            if report.rgb != self._shown:
                self._shown, self._changed_at = report.rgb, now
        elif isinstance(report, FaceSeen) and report.template is not None and self._is_new(report.template):
            self.waits.append(1000 * (now - self._changed_at))
            if len(self.waits) == ANSWERS:
                self.full.set()

    def _is_new(self, template: Any) -> bool:
        old, self._last_template = self._last_template, template
        return old is not None and not np.allclose(old, template, atol=0.02)


def people(count: int) -> list[Image.Image]:
    real = [Image.open(path).convert("RGB").resize((500, 500)) for path in draw.REAL_FACES.glob("*/*[02468]/1.jpg")]
    return real[:count] or [draw.portrait(seed, 600) for seed in range(count)]


def cpu_milliseconds(work: Callable[[], object], rounds: int = 12) -> float:
    work()
    begun = time.process_time()
    for _ in range(rounds):
        work()
    return 1000 * (time.process_time() - begun) / rounds


if __name__ == "__main__":
    main()
