"""The register of documents of a year: counted by type, then every document by type, number and title."""

from __future__ import annotations

from congress_desk.domain.documents import Document, Status
from congress_desk.domain.documents_records import RegisterRecord
from congress_desk.plumbing.document_words import SECRECIES, STATUSES, TYPES
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.header import add_head, add_title
from congress_desk.reports.page import Paper
from congress_desk.reports.pen import Align
from congress_desk.reports.table import Column, Row
from congress_desk.reports.wording import Say


def render_register(record: RegisterRecord, fonts: FontSet, say: Say) -> bytes:
    paper = Paper(fonts, say, record.heading, landscape=True)
    add_head(paper, record.heading.convening_body or record.heading.title)
    of_year = say("Year {year}", year=str(record.year)) if record.year else say("All years")
    add_title(paper, say("REGISTER OF DOCUMENTS"), of_year)
    _add_counts(paper, record)
    if record.groups:
        paper.room(paper.leading(paper.size("table")))
        paper.table(_columns(say), _rows(say, record), part="list")
    paper.signatures(("",), (say("ON BEHALF OF THE SECRETARIAT"), say("(signature and full name)")))
    return paper.finish(say("Register of documents"))


def _add_counts(paper: Paper, record: RegisterRecord) -> None:
    """What a report names: 8 resolutions, 3 directives, ..."""
    say = paper.say
    columns = [
        Column(title=say("Type of document"), share=60, handwritten=True),
        Column(title=say("Documents"), share=20, align=Align.FIGURES),
        Column(title=say("In force"), share=20, align=Align.FIGURES),
        Column(title=say("Recalled"), share=20, align=Align.FIGURES),
    ]
    everything: list[Document] = []
    rows = []
    for kind, documents in record.groups:
        rows.append(Row(cells=(say(TYPES[kind]), *_counted(documents))))
        everything += documents
    rows.append(Row(cells=(say("Total"), *_counted(everything)), bold=True))
    paper.table(columns, rows)


def _counted(documents: list[Document] | tuple[Document, ...]) -> tuple[str, str, str]:
    recalled = sum(d.status is Status.RECALLED for d in documents)
    return str(len(documents)), str(len(documents) - recalled), str(recalled)


def _columns(say: Say) -> list[Column]:
    return [
        Column(title=say("No."), share=22, align=Align.FIGURES),
        Column(title=say("Number of document"), share=84),
        Column(title=say("Title of document"), share=250, handwritten=True),
        Column(title=say("Issued on"), share=60, align=Align.CENTRE),
        Column(title=say("Class"), share=80),
        Column(title=say("Version"), share=40, align=Align.CENTRE),
        Column(title=say("Pages"), share=40, align=Align.FIGURES),
        Column(title=say("Status"), share=70),
    ]


def _rows(say: Say, record: RegisterRecord) -> list[Row]:
    zone = record.heading.printed_at.tzinfo
    rows: list[Row] = []
    number = 0
    for place, (kind, documents) in enumerate(record.groups, 1):
        title = {"number": place, "type": say(TYPES[kind])}
        rows.append(
            Row(
                heading=say("{number}. {type} - {count}", count=len(documents), **title),
                heading_again=say("{number}. {type} (continued)", **title),
            )
        )
        for document in documents:
            number += 1
            issued = say.date(document.issued_at.astimezone(zone).date()) if document.issued_at else ""
            cells = (
                str(number),
                say.put(document.card.number),
                say.put(document.card.title),
                issued,
                say(SECRECIES[document.card.secrecy]),
                str(document.current.number),
                str(document.current.pages or ""),
                say(STATUSES[document.status]),
            )
            rows.append(Row(cells=cells))
    return rows
