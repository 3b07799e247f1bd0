"""What the command line is handed by bootstrap: ways to a desk, and nothing that is behind them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from congress_desk.plumbing.texts import Words
from congress_desk.services.desk import Desk

DONE, TROUBLE, REFUSED = 0, 1, 2


class CreateDesk(Protocol):
    def __call__(
        self, path: Path, *, title: str, convening_body: str, opens: dt.date, place: str
    ) -> AbstractContextManager[Desk]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    open_desk: Callable[[Path], AbstractContextManager[Desk]]
    create_desk: CreateDesk
    create_rehearsal: Callable[[Path], AbstractContextManager[Desk]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a command says: `json` for programs, `lines` for people, and the exit status."""

    json: Any
    lines: list[str] = field(default_factory=list)
    status: int = DONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Counter:
    """Where a command stands: the desk, the words, the congress's clock face."""

    desk: Desk
    say: Words
    zone: ZoneInfo

    def moment(self, text: str) -> dt.datetime:
        """ISO time; without an offset it is the congress's local time. ValueError."""
        parsed = dt.datetime.fromisoformat(text)
        return parsed if parsed.tzinfo else parsed.replace(tzinfo=self.zone)

    def local(self, moment: dt.datetime) -> dt.datetime:
        return moment.astimezone(self.zone)

    def iso(self, moment: dt.datetime | None) -> str | None:
        return moment.astimezone(self.zone).isoformat(timespec="seconds") if moment else None
