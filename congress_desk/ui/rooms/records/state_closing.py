"""What the secretariat writes for the closing papers, as the room shows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.closing_texts import ClosingTexts, TextPart


class TablePart(StrEnum):
    TARGETS = "targets"
    TASKS = "tasks"


ClosingPart = TextPart | TablePart


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingState:
    """wrong_row: of the table that was refused, from 1; 0 where nothing was, -1 for the whole of it.

    kept: how often something was kept, so that a view knows when to show it anew.
    """

    texts: ClosingTexts | None = None
    part: ClosingPart = TextPart.RESOLUTION
    wrong_row: int = 0
    kept: int = 0
