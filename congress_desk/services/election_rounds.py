"""Rounds after a count: what the congress decides of open seats, ties, alternates and a void vote.

Every round has its own ballot and its own record and names the round before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from congress_desk.domain.ballots import CandidateId
from congress_desk.domain.election_alternates import alternates_of, elected_in, without_place
from congress_desk.domain.election_lists import check_committee, check_consent, with_ids, written_candidate
from congress_desk.domain.election_outcome import Outcome
from congress_desk.domain.election_results import decide
from congress_desk.domain.elections import Candidate, Election, ElectionId, Round, RoundId, RoundKind, RoundState
from congress_desk.domain.journal import Kind, new_id
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.election_book import ElectionBook, two_people
from congress_desk.services.elections import tidy_candidate
from congress_desk.services.floor import Act, Floor


class RoundsService:
    def __init__(self, floor: Floor, book: ElectionBook) -> None:
        self._floor = floor
        self._book = book

    def vote_again(
        self,
        election: ElectionId,
        *,
        candidates: Sequence[CandidateId] | None = None,
        added: Sequence[Candidate] = (),
    ) -> Round:
        """A further round for the seats left open; the congress has decided so, and on which names.

        candidates: those kept, all who were not elected by default. A void round is repeated with its own list.
        Refusal: NO_SUCH_ELECTION, ROUND_CANNOT_FOLLOW, NO_SUCH_CANDIDATE, NO_CANDIDATES, CONSENT_TOO_LOW.
        """
        with self._floor.act() as act:
            known, last, outcome = self._finished(act, election)
            result = outcome.result
            void = last.state is RoundState.VOID
            if not void and (result.open_seats < 1 or result.ties):
                raise Refusal(Reason.ROUND_CANNOT_FOLLOW, title=known.title)
            left = [c for c in last.candidates if void or c.id not in result.elected]
            chosen = _chosen(left, candidates)
            new = [tidy_candidate(c) for c in added]
            _check_added(known, new)
            return self._open(
                act,
                known,
                last,
                kind=RoundKind.REPEATED if void else RoundKind.AGAIN,
                seats=last.seats if void else result.open_seats,
                candidates=with_ids([*chosen, *new]),
                needs_majority=last.needs_majority if void else True,
                alternates=last.alternates,
            )

    def break_tie(self, election: ElectionId) -> Round:
        """A new ballot among the tied at the last seat: more votes wins, more than half is not needed (Art. 30).

        Refusal: NO_SUCH_ELECTION, ROUND_CANNOT_FOLLOW, NO_TIE.
        """
        with self._floor.act() as act:
            known, last, outcome = self._finished(act, election)
            if not outcome.result.ties or last.state is RoundState.VOID:
                raise Refusal(Reason.NO_TIE, title=known.title)
            tie = outcome.result.ties[0]
            return self._open(
                act,
                known,
                last,
                kind=RoundKind.TIE,
                seats=tie.seats,
                candidates=tuple(c for c in last.candidates if c.id in tie.candidates),
                needs_majority=False,
                alternates=last.alternates,
            )

    def leave_tie(self, election: ElectionId, reason: str) -> Round:
        """Still tied: the congress decides not to vote again; the seat stays open. Refusal: NO_TIE, REASON_NEEDED."""
        if not reason.strip():
            raise Refusal(Reason.REASON_NEEDED)
        with self._floor.act() as act:
            known, last, outcome = self._finished(act, election)
            if not outcome.result.ties:
                raise Refusal(Reason.NO_TIE, title=known.title)
            body = {"election": election, "round": last.id, "by": [], "note": reason.strip()}
            act.write(Kind.TIE_LEFT, body=body)
            return self._book.round(act.work, last.id)[1]

    def take_alternates(self, election: ElectionId, seats: int | None = None, note: str = "") -> Round:
        """Those whom more than half voted for, beyond the seats, become alternates in the order of their votes.

        seats: how many alternates there shall be; None for what the election was made with. Equal votes for the last
        place take nobody of them: a ballot decides. Refusal: ROUND_NOT_SEALED, ROUND_CANNOT_FOLLOW, NO_ALTERNATES.
        """
        with self._floor.act() as act:
            known, last, outcome = self._finished(act, election)
            if last.state is RoundState.VOID or outcome.result.open_seats:
                raise Refusal(Reason.ROUND_CANNOT_FOLLOW, title=known.title)
            stand = alternates_of(known, seats)
            if stand.left < 1:
                raise Refusal(Reason.NO_ALTERNATES, title=known.title)
            by_votes = decide(stand.able, base=0, seats=stand.left, profile=known.profile, needs_majority=False)
            if not by_votes.elected:
                raise Refusal(Reason.NO_ALTERNATES, title=known.title)
            body = {
                "election": election,
                "round": last.id,
                "candidates": list(by_votes.elected),
                "note": note.strip(),
            }
            act.write(Kind.ALTERNATES_TAKEN, body=body)
            return self._book.round(act.work, last.id)[1]

    def elect_alternates(self, election: ElectionId, seats: int) -> Round:
        """A ballot for alternates among all who stood and hold no place, where votes alone did not fill their number.

        Refusal: NO_SUCH_ELECTION, ROUND_CANNOT_FOLLOW, BAD_VALUE, NO_CANDIDATES.
        """
        with self._floor.act() as act:
            known, last, outcome = self._finished(act, election)
            if last.state is RoundState.VOID or outcome.result.open_seats:
                raise Refusal(Reason.ROUND_CANNOT_FOLLOW, title=known.title)
            if seats < 1:
                raise Refusal(Reason.BAD_VALUE, field="seats", value=seats)
            return self._open(
                act,
                known,
                last,
                kind=RoundKind.ALTERNATES,
                seats=seats,
                candidates=without_place(known),
                needs_majority=True,
                alternates=True,
            )

    def void_round(self, wanted: RoundId, reason: str, by: Sequence[str]) -> Round:
        """The presidium declares the vote itself void (more collected than issued); another round repeats it.

        Refusal: REASON_NEEDED, TWO_PEOPLE_NEEDED, ROUND_IS_VOID, ROUND_IS_SEALED.
        """
        if not reason.strip():
            raise Refusal(Reason.REASON_NEEDED)
        with self._floor.act() as act:
            election, _ = self._book.open_round(act.work, wanted)
            people = two_people(_without_committee(election), by)
            body = {"election": election.id, "round": wanted, "reason": reason.strip(), "by": list(people)}
            act.write(Kind.ROUND_VOIDED, body=body)
            return self._book.round(act.work, wanted)[1]

    def _finished(self, act: Act, election: ElectionId) -> tuple[Election, Round, Outcome]:
        known = self._book.election(act.work, election)
        last = known.latest
        if last.state not in (RoundState.SEALED, RoundState.VOID):
            raise Refusal(Reason.ROUND_NOT_SEALED, title=known.title)
        return known, last, self._book.outcome(act.work, last.id)

    def _open(self, act: Act, known: Election, last: Round, *, kind: RoundKind, **facts: Any) -> Round:
        candidates: tuple[Candidate, ...] = facts.pop("candidates")
        if not candidates:
            raise Refusal(Reason.NO_CANDIDATES)
        body = {
            "election": known.id,
            "round": RoundId(new_id(act.now)),
            "round_kind": kind.value,
            "previous": last.id,
            "ballot": "",  # what the regulation has for this list
            "candidates": [written_candidate(c) for c in candidates],
            **facts,
        }
        act.write(Kind.ROUND_OPENED, body=body)
        return self._book.election(act.work, known.id).latest


def _chosen(left: Sequence[Candidate], wanted: Sequence[CandidateId] | None) -> tuple[Candidate, ...]:
    if wanted is None:
        return tuple(left)
    unknown = set(wanted) - {c.id for c in left}
    if unknown:
        raise Refusal(Reason.NO_SUCH_CANDIDATE, name=min(unknown))
    return tuple(c for c in left if c.id in wanted)


def _check_added(known: Election, added: Sequence[Candidate]) -> None:
    """Refusal: CONSENT_TOO_LOW, ELECTED_BEFORE, ON_THE_BALLOT."""
    names = {c.name: c.id for one in known.rounds for c in one.candidates}
    for candidate in added:
        check_consent(known.profile, candidate)
        if names.get(candidate.name) in elected_in(known) and not candidate.born:
            raise Refusal(Reason.ELECTED_BEFORE, name=candidate.name)
    if added and known.committee:
        check_committee(known.committee, added)


def _without_committee(election: Election) -> Election:
    """What the presidium decides needs no member of the counting committee."""
    return replace(election, committee=())
