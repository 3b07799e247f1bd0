"""What the first page shows: the files opened last, and what is being opened."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from congress_desk.domain.refusals import Problem, Refusal, Trouble


class Opening(StrEnum):
    NOTHING = ""
    FILE = "file"
    NEW = "new"
    REHEARSAL = "rehearsal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recent:
    path: Path
    there: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstRunState:
    """failure: why the last try did not open anything."""

    recent: tuple[Recent, ...] = ()
    opening: Opening = Opening.NOTHING
    failure: Refusal | Trouble | None = None


_FOLDER = Path("/home/thuky/Đại hội")

EMPTY = FirstRunState()
RECENT = FirstRunState(
    recent=(
        Recent(path=_FOLDER / "Đại hội tỉnh lần thứ I.congress"),
        Recent(path=_FOLDER / "Đại hội xã Đại Từ.congress", there=False),
    )
)
BUSY = FirstRunState(recent=RECENT.recent, opening=Opening.REHEARSAL)
OPEN_ELSEWHERE = FirstRunState(
    recent=RECENT.recent,
    failure=Trouble(Problem.OPEN_ELSEWHERE, path=str(RECENT.recent[0].path)),
)

SAMPLES = {"EMPTY": EMPTY, "RECENT": RECENT, "BUSY": BUSY, "OPEN_ELSEWHERE": OPEN_ELSEWHERE}
