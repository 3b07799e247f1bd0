"""What invitations, name tents, seats and the attendance of the whole congress print."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from congress_desk.domain.absences import AbsenceCase
from congress_desk.domain.attendance import Attendance, Excuse, Session
from congress_desk.domain.delegates import Delegate
from congress_desk.domain.paper_options import Sheet
from congress_desk.domain.quorum import SessionStatus
from congress_desk.domain.records import Heading, Shift
from congress_desk.domain.seating import Seat, SeatPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """number: of the invitation. sessions: those that expect him, in order of time. code: of his badge."""

    delegate: Delegate
    number: str
    sessions: tuple[Session, ...]
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationRecord:
    heading: Heading
    invited: tuple[Invited, ...]
    sheet: Sheet = Sheet.A5
    shift: Shift = field(default_factory=Shift)


@dataclass(frozen=True, slots=True, kw_only=True)
class NameTentsRecord:
    heading: Heading
    people: tuple[Delegate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatingRecord:
    heading: Heading
    plan: SeatPlan
    sheet: Sheet = Sheet.A3


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatTicketsRecord:
    """tickets: in order of delegation and name."""

    heading: Heading
    plan: SeatPlan
    tickets: tuple[tuple[Delegate, Seat], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CongressLine:
    """One convened delegate in every session; None where he was not expected."""

    delegate: Delegate
    attendances: tuple[Attendance | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceLine:
    """An absence on record with its chain: who asked, who allowed it, who wrote it down and when.

    sessions: which he missed; () is the whole congress. excuse None: none was accepted. request: for leave, with all
    its steps, also one that waits or was refused.
    """

    delegate: Delegate
    sessions: tuple[Session, ...]
    excuse: Excuse | None = None
    request: AbsenceCase | None = None
    recorded_at: dt.datetime | None = None
    recorded_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplacementLine:
    official: Delegate
    alternate: Delegate
    decision: str = ""
    decided_at: dt.datetime | None = None
    reason: str = ""  # why the official is absent, where it is on record


@dataclass(frozen=True, slots=True, kw_only=True)
class CongressAttendanceRecord:
    heading: Heading
    sessions: tuple[Session, ...]
    statuses: tuple[SessionStatus, ...]  # of the sessions, in the same order
    to_come: int = 0  # sessions that have not begun; nobody is absent from them yet
    lines: tuple[CongressLine, ...]
    absences: tuple[AbsenceLine, ...] = ()
    replacements: tuple[ReplacementLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplacementsRecord:
    heading: Heading
    replacements: tuple[ReplacementLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalibrationRecord:
    """A page of rulers for one printer, shifted as it is set."""

    heading: Heading
    shift: Shift = field(default_factory=Shift)
