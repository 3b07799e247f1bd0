"""The camera's own process: captures, shows, reads codes, has faces looked for, and tells the desk through a pipe.

Three threads meet at the mailbox, so that a slow look never holds up the camera; dlib itself runs one process
further (faces/apart.py), started when faces are first asked for. Frames stay in memory. All ends when the pipe
does, whatever happened to the desk.
"""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection

from congress_desk.devices.camera.mailbox import Mailbox
from congress_desk.devices.camera.replay import Pace
from congress_desk.devices.camera.sight import BLIND_SECONDS, Lasting, shows_something
from congress_desk.devices.camera.sources import FrameSource, open_source
from congress_desk.devices.camera.tracking import CodesInSight, FaceTrack
from congress_desk.devices.cards.zxing import QR_ONLY, ZxingCodeReader
from congress_desk.devices.faces.apart import EngineDied, FacesApart
from congress_desk.devices.opencv import opencv
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.camera import CameraStopped, LiveReport, PictureSeen
from congress_desk.services.ports.faces import Picture

PICTURES_PER_SECOND = 15
WIDEST_PICTURE = 960  # px of the picture for the screen
ALL_CODES_PER_SECOND = 2
FACES_PER_SECOND = 4
STALLED_SECONDS = 3.0  # a camera that gives nothing for so long is lost
LAST_WORDS_SECONDS = 0.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Orders:
    """What the desk tells the child at its start. models: where the face models are (faces/shelf.py)."""

    source: str
    models: str
    faces: bool
    hold_seconds: float
    retry_seconds: float


FACES_ON, FACES_OFF, STOP = "faces on", "faces off", "stop"


def run_camera(link: Connection, orders: Orders) -> None:
    """The child's whole life; the target of multiprocessing's spawn."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is for the desk
    opencv()  # before there are threads that spawn
    watch = Watch(link, orders)
    threading.Thread(target=watch.obey, name="orders", daemon=True).start()
    workers = [threading.Thread(target=work, name=work.__name__) for work in (watch.capture, watch.recognise)]
    for worker in workers:
        worker.start()
    watch.show()
    for worker in workers:
        worker.join()


class Watch:
    """What the child's threads do; each public act is one thread's whole life, but for end()."""

    def __init__(self, link: Connection, orders: Orders) -> None:
        self._link = link
        self._orders = orders
        self._sending = threading.Lock()
        self._ending = threading.Event()
        self._mailbox = Mailbox()
        self._outage = _Outage(self._tell)
        self._faces = FacesApart(models=orders.models)
        self._faces_wanted = threading.Event()
        if orders.faces:
            self._faces_wanted.set()

    def obey(self) -> None:
        """Listens to the desk; its silence for ever (EOF) is the order to end."""
        with contextlib.suppress(EOFError, OSError):
            while (order := self._link.recv()) != STOP:
                if order == FACES_ON:
                    self._faces_wanted.set()
                else:
                    self._faces_wanted.clear()
        self.end()
        threading.Event().wait(LAST_WORDS_SECONDS)
        os._exit(0)  # a driver that hangs in a read must not keep the camera busy

    def end(self) -> None:
        """Lets every thread come to its end."""
        self._ending.set()
        self._mailbox.close()
        self._faces.close()

    def capture(self) -> None:
        while not self._ending.is_set():
            try:
                source = open_source(self._orders.source, self._ending.wait, hold_seconds=self._orders.hold_seconds)
            except Trouble as trouble:
                self._outage.begin(trouble.problem)
            else:
                had_frames = self._play(source)
                self._outage.begin(Problem.CAMERA_LOST if had_frames else Problem.CAMERA_MISSING)
            self._ending.wait(self._orders.retry_seconds)

    def show(self) -> None:
        """Pictures for the screen, and the codes in them."""
        pace = Pace(PICTURES_PER_SECOND, self._ending.wait)
        codes = _Codes()
        number = 0
        while not self._ending.is_set():
            newest = self._mailbox.newer_than(number, wait_seconds=STALLED_SECONDS)
            if newest is None:
                self._outage.begin(Problem.CAMERA_LOST if number else Problem.CAMERA_MISSING)
                continue
            number, frame = newest
            self._tell(_picture(frame))
            for report in codes.look(frame):
                self._tell(report)
            pace.next()

    def recognise(self) -> None:
        pace = Pace(FACES_PER_SECOND, self._ending.wait)
        track = FaceTrack()
        number = 0
        while not self._ending.is_set():
            if not self._faces_wanted.wait(0.2):
                track.begin_anew()
                continue
            newest = self._mailbox.newer_than(number, wait_seconds=0.2)
            if newest is not None:
                number, frame = newest
                self._look(frame, track)
            pace.next()

    def _look(self, frame: Picture, track: FaceTrack) -> None:
        """Has the faces of one frame looked for and tells the result."""
        try:
            faces = self._faces.faces(frame)
        except EngineDied:
            self._ending.wait(self._orders.retry_seconds)
        except Trouble as trouble:
            self._faces_wanted.clear()
            self._tell(CameraStopped(problem=trouble.problem))
        else:
            report = track.report(faces, (frame.shape[1], frame.shape[0]), time.monotonic())
            if self._faces_wanted.is_set():
                self._tell(report)

    def _play(self, source: FrameSource) -> bool:
        """Plays the source until it is gone or shows nothing but one colour; whether it ever gave a frame."""
        had_frames = False
        blind = Lasting(time.monotonic, BLIND_SECONDS)
        with contextlib.closing(source):
            while not self._ending.is_set():
                frame = source.frame()
                if frame is None:
                    break
                had_frames = True
                sees = shows_something(frame)
                if blind.is_so(not sees):
                    self._outage.begin(Problem.CAMERA_BLIND)
                    break
                if sees:
                    self._outage.end()
                if not self._outage.is_on:
                    self._mailbox.put(frame)
        return had_frames

    def _tell(self, report: LiveReport) -> None:
        with self._sending:
            if self._ending.is_set():
                return
            try:
                self._link.send(report)
            except OSError:  # the desk is gone
                self._ending.set()


class _Outage:
    """Tells once that the camera stopped, however often it is tried again."""

    def __init__(self, tell: Callable[[LiveReport], None]) -> None:
        self._tell = tell
        self._lock = threading.Lock()
        self._on = False

    @property
    def is_on(self) -> bool:
        return self._on

    def begin(self, problem: Problem) -> None:
        with self._lock:
            fresh, self._on = not self._on, True
        if fresh:
            self._tell(CameraStopped(problem=problem))

    def end(self) -> None:
        with self._lock:
            self._on = False


class _Codes:
    """QR in every picture, the costlier kinds twice a second."""

    def __init__(self) -> None:
        self._quick, self._all = ZxingCodeReader(QR_ONLY), ZxingCodeReader()
        self._all_due = 0.0
        self._in_sight = CodesInSight()

    def look(self, frame: Picture) -> list[LiveReport]:
        now = time.monotonic()
        reader = self._quick
        if now >= self._all_due:
            reader, self._all_due = self._all, now + 1 / ALL_CODES_PER_SECOND
        return list(self._in_sight.report(reader.codes(frame), now))


def _picture(frame: Picture) -> PictureSeen:
    height, width = frame.shape[:2]
    if width > WIDEST_PICTURE:
        cv2 = opencv()
        height, width = round(height * WIDEST_PICTURE / width), WIDEST_PICTURE
        frame = cv2.resize(frame, (width, height), interpolation=cv2.INTER_AREA)
    return PictureSeen(width=width, height=height, rgb=frame.tobytes())
