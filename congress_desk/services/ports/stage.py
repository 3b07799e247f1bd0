"""What the second screen asks of the outside: what a clip is, a symbol for an address, and other rooms' facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from congress_desk.domain.cues import Looked
from congress_desk.domain.stage import AgendaFace, Result, SpeakerFace


class ClipEyes(Protocol):
    """Looks at clips and pictures by their content."""

    def look(self, path: Path) -> Looked:
        """A fault is told in the answer. Trouble: NO_SUCH_FILE, CANNOT_READ."""
        ...

    def still(self, path: Path, target: Path) -> bool:
        """Writes the picture that stands for it as a JPEG, at most 1920 px wide; False if there is none."""
        ...


SymbolRows = Callable[[str], tuple[str, ...]]  # a QR symbol with its quiet zone, rows of "1" (dark) and "0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item of the agenda, to hang cues on."""

    id: str
    title: str
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StageSources:
    """Other rooms' facts at a moment. results: frozen ones only, the newest first."""

    agenda: Callable[[dt.datetime], AgendaFace | None] = lambda _now: None
    speaker: Callable[[dt.datetime], SpeakerFace | None] = lambda _now: None
    items: Callable[[], Sequence[Item]] = lambda: ()
    item_now: Callable[[dt.datetime], str] = lambda _now: ""
    results: Callable[[], Sequence[Result]] = lambda: ()
