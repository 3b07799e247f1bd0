"""All elections as the journal has left them, and who may do what with a round."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.domain.ballots import SheetId
from congress_desk.domain.election_lists import same_person_as
from congress_desk.domain.election_outcome import Outcome, outcome_of
from congress_desk.domain.elections import Election, ElectionId, Round, RoundId, RoundState
from congress_desk.domain.elections_fold import ELECTION_KINDS, fold_elections
from congress_desk.domain.names import folded, tidy_name
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.ports.store import Work
from congress_desk.services.voting_base import Bases

TWO = 2


class ElectionBook:
    """Folded again only when an act of an election was written."""

    def __init__(self, bases: Bases) -> None:
        self.bases = bases
        self._stamp = -1
        self._elections: tuple[Election, ...] = ()

    def read(self, work: Work) -> tuple[Election, ...]:
        stamp = work.journal.count(ELECTION_KINDS)
        if stamp != self._stamp:
            self._elections = fold_elections(work.journal.of_kinds(ELECTION_KINDS))
            self._stamp = stamp
        return self._elections

    def election(self, work: Work, election: ElectionId) -> Election:
        """Refusal: NO_SUCH_ELECTION."""
        found = next((e for e in self.read(work) if e.id == election), None)
        if found is None:
            raise Refusal(Reason.NO_SUCH_ELECTION, election=election)
        return found

    def round(self, work: Work, wanted: RoundId) -> tuple[Election, Round]:
        """Refusal: NO_SUCH_ROUND."""
        for election in self.read(work):
            found = election.round(wanted)
            if found is not None:
                return election, found
        raise Refusal(Reason.NO_SUCH_ROUND, round=wanted)

    def open_round(self, work: Work, wanted: RoundId) -> tuple[Election, Round]:
        """One that may still be worked on. Refusal: NO_SUCH_ROUND, ROUND_IS_SEALED, ROUND_IS_VOID."""
        election, found = self.round(work, wanted)
        if found.state is RoundState.SEALED:
            raise Refusal(Reason.ROUND_IS_SEALED, round=wanted, title=election.title)
        if found.state is RoundState.VOID:
            raise Refusal(Reason.ROUND_IS_VOID, round=wanted, title=election.title)
        return election, found

    def counted_round(self, work: Work, wanted: RoundId) -> tuple[Election, Round]:
        """One whose ballots may be counted. Refusal as in open_round, and COUNT_STOPPED."""
        election, found = self.open_round(work, wanted)
        if found.stopped:
            raise stopped(found)
        return election, found

    def outcome(self, work: Work, wanted: RoundId) -> Outcome:
        election, found = self.round(work, wanted)
        return outcome_of(election, found, self.bases.read(work))

    def round_of_sheet(self, work: Work, sheet: SheetId) -> RoundId:
        """The round that holds it; of several the one that is still counted. Ballots entered by keyboard are called
        by their numbers, so that two rounds may hold the same. Refusal: NO_SUCH_SHEET, SEVERAL_ROUNDS_HOLD.
        """
        rounds = [one for election in self.read(work) for one in election.rounds]
        holding = [
            one
            for one in rounds
            if any(s.id == sheet for batch in one.batches for s in (*batch.scanned, *batch.entered))
        ]
        counted = [one for one in holding if one.state is RoundState.COUNTING]
        if not holding:
            raise Refusal(Reason.NO_SUCH_SHEET, sheet=sheet)
        if len(counted) > 1:
            raise Refusal(Reason.SEVERAL_ROUNDS_HOLD, sheet=sheet)
        return (counted or holding)[-1].id


def stopped(one: Round) -> Refusal:
    from congress_desk.domain.elections import Flow

    collected, issued = one.counted(Flow.COLLECTED), one.counted(Flow.ISSUED)
    return Refusal(Reason.COUNT_STOPPED, collected=collected, issued=issued)


def two_people(election: Election, by: Sequence[str]) -> tuple[str, ...]:
    """Two different people, of the counting committee where one was named, and neither on the ballot.

    Refusal: TWO_PEOPLE_NEEDED, NOT_OF_THE_COMMITTEE, ON_THE_BALLOT.
    """
    members = {m.delegate: m.name for m in election.committee if m.delegate}
    names = [tidy_name(members.get(name, name)) for name in by]  # type: ignore[call-overload]
    if len({folded(name) for name in names if name}) < TWO:
        raise Refusal(Reason.TWO_PEOPLE_NEEDED)
    known = {folded(m.name) for m in election.committee}
    for name in names:
        if known and folded(name) not in known:
            raise Refusal(Reason.NOT_OF_THE_COMMITTEE, name=name)
        if not known and any(same_person_as(candidate, name) for candidate in election.candidates):
            raise Refusal(Reason.ON_THE_BALLOT, name=name)
    return tuple(dict.fromkeys(names))
