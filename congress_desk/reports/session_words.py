"""How papers speak of a session: its name, its day and hours, a delegate's seat in it, the steps of a leave."""

from __future__ import annotations

import datetime as dt

from congress_desk.domain.absences import AbsenceCase
from congress_desk.domain.attendance import Session
from congress_desk.domain.delegates import Delegate
from congress_desk.domain.names import folded
from congress_desk.domain.records import Heading
from congress_desk.plumbing.sentences_absences import steps_of
from congress_desk.reports.wording import Say

_OPENING = ("khai mac", "opening", "افتتاح")


def local(heading: Heading, moment: dt.datetime) -> dt.datetime:
    """The moment in the congress's own time zone."""
    return moment.astimezone(heading.printed_at.tzinfo)


def session_sentence(say: Say, heading: Heading, session: Session) -> str:
    """Name, hours and day: "Khai mạc, 07:00 - 11:30, 22/09/2025"."""
    starts, ends = local(heading, session.starts), local(heading, session.ends)
    return say(
        "{name}, {starts} to {ends}, {date}",
        name=session.name,
        starts=say.time(starts),
        ends=say.time(ends),
        date=say.date(starts.date()),
    )


def chain_of(say: Say, heading: Heading, request: AbsenceCase) -> str:
    """Every step that was taken: who, and when."""
    steps = steps_of(say, request, lambda moment: say.date(local(heading, moment).date()))
    return ("؛ " if say.right_to_left else "; ").join(steps)


def seat_in(say: Say, delegate: Delegate, session: Session) -> str:
    """The seat of the opening plan in a session called an opening, else the usual one."""
    opening, usual = delegate.sheet.seat_opening, delegate.sheet.seat
    called = folded(session.name)
    first, second = (opening, usual) if any(word in called for word in _OPENING) else (usual, opening)
    return say.put(first or second)
