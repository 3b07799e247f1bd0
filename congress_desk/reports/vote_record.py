"""A vote by show of hands on paper (domain.md 5), and the register of all of them; every figure with its base."""

from __future__ import annotations

from congress_desk.domain.election_records import VoteRecord
from congress_desk.domain.majority import Base
from congress_desk.domain.votes import HandsVote
from congress_desk.plumbing.vote_words import (
    DEDUCTIONS,
    ITEM_KINDS,
    METHODS_OF_VOTING,
    PASSED,
    REJECTED,
    formula_message,
)
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.header import add_head, add_title
from congress_desk.reports.page import Paper
from congress_desk.reports.pen import Align
from congress_desk.reports.session_words import local
from congress_desk.reports.table import Column, Row
from congress_desk.reports.wording import Say


def render_vote(record: VoteRecord, fonts: FontSet, say: Say) -> bytes:
    if record.register:
        return _register(record, fonts, say)
    paper = Paper(fonts, say, record.heading)
    vote = record.votes[0]
    add_head(paper, record.heading.title)
    add_title(paper, say("VOTE RECORD"), say("Vote no. {number}: {item}", number=vote.number, item=vote.item))
    if vote.voided:
        paper.text(say("This vote was voided: {reason}", reason=vote.voided), bold=True, keeps_next=True)
    _add_circumstances(paper, record, vote)
    _add_figures(paper, vote)
    _add_zones(paper, vote)
    add_deductions(paper, vote.base)
    paper.signatures(
        (say("ON BEHALF OF THE SECRETARIAT"), say("(signature and full name)")),
        (say("ON BEHALF OF THE PRESIDIUM"), say("(signature and full name)")),
    )
    return paper.finish(say("Vote record"))


def add_deductions(paper: Paper, base: Base) -> None:
    """Everybody who is not in the base, by name."""
    say = paper.say
    if not base.deductions:
        return
    section(paper, say("Deducted from the convened: {count}", count=len(base.deductions)))
    columns = [
        Column(title=say("No."), share=14, align=Align.FIGURES),
        Column(title=say("Full name"), share=60),
        Column(title=say("Reason"), share=100),
    ]
    rows = [
        Row(cells=(str(n), say.put(d.name), _because(say, say(DEDUCTIONS[d.reason]), d.note)))
        for n, d in enumerate(base.deductions, 1)
    ]
    paper.table(columns, rows)


def section(paper: Paper, title: str) -> None:
    paper.room(paper.leading(paper.size("body")) * 0.5)
    paper.text(title, bold=True, keeps_next=True)
    paper.room(3)


def sentence(paper: Paper, text: str) -> None:
    paper.text(text, justified=True, indent=paper.style.indent)


def _because(say: Say, reason: str, note: str) -> str:
    return f"{reason} ({say.put(note)})" if note else reason


def _add_circumstances(paper: Paper, record: VoteRecord, vote: HandsVote) -> None:
    say = paper.say
    at = local(record.heading, vote.at)
    session = record.sessions.get(vote.session, "") if vote.session else ""
    rows = [
        (say("Matter"), say(ITEM_KINDS[vote.kind])),
        (say("Session"), say.put(session)),
        (say("Time"), say("{time}, {date}", time=say.time(at), date=say.date(at.date()))),
        (say("Presided by"), say.put(vote.presider)),
        (say("Manner of voting"), say(METHODS_OF_VOTING[vote.method])),
    ]
    for name, value in rows:
        if value:
            sentence(paper, say("{name}: {value}", name=name, value=value))


