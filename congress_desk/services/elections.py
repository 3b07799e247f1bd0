"""Elections prepared: the list, who leaves it, and the counting committee."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from congress_desk.domain.ballot_forms import BallotKind
from congress_desk.domain.ballots import CandidateId
from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.election_lists import (
    Surplus,
    check_ballot,
    check_committee,
    check_consent,
    check_list,
    departs,
    places,
    surplus_of,
    with_ids,
    written_candidate,
)
from congress_desk.domain.election_outcome import Outcome, outcome_of
from congress_desk.domain.election_rules import PROFILES, Office, Profile, ProfileName, written_profile
from congress_desk.domain.elections import (
    Candidate,
    CommitteeMember,
    CommitteeRole,
    Election,
    ElectionId,
    Round,
    RoundId,
    RoundKind,
    RoundState,
)
from congress_desk.domain.journal import Kind, SessionId, new_id
from congress_desk.domain.names import tidy_name
from congress_desk.domain.own_rules import check_rules
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.election_book import ElectionBook
from congress_desk.services.floor import Act, Floor, the_delegate, the_session


@dataclass(frozen=True, slots=True, kw_only=True)
class NewElection:
    """ballot: None for what the regulation says (strike with surplus, columns without).

    ballot_reason: why the other type is used all the same; kept in the journal.
    """

    title: str
    seats: int
    candidates: tuple[Candidate, ...]
    profile: Profile = field(default_factory=lambda: PROFILES[ProfileName.PARTY_190])
    ballot: BallotKind | None = None
    ballot_reason: str = ""
    office: Office = Office.OTHER
    title_beside: str = ""  # in the ballot's second language
    alternate_seats: int = 0
    session: SessionId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundSeen:
    """A round with its election and where its count stands: all that a screen shows."""

    election: Election
    round: Round
    outcome: Outcome


class ElectionsService:
    def __init__(self, floor: Floor, book: ElectionBook) -> None:
        self._floor = floor
        self._book = book

    def elections(self) -> tuple[Election, ...]:
        """In order of their creation."""
        with self._floor.reading() as work:
            return self._book.read(work)

    def election(self, election: ElectionId) -> Election:
        """Refusal: NO_SUCH_ELECTION."""
        with self._floor.reading() as work:
            return self._book.election(work, election)

    def seen(self, wanted: RoundId) -> RoundSeen:
        """The one source of figures for screen, record and export. Refusal: NO_SUCH_ROUND."""
        with self._floor.reading() as work:
            election, one = self._book.round(work, wanted)
            outcome = outcome_of(election, one, self._book.bases.read(work))
            return RoundSeen(election=election, round=one, outcome=outcome)

    def create(self, new: NewElection) -> Election:
        """The election and its first round.

        Refusal: BAD_VALUE, BY_HANDS, NO_CANDIDATES, CONSENT_TOO_LOW, SURPLUS_TOO_LARGE, SURPLUS_NEEDED, SAME_NAME,
        BALLOT_TYPE_UNUSUAL, MAJORITY_UNREACHABLE, SURPLUS_FORBIDDEN, NO_SUCH_SESSION, NO_SUCH_DELEGATE.
        """
        title = tidy_name(new.title)
        if not title:
            raise Refusal(Reason.BAD_VALUE, field="election_title")
        candidates = with_ids([tidy_candidate(c) for c in new.candidates])
        check_rules(new.profile, new.office)
        check_list(new.profile, new.office, candidates, new.seats, new.alternate_seats)
        check_ballot(new.profile, new.ballot, len(candidates), new.seats, new.ballot_reason)
        with self._floor.act() as act:
            if new.session is not None:
                the_session(act.work, new.session)
            for candidate in candidates:
                if candidate.delegate is not None:
                    the_delegate(act.work, candidate.delegate)
            election = ElectionId(new_id(act.now))
            body = {
                "election": election,
                "round": RoundId(new_id(act.now)),
                "title": title,
                "title_beside": tidy_name(new.title_beside),
                "office": new.office.value,
                "rules": written_profile(new.profile),
                "seats": new.seats,
                "alternate_seats": new.alternate_seats,
                "session": new.session,
                "ballot": _kept_ballot(new, len(candidates)),
                "ballot_reason": new.ballot_reason.strip(),
                "candidates": [written_candidate(c) for c in candidates],
            }
            act.write(Kind.ELECTION_CREATED, session=new.session, body=body)
            return self._book.election(act.work, election)

    def add_candidate(self, wanted: RoundId, candidate: Candidate) -> Round:
        """While no ballot is out.

        Refusal: LIST_IS_CLOSED, CONSENT_TOO_LOW, SURPLUS_TOO_LARGE, SAME_NAME, ON_THE_BALLOT (who counts).
        """
        with self._floor.act() as act:
            election, one = self._preparing(act, wanted)
            new = with_ids([*one.candidates, tidy_candidate(candidate)])[-1]
            _check_one_more(election, one, new)
            body = {"election": election.id, "round": wanted, "candidate": written_candidate(new)}
            act.write(Kind.CANDIDATE_ADDED, body=body)
            return self._book.round(act.work, wanted)[1]

    def withdraw(self, wanted: RoundId, candidate: CandidateId, reason: str) -> Round:
        """Off the list while no ballot is out; ballots printed before are waste.

        Refusal: REASON_NEEDED, LIST_IS_CLOSED, NO_SUCH_CANDIDATE, NO_CANDIDATES.
        """
        if not reason.strip():
            raise Refusal(Reason.REASON_NEEDED)
        with self._floor.act() as act:
            election, one = self._preparing(act, wanted)
            if candidate not in [c.id for c in one.candidates]:
                raise Refusal(Reason.NO_SUCH_CANDIDATE, name=candidate)
            if len(one.candidates) == 1:
                raise Refusal(Reason.NO_CANDIDATES)
            body = {"election": election.id, "round": wanted, "candidate": candidate, "reason": reason.strip()}
            act.write(Kind.CANDIDATE_WITHDRAWN, body=body)
            return self._book.round(act.work, wanted)[1]

    def surplus(self, wanted: RoundId) -> Surplus:
        with self._floor.reading() as work:
            election, one = self._book.round(work, wanted)
            seats = places(election.office, one.seats, election.alternate_seats)
            return surplus_of(election.profile, len(one.candidates), seats)

    def name_committee(self, election: ElectionId, members: Sequence[tuple[DelegateId, CommitteeRole]]) -> Election:
        """The counting committee, chosen by show of hands: delegates who are not on the ballot.

        Refusal: NO_SUCH_ELECTION, NO_SUCH_DELEGATE, ON_THE_BALLOT, BAD_VALUE.
        """
        with self._floor.act() as act:
            known = self._book.election(act.work, election)
            named = [
                CommitteeMember(delegate=d, name=the_delegate(act.work, d).sheet.full_name, role=role)
                for d, role in members
            ]
            check_committee(named, known.candidates)
            written = [{"delegate": m.delegate, "name": m.name, "role": m.role.value} for m in named]
            act.write(Kind.COMMITTEE_NAMED, body={"election": election, "members": written})
            return self._book.election(act.work, election)

    def _preparing(self, act: Act, wanted: RoundId) -> tuple[Election, Round]:
        election, one = self._book.open_round(act.work, wanted)
        if one.state is not RoundState.PREPARING:
            raise Refusal(Reason.LIST_IS_CLOSED, title=election.title)
        return election, one


def _kept_ballot(new: NewElection, candidates: int) -> str:
    """A type that goes with the list follows it when names come and go; only the other one is kept."""
    return new.ballot.value if new.ballot and departs(new.ballot, candidates, new.seats) else ""


def _check_one_more(election: Election, one: Round, new: Candidate) -> None:
    """In a later round the congress decides how many names there are; the consent of the floor is needed always."""
    if one.kind is RoundKind.FIRST:
        everybody = (*one.candidates, new)
        check_list(election.profile, election.office, everybody, one.seats, election.alternate_seats)
    else:
        check_consent(election.profile, new)
    if election.committee:
        check_committee(election.committee, [new])


def tidy_candidate(candidate: Candidate) -> Candidate:
    name = tidy_name(candidate.name)
    if not name:
        raise Refusal(Reason.BAD_VALUE, field="candidate")
    return replace(candidate, name=name)
