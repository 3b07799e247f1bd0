"""The first pages of the bound record pack: which record stands on which page, and what was left out and why."""

from __future__ import annotations

from congress_desk.domain.packing import PackContentsRecord
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.header import add_head, add_title
from congress_desk.reports.page import Paper
from congress_desk.reports.pen import Align
from congress_desk.reports.table import Column, Row
from congress_desk.reports.wording import Say


def render_pack_contents(record: PackContentsRecord, fonts: FontSet, say: Say) -> bytes:
    paper = Paper(fonts, say, record.heading)
    add_head(paper, record.heading.title)
    add_title(paper, say("RECORDS OF THE CONGRESS"), say("Contents"))
    columns = [
        Column(title=say("No."), share=20, align=Align.FIGURES),
        Column(title=say("Record"), share=116),
        Column(title=say("Session, vote or round"), share=150),
        Column(title=say("Code"), share=58, align=Align.CENTRE),
        Column(title=say("Pages"), share=36, align=Align.FIGURES),
        Column(title=say("From page"), share=44, align=Align.FIGURES),
    ]
    rows = [
        Row(cells=(str(n), say.put(p.title), say.put(p.about), say.put(_digits(p.id)), str(p.pages), str(p.page)))
        for n, p in enumerate(record.packed, 1)
    ]
    paper.table(columns, rows)
    if record.sealed:
        _add_sealed(paper, record)
    if record.left_out:
        _add_left_out(paper, record)
    return paper.finish(say("Records of the congress"))


def _digits(code: str) -> str:
    """The end of a record's code; its beginning is the form, which is named beside it."""
    return code.rsplit("-", 1)[-1]


def _add_sealed(paper: Paper, record: PackContentsRecord) -> None:
    """These stand in the folder only: bound with others they would not be the sealed files any more."""
    say = paper.say
    paper.room(10)
    told = say("Sealed files in the folder of the pack, byte for byte: {count}", count=len(record.sealed))
    paper.text(told, bold=True, keeps_next=True)
    paper.room(3)
    columns = [
        Column(title=say("Record"), share=150),
        Column(title=say("Code"), share=58, align=Align.CENTRE),
        Column(title=say("Signed by"), share=110),
        Column(title="SHA-256", share=106),
    ]
    rows = [
        Row(
            cells=(
                say.put(s.title),
                say.put(_digits(s.id)),
                say.put(", ".join(s.signers)),
                say.put(_grouped(s.sha256)),
            )
        )
        for s in record.sealed
    ]
    paper.table(columns, rows)


def _grouped(sha256: str) -> str:
    """Its first 16 digits, in fours; the whole hash stands in index.json."""
    return " ".join(sha256[place : place + 4] for place in range(0, 16, 4)) + " …"


def _add_left_out(paper: Paper, record: PackContentsRecord) -> None:
    say = paper.say
    paper.room(10)
    paper.text(say("Left out: {count}", count=len(record.left_out)), bold=True, keeps_next=True)
    paper.room(3)
    columns = [
        Column(title=say("Record"), share=110),
        Column(title=say("Session, vote or round"), share=70),
        Column(title=say("Why"), share=190),
    ]
    rows = [Row(cells=(say.put(one.title), say.put(one.about), say.put(one.told))) for one in record.left_out]
    paper.table(columns, rows)
