"""The list of an election: who may stand on it, how many, and in which order (domain.md 4.2, 4.6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from congress_desk.domain.ballot_forms import BallotKind
from congress_desk.domain.ballots import CandidateId
from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.election_rules import (
    NEEDS_SURPLUS,
    NUMBER_FROM_ABOVE,
    PROFILES,
    SECRET,
    Office,
    Profile,
    ProfileName,
    Rule,
    most_candidates,
    usual_ballot,
)
from congress_desk.domain.elections import Candidate, CommitteeMember, Source
from congress_desk.domain.names import SortKey, folded, name_sort_key
from congress_desk.domain.refusals import Reason, Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Surplus:
    """candidates beyond the seats; most: the greatest number of candidates, None without limit."""

    seats: int
    candidates: int
    most: int | None
    over: int = 0  # how many must go, by the consents of the congress

    @property
    def count(self) -> int:
        return max(0, self.candidates - self.seats)

    @property
    def unfilled(self) -> int:
        """Seats that stay open even where everybody on the list is elected."""
        return max(0, self.seats - self.candidates)


def ballot_order(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """By given name, family name, middle names, then the older first [W2]."""
    return tuple(sorted(candidates, key=_place))


def _place(candidate: Candidate) -> tuple[SortKey, str, str]:
    return (name_sort_key(candidate.name), candidate.born or "9999", candidate.id)


def printed_names(candidates: Sequence[Candidate]) -> tuple[str, ...]:
    """As they stand on the ballot: two of the same name carry their birth dates in brackets [W2]."""
    names = Counter(c.name for c in candidates)
    return tuple(f"{c.name} ({_day_first(c.born)})" if names[c.name] > 1 and c.born else c.name for c in candidates)


def _day_first(born: str) -> str:
    return "/".join(reversed(born.split("-")))


def with_ids(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """A candidate without an id of his own is called as the ballot prints him. Refusal: SAME_NAME."""
    named = tuple(
        replace(c, id=c.id or CandidateId(printed))
        for c, printed in zip(candidates, printed_names(candidates), strict=True)
    )
    ids = Counter(c.id for c in named)
    printed_twice = [name for name, n in Counter(printed_names(named)).items() if n > 1]
    if printed_twice or max(ids.values(), default=0) > 1:
        raise Refusal(Reason.SAME_NAME, name=printed_twice[0] if printed_twice else max(ids, key=lambda i: ids[i]))
    return named


def surplus_of(profile: Profile, candidates: int, seats: int) -> Surplus:
    most = most_candidates(profile, seats)
    return Surplus(
        seats=seats, candidates=candidates, most=most, over=0 if most is None else max(0, candidates - most)
    )


def places(office: Office, seats: int, alternate_seats: int) -> int:
    """What the surplus of a list is reckoned from: officials and alternates to the upper congress are on one list."""
    return seats + (alternate_seats if office in NUMBER_FROM_ABOVE else 0)


def check_list(
    profile: Profile, office: Office, candidates: Sequence[Candidate], seats: int, alternate_seats: int = 0
) -> Surplus:
    """Refusal: BAD_VALUE, BY_HANDS, NO_CANDIDATES, CONSENT_TOO_LOW, SURPLUS_TOO_LARGE, SURPLUS_NEEDED."""
    if seats < 1 or alternate_seats < 0:
        field, value = ("seats", seats) if seats < 1 else ("alternate_seats", alternate_seats)
        raise Refusal(Reason.BAD_VALUE, field=field, value=value)
    if office not in SECRET:
        raise Refusal(Reason.BY_HANDS, office=office.value, article=profile.article(Rule.SECRECY))
    if not candidates:
        raise Refusal(Reason.NO_CANDIDATES)
    for candidate in candidates:
        check_consent(profile, candidate)
    seats = places(office, seats, alternate_seats)
    surplus = surplus_of(profile, len(candidates), seats)
    if surplus.over:
        raise Refusal(
            Reason.SURPLUS_TOO_LARGE,
            candidates=len(candidates),
            most=surplus.most,
            seats=seats,
            article=profile.article(Rule.SURPLUS),
        )
    if office in NEEDS_SURPLUS and profile.surplus_most is not None and surplus.count == 0:
        raise Refusal(
            Reason.SURPLUS_NEEDED, candidates=len(candidates), seats=seats, article=profile.article(Rule.SURPLUS)
        )
    return surplus


def departs(ballot: BallotKind | None, candidates: int, seats: int) -> bool:
    """Whether this type was asked for where the regulation has the other one (Art. 15); None follows it."""
    return ballot is not None and ballot is not usual_ballot(candidates, seats)


def ballot_article(profile: Profile) -> str:
    """Of the rule on types of ballot; rules of one's own that name none are measured by the Party's regulation."""
    return profile.article(Rule.BALLOT) or PROFILES[ProfileName.PARTY_190].article(Rule.BALLOT)


def check_ballot(profile: Profile, ballot: BallotKind | None, candidates: int, seats: int, reason: str) -> None:
    """Refusal: BALLOT_TYPE_UNUSUAL where the type does not go with the list and nobody said why it is used."""
    if departs(ballot, candidates, seats) and not reason.strip():
        raise Refusal(Reason.BALLOT_TYPE_UNUSUAL, candidates=candidates, seats=seats, article=ballot_article(profile))


def check_consent(profile: Profile, candidate: Candidate) -> None:
    """Refusal: CONSENT_TOO_LOW where a person from the floor lacks the consent of more than 30 % present."""
    if candidate.source is Source.OFFICIAL:
        return
    consent, attending = candidate.consent or 0, candidate.attending or 0
    if not 0 <= consent <= attending:
        raise Refusal(Reason.BAD_VALUE, field="consent", value=consent)
    if not profile.consent.passes(consent, attending):
        raise Refusal(
            Reason.CONSENT_TOO_LOW,
            name=candidate.name,
            consent=consent,
            attending=attending,
            needed=profile.consent.needed(attending),
            article=profile.article(Rule.CONSENT),
        )


def check_committee(members: Sequence[CommitteeMember], candidates: Sequence[Candidate]) -> None:
    """Nobody counts the ballots he stands on (Art. 8). Refusal: ON_THE_BALLOT, BAD_VALUE."""
    if len({folded(m.name) for m in members}) < len(members) or not members:
        raise Refusal(Reason.BAD_VALUE, field="committee")
    ids = {c.delegate for c in candidates if c.delegate}
    names = {folded(c.name) for c in candidates if not c.delegate}
    for member in members:
        if member.delegate in ids or (folded(member.name) in names):
            raise Refusal(Reason.ON_THE_BALLOT, name=member.name)


def same_person_as(candidate: Candidate, name: str) -> bool:
    """By name alone: for people who are not on the delegate list."""
    return folded(candidate.name) == folded(name)


def candidate_from(written: Mapping[str, Any]) -> Candidate:
    return Candidate(
        id=CandidateId(written["id"]),
        name=written["name"],
        born=written.get("born", ""),
        source=Source(written.get("source", Source.OFFICIAL)),
        consent=written.get("consent"),
        attending=written.get("attending"),
        delegate=DelegateId(written["delegate"]) if written.get("delegate") else None,
    )


def written_candidate(candidate: Candidate) -> dict[str, Any]:
    written = {"id": candidate.id, "name": candidate.name, "born": candidate.born, "source": candidate.source.value}
    counted = {"consent": candidate.consent, "attending": candidate.attending, "delegate": candidate.delegate}
    return written | {name: value for name, value in counted.items() if value is not None}
