"""Who has opened which document: for the secretariat. One document is printed in full, many as a table."""

from __future__ import annotations

from congress_desk.domain.documents_records import DocumentReading, ReadingRecord
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.header import add_head, add_title
from congress_desk.reports.page import Paper
from congress_desk.reports.pen import Align
from congress_desk.reports.table import Column, Row
from congress_desk.reports.wording import Say


def render_reading(record: ReadingRecord, fonts: FontSet, say: Say) -> bytes:
    paper = Paper(fonts, say, record.heading)
    add_head(paper, record.heading.title)
    add_title(paper, say("DOCUMENTS OPENED"), say("for the secretariat only"))
    if record.documents:
        paper.table(_columns(say), [_row(say, n, one) for n, one in enumerate(record.documents, 1)])
    paper.room(4)
    paper.text(
        say(
            "Delegates are those who opened a document by their own link. Devices are counted by a random number "
            "that the portal gave them; one person may have several."
        ),
        part="table",
        italic=True,
    )
    if len(record.documents) == 1:
        _add_whole(paper, record.documents[0])
    return paper.finish(say("Documents opened"))


def _columns(say: Say) -> list[Column]:
    return [
        Column(title=say("No."), share=16, align=Align.FIGURES),
        Column(title=say("Document"), share=130),
        Column(title=say("Delegates"), share=30, align=Align.FIGURES),
        Column(title=say("Share of delegates"), share=36, align=Align.FIGURES),
        Column(title=say("Read to the end"), share=32, align=Align.FIGURES),
        Column(title=say("Devices"), share=30, align=Align.FIGURES),
        Column(title=say("Times"), share=26, align=Align.FIGURES),
    ]


def _row(say: Say, number: int, one: DocumentReading) -> Row:
    expected = sum(d.expected for d in one.delegations)
    return Row(
        cells=(
            str(number),
            say.put(one.document.card.title),
            f"{one.opened}/{expected}",
            say.share(one.opened, expected),
            str(one.finished),
            str(one.devices),
            str(one.times),
        )
    )


def _add_whole(paper: Paper, one: DocumentReading) -> None:
    say = paper.say
    paper.room(6)
    paper.text(say("By delegation"), bold=True, keeps_next=True)
    paper.room(3)
    columns = [
        Column(title=say("Delegation"), share=120, handwritten=True),
        Column(title=say("Delegates"), share=30, align=Align.FIGURES),
        Column(title=say("Opened"), share=30, align=Align.FIGURES),
        Column(title=say("Read to the end"), share=30, align=Align.FIGURES),
        Column(title=say("Share opened"), share=40, align=Align.FIGURES),
    ]
    paper.table(
        columns,
        [
            Row(
                cells=(
                    say.delegation(d.delegation),
                    str(d.expected),
                    str(d.opened),
                    str(d.finished),
                    say.share(d.opened, d.expected),
                )
            )
            for d in one.delegations
        ],
    )
    paper.room(6)
    paper.text(say("Have not opened it: {count}", count=len(one.not_opened)), bold=True, keeps_next=True)
    paper.room(3)
    if one.not_opened:
        names = [
            Column(title=say("No."), share=16, align=Align.FIGURES),
            Column(title=say("Full name"), share=100),
            Column(title=say("Delegation"), share=100),
            Column(title=say("Note"), share=60, handwritten=True),
        ]
        rows = [
            Row(cells=(str(n), say.put(d.sheet.full_name), say.delegation(d.sheet.delegation), ""))
            for n, d in enumerate(one.not_opened, 1)
        ]
        paper.table(names, rows)
