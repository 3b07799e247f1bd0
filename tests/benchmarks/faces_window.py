"""Is the desk's window ever blocked while faces are looked for? The real window, offscreen, before the real camera.

The camera plays people who move, by its own processes; the engine finds and describes them; the congress has them
enrolled among others, and an operator confirms each by a key, while a scanner reads somebody else's card every
now and then. A timer of 10 ms tells how late the window comes to it; beside it stands what the window's thread itself
worked meanwhile, for on a busy machine a window is late though it does nothing.
"""

from __future__ import annotations

import io
import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PIL import Image
from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from congress_desk.devices.camera.live import ChildCamera
from congress_desk.domain.journal import EventId, Kind
from congress_desk.plumbing.consent_text import TEXT_VERSION
from congress_desk.plumbing.settings import SettingsFile
from congress_desk.services.gallery import about_template
from congress_desk.services.ports.store import SealedTemplate
from congress_desk.ui.main_window import MainWindow
from congress_desk.ui.room_list import ROOMS
from congress_desk.ui.rooms.checkin.state import Stand
from tests.builders import Hall, a_hall
from tests.ui.builders import a_desk

PEOPLE = 445
EVERY_MS, KEY_MS, SCAN_MS = 10, 120, 1700
WARM_SECONDS, HOLD_SECONDS = 4.0, 3.0


class Blocked(QObject):
    """late: ms that each turn of the window came too late; worked: ms of CPU that its thread used in that turn."""

    def __init__(self, window: MainWindow, hall: Hall, first_card: int) -> None:
        super().__init__(window)
        self.late: list[float] = []
        self.worked: list[float] = []
        self.counts, self.by_face, self.scanned = False, 0, 0
        self._room: Any = window.presenter("checkin")
        self._hall, self._card = hall, first_card
        self._last, self._last_cpu = time.perf_counter(), time.thread_time()
        for milliseconds, act in ((EVERY_MS, self._tick), (KEY_MS, self._press), (SCAN_MS, self._scan)):
            timer = QTimer(self)
            timer.setTimerType(Qt.TimerType.PreciseTimer)
            timer.timeout.connect(act)
            timer.start(milliseconds)

    def _tick(self) -> None:
        now, cpu = time.perf_counter(), time.thread_time()
        if self.counts:
            self.late.append(max(0.0, 1000 * (now - self._last) - EVERY_MS))
            self.worked.append(1000 * (cpu - self._last_cpu))
        self._last, self._last_cpu = now, cpu

    def _press(self) -> None:
        stand = self._room.state.answer.stand
        if stand is Stand.FACE_SURE:
            self.by_face += self._room.take_key("\r")
        elif stand is Stand.FACE_UNSURE:
            self._room.take_key("1")

    def _scan(self) -> None:
        if not self._room.state.answer.stand.asks:
            self._room.on_code(self._hall.badge(self._card % PEOPLE))
            self._card, self.scanned = self._card + 1, self.scanned + 1


def measure(folder: Path, photos: Sequence[Image.Image], film: str) -> Blocked:
    """photos: of the first delegates, who are those of the film."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    os.environ["CONGRESS_DESK_CONFIG_DIR"] = str(folder / "config")
    hall = a_hall(folder, PEOPLE)
    _enrol(hall, photos)
    settings = SettingsFile(folder / "desk.json")
    settings.change(sound_volume=0, faces_on=True, camera=f"{film}?motion")
    window = MainWindow(
        a_desk(hall), settings, make_camera=lambda: ChildCamera(hold_seconds=HOLD_SECONDS), rooms=ROOMS
    )
    window.resize(1366, 768)
    window.show_room("checkin")
    window.show()
    blocked = Blocked(window, hall, len(photos))
    _turn(WARM_SECONDS)
    blocked.counts = True
    _turn(HOLD_SECONDS * len(photos))
    blocked.counts = False
    window.close()
    hall.store.close()
    return blocked


def _enrol(hall: Hall, photos: Sequence[Image.Image]) -> None:
    """Those of the film by their photos, all others by invented templates, as a whole congress is."""
    for person, photo in zip(hall.people, photos, strict=False):
        raw = io.BytesIO()
        photo.save(raw, "JPEG", quality=92)
        hall.registry.set_photo(person.id, raw.getvalue())
    hall.faces.consent([person.id for person in hall.people], text_version=TEXT_VERSION, by="Lan")
    hall.faces.enrol(hall.face_models.engine)
    lot = np.random.default_rng(5)
    model = hall.face_models.card().model_hash
    invented = []
    for person in hall.people[len(photos) :]:
        empty = SealedTemplate(id=EventId(f"t{person.id}"), delegate=person.id, model_hash=model, sealed=b"")
        plain = lot.normal(0, 0.06, 128).astype(np.float32).tobytes()
        sealed = hall.vault.seal(plain, about_template(empty))
        invented.append(SealedTemplate(id=empty.id, delegate=person.id, model_hash=model, sealed=sealed))
    with hall.floor.act() as act:
        act.work.templates.put(invented)
        act.write(
            Kind.FACES_ENROLLED, body={"delegates": [t.delegate for t in invented], "key_id": hall.vault.key_id()}
        )


def _turn(seconds: float) -> None:
    """The window's own loop, for a while; the program's quit would close the window."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()
