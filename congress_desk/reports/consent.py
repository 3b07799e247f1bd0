"""Consent to face identification on paper: a page for one delegate, or a list to be signed by a delegation.

Yes and no stand side by side and take one mark each; the text is the one of plumbing.consent_text.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from congress_desk.domain.delegates import Delegate
from congress_desk.domain.rights_records import ConsentFormRecord, ConsentListRecord
from congress_desk.plumbing.consent_text import DECLARATION, TEXT
from congress_desk.reports.composing import Span
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.header import add_head, add_title
from congress_desk.reports.page import Paper
from congress_desk.reports.pen import Align
from congress_desk.reports.table import Column, Row
from congress_desk.reports.wording import Say

ANSWER_HEIGHT = 24.0  # points
SIGNED_HEIGHT = 25.0
DOTS = "." * 60


def render_consent_form(record: ConsentFormRecord, fonts: FontSet, say: Say) -> bytes:
    paper = Paper(fonts, say, record.heading)
    people: Sequence[Delegate | None] = record.delegates or (None,)
    for place, delegate in enumerate(people):
        if place:
            paper.turn_page()
        _add_text(paper, record.text_version, record.erase_by)
        _add_person(paper, delegate)
        _add_answer(paper)
        paper.signatures(
            (say("WHO TOOK THE ANSWER"), say("(signature and full name)")),
            (say("THE DELEGATE"), say("(signature and full name)")),
        )
    return paper.finish(say("Consent to face identification"))


def render_consent_list(record: ConsentListRecord, fonts: FontSet, say: Say) -> bytes:
    paper = Paper(fonts, say, record.heading)
    for place, (name, members) in enumerate(record.delegations, 1):
        if place > 1:
            paper.turn_page()
        _add_text(paper, record.text_version, record.erase_by)
        paper.text(say(DECLARATION), part="table", bold=True, justified=True)
        paper.room(4)
        _add_members(paper, place, name, members)
        paper.room(4)
        paper.text(say("Whoever marks nothing has not agreed and comes in with the card."), part="table", italic=True)
        paper.signatures(
            (say("WHO TOOK THE ANSWERS"), say("(signature and full name)")),
            (say("HEAD OF THE DELEGATION"), say("(signature and full name)")),
        )
    return paper.finish(say("Consent to face identification"))


def _add_text(paper: Paper, version: str, erase_by: dt.date | None) -> None:
    say = paper.say
    add_head(paper, paper.heading.title)
    add_title(paper, say("CONSENT TO FACE IDENTIFICATION"), say("at the check-in; text {version}", version=version))
    paper.room(2)
    for name, sentence in TEXT:
        paper.text([Span(f"{say(name)}: ", bold=True), Span(say(sentence))], part="list", justified=True)
        paper.room(2)
    if erase_by is not None:
        told = say("At this congress all templates are erased by {date} at the latest.", date=say.date(erase_by))
        paper.text(told, part="table", bold=True)
    paper.room(4)


def _add_person(paper: Paper, delegate: Delegate | None) -> None:
    say = paper.say
    sheet = delegate.sheet if delegate is not None else None
    facts = (
        (say("Full name"), say.put(sheet.full_name) if sheet else ""),
        (say("Delegation"), say.delegation(sheet.delegation) if sheet else ""),
        (say("Card number"), say.put(sheet.card_number) if sheet else ""),
    )
    for name, value in facts:
        written = Span(value, bold=True) if value else Span(DOTS)
        paper.text([Span(f"{name}: "), written], part="table", keeps_next=True)
        paper.room(2)
    paper.room(3)


def _add_answer(paper: Paper) -> None:
    """Two boxes of one size: a mark in one of them is the answer."""
    say = paper.say
    columns = [
        Column(title=say("Mark one"), share=16, align=Align.CENTRE, handwritten=True),
        Column(title=say("My answer"), share=150),
    ]
    no = say("I do not agree. I come in with my card, and nobody asks me again.")
    rows = [Row(cells=("", say(DECLARATION))), Row(cells=("", no))]
    paper.table(columns, rows, row_height=ANSWER_HEIGHT)


def _add_members(paper: Paper, place: int, name: str, members: Sequence[Delegate]) -> None:
    say = paper.say
    title = {"number": place, "delegation": say.delegation(name)}
    counted = say("{number}. {delegation} - persons: {count}", count=len(members), **title)
    rows = [Row(heading=counted, heading_again=say("{number}. {delegation} (continued)", **title))]
    rows += [
        Row(cells=(str(n), say.put(d.sheet.full_name), say.put(d.sheet.card_number), "", "", ""))
        for n, d in enumerate(members, 1)
    ]
    columns = [
        Column(title=say("No."), share=20, align=Align.FIGURES),
        Column(title=say("Full name"), share=120),
        Column(title=say("Card number"), share=40, align=Align.CENTRE),
        Column(title=say("I agree"), share=46, handwritten=True),
        Column(title=say("I do not agree"), share=46, handwritten=True),
        Column(title=say("Signature and day"), share=100, handwritten=True),
    ]
    paper.table(columns, rows, row_height=SIGNED_HEIGHT)
