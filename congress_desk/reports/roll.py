"""The paper roll of one session: a part for each delegation, to be signed by every delegate and by its head.

Each delegation begins a page, so that its head takes his own sheets away and hands them in complete.
"""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.domain.attendance import Session
from congress_desk.domain.delegates import Delegate
from congress_desk.domain.records import Heading, RollRecord
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.header import add_head, add_title
from congress_desk.reports.page import Paper
from congress_desk.reports.pen import Align
from congress_desk.reports.session_words import seat_in, session_sentence
from congress_desk.reports.table import Column, Row
from congress_desk.reports.wording import Say

ROW_HEIGHT = 25.0  # room for a signature, points


def render_roll(record: RollRecord, fonts: FontSet, say: Say) -> bytes:
    paper = Paper(fonts, say, record.heading)
    for place, (name, members) in enumerate(record.delegations, 1):
        if place > 1:
            paper.turn_page()
        _add_delegation(paper, record, place, name, members)
    if len(record.delegations) != 1:
        _add_summary(paper, record)
    return paper.finish(say("Roll of the session"))


def _add_delegation(paper: Paper, record: RollRecord, place: int, name: str, members: Sequence[Delegate]) -> None:
    say = paper.say
    _add_top(paper, record.heading, record.session)
    title = {"number": place, "delegation": say.delegation(name)}
    counted = say("{number}. {delegation} - persons: {count}", count=len(members), **title)
    again = say("{number}. {delegation} (continued)", **title)
    rows = [Row(heading=counted, heading_again=again)]
    rows += [Row(cells=_cells(say, n, d, record.session)) for n, d in enumerate(members, 1)]
    paper.table(_columns(say), rows, row_height=ROW_HEIGHT)
    paper.room(8)
    paper.text(
        say(
            "Listed: {count}. Present: ........ Absent with leave: ........ Absent without leave: ........",
            count=len(members),
        ),
        part="table",
    )
    paper.signatures(("",), (say("HEAD OF THE DELEGATION"), say("(signature and full name)")))


def _add_summary(paper: Paper, record: RollRecord) -> None:
    """The sheets of all delegations, counted."""
    say = paper.say
    if record.delegations:
        paper.turn_page()
    _add_top(paper, record.heading, record.session)
    columns = [
        Column(title=say("No."), share=10, align=Align.FIGURES),
        Column(title=say("Delegation"), share=60),
        Column(title=say("Persons listed"), share=22, align=Align.FIGURES),
        Column(title=say("Present"), share=22, handwritten=True),
    ]
    rows = [
        Row(cells=(str(n), say.delegation(name), str(len(members)), ""))
        for n, (name, members) in enumerate(record.delegations, 1)
    ]
    total = sum(len(members) for _, members in record.delegations)
    rows.append(Row(cells=("", say("Total"), str(total), ""), bold=True))
    paper.table(columns, rows)
    paper.signatures(("",), (say("ON BEHALF OF THE SECRETARIAT"), say("(signature and full name)")))


def _add_top(paper: Paper, heading: Heading, session: Session) -> None:
    add_head(paper, heading.title)
    sentence = session_sentence(paper.say, heading, session)
    add_title(paper, paper.say("ROLL OF THE SESSION"), sentence)
    paper.room(4)


def _columns(say: Say) -> list[Column]:
    return [
        Column(title=say("No."), share=24, align=Align.FIGURES),
        Column(title=say("Full name"), share=112),
        Column(title=say("Position, unit"), share=146),
        Column(title=say("Seat"), share=38, align=Align.CENTRE),
        Column(title=say("Signature"), share=92, handwritten=True),
        Column(title=say("Note"), share=40, handwritten=True),
    ]


def _cells(say: Say, number: int, delegate: Delegate, session: Session) -> tuple[str, ...]:
    sheet = delegate.sheet
    note = "" if delegate.counts else say.short_category(sheet.category)
    return (str(number), say.put(sheet.full_name), say.post(delegate), seat_in(say, delegate, session), "", note)
