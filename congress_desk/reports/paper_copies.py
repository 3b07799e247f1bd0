"""The book of paper copies with room for signatures, and the list of what is still out."""

from __future__ import annotations

from congress_desk.domain.documents_records import CopiesRecord, CopyLine
from congress_desk.plumbing.document_words import SECRECIES
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.header import add_head, add_title
from congress_desk.reports.page import Paper
from congress_desk.reports.pen import Align
from congress_desk.reports.table import Column, Row
from congress_desk.reports.wording import Say

ROW_HEIGHT = 24.0  # room for a signature, points


def render_copies(record: CopiesRecord, fonts: FontSet, say: Say) -> bytes:
    paper = Paper(fonts, say, record.heading, landscape=True)
    add_head(paper, record.heading.title)
    title = say("PAPER COPIES STILL OUT") if record.only_out else say("BOOK OF PAPER COPIES")
    add_title(paper, title, say("given out and taken back by number, against signature"))
    out = sum(line.copy.is_out for line in record.lines)
    paper.text(
        say("Copies listed: {count}. Still out: {out}.", count=len(record.lines), out=out), part="table", italic=True
    )
    paper.room(4)
    if record.lines:
        paper.table(_columns(say), _rows(say, record), row_height=ROW_HEIGHT)
    paper.signatures(("",), (say("ON BEHALF OF THE SECRETARIAT"), say("(signature and full name)")))
    return paper.finish(say("Paper copies"))


def _columns(say: Say) -> list[Column]:
    return [
        Column(title=say("Copy no."), share=34, align=Align.CENTRE),
        Column(title=say("Issued to"), share=170),
        Column(title=say("Delegation"), share=110),
        Column(title=say("Given out"), share=74, align=Align.CENTRE),
        Column(title=say("Signature"), share=90, handwritten=True),
        Column(title=say("Returned"), share=74, align=Align.CENTRE),
        Column(title=say("Signature"), share=90, handwritten=True),
    ]


def _rows(say: Say, record: CopiesRecord) -> list[Row]:
    rows: list[Row] = []
    last = ""
    for line in record.lines:
        if line.document.id != last:
            last = line.document.id
            rows.append(_heading(say, line))
        rows.append(Row(cells=_cells(say, line, record)))
    return rows


def _heading(say: Say, line: CopyLine) -> Row:
    card = line.document.card
    named = " ".join(part for part in (card.number, card.title) if part)
    told = say("{title} ({level})", title=named, level=say(SECRECIES[card.secrecy]))
    return Row(heading=told, heading_again=told)


def _cells(say: Say, line: CopyLine, record: CopiesRecord) -> tuple[str, ...]:
    zone = record.heading.printed_at.tzinfo
    issued = line.copy.issued_at.astimezone(zone)
    back = line.copy.returned_at.astimezone(zone) if line.copy.returned_at else None
    holder = line.delegate.sheet.full_name if line.delegate else ""
    return (
        str(line.copy.number),
        say.put(holder) if holder else say("(the delegation)"),
        say.delegation(line.copy.delegation),
        f"{say.date(issued.date())} {say.time(issued)}",
        "",
        f"{say.date(back.date())} {say.time(back)}" if back else "",
        "",
    )
