"""What a printed record says, before it is paper: plain values folded from the journal.

reports/ turns these into PDF and computes nothing; every figure here was counted from events.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from congress_desk.domain.absences import AbsenceCase
from congress_desk.domain.attendance import Attendance, Session
from congress_desk.domain.charts import AttendanceChart
from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.journal import SessionId
from congress_desk.domain.quorum import SessionStatus
from congress_desk.domain.record_marks import RecordMark


class Form(StrEnum):
    """The forms that can be printed; the values are the words of the command line."""

    DELEGATES = "delegates"
    ROLL = "roll"
    ATTENDANCE = "attendance"
    BADGES = "badges"
    CONSENT_FORM = "consent-form"
    CONSENT_LIST = "consent-list"
    CONSENT_REGISTER = "consent-register"
    IMPACT = "impact"
    ERASURE = "erasure"
    INVITATION = "invitation"
    NAME_TENTS = "name-tents"
    SEATING = "seating"
    SEAT_TICKETS = "seat-tickets"
    CONGRESS_ATTENDANCE = "congress-attendance"
    REPLACEMENTS = "replacements"
    CREDENTIALS = "credentials"
    CALIBRATION = "calibration"
    MINUTES = "minutes"
    RESOLUTION = "resolution"
    ACTION_PROGRAMME = "action-programme"
    CHARTS = "charts"
    PROGRAMME = "programme"
    PRESENTATIONS = "presentations"
    VOTE_RECORD = "vote-record"
    COUNT_RECORD = "count-record"
    ENTRY_LOG = "entry-log"
    SEAL_LABEL = "seal-label"
    HAND_OVER = "ballot-hand-over"
    RESULT_SLIDE = "result-slide"
    DOCUMENTS = "documents"
    COPIES = "copies"
    OPINIONS = "opinions"
    READING = "reading"


NEEDS_SESSION = frozenset({Form.ROLL, Form.ATTENDANCE})
NEEDS_ROUND = frozenset(
    {Form.COUNT_RECORD, Form.ENTRY_LOG, Form.SEAL_LABEL, Form.HAND_OVER, Form.RESULT_SLIDE}
)  # of an election, named as the subject
OF_A_DOCUMENT = frozenset({Form.COPIES, Form.OPINIONS, Form.READING})  # of one, named as the subject, or of all
NOT_SEALED = frozenset(
    {
        Form.BADGES,
        Form.INVITATION,
        Form.NAME_TENTS,
        Form.SEAT_TICKETS,
        Form.CONSENT_FORM,
        Form.CONSENT_LIST,
        Form.CALIBRATION,
        Form.SEAL_LABEL,
        Form.RESULT_SLIDE,
        Form.READING,
    }
)  # tools of the day and blank forms: printed, and no record of anything


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a record shall be about. only: these delegates alone. subject: the id of a round, a vote, a document.

    options: how it shall look, by name (domain/paper_options.py).
    """

    session: SessionId | None = None
    only: Collection[DelegateId] | None = None
    subject: str = ""
    options: Mapping[str, str] = field(default_factory=dict)

    @property
    def the_session(self) -> SessionId:
        """Of a form that needs one."""
        assert self.session is not None
        return self.session


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What stands at the head of every paper of this congress (domain.md 6.1)."""

    title: str  # "Đại hội đại biểu Đảng bộ tỉnh … lần thứ I, nhiệm kỳ 2025 - 2030"
    convening_body: str  # "Tỉnh ủy Thái Nguyên"
    opens: dt.date
    place: str = ""
    rehearsal: bool = False
    printed_at: dt.datetime  # aware, in the congress's own time zone
    mark: RecordMark | None = None  # carried by the symbol at the foot of every page


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegateListRecord:
    """All delegates, sorted by delegation and name, and once more in ABC order."""

    heading: Heading
    delegates: tuple[Delegate, ...]  # in order of delegation, then name
    alphabetical: tuple[Delegate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RollRecord:
    """The paper roll of one session, by delegation, with room for signatures."""

    heading: Heading
    session: Session
    delegations: tuple[tuple[str, tuple[Delegate, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceLine:
    delegate: Delegate
    attendance: Attendance
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceRecord:
    """The attendance record of one session; `lines` hold the convened in order of delegation and name."""

    heading: Heading
    session: Session
    status: SessionStatus
    lines: tuple[AttendanceLine, ...]
    replacements: tuple[tuple[Delegate, Delegate], ...] = ()  # official, alternate in his place
    refused: int = 0  # refused readings of the session, for the secretariat's own check
    voided: int = 0
    requests: tuple[AbsenceCase, ...] = ()  # for leave from this session, with all their steps
    curve: AttendanceChart | None = None  # who was in the hall over time


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    delegate: Delegate
    code: str  # digits, with the check digit
    photo: bytes = b""  # JPEG


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """Where a printer puts what it should put elsewhere: moved against it, in mm to the right and down."""

    right: float = 0.0
    down: float = 0.0


class BadgeSize(StrEnum):
    """Width x height in mm of the badges in use (domain.md 6); as many as fit are put on A4."""

    LARGE = "90x130"
    MEDIUM = "70x100"
    SMALL = "54x86"


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeSheet:
    heading: Heading
    badges: tuple[Badge, ...]
    size: BadgeSize = BadgeSize.LARGE
    backs: bool = False  # every front page is followed by its back, mirrored for a printer that turns the sheet
    shift: Shift = Shift()
