"""What a count record says beside its figures: a draft, a void vote, more ballots than delegates present."""

from __future__ import annotations

from congress_desk.domain.election_records import CountRecord
from congress_desk.domain.election_results import RoundResult
from congress_desk.domain.elections import RoundState
from congress_desk.reports.count_figures import counted_how
from congress_desk.reports.page import Paper
from congress_desk.reports.pen import Align
from congress_desk.reports.session_words import local
from congress_desk.reports.vote_record import section, sentence


def add_standing(paper: Paper, record: CountRecord) -> None:
    """Nothing of a sealed count."""
    say, one = paper.say, record.round
    if one.state is RoundState.VOID:
        _add_void(paper, record)
    elif one.seal is None:
        told = say("Draft: the count is not sealed, and these figures may still change.")
        paper.text(told, bold=True, align=Align.CENTRE, keeps_next=True)


def _add_void(paper: Paper, record: CountRecord) -> None:
    say, one = paper.say, record.round
    paper.text(say("The vote of this round is void."), bold=True, align=Align.CENTRE, keeps_next=True)
    sentence(paper, say("Reason why the vote is void: {reason}", reason=one.void_reason))
    if one.void_at is not None:
        at = local(record.heading, one.void_at)
        moment = say("{time}, {date}", time=say.time(at), date=say.date(at.date()))
        names = say.names(one.void_by)
        sentence(paper, say("The vote was declared void by {names} at {moment}.", names=names, moment=moment))


def add_remark(paper: Paper, result: RoundResult) -> None:
    """More ballots than people present at the first issue: a remark, since delegates may have come in later."""
    say, present = paper.say, result.present
    if present is None or max(result.issued, result.collected) <= present:
        return
    paper.room(4)
    if result.issued > present:
        told = say(
            "Remark: {issued} ballots were issued, more than the {present} delegates registered as present "
            "when the first were issued.",
            issued=result.issued,
            present=present,
        )
    else:
        told = say(
            "Remark: {collected} ballots were collected, more than the {present} delegates registered as present "
            "when the first were issued.",
            collected=result.collected,
            present=present,
        )
    sentence(paper, told)


def add_void_manner(paper: Paper, record: CountRecord) -> None:
    """How far the count of a void vote had come; nothing where it had not begun. No votes: they count for nobody."""
    say, one = paper.say, record.round
    told = list(counted_how(say, record.outcome.batches))
    if one.opened is not None:
        told.append(say("The box was opened before {names}.", names=say.names(one.opened.by)))
    if not told:
        return
    section(paper, say("4. What was counted before the vote was declared void"))
    for line in told:
        sentence(paper, line)
