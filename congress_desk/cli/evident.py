"""What a form is about where the command does not say: the only session, the one election's latest round.

Where several could be meant none is guessed: the refusal names them all.
"""

from __future__ import annotations

from congress_desk.cli.doors import Counter
from congress_desk.cli.election_references import the_round
from congress_desk.cli.references import the_session
from congress_desk.domain.elections import RoundId
from congress_desk.domain.journal import SessionId
from congress_desk.domain.records import NEEDS_ROUND, NEEDS_SESSION, Form
from congress_desk.domain.refusals import Reason, Refusal

SEALED_FIRST = frozenset({Form.SEAL_LABEL, Form.HAND_OVER, Form.RESULT_SLIDE})  # of ballots that are in their packet


def form_and_session(at: Counter, form: Form, named: str | None) -> tuple[Form, SessionId | None]:
    """Attendance of no session is that of the congress. Refusal: SESSION_NEEDED, NO_SUCH_SESSION, AMBIGUOUS."""
    if named:
        return form, the_session(at.desk, named).id
    if form is Form.ATTENDANCE:
        return Form.CONGRESS_ATTENDANCE, None
    if form not in NEEDS_SESSION:
        return form, None
    sessions = at.desk.sessions.sessions()
    if len(sessions) != 1:
        there = tuple(f"{place}. {session.name}" for place, session in enumerate(sessions, 1))
        raise Refusal(Reason.SESSION_NEEDED, form=form.value, there_are=there)
    return form, sessions[0].id


def round_of(at: Counter, form: Form, named: str | None) -> str:
    """ "" where the form is of no round. Refusal: ROUND_NEEDED, NO_SUCH_ROUND, AMBIGUOUS."""
    if named:
        return the_round(at.desk, named)[1].id
    return _latest_round(at, form) if form in NEEDS_ROUND else ""


def round_needed(at: Counter, form: str) -> Refusal:
    """Says which elections there are."""
    there = tuple(election.title for election in at.desk.voting.elections.elections())
    return Refusal(Reason.ROUND_NEEDED, form=form, there_are=there)


def _latest_round(at: Counter, form: Form) -> RoundId:
    elections = at.desk.voting.elections.elections()
    if len(elections) != 1:
        raise round_needed(at, form.value)
    rounds = elections[0].rounds
    sealed = [one for one in rounds if one.seal is not None]
    return (sealed if sealed and form in SEALED_FIRST else rounds)[-1].id
