"""What the room's presenter drives, without knowing Qt: the hall's window, its clip, and the pictures of a scene.

Photos and stills are read from files once and kept; a picture that cannot be read is no picture, never an error.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QRectF, QTimer
from PySide6.QtGui import QImage, QPainter

from congress_desk.domain.stage import BlackFace, ClipFace
from congress_desk.plumbing.texts import words_for
from congress_desk.ui.look import Look
from congress_desk.ui.stage.painting import draw_scene, too_small
from congress_desk.ui.stage.player import ClipPlayer
from congress_desk.ui.stage.scene import Moment, Scene
from congress_desk.ui.stage.shown import Shown
from congress_desk.ui.stage.window import StageWindow, displays

BEAT_MS = 1000
WIDEST = 1920


@dataclass(frozen=True, slots=True, kw_only=True)
class Display:
    """One display of this computer; size in px."""

    name: str
    width: int
    height: int


class StageOutput(QObject):
    """told(what): "failed" (a clip), "ended" (a clip), "gone" (the display), "closed" (the window, by hand).

    beat: called once a second, and told: both in the screen's thread.
    """

    def __init__(
        self, look: Look, parent: QObject | None = None, *, now: Callable[[], dt.datetime] | None = None
    ) -> None:
        """now: the hour to ask timers with."""
        super().__init__(parent)
        self._look, self._now = look, now
        self._window: StageWindow | None = None
        self._cue = ""
        self._shown = Shown()
        self.told: Callable[[str], None] = _nothing
        self.beat: Callable[[], None] = _nothing
        self.on_film: Callable[[Any], None] = _nothing
        self._player = ClipPlayer(on_picture=self._on_film, on_end=self._on_end, on_fail=self._on_fail, parent=self)
        self._heart = QTimer(self)
        self._heart.setInterval(BEAT_MS)
        self._heart.timeout.connect(lambda: self.beat())
        self._heart.start()

    def displays(self) -> tuple[Display, ...]:
        return tuple(Display(name=name, width=size.width(), height=size.height()) for name, size in displays())

    def open(self, display: str) -> bool:
        """The hall's window on this display ("" in a plain window); False if there is no such display."""
        if self._window is None:
            self._window = StageWindow(self._look, now=self._now)
            self._window.gone.connect(lambda: self.told("gone"))
            self._window.closed_by_hand.connect(lambda: self.told("closed"))
            self._window.surface.show_scene(scene_of(self._shown))
        return self._window.open_on(display)

    def put_away(self) -> None:
        if self._window is not None:
            self._window.put_away()

    def show(self, shown: Shown) -> None:
        """On the hall's window; a clip goes on until another face is shown."""
        self._shown = shown
        if self._cue and (not isinstance(shown.face, ClipFace) or shown.face.cue != self._cue):
            self.stop()
        if self._window is not None:
            self._window.surface.show_scene(scene_of(shown))

    def play(self, cue: str, path: Path, milliseconds: int) -> None:
        self._cue = cue
        self._player.play(path, milliseconds=milliseconds)

    def stop(self) -> None:
        self._cue = ""
        self._player.stop()
        self._on_film(QImage())

    def close(self) -> None:
        self._heart.stop()
        self._player.stop()
        if self._window is not None:
            self._window.put_away()
            self._window.deleteLater()
            self._window = None

    @property
    def window(self) -> StageWindow | None:
        return self._window

    def _on_film(self, picture: QImage) -> None:
        if self._window is not None:
            self._window.surface.show_film(picture)
        self.on_film(picture)

    def _on_end(self) -> None:
        """The last picture stays until the operator goes on."""
        self.told("ended")

    def _on_fail(self) -> None:
        self._on_film(QImage())
        self.told("failed")


def scene_of(shown: Shown) -> Scene:
    return Scene(
        face=shown.face,
        say=words_for(shown.language),
        title=shown.title,
        rehearsal=shown.rehearsal,
        least=shown.least,
        zone=shown.zone,
        picture=_image(shown.picture) if shown.picture else QImage(),
    )


def letters_too_small(shown: Shown, shape: tuple[int, int]) -> bool:
    """Would the last row miss something of it, on a screen of this shape?"""
    if isinstance(shown.face, ClipFace | BlackFace):
        return False
    canvas = QImage(1, 1, QImage.Format.Format_RGB32)
    painter = QPainter(canvas)
    width, height = shape
    scene, moment = scene_of(shown), Moment(now=dt.datetime.now(dt.UTC))
    letters = draw_scene(painter, QRectF(0, 0, width, height), scene, moment)
    painter.end()
    return too_small(letters, shown.least)


@lru_cache(maxsize=16)
def _image(jpeg: bytes) -> QImage:
    found = QImage.fromData(jpeg)
    return found.scaledToWidth(WIDEST) if found.width() > WIDEST else found


def _nothing(*_given: Any) -> None:
    """Until somebody listens."""
