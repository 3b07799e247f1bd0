"""What the room of votes by hands shows: the votes recorded, the base, and the vote that is being counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from zoneinfo import ZoneInfo

from congress_desk.domain.attendance import Session
from congress_desk.domain.delegates import Delegate
from congress_desk.domain.journal import SessionId
from congress_desk.domain.majority import Base, Formula
from congress_desk.domain.refusals import Refusal, Trouble
from congress_desk.domain.votes import HandMethod, HandsVote, ItemKind, VoteId, ZoneCount
from congress_desk.services.voting_base import VotingRules

UTC = ZoneInfo("UTC")


class Side(StrEnum):
    """What stands beside the list."""

    RECORD = "record"
    BASE = "base"  # who is not in it, and the rules
    VOID = "void"


class Fact(StrEnum):
    RECORDED = "recorded"
    VOIDED = "voided"
    SHOWN = "shown"
    DEDUCTED = "deducted"
    LIFTED = "lifted"
    RULES = "rules"
    PRINTED = "printed"
    SAVED = "saved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    number: int
    fact: Fact | None = None
    places: Mapping[str, object] = field(default_factory=dict)
    error: Refusal | Trouble | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """The vote that is being counted. zones: one for a single total. presider stays from vote to vote."""

    item: str = ""
    kind: ItemKind = ItemKind.OTHER
    presider: str = ""
    method: HandMethod = HandMethod.PARTY_CARD
    zones: tuple[ZoneCount, ...] = (ZoneCount(),)
    reason: str = ""
    note: str = ""

    @property
    def agree(self) -> int:
        return sum(zone.agree for zone in self.zones)

    @property
    def counted(self) -> int:
        return sum(zone.all for zone in self.zones)


@dataclass(frozen=True, slots=True, kw_only=True)
class VotingState:
    """votes: None until they were read; the newest last. present: in the hall now, of the base."""

    side: Side = Side.RECORD
    votes: tuple[HandsVote, ...] | None = None
    chosen: VoteId | None = None
    newest: VoteId | None = None
    base: Base = field(default_factory=lambda: Base(convened=0))
    present: int = 0
    rules: VotingRules = field(default_factory=VotingRules)
    count: Count = field(default_factory=Count)
    sessions: tuple[Session, ...] = ()
    session: SessionId | None = None
    people: tuple[Delegate, ...] = ()
    wrong: str = ""
    busy: bool = False
    told: Told | None = None
    zone: ZoneInfo = UTC

    @property
    def chosen_vote(self) -> HandsVote | None:
        return next((vote for vote in self.votes or () if vote.id == self.chosen), None)

    @property
    def formula(self) -> Formula:
        return self.rules.hands

    @property
    def needed(self) -> int:
        return self.formula.needed(self.base.count)

    @property
    def fits(self) -> bool:
        """What the tellers counted is everybody in the hall."""
        return self.count.counted == self.present
