"""Biên bản kiểm phiếu (domain.md 4.6): the attested form, every percentage on the named base with two decimals.

It counts nobody: the figures are those of the frozen result.
"""

from __future__ import annotations

from congress_desk.domain.ballot_audit import most_wrong
from congress_desk.domain.ballot_forms import BallotKind
from congress_desk.domain.ballots import CandidateId
from congress_desk.domain.election_lists import ballot_article, departs, printed_names
from congress_desk.domain.election_records import CountRecord
from congress_desk.domain.election_rules import Rule
from congress_desk.domain.elections import CommitteeRole, Election, Round, RoundKind, RoundState
from congress_desk.plumbing.vote_words import (
    ARTICLE,
    BALLOTS_UNUSUAL,
    BASES,
    INVALID,
    ROLES,
    ROUND_KINDS,
    formula_message,
)
from congress_desk.reports.count_figures import counted_how, figure_rows
from congress_desk.reports.count_standing import add_remark, add_standing, add_void_manner
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.header import add_head, add_title
from congress_desk.reports.page import Paper
from congress_desk.reports.pen import Align
from congress_desk.reports.session_words import local
from congress_desk.reports.table import Column, Row
from congress_desk.reports.vote_record import add_deductions, section, sentence
from congress_desk.reports.wording import Say


def render_count(record: CountRecord, fonts: FontSet, say: Say) -> bytes:
    paper = Paper(fonts, say, record.heading)
    add_head(paper, record.heading.title)
    add_title(paper, say("COUNT RECORD"), say.put(record.election.title), round_told(say, record.round))
    add_standing(paper, record)
    _add_basis(paper, record)
    _add_list(paper, record)
    _add_committee(paper, record)
    _add_paper(paper, record)
    if record.round.state is RoundState.VOID:
        add_void_manner(paper, record)
    else:
        _add_votes(paper, record)
        _add_elected(paper, record)
        _add_manner(paper, record)
        _add_end(paper, record)
    paper.signatures(
        (say("HEAD OF THE COUNTING COMMITTEE"), say("(signature and full name)")),
        (say("SECRETARY OF THE COUNTING COMMITTEE"), say("(signature and full name)")),
        (say("ON BEHALF OF THE PRESIDIUM"), say("(signature and full name)")),
    )
    return paper.finish(say("Count record"))


def round_told(say: Say, one: Round) -> str:
    if one.number == 1:
        return ""
    return say("Round {number}: {kind}", number=one.number, kind=say(ROUND_KINDS[one.kind]))


def names_of(one: Round) -> dict[CandidateId, str]:
    return dict(zip((c.id for c in one.candidates), printed_names(one.candidates), strict=True))


def _add_basis(paper: Paper, record: CountRecord) -> None:
    say, profile = paper.say, record.election.profile
    if profile.law:
        sentence(paper, say("Basis: {law}.", law=profile.law))
    sentence(paper, say("Number to elect: {count}.", count=record.round.seats))
    for one in record.before:
        if one.seal is not None:
            names = names_of(one)
            elected = say.names(names[c] for c in one.seal.result.elected) or "-"
            sentence(paper, say("Round {number} elected: {names}.", number=one.number, names=elected))
        if one.void_reason:
            told = say("The vote of round {number} is void: {reason}", number=one.number, reason=one.void_reason)
            sentence(paper, told)


def _add_list(paper: Paper, record: CountRecord) -> None:
    say, one = paper.say, record.round
    section(paper, say("1. List of candidates, in ABC order: {count}", count=len(one.candidates)))
    listed = say.names(f"{n}. {name}" for n, name in enumerate(printed_names(one.candidates), 1))
    sentence(paper, say.put(listed))
    for candidate, reason in record.election.withdrawn:
        sentence(paper, say("Withdrawn: {name} ({reason})", name=candidate.name, reason=reason))
    if departs(one.ballot, len(one.candidates), one.seats):
        sentence(paper, say(BALLOTS_UNUSUAL[one.ballot], article=ballot_article(record.election.profile)))
        if one.ballot_reason:
            sentence(paper, say("The reason on record: {reason}", reason=one.ballot_reason))


