"""What the command line is handed by bootstrap: ways to a desk, and nothing that is behind them."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeAlias
from zoneinfo import ZoneInfo

from congress_desk.domain.journal import Event
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.plumbing.texts import Words
from congress_desk.services.desk import Desk
from congress_desk.services.face_trial_library import PlainEncode
from congress_desk.services.ports.faces import FaceEngine
from congress_desk.services.ports.portal import Certificate

DONE, TROUBLE, REFUSED = 0, 1, 2


class CreateDesk(Protocol):
    def __call__(
        self, path: Path, *, title: str, convening_body: str, opens: dt.date, place: str
    ) -> AbstractContextManager[Desk]: ...


class MakeFaceEngine(Protocol):
    def __call__(self, folder: Path | None = None) -> FaceEngine: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """make_face_engine(): the program's own; make_face_engine(folder): of supplied models."""

    open_desk: Callable[[Path], AbstractContextManager[Desk]]
    create_desk: CreateDesk
    create_rehearsal: Callable[[Path], AbstractContextManager[Desk]]
    make_face_engine: MakeFaceEngine
    make_plain_library: Callable[[], PlainEncode | None]  # None: it is not installed
    serve_portal: Callable[[Path, str, int, Certificate | None], int]  # until its standard input ends; exit status


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

    def moment(self, text: str, field: str) -> dt.datetime:
        """ISO time; without an offset it is the congress's local time. Refusal: BAD_VALUE."""
        try:
            parsed = dt.datetime.fromisoformat(text)
            aware = parsed if parsed.tzinfo else parsed.replace(tzinfo=self.zone)
            aware.astimezone(dt.UTC)
        except (ValueError, OverflowError) as error:
            raise Refusal(Reason.BAD_VALUE, field=field, value=text) from error
        return aware

    def today(self) -> dt.date:
        """By the desk's clock, where the congress is."""
        return self.desk.congress.heading().printed_at.date()

    def local(self, moment: dt.datetime) -> dt.datetime:
        return moment.astimezone(self.zone)

    def iso(self, moment: dt.datetime | None) -> str | None:
        return moment.astimezone(self.zone).isoformat(timespec="seconds") if moment else None


def happened(event: Event, told: str, at: Counter) -> str:
    """A line of the journal: when, where, by whom, what."""
    return f"{at.local(event.happened_at):%d/%m/%Y %H:%M} · {event.desk} · {event.actor} · {told}"


Act: TypeAlias = Callable[[argparse.Namespace, Counter], Answer]
DoorsAct: TypeAlias = Callable[[argparse.Namespace, Doors, Words], Answer]


def bytes_of(path: Path) -> bytes:
    """Trouble: NO_SUCH_FILE, CANNOT_READ."""
    if not path.is_file():
        raise Trouble(Problem.NO_SUCH_FILE, path=str(path))
    try:
        return path.read_bytes()
    except OSError as error:
        raise Trouble(Problem.CANNOT_READ, path=str(path)) from error
