"""Alternates (Art. 18): who was not elected though more than half voted for them, and who is one by now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from congress_desk.domain.ballots import CandidateId
from congress_desk.domain.election_lists import ballot_order
from congress_desk.domain.elections import Candidate, Election, Round, RoundState


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternates:
    """able: votes of those who may be taken, the highest first. left: places that nobody has yet."""

    taken: tuple[CandidateId, ...] = ()  # by decision of the congress, on their votes
    elected: tuple[CandidateId, ...] = ()  # by a ballot for alternates
    able: Mapping[CandidateId, int]
    left: int = 0


def elected_in(election: Election) -> frozenset[CandidateId]:
    """Whoever holds a seat by a sealed round, as official or as alternate."""
    return frozenset(c for one in _sealed(election) if one.seal for c in one.seal.result.elected)


def alternates_of(election: Election, seats: int | None = None) -> Alternates:
    """seats: how many there shall be; None for what the election was made with."""
    holding = elected_in(election)
    taken = tuple(c for one in election.rounds for c in one.alternates_taken)
    elected = tuple(c for one in _sealed(election) if one.alternates and one.seal for c in one.seal.result.elected)
    votes: dict[CandidateId, int] = {}
    for one in _sealed(election):
        if one.needs_majority and not one.alternates and one.seal is not None:
            result = one.seal.result
            votes |= {
                c: n for c, n in result.count.votes.items() if election.profile.majority.passes(n, result.base_count)
            }
    able = {c: votes[c] for c in sorted(votes, key=lambda c: -votes[c]) if c not in holding and c not in taken}
    wanted = election.alternate_seats if seats is None else seats
    return Alternates(taken=taken, elected=elected, able=able, left=max(0, wanted - len(taken) - len(elected)))


def without_place(election: Election) -> tuple[Candidate, ...]:
    """Everybody who stood in any round and holds no place, in ballot order: the list of a ballot for alternates."""
    placed = elected_in(election) | set(alternates_of(election).taken)
    stood = {c.id: c for one in election.rounds for c in one.candidates}
    return ballot_order(c for c in stood.values() if c.id not in placed)


def _sealed(election: Election) -> list[Round]:
    return [one for one in election.rounds if one.state is RoundState.SEALED]