def _add_committee(paper: Paper, record: CountRecord) -> None:
    say, members = paper.say, record.election.committee
    section(paper, say("2. Counting committee"))
    if not members:
        sentence(paper, say("The counting committee was not entered here."))
    for role in CommitteeRole:
        names = say.names(m.name for m in members if m.role is role)
        if names:
            sentence(paper, say("{role}: {names}", role=say(ROLES[role]), names=names))


def _add_paper(paper: Paper, record: CountRecord) -> None:
    say, result = paper.say, record.outcome.result
    judged = record.round.state is not RoundState.VOID or bool(record.outcome.batches)
    section(paper, say("3. Delegates and ballots"))
    columns = [Column(title=say("Figure"), share=120), Column(title=say("Number"), share=30, align=Align.FIGURES)]
    rows = [Row(cells=(name, value), bold=bold) for name, value, bold in figure_rows(say, result, judged=judged)]
    rows += [Row(cells=(f"- {say(INVALID[reason])}", str(n))) for reason, n in result.count.invalid.items()]
    paper.table(columns, rows)
    add_remark(paper, result)
    if record.round.undecided_by is not None:
        decided = record.round.undecided_by
        names = say.names(decided.by)
        told = say("Ballots that agree to nobody: decided by the counting committee ({names}).", names=names)
        paper.room(4)
        sentence(paper, told)
    add_deductions(paper, result.base)


def _add_votes(paper: Paper, record: CountRecord) -> None:
    say, result, one = paper.say, record.outcome.result, record.round
    section(paper, say("4. Votes for each person, in the order of the ballot"))
    both = one.ballot is BallotKind.COLUMNS
    columns = [
        Column(title=say("No."), share=14, align=Align.FIGURES),
        Column(title=say("Full name"), share=84),
        Column(title=say("Votes"), share=26, align=Align.FIGURES),
        Column(title=say("% of the base"), share=30, align=Align.FIGURES),
        *([Column(title=say("Disagree"), share=26, align=Align.FIGURES)] if both else []),
        *([Column(title=say("Neither"), share=26, align=Align.FIGURES)] if both else []),
    ]
    names, count = names_of(one), result.count
    rows = []
    for number, (candidate, votes) in enumerate(count.votes.items(), 1):
        cells = [str(number), say.put(names[candidate]), str(votes), say.share(votes, result.base_count)]
        if both:
            cells += [str(count.against[candidate]), str(count.void[candidate])]
        rows.append(Row(cells=tuple(cells)))
    paper.table(columns, rows)
    paper.room(4)
    sentence(
        paper,
        say(
            "Percentages are of {base}, {what}, rounded to two decimals.",
            base=result.base_count,
            what=say(BASES[result.base_rule]),
        ),
    )


def _add_elected(paper: Paper, record: CountRecord) -> None:
    say, result, one = paper.say, record.outcome.result, record.round
    section(paper, say("5. Elected"))
    sentence(paper, _rule_told(say, record))
    paper.room(4)
    names = names_of(one)
    if result.elected:
        columns = [
            Column(title=say("No."), share=14, align=Align.FIGURES),
            Column(title=say("Full name"), share=100),
            Column(title=say("Votes"), share=30, align=Align.FIGURES),
            Column(title=say("% of the base"), share=36, align=Align.FIGURES),
        ]
        votes = result.count.votes
        rows = [
            Row(cells=(str(n), say.put(names[c]), str(votes[c]), say.share(votes[c], result.base_count)), bold=True)
            for n, c in enumerate(result.elected, 1)
        ]
        paper.table(columns, rows)
        paper.room(4)
    for told in _conclusions(say, record, names):
        sentence(paper, told)


def _article(say: Say, record: CountRecord, rule: Rule) -> str:
    return article_told(say, record.election, rule)


def article_told(say: Say, election: Election, rule: Rule) -> str:
    number = election.profile.article(rule)
    return say(ARTICLE, number=number) if number else "-"


