"""One picture of the second screen: a face, the congress's name, the wall's language and the hall's measure."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from PySide6.QtGui import QImage

from congress_desk.domain.stage import BlackFace, Face
from congress_desk.plumbing.texts import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """least: the smallest letters, in parts of the height. picture: a photo, a still, or the clip's own."""

    face: Face
    say: Words
    title: str = ""
    rehearsal: bool = False
    least: float = 0.05
    zone: ZoneInfo
    picture: QImage = field(default_factory=QImage)


def black_scene(say: Words) -> Scene:
    return Scene(face=BlackFace(), say=say, zone=ZoneInfo("UTC"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """now: aware; blinks are made of it, so that preview and window blink together."""

    now: dt.datetime

    @property
    def lit(self) -> bool:
        """On for a second, off for a second."""
        return int(self.now.timestamp()) % 2 == 0
