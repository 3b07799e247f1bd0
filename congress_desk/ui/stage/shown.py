"""A scene without Qt, as presenters make it and states hold it."""

from __future__ import annotations

from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from congress_desk.domain.stage import BlackFace, Face

UTC = ZoneInfo("UTC")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """picture: of the face, as JPEG. least: the smallest letters, in parts of the height. language: of the wall."""

    face: Face = field(default_factory=BlackFace)
    title: str = ""
    rehearsal: bool = False
    language: str = "vi"
    least: float = 0.05
    zone: ZoneInfo = UTC
    picture: bytes | None = field(default=None, repr=False)