def _rule_told(say: Say, record: CountRecord) -> str:
    result, profile = record.outcome.result, record.election.profile
    article = _article(say, record, Rule.ELECTED)
    if not record.round.needs_majority:
        return say(
            "More votes elect; more than half is not needed ({article}).", article=_article(say, record, Rule.TIE)
        )
    share = profile.majority.share
    formula = say(formula_message(profile.majority), share=say.put(f"{share.numerator}/{share.denominator}"))
    return say(
        "Elected with {formula}: at least {needed} votes ({article}).",
        formula=formula,
        needed=result.needed,
        article=article,
    )


def _conclusions(say: Say, record: CountRecord, names: dict[CandidateId, str]) -> list[str]:
    result = record.outcome.result
    told = []
    if not result.elected:
        told.append(say("Nobody is elected in this round."))
    elif result.open_seats == 0:
        told.append(say("{count} persons are elected: the number is filled.", count=len(result.elected)))
    for tie in result.ties:
        tied = say.names(names[c] for c in tie.candidates)
        told.append(
            say(
                "Equal votes ({votes}) for {seats} last seats: {names}. A new ballot is held among them ({article}).",
                votes=tie.votes,
                seats=tie.seats,
                names=tied,
                article=_article(say, record, Rule.TIE),
            )
        )
    if result.open_seats and not result.ties:
        told.append(
            say("Seats left open: {count}. The congress decides whether to vote again.", count=result.open_seats)
        )
    if result.passed_over and record.round.kind is not RoundKind.TIE:
        over = say.names(names[c] for c in result.passed_over)
        told.append(say("With enough votes, but beyond the number to elect: {names}.", names=over))
    if record.round.alternates_taken:
        stood = {c.id: c.name for one in record.election.rounds for c in one.candidates}
        taken = say.names(stood[c] for c in record.round.alternates_taken)
        told.append(say("Taken as alternates: {names}", names=taken))
    told += [say("The congress decided not to vote again: {reason}", reason=t.note) for t in record.round.ties_left]
    return told


def _add_manner(paper: Paper, record: CountRecord) -> None:
    say, one = paper.say, record.round
    section(paper, say("6. How the ballots were counted"))
    for told in counted_how(say, record.outcome.batches):
        sentence(paper, told)
    if one.opened is not None:
        sentence(paper, say("The box was opened before {names}.", names=say.names(one.opened.by)))
    audit = one.audit
    if audit is not None:
        sentence(
            paper,
            say(
                "Sample: {count} of {population} sheets drawn from the seed {seed}, found misread: {wrong}. "
                "A clean sample leaves at most {left} misread sheets, with a certainty of 95 %.",
                count=len(audit.sheets),
                population=audit.population,
                seed=audit.seed,
                wrong=audit.wrong,
                left=most_wrong(audit.population, len(audit.sheets)),
            ),
        )
        sentence(paper, say("Bundle drawn to be counted by hand: {batch}.", batch=audit.batch))
    if one.seal is not None and one.seal.unaudited:
        sentence(paper, say("Only the machine has counted: {reason}", reason=one.seal.unaudited))
    for voided in one.voided:
        told = say(
            "Taken back and counted anew: bundle {batch}, {count} sheets ({reason}).",
            batch=voided.batch or "-",
            count=voided.sheets,
            reason=voided.reason,
        )
        sentence(paper, told)
    if record.outcome.result.set_aside:
        sentence(
            paper,
            say("Pages set aside that are no ballots of this round: {count}.", count=record.outcome.result.set_aside),
        )


def _add_end(paper: Paper, record: CountRecord) -> None:
    say, seal = paper.say, record.round.seal
    if seal is None:
        return
    section(paper, say("7. End of the count"))
    at = local(record.heading, seal.at)
    moment = say("{time}, {date}", time=say.time(at), date=say.date(at.date()))
    sentence(
        paper, say("The count ended and was sealed at {moment} by {names}.", moment=moment, names=say.names(seal.by))
    )
    paper.text(say("Digest over all sheets and decisions (SHA-256): {digest}", digest=seal.digest))
    sentence(
        paper,
        say(
            "Made in 3 copies. The ballots are sealed and handed to the presidium, and by it to the new committee "
            "for archive ({article}).",
            article=_article(say, record, Rule.SEALING),
        ),
    )
