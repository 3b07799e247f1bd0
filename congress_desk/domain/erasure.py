"""The end of the faces: when it is due, what was erased, and whether anything opens any more.

An erasure is two events: the act, and the check after it, which has tried every template that was there.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from congress_desk.domain.attendance import Session
from congress_desk.domain.journal import Event, EventId, Kind

ERASURE_KINDS = (Kind.FACES_ERASED, Kind.ERASURE_CHECKED)


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureCheck:
    """What was found after the act. traces: templates whose bytes are still in the file; None: not searched."""

    at: dt.datetime
    tried: int
    opened: int
    rows: int
    traces: int | None
    key_here: bool
    key_in_file: bool
    hash: str = ""

    @property
    def ok(self) -> bool:
        return not (self.opened or self.rows or self.traces or self.key_here or self.key_in_file)


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """people: who had templates. had_passphrase: older copies open with it. desks: others where the key was."""

    event: EventId
    at: dt.datetime
    by: str
    desk: str
    actor: str
    templates: int
    people: int
    desk_photos: int
    had_passphrase: bool
    desks: tuple[str, ...]
    hash: str
    check: ErasureCheck | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """The congress is over, and templates are still there. days_left: under 0 it is overdue."""

    due: dt.date
    days_left: int
    people: int


def erase_by(sessions: Sequence[Session], days: int, zone: ZoneInfo) -> dt.date | None:
    """The last day on which templates may be there; None while no session is planned."""
    ends = [session.ends for session in sessions]
    return max(ends).astimezone(zone).date() + dt.timedelta(days=days) if ends else None


def reminder(
    sessions: Sequence[Session], days: int, zone: ZoneInfo, *, people: int, now: dt.datetime
) -> Reminder | None:
    """None while the congress goes on, and when nobody's template is left."""
    due = erase_by(sessions, days, zone)
    if due is None or not people or now < max(session.ends for session in sessions):
        return None
    return Reminder(due=due, days_left=(due - now.astimezone(zone).date()).days, people=people)


def erasures_of(events: Iterable[Event]) -> tuple[Erasure, ...]:
    """All erasures, oldest first, each with its check. events: those of ERASURE_KINDS."""
    known = sorted(events, key=lambda e: (e.happened_at, e.desk, e.sequence))
    checks = {str(e.body.get("erasure", "")): e for e in known if e.kind is Kind.ERASURE_CHECKED}
    return tuple(_erasure(e, checks.get(e.id)) for e in known if e.kind is Kind.FACES_ERASED)


def _erasure(event: Event, checked: Event | None) -> Erasure:
    body = event.body
    return Erasure(
        event=event.id,
        at=event.happened_at,
        by=str(body.get("by", "")),
        desk=event.desk,
        actor=event.actor,
        templates=int(body.get("templates_erased", 0)),
        people=len(body.get("delegates", ())),
        desk_photos=int(body.get("desk_photos_erased", 0)),
        had_passphrase=bool(body.get("had_passphrase")),
        desks=tuple(str(one) for one in body.get("key_opened_at", ()) if one != event.desk),
        hash=event.hash,
        check=_check(checked) if checked is not None else None,
    )


def _check(event: Event) -> ErasureCheck:
    body = event.body
    traces = body.get("traces")
    return ErasureCheck(
        at=event.happened_at,
        tried=int(body.get("tried", 0)),
        opened=int(body.get("opened", 0)),
        rows=int(body.get("rows", 0)),
        traces=None if traces is None else int(traces),
        key_here=bool(body.get("key_here")),
        key_in_file=bool(body.get("key_in_file")),
        hash=event.hash,
    )
