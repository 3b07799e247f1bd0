"""The paper must balance (domain.md 4.6): every identity holds, or the record cannot be sealed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.ballot_forms import BallotKind
from congress_desk.domain.election_results import RoundResult
from congress_desk.domain.elections import Flow, Round


class Identity(StrEnum):
    PRINTED = "printed"  # printed = issued + spare + spoiled + exchanged
    COLLECTED = "collected"  # collected <= issued
    COUNTED = "counted"  # valid + invalid = collected
    VOTES = "votes"  # votes for all <= valid x seats
    NAMES = "names"  # per name: yes + no + neither = valid


@dataclass(frozen=True, slots=True, kw_only=True)
class Imbalance:
    """left: what stands on the identity's left side; name: of whom, for NAMES."""

    identity: Identity
    left: int
    right: int
    name: str = ""


OUT_OF_PRINTED = (Flow.ISSUED, Flow.SPARE, Flow.SPOILED, Flow.EXCHANGED)


def used_of_printed(one: Round) -> int:
    """Ballots accounted for so far."""
    return sum(one.counted(flow) for flow in OUT_OF_PRINTED)


def paper_imbalances(one: Round) -> tuple[Imbalance, ...]:
    """Of the paper alone, as soon as it can be told: once what is left over was counted."""
    printed, used = one.counted(Flow.PRINTED), used_of_printed(one)
    told = one.has(Flow.PRINTED) and (one.has(Flow.SPARE) or used > printed)
    return tuple(_unless(not told or printed == used, Identity.PRINTED, printed, used))


def imbalances(result: RoundResult, kind: BallotKind) -> tuple[Imbalance, ...]:
    """All identities that do not hold."""
    count = result.count
    found = []
    if result.printed is not None:
        used = result.issued + result.spoiled + result.exchanged
        spare = result.spare if result.spare is not None else max(0, result.printed - used)
        found += _unless(result.printed == used + spare, Identity.PRINTED, result.printed, used + spare)
    found += _unless(result.collected <= result.issued, Identity.COLLECTED, result.collected, result.issued)
    found += _unless(count.ballots == result.collected, Identity.COUNTED, count.ballots, result.collected)
    most = count.valid * (result.seats if kind is BallotKind.STRIKE else max(result.seats, 1))
    all_votes = sum(count.votes.values())
    found += _unless(all_votes <= most, Identity.VOTES, all_votes, most)
    for name, votes in count.votes.items():
        marked = votes + count.against.get(name, 0) + count.void.get(name, 0)
        found += _unless(marked == count.valid, Identity.NAMES, marked, count.valid, name)
    return tuple(found)


def _unless(holds: bool, identity: Identity, left: int, right: int, name: str = "") -> list[Imbalance]:
    return [] if holds else [Imbalance(identity=identity, left=left, right=right, name=name)]
