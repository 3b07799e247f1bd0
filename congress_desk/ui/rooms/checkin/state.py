"""What the check-in room shows: facts and codes; the view finds the words.

One answer stands until the next person comes. Times are in the congress's own time zone.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from congress_desk.domain.attendance import Presence, Session
from congress_desk.domain.delegates import Delegate
from congress_desk.domain.journal import EventId
from congress_desk.domain.quorum import SessionStatus
from congress_desk.domain.refusals import Problem, Reason
from congress_desk.services.ports.faces import Flaw

UTC = ZoneInfo("UTC")


class Stand(StrEnum):
    """What the large answer says."""

    WAITING = "waiting"  # for a card, a name or a face
    ACCEPTED = "accepted"
    REFUSED = "refused"
    LEFT = "left"
    EXCUSED = "excused"
    UNDONE = "undone"
    CONFIRM = "confirm"  # picked by name: is it this person?
    CHOOSE = "choose"  # several people have this number: which one?
    FACE_SURE = "face_sure"  # one face proposed, one key confirms
    FACE_UNSURE = "face_unsure"  # up to three, none preselected
    FACE_UNKNOWN = "face_unknown"  # card or name, please

    @property
    def asks(self) -> bool:
        """Waits for the operator's key before anything is recorded."""
        return self in (Stand.CONFIRM, Stand.CHOOSE, Stand.FACE_SURE, Stand.FACE_UNSURE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    delegate: Delegate
    photo: bytes | None = None
    score: float | None = None  # of a face: distance, smaller is closer


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """When, how and where somebody was recorded."""

    at: dt.datetime
    method: str = ""
    desk: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """made: this act. first: for somebody already present, the arrival that counts. event: can be undone."""

    stand: Stand = Stand.WAITING
    person: Person | None = None
    made: Reading | None = None
    first: Reading | None = None
    reason: Reason | None = None
    details: Mapping[str, Any] = field(default_factory=dict)
    event: EventId | None = None
    choices: tuple[Person, ...] = ()
    presence: Presence | None = None  # where the person stood when asked about
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPerson:
    """A line of the search results."""

    delegate: Delegate
    presence: Presence = Presence.EXPECTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the last ten readings. reason: why it was refused, "" for an act that was done."""

    event: EventId
    at: dt.datetime
    kind: str
    delegate: Delegate | None = None
    reason: str = ""
    voided: bool = False


class Hint(StrEnum):
    """What the live picture asks of the person before it."""

    NONE = ""
    LOOK_HERE = "look_here"
    ONE_BY_ONE = "one_by_one"
    LOOKING = "looking"
    TURN_HEAD = "turn_head"
    CARD_PLEASE = "card_please"


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """The camera: on, or why not; the face framed in px of its frame."""

    on: bool = False
    faces: bool = False
    problem: Problem | None = None
    box: tuple[int, int, int, int] | None = None
    frame_size: tuple[int, int] = (0, 0)
    hint: Hint = Hint.NONE
    flaw: Flaw | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInState:
    """sessions: None until they were read. status: None without a session."""

    sessions: tuple[Session, ...] | None = None
    session: Session | None = None
    answer: Answer = field(default_factory=Answer)
    wanted: str = ""  # what was searched for
    found: tuple[FoundPerson, ...] = ()
    picked: int = 0  # place among the found
    latest: tuple[Line, ...] = ()
    status: SessionStatus | None = None
    live: Live = field(default_factory=Live)
    zone: ZoneInfo = UTC
