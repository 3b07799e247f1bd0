"""The label on the sealed packet of ballots, and the record of its way: committee, presidium, archive (Art. 8)."""

from __future__ import annotations

from congress_desk.domain.election_records import HandOverRecord, SealLabelRecord
from congress_desk.domain.election_rules import Rule
from congress_desk.domain.elections import Election, Flow, Round
from congress_desk.domain.records import Heading
from congress_desk.reports.composing import Span
from congress_desk.reports.count_record import article_told, round_told
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.header import add_head, add_title
from congress_desk.reports.page import Paper
from congress_desk.reports.session_words import local
from congress_desk.reports.table import Column, Row
from congress_desk.reports.vote_record import section, sentence
from congress_desk.reports.wording import Say

_DOTS = 40  # measured together


def render_seal_label(record: SealLabelRecord, fonts: FontSet, say: Say) -> bytes:
    paper = Paper(fonts, say, record.heading)
    add_head(paper, record.heading.title)
    add_title(paper, say("SEALED BALLOTS"), say.put(record.election.title), round_told(say, record.round))
    _add_contents(paper, record.heading, record.election, record.round)
    sentence(paper, say("To be opened only by decision of the body that is competent for it."))
    _sign(paper)
    return paper.finish(say("Seal label"))


def render_hand_over(record: HandOverRecord, fonts: FontSet, say: Say) -> bytes:
    paper = Paper(fonts, say, record.heading)
    add_head(paper, record.heading.title)
    add_title(
        paper, say("RECORD OF HANDING OVER BALLOTS"), say.put(record.election.title), round_told(say, record.round)
    )
    article = article_told(say, record.election, Rule.SEALING)
    sentence(paper, say("Basis: {law}, {article}.", law=record.election.profile.law or "-", article=article))
    paper.room(4)
    _add_contents(paper, record.heading, record.election, record.round)
    section(paper, say("1. The counting committee hands over to the presidium"))
    _add_blanks(paper)
    paper.signatures(
        (say("HANDED OVER: COUNTING COMMITTEE"), say("(signature and full name)")),
        (say("RECEIVED: PRESIDIUM"), say("(signature and full name)")),
    )
    section(paper, say("2. The presidium hands over to the new committee for archive"))
    _add_blanks(paper)
    paper.signatures(
        (say("HANDED OVER: PRESIDIUM"), say("(signature and full name)")),
        (say("RECEIVED: ARCHIVE"), say("(signature and full name)")),
    )
    return paper.finish(say("Record of handing over ballots"))


def _add_blanks(paper: Paper) -> None:
    """What is filled in by hand, a line each."""
    say = paper.say
    paper.text(_dotted(paper, say("Time and date:")), keeps_next=True)
    paper.text(say("Seals whole: yes / no"), keeps_next=True)
    paper.text(_dotted(paper, say("Remarks:")), keeps_next=True)


def _dotted(paper: Paper, label: str) -> str:
    """With dots to the end of the line."""
    composer = paper.composer(paper.size("body"))
    room = paper.width - composer.width([Span(f"{label} ")])
    return f"{label} {'.' * int(0.98 * _DOTS * room / composer.width([Span('.' * _DOTS)]))}"


def _add_contents(paper: Paper, heading: Heading, election: Election, one: Round) -> None:
    say, seal = paper.say, one.seal
    assert seal is not None
    result, at = seal.result, local(heading, seal.at)
    rows: list[tuple[str, str]] = [
        (say("Election"), say.put(election.title)),
        (say("Round"), str(one.number)),
        (say("Ballots in the packet"), str(result.collected)),
        (say("Valid ballots"), str(result.count.valid)),
        (say("Invalid ballots"), str(result.count.all_invalid)),
        (say("Not used: left over, spoiled, exchanged"), str(_unused(one))),
        (say("Sealed at"), say("{time}, {date}", time=say.time(at), date=say.date(at.date()))),
        (say("Sealed by"), say.put(", ".join(seal.by))),
        (say("Digest (SHA-256)"), say.put(seal.digest)),
    ]
    columns = [
        Column(title=say("Item"), share=70),
        Column(title=say("In the packet"), share=110),
    ]
    paper.table(columns, [Row(cells=cells) for cells in rows])
    paper.room(6)


def _unused(one: Round) -> int:
    result = one.seal.result if one.seal else None
    used = one.counted(Flow.SPOILED) + one.counted(Flow.EXCHANGED)
    if result is None or result.spare is not None or result.printed is None:
        return used + one.counted(Flow.SPARE)
    return max(0, result.printed - result.issued)


def _sign(paper: Paper) -> None:
    say: Say = paper.say
    paper.signatures(
        (say("HEAD OF THE COUNTING COMMITTEE"), say("(signature and full name)")),
        (say("MEMBER OF THE COUNTING COMMITTEE"), say("(signature and full name)")),
        (say("ON BEHALF OF THE PRESIDIUM"), say("(signature and full name)")),
    )
