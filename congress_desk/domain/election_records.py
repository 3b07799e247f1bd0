"""What the papers of votes and elections say (domain.md 4.6, 5, 6), before they are paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from congress_desk.domain.election_outcome import Outcome
from congress_desk.domain.elections import Election, Round
from congress_desk.domain.journal import SessionId
from congress_desk.domain.records import Heading
from congress_desk.domain.votes import HandsVote


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteRecord:
    """One vote by hands in full, or the register of all where there are several. sessions: their names."""

    heading: Heading
    votes: tuple[HandsVote, ...]
    sessions: Mapping[SessionId, str] = field(default_factory=dict)
    register: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRecord:
    """The count of one round, sealed or as it stands; before: the rounds that lead to it, oldest first."""

    heading: Heading
    election: Election
    round: Round
    outcome: Outcome
    before: tuple[Round, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """How often two people concluded the same; never a single ballot. outcome: an InvalidReason, valid, set_aside."""

    outcome: str
    by: tuple[str, ...]
    sheets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLogRecord:
    """How the ballots were counted: bundle by bundle, pass by pass, with whom and what was taken back."""

    heading: Heading
    election: Election
    round: Round
    outcome: Outcome
    judged: tuple[Judged, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SealLabelRecord:
    heading: Heading
    election: Election
    round: Round
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverRecord:
    """From the counting committee to the presidium, then to the new committee for archive (Art. 8)."""

    heading: Heading
    election: Election
    round: Round
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultSlideRecord:
    """What a sealed round ended with, for the projector."""

    heading: Heading
    election: Election
    round: Round
    outcome: Outcome
