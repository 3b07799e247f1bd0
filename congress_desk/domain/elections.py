"""An election: its list, its rounds, its counting committee (domain.md 4.2, 4.5).

A round is one ballot paper, one count, one record. Rounds link: the next one begins where the last left seats open.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from congress_desk.domain.ballot_batches import Batch, Voided
from congress_desk.domain.ballot_forms import BallotForm, BallotKind
from congress_desk.domain.ballots import CandidateId
from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.election_results import RoundResult
from congress_desk.domain.election_rules import Office, Profile, Undecided
from congress_desk.domain.journal import EventId, SessionId

ElectionId = NewType("ElectionId", str)
RoundId = NewType("RoundId", str)


class Source(StrEnum):
    """Who put a person on the list (Art. 14)."""

    OFFICIAL = "official"  # the convening committee's list
    FLOOR = "floor"  # nominated by delegates
    SELF = "self"  # put himself forward


class RoundKind(StrEnum):
    FIRST = "first"
    AGAIN = "again"  # fewer than the seats were elected
    TIE = "tie"  # a new ballot among the tied: more votes wins, more than half is not needed
    ALTERNATES = "alternates"
    REPEATED = "repeated"  # the round before it was void


class CommitteeRole(StrEnum):
    HEAD = "head"
    SECRETARY = "secretary"
    MEMBER = "member"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """id: how the count names the person, as printed on the ballot where nothing else was given.

    born: year or ISO day, "" where not given. consent, attending: of whom is named from the floor.
    """

    id: CandidateId
    name: str
    born: str = ""
    source: Source = Source.OFFICIAL
    consent: int | None = None
    attending: int | None = None
    delegate: DelegateId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeMember:
    delegate: DelegateId | None
    name: str
    role: CommitteeRole = CommitteeRole.MEMBER


class Flow(StrEnum):
    """What is counted of the ballots as paper, by delegation where one is named."""

    PRINTED = "printed"
    ISSUED = "issued"  # to voters: each voter once
    SPOILED = "spoiled"  # given back unused or spoiled, and not exchanged
    EXCHANGED = "exchanged"  # a spoiled one given back, a new one given out
    SPARE = "spare"  # left over, counted by hand
    COLLECTED = "collected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    flow: Flow
    count: int
    delegation: str = ""
    at: dt.datetime
    by: str = ""
    event: EventId


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """Two people confirm an act."""

    by: tuple[str, ...]
    at: dt.datetime
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """digest: SHA-256 over all pictures and decisions."""

    by: tuple[str, ...]
    at: dt.datetime
    result: RoundResult
    digest: str
    unaudited: str = ""  # why no batch was counted by hand


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """A sample drawn from a published seed; drawn_batch is counted by hand. checked: sheet -> as it was read."""

    seed: str
    sheets: tuple[str, ...]
    batch: str
    population: int
    checked: Mapping[str, bool] = field(default_factory=dict)
    by: tuple[str, ...] = ()

    @property
    def wrong(self) -> int:
        return sum(1 for agrees in self.checked.values() if not agrees)

    @property
    def complete(self) -> bool:
        return set(self.sheets) <= set(self.checked)


class RoundState(StrEnum):
    PREPARING = "preparing"  # the list may still change
    VOTING = "voting"  # ballots are out
    COUNTING = "counting"
    SEALED = "sealed"
    VOID = "void"


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    id: RoundId
    election: ElectionId
    number: int
    kind: RoundKind = RoundKind.FIRST
    previous: RoundId | None = None
    seats: int
    ballot: BallotKind
    ballot_reason: str = ""  # why it is not the type that the regulation has for this list
    candidates: tuple[Candidate, ...]  # on the ballot, in its order
    needs_majority: bool = True
    alternates: bool = False  # elects alternates and no officials
    form: BallotForm | None = None  # as it was printed last
    movements: tuple[Movement, ...] = ()
    present: int | None = None  # checked in when the first ballots were issued
    opened: Confirmed | None = None  # the box
    batches: tuple[Batch, ...] = ()
    twins_sought: frozenset[str] = frozenset()  # sheets that were compared with one another
    voided: tuple[Voided, ...] = ()
    undecided: Undecided = Undecided.COMMITTEE
    undecided_by: Confirmed | None = None
    audit: Audit | None = None
    seal: Seal | None = None
    void_reason: str = ""
    void_by: tuple[str, ...] = ()
    void_at: dt.datetime | None = None
    ties_left: tuple[Confirmed, ...] = ()  # ties that the congress decided not to vote on again
    alternates_taken: tuple[CandidateId, ...] = ()  # of those whom more than half voted for, beyond the seats
    seals_before: tuple[Seal, ...] = ()  # of counts that were voided after sealing

    def counted(self, flow: Flow) -> int:
        return sum(m.count for m in self.movements if m.flow is flow)

    def has(self, flow: Flow) -> bool:
        return any(m.flow is flow for m in self.movements)

    @property
    def state(self) -> RoundState:
        if self.void_reason:
            return RoundState.VOID
        if self.seal is not None:
            return RoundState.SEALED
        if self.opened is not None or self.batches:
            return RoundState.COUNTING
        return RoundState.VOTING if self.has(Flow.ISSUED) or self.has(Flow.COLLECTED) else RoundState.PREPARING

    @property
    def stopped(self) -> bool:
        """More collected than issued: the count stops, the presidium decides (domain.md 4.6)."""
        return self.has(Flow.ISSUED) and self.counted(Flow.COLLECTED) > self.counted(Flow.ISSUED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Election:
    """seats: to be filled in all. withdrawn: who left the list, with the reason."""

    id: ElectionId
    title: str
    title_beside: str = ""
    office: Office = Office.OTHER
    profile: Profile
    seats: int
    alternate_seats: int = 0
    session: SessionId | None = None
    candidates: tuple[Candidate, ...] = ()
    withdrawn: tuple[tuple[Candidate, str], ...] = ()
    committee: tuple[CommitteeMember, ...] = ()
    rounds: tuple[Round, ...] = ()
    created_at: dt.datetime

    @property
    def latest(self) -> Round:
        return self.rounds[-1]

    def round(self, wanted: RoundId) -> Round | None:
        return next((r for r in self.rounds if r.id == wanted), None)
