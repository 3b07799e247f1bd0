"""Who is elected (domain.md 4.5): by whole numbers, of the named base, with ties as a thing to decide.

One result feeds the screen, the record and the export; once sealed it is read from the journal and never counted
again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from congress_desk.domain.ballot_batches import Count
from congress_desk.domain.ballots import CandidateId
from congress_desk.domain.election_rules import BaseRule, InvalidReason, Profile, TieRule
from congress_desk.domain.majority import Base, base_from, written_base


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """More people with the same votes than seats that are left for them."""

    candidates: tuple[CandidateId, ...]  # in ballot order
    seats: int
    votes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundResult:
    """base_count: of which the percentages are. elected: in descending order of votes.

    printed and spare are None where they were not counted. set_aside: pages that are no ballots of this round.
    """

    base: Base
    base_count: int
    base_rule: BaseRule
    present: int | None = None
    printed: int | None = None
    issued: int = 0
    spare: int | None = None
    spoiled: int = 0
    exchanged: int = 0
    collected: int = 0
    count: Count = field(default_factory=Count)
    set_aside: int = 0
    seats: int
    needed: int = 0  # votes that elect; 0 where more votes wins
    elected: tuple[CandidateId, ...] = ()
    ties: tuple[Tie, ...] = ()
    passed_over: tuple[CandidateId, ...] = ()  # with enough votes, but no seat left: they may become alternates
    open_seats: int = 0

    @property
    def in_order(self) -> tuple[CandidateId, ...]:
        """All candidates by votes, then ballot order."""
        return tuple(sorted(self.count.votes, key=lambda c: -self.count.votes[c]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    elected: tuple[CandidateId, ...]
    ties: tuple[Tie, ...]
    passed_over: tuple[CandidateId, ...]
    open_seats: int
    needed: int


def decide(
    votes: Mapping[CandidateId, int],
    *,
    base: int,
    seats: int,
    profile: Profile,
    needs_majority: bool = True,
    elders: Sequence[CandidateId] = (),
) -> Decided:
    """votes in ballot order. elders: candidates from the oldest on, asked only where the profile decides ties by age.

    A vote more for somebody never takes a seat from that person.
    """
    needed = profile.majority.needed(base) if needs_majority else 0
    able = [c for c, n in votes.items() if (profile.majority.passes(n, base) if needs_majority else n > 0)]
    ranked = sorted(able, key=lambda c: -votes[c])
    if len(ranked) <= seats:
        return Decided(elected=tuple(ranked), ties=(), passed_over=(), open_seats=seats - len(ranked), needed=needed)
    last = votes[ranked[seats - 1]]
    above = [c for c in ranked if votes[c] > last]
    level = [c for c in ranked if votes[c] == last]
    below = tuple(c for c in ranked if votes[c] < last)
    left = seats - len(above)
    if len(level) > left and profile.tie is TieRule.ELDER and set(level) <= set(elders):
        by_age = sorted(level, key=list(elders).index)
        return Decided(
            elected=(*above, *by_age[:left]),
            ties=(),
            passed_over=(*by_age[left:], *below),
            open_seats=0,
            needed=needed,
        )
    if len(level) > left:
        tie = Tie(candidates=tuple(c for c in votes if c in level), seats=left, votes=last)
        return Decided(elected=tuple(above), ties=(tie,), passed_over=below, open_seats=left, needed=needed)
    return Decided(elected=(*above, *level), ties=(), passed_over=below, open_seats=0, needed=needed)


def base_count(profile: Profile, base: Base, count: Count, collected: int) -> int:
    if profile.base is BaseRule.VALID:
        return count.valid
    return collected if profile.base is BaseRule.COLLECTED else base.count


def written_result(result: RoundResult) -> dict[str, Any]:
    """For the seal's event, whole: nothing of it is counted again."""
    count = result.count
    return {
        "base": written_base(result.base),
        "base_count": result.base_count,
        "base_rule": result.base_rule.value,
        **{name: getattr(result, name) for name in _FIGURES},
        "valid": count.valid,
        "invalid": {reason.value: n for reason, n in count.invalid.items()},
        "names": list(count.votes),
        "votes": list(count.votes.values()),
        "against": list(count.against.values()),
        "void": list(count.void.values()),
        "elected": list(result.elected),
        "passed_over": list(result.passed_over),
        "ties": [{"candidates": list(t.candidates), "seats": t.seats, "votes": t.votes} for t in result.ties],
    }


_FIGURES = (
    "present",
    "printed",
    "issued",
    "spare",
    "spoiled",
    "exchanged",
    "collected",
    "set_aside",
    "seats",
    "needed",
    "open_seats",
)


def result_from(written: Mapping[str, Any]) -> RoundResult:
    names = [CandidateId(name) for name in written["names"]]
    count = Count(
        valid=written["valid"],
        invalid={reason: written["invalid"][reason] for reason in InvalidReason if reason in written["invalid"]},
        votes=dict(zip(names, written["votes"], strict=True)),
        against=dict(zip(names, written["against"], strict=True)),
        void=dict(zip(names, written["void"], strict=True)),
    )
    return RoundResult(
        base=base_from(written["base"]),
        base_count=written["base_count"],
        base_rule=BaseRule(written["base_rule"]),
        count=count,
        elected=tuple(map(CandidateId, written["elected"])),
        passed_over=tuple(map(CandidateId, written["passed_over"])),
        ties=tuple(
            Tie(candidates=tuple(map(CandidateId, t["candidates"])), seats=t["seats"], votes=t["votes"])
            for t in written["ties"]
        ),
        **{name: written[name] for name in _FIGURES},
    )
