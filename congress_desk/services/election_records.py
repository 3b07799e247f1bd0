"""The records behind the papers of votes and elections, and what the second screen may show of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction

from congress_desk.domain.election_outcome import outcome_of
from congress_desk.domain.election_records import (
    CountRecord,
    EntryLogRecord,
    HandOverRecord,
    Judged,
    ResultSlideRecord,
    SealLabelRecord,
    VoteRecord,
)
from congress_desk.domain.elections import Election, Round, RoundId, RoundState
from congress_desk.domain.records import Asked, Form, Heading
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.stage import ElectedShown, ElectionShown, Result, VoteShown
from congress_desk.domain.votes import HandsVote, VoteId
from congress_desk.services.election_book import ElectionBook
from congress_desk.services.floor import Floor
from congress_desk.services.hands import the_vote, votes_in
from congress_desk.services.ports.store import Work
from congress_desk.services.records import RecordMaker


class VotingRecords:
    def __init__(self, floor: Floor, book: ElectionBook) -> None:
        self._floor = floor
        self._book = book

    def makers(self) -> Mapping[Form, RecordMaker]:
        """subject: a round's id; for the vote record a vote's id, or "" for the register of all."""
        return {
            Form.VOTE_RECORD: self._vote,
            Form.COUNT_RECORD: self._count,
            Form.ENTRY_LOG: self._entry_log,
            Form.SEAL_LABEL: self._seal_label,
            Form.HAND_OVER: self._hand_over,
            Form.RESULT_SLIDE: self._result_slide,
        }

    def results(self) -> tuple[Result, ...]:
        """Frozen results for the second screen, the newest first; nothing that is void or not sealed."""
        with self._floor.reading() as work:
            votes = [(v.at, vote_shown(v)) for v in votes_in(work) if not v.voided]
            sealed = [
                (one.seal.at, election_shown(election, one))
                for election in self._book.read(work)
                for one in election.rounds
                if one.seal is not None and one.state is RoundState.SEALED
            ]
        newest: list[tuple[object, Result]] = [*votes, *sealed]
        return tuple(shown for _, shown in sorted(newest, key=lambda x: str(x[0]), reverse=True))

    def _vote(self, work: Work, heading: Heading, asked: Asked) -> VoteRecord:
        sessions = {s.id: s.name for s in work.sessions.all()}
        if asked.subject:
            vote = the_vote(work, VoteId(asked.subject))
            return VoteRecord(heading=heading, votes=(vote,), sessions=sessions)
        votes = votes_in(work)
        if not votes:
            raise Refusal(Reason.NOTHING_ON_RECORD)
        return VoteRecord(heading=heading, votes=votes, sessions=sessions, register=True)

    def _count(self, work: Work, heading: Heading, asked: Asked) -> CountRecord:
        election, one = self._book.round(work, RoundId(asked.subject))
        outcome = outcome_of(election, one, self._book.bases.read(work))
        before = tuple(r for r in election.rounds if r.number < one.number)
        return CountRecord(heading=heading, election=election, round=one, outcome=outcome, before=before)

    def _entry_log(self, work: Work, heading: Heading, asked: Asked) -> EntryLogRecord:
        count = self._count(work, heading, asked)
        return EntryLogRecord(
            heading=heading,
            election=count.election,
            round=count.round,
            outcome=count.outcome,
            judged=_judged(count.round),
        )

    def _seal_label(self, work: Work, heading: Heading, asked: Asked) -> SealLabelRecord:
        count = self._sealed(work, heading, asked)
        return SealLabelRecord(heading=heading, election=count.election, round=count.round, outcome=count.outcome)

    def _hand_over(self, work: Work, heading: Heading, asked: Asked) -> HandOverRecord:
        count = self._sealed(work, heading, asked)
        return HandOverRecord(heading=heading, election=count.election, round=count.round, outcome=count.outcome)

    def _result_slide(self, work: Work, heading: Heading, asked: Asked) -> ResultSlideRecord:
        count = self._sealed(work, heading, asked)
        return ResultSlideRecord(heading=heading, election=count.election, round=count.round, outcome=count.outcome)

    def _sealed(self, work: Work, heading: Heading, asked: Asked) -> CountRecord:
        """Refusal: ROUND_NOT_SEALED."""
        count = self._count(work, heading, asked)
        if count.round.seal is None:
            raise Refusal(Reason.ROUND_NOT_SEALED, title=count.election.title)
        return count


def vote_shown(vote: HandsVote) -> VoteShown:
    return VoteShown(
        title=vote.item,
        agree=vote.agree,
        disagree=vote.disagree,
        other=vote.other,
        base=vote.base.count,
        passed=vote.passed,
        share=Fraction(vote.agree, vote.base.count) if vote.base.count else Fraction(0),
    )


def election_shown(election: Election, one: Round) -> ElectionShown:
    """Of a sealed round: who is elected in descending order of votes, then the others."""
    assert one.seal is not None
    result = one.seal.result
    names = {c.id: c.name for c in one.candidates}
    base = result.base_count
    return ElectionShown(
        title=election.title,
        seats=result.seats,
        base=base,
        people=tuple(
            ElectedShown(
                name=names[c],
                votes=result.count.votes[c],
                share=Fraction(result.count.votes[c], base) if base else Fraction(0),
                elected=c in result.elected,
            )
            for c in (*result.elected, *(c for c in result.in_order if c not in result.elected))
        ),
    )


def _judged(one: Round) -> tuple[Judged, ...]:
    found: Counter[tuple[str, tuple[str, ...]]] = Counter()
    for batch in one.batches:
        for sheet in (*batch.scanned, *batch.entered):
            judged = sheet.judged
            if judged is not None:
                outcome = judged.invalid.value if judged.invalid else "set_aside" if judged.set_aside else "valid"
                found[(outcome, judged.by)] += 1
    return tuple(Judged(outcome=outcome, by=by, sheets=n) for (outcome, by), n in sorted(found.items()))
