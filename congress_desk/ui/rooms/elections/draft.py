"""An election that is being written: what stands in it by now, and the rules that it will be held by. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from congress_desk.domain.ballot_forms import BallotKind
from congress_desk.domain.election_lists import departs
from congress_desk.domain.election_rules import (
    MORE_THAN_30_PERCENT,
    PROFILES,
    BaseRule,
    Office,
    Profile,
    ProfileName,
    TieRule,
    Undecided,
    profile_from,
)
from congress_desk.domain.elections import Candidate
from congress_desk.domain.journal import SessionId
from congress_desk.domain.majority import MORE_THAN_HALF, Formula
from congress_desk.services.elections import NewElection


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRules:
    """The custom profile. percent: the greatest surplus of the seats, None without limit. least: names more than
    seats that may always stand."""

    law: str = ""
    percent: int | None = 30
    least: int = 1
    consent: Formula = MORE_THAN_30_PERCENT
    majority: Formula = MORE_THAN_HALF
    base: BaseRule = BaseRule.CONVENED
    tie: TieRule = TieRule.NEW_BALLOT
    undecided: Undecided = Undecided.COMMITTEE


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """ballot: None for the type that the regulation has for the list."""

    title: str = ""
    title_beside: str = ""
    office: Office = Office.EXECUTIVE
    profile: ProfileName = ProfileName.PARTY_190
    own: OwnRules = field(default_factory=OwnRules)
    seats: int = 1
    alternate_seats: int = 0
    session: SessionId | None = None
    ballot: BallotKind | None = None
    ballot_reason: str = ""
    candidates: tuple[Candidate, ...] = ()

    @property
    def departs(self) -> bool:
        """Another type of ballot was chosen than the regulation has for this list."""
        return bool(self.candidates) and departs(self.ballot, len(self.candidates), self.seats)

    @property
    def may_be_created(self) -> bool:
        """A type of ballot against the regulation needs its reason."""
        return bool(self.candidates) and (not self.departs or bool(self.ballot_reason.strip()))


def profile_of(draft: Draft) -> Profile:
    if draft.profile is not ProfileName.CUSTOM:
        return PROFILES[draft.profile]
    own = draft.own
    return profile_from(
        {
            "profile": draft.profile.value,
            "law": own.law.strip(),
            "surplus_most": None if own.percent is None else str(Fraction(own.percent, 100)),
            "surplus_least_cap": own.least,
            "consent": str(own.consent),
            "majority": str(own.majority),
            "base": own.base.value,
            "tie": own.tie.value,
            "undecided": own.undecided.value,
        }
    )


def new_election(draft: Draft) -> NewElection:
    return NewElection(
        title=draft.title,
        title_beside=draft.title_beside,
        seats=draft.seats,
        alternate_seats=draft.alternate_seats,
        candidates=draft.candidates,
        office=draft.office,
        profile=profile_of(draft),
        session=draft.session,
        ballot=draft.ballot,
        ballot_reason=draft.ballot_reason if draft.departs else "",
    )
