"""The papers that close a congress, before they are paper: minutes, resolution, action programme.

Figures come from the folds of attendance, credentials, programme, votes and elections; the secretariat adds words.
"""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.attendance import Session
from congress_desk.domain.closing_texts import ClosingTexts, Target, Task
from congress_desk.domain.elections import RoundKind
from congress_desk.domain.minutes import MinutesRecord
from congress_desk.domain.quorum import SessionStatus
from congress_desk.domain.records import Heading


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionPresence:
    """One session as the minutes give it: convened, present and absent are in the status."""

    session: Session
    status: SessionStatus

    @property
    def came(self) -> int:
        return self.status.total.present + self.status.total.left


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectedPerson:
    """votes: "for"; base: valid ballots, as the count record gives them."""

    name: str
    votes: int
    base: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectionResult:
    """One sealed round of an election. seats: how many were to be elected. number: of the round, from 1."""

    title: str
    round: str
    number: int = 1
    kind: RoundKind = RoundKind.FIRST
    seats: int
    issued: int
    collected: int
    valid: int
    invalid: int
    elected: tuple[ElectedPerson, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CongressMinutesRecord:
    """course: what happened item by item, from the programme."""

    heading: Heading
    convened: int
    sessions: tuple[SessionPresence, ...]
    course: MinutesRecord
    elections: tuple[ElectionResult, ...]
    texts: ClosingTexts


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionRecord:
    heading: Heading
    number: str
    paragraphs: tuple[str, ...]
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionProgrammeRecord:
    """The annex with the three clears."""

    heading: Heading
    paragraphs: tuple[str, ...]
    tasks: tuple[Task, ...]