def _add_figures(paper: Paper, vote: HandsVote) -> None:
    say, base = paper.say, vote.base.count
    section(paper, say("Result of the vote"))
    columns = [
        Column(title=say("Figure"), share=80),
        Column(title=say("Persons"), share=30, align=Align.FIGURES),
        Column(title=say("% of the base"), share=34, align=Align.FIGURES),
    ]
    figures = [
        (say("Delegates convened"), vote.base.convened, ""),
        (say("Base: convened less deductions"), base, ""),
        (say("Present, checked in at that moment"), vote.present, say.share(vote.present, base)),
        (say("Agree"), vote.agree, say.share(vote.agree, base)),
        (say("Disagree"), vote.disagree, say.share(vote.disagree, base)),
        (say("Other opinion, abstention"), vote.other, say.share(vote.other, base)),
    ]
    bold = (1, 3)
    paper.table(
        columns,
        [Row(cells=(name, str(n), share), bold=place in bold) for place, (name, n, share) in enumerate(figures)],
    )
    paper.room(4)
    formula = say(formula_message(vote.formula), share=_fraction(say, vote))
    sentence(
        paper,
        say(
            "Adopted with {formula}: {needed} of {base} are needed, {agree} agreed.",
            formula=formula,
            needed=vote.formula.needed(base),
            base=base,
            agree=vote.agree,
        ),
    )
    result = say("The matter is adopted.") if vote.passed else say("The matter is not adopted.")
    paper.text(result, bold=True, indent=paper.style.indent)
    if vote.counted != vote.present:
        sentence(
            paper,
            say(
                "{counted} were counted, {present} were checked in: {reason}",
                counted=vote.counted,
                present=vote.present,
                reason=vote.reason,
            ),
        )
    if vote.note:
        sentence(paper, say("Note: {note}", note=vote.note))


def _fraction(say: Say, vote: HandsVote) -> str:
    share = vote.formula.share
    return say.put(f"{share.numerator}/{share.denominator}")


def _add_zones(paper: Paper, vote: HandsVote) -> None:
    say = paper.say
    named = [zone for zone in vote.zones if zone.zone or zone.teller]
    if not named:
        return
    section(paper, say("Counted by zone"))
    columns = [
        Column(title=say("Zone"), share=50),
        Column(title=say("Teller"), share=70),
        Column(title=say("Agree"), share=28, align=Align.FIGURES),
        Column(title=say("Disagree"), share=28, align=Align.FIGURES),
        Column(title=say("Other opinion"), share=28, align=Align.FIGURES),
    ]
    rows = [
        Row(cells=(say.put(z.zone), say.put(z.teller), str(z.agree), str(z.disagree), str(z.other))) for z in named
    ]
    rows.append(Row(cells=(say("Total"), "", str(vote.agree), str(vote.disagree), str(vote.other)), bold=True))
    paper.table(columns, rows)


def _register(record: VoteRecord, fonts: FontSet, say: Say) -> bytes:
    paper = Paper(fonts, say, record.heading, landscape=True)
    add_head(paper, record.heading.title)
    add_title(paper, say("REGISTER OF VOTES"), say("by show of hands"))
    columns = [
        Column(title=say("No."), share=12, align=Align.FIGURES),
        Column(title=say("Time"), share=30),
        Column(title=say("Put to the vote"), share=110),
        Column(title=say("Base"), share=20, align=Align.FIGURES),
        Column(title=say("Present"), share=20, align=Align.FIGURES),
        Column(title=say("Agree"), share=20, align=Align.FIGURES),
        Column(title=say("Disagree"), share=20, align=Align.FIGURES),
        Column(title=say("Other opinion"), share=20, align=Align.FIGURES),
        Column(title=say("% of the base"), share=26, align=Align.FIGURES),
        Column(title=say("Result"), share=34),
    ]
    paper.table(columns, [Row(cells=_line(say, record, vote)) for vote in record.votes])
    paper.signatures(
        (say("ON BEHALF OF THE SECRETARIAT"), say("(signature and full name)")),
        (say("ON BEHALF OF THE PRESIDIUM"), say("(signature and full name)")),
    )
    return paper.finish(say("Register of votes"))


def _line(say: Say, record: VoteRecord, vote: HandsVote) -> tuple[str, ...]:
    at = local(record.heading, vote.at)
    result = say(PASSED if vote.passed else REJECTED)
    if vote.voided:
        result = say("Voided: {reason}", reason=vote.voided)
    return (
        str(vote.number),
        say("{time}, {date}", time=say.time(at), date=say.date(at.date())),
        say.put(vote.item),
        str(vote.base.count),
        str(vote.present),
        str(vote.agree),
        str(vote.disagree),
        str(vote.other),
        say.share(vote.agree, vote.base.count),
        result,
    )
