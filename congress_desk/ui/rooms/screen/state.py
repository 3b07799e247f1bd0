"""What the operator of the second screen sees: on air, next, the cues of an item, and how the wall is set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from zoneinfo import ZoneInfo

from congress_desk.domain.cues import Cue
from congress_desk.domain.refusals import Refusal, Trouble
from congress_desk.domain.stage import Choice, ClipFace, FaceKind, Result, StageSettings
from congress_desk.services.ports.stage import Item
from congress_desk.ui.stage.shown import Shown

UTC = ZoneInfo("UTC")
CLOSED = ""  # as display: the window of the hall is shut
IN_A_WINDOW = "window"


class Fact(StrEnum):
    """What the operator alone is told."""

    CLIP_FAILED = "clip_failed"
    CLIP_ENDED = "clip_ended"
    DISPLAY_GONE = "display_gone"
    WINDOW_CLOSED = "window_closed"
    CUE_ADDED = "cue_added"
    CHECKED_SOUND = "checked_sound"
    CHECKED_FAULTY = "checked_faulty"
    LINK_MADE = "link_made"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    number: int
    fact: Fact | None = None
    places: Mapping[str, object] = field(default_factory=dict)
    error: Refusal | Trouble | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisplayShown:
    """One display of this computer; px."""

    name: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenState:
    """air: what the hall sees. next: what a take would show. display: where, CLOSED or IN_A_WINDOW too.

    documents: those that may go out by QR, as (id, title). busy: a file is copied or looked at.
    """

    air: Shown | None = None
    air_kind: FaceKind | None = None
    black: bool = False
    next_choice: Choice | None = None
    next: Shown | None = None
    settings: StageSettings = field(default_factory=StageSettings)
    displays: tuple[DisplayShown, ...] = ()
    display: str = CLOSED
    documents: tuple[tuple[str, str], ...] = ()
    results: tuple[Result, ...] = ()
    items: tuple[Item, ...] = ()
    item: str = ""
    cues: tuple[Cue, ...] = ()
    busy: bool = False
    told: Told | None = None
    zone: ZoneInfo = UTC

    @property
    def shape(self) -> tuple[int, int]:
        """Of the drawing, as on the display that shows it."""
        found = next((d for d in self.displays if d.name == self.display), None)
        return (found.width, found.height) if found else (16, 9)

    @property
    def cue_on_air(self) -> str:
        return self.air.face.cue if self.air is not None and isinstance(self.air.face, ClipFace) else ""

    @property
    def cue_next(self) -> str:
        chosen = self.next_choice
        return chosen.about if chosen is not None and chosen.kind is FaceKind.CLIP else ""
