"""The list of delegates: by delegation, then once more in ABC order by given name, with totals."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from congress_desk.domain.delegates import Category, Delegate, DelegateId, Gender
from congress_desk.domain.records import DelegateListRecord
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.header import add_head, add_title
from congress_desk.reports.page import Paper
from congress_desk.reports.pen import Align
from congress_desk.reports.table import Column, Row
from congress_desk.reports.wording import Say


def render_delegates(record: DelegateListRecord, fonts: FontSet, say: Say) -> bytes:
    paper = Paper(fonts, say, record.heading, landscape=True)
    heading = record.heading
    add_head(paper, heading.convening_body or heading.title)
    add_title(paper, say("LIST OF DELEGATES"), say("of the congress: {title}", title=heading.title))
    _add_totals(paper, record.delegates)
    if record.delegates:
        _add_by_delegation(paper, record)
        _add_alphabetical(paper, record)
    return paper.finish(say("List of delegates"))


def _add_by_delegation(paper: Paper, record: DelegateListRecord) -> None:
    say = paper.say
    _add_part(paper, say("I. By delegation"))
    names = _names(record)
    rows: list[Row] = []
    number = 0
    for place, (name, members) in enumerate(_by_delegation(record.delegates), 1):
        title = {"number": place, "delegation": say.delegation(name)}
        counted = say(
            "{number}. {delegation} - persons: {count}, women: {women}",
            count=len(members),
            women=_women(members),
            **title,
        )
        rows.append(Row(heading=counted, heading_again=say("{number}. {delegation} (continued)", **title)))
        for delegate in members:
            number += 1
            cells = _cells(say, number, delegate, names)
            rows.append(Row(cells=(*cells[:5], *cells[6:])))
    columns = _columns(say)
    paper.table([*columns[:5], *columns[6:]], rows, part="list")


def _add_alphabetical(paper: Paper, record: DelegateListRecord) -> None:
    say = paper.say
    paper.turn_page()
    _add_part(paper, say("II. In alphabetical order of given names"))
    names = _names(record)
    rows = [Row(cells=_cells(say, n, d, names)) for n, d in enumerate(record.alphabetical, 1)]
    paper.table(_columns(say), rows, part="list")


def _add_part(paper: Paper, title: str) -> None:
    paper.room(paper.leading(paper.size("table")))
    paper.text(title, part="abstract", bold=True, keeps_next=True)
    paper.room(4)


def _add_totals(paper: Paper, delegates: Sequence[Delegate]) -> None:
    """By category; every share with its base."""
    say = paper.say
    total = len(delegates)
    columns = [
        Column(title=say("Category"), share=40),
        Column(title=say("Persons"), share=14, align=Align.FIGURES),
        Column(title=say("Share of the list"), share=20, align=Align.FIGURES),
        Column(title=say("Women"), share=14, align=Align.FIGURES),
        Column(title=say("Share of women in the category"), share=24, align=Align.FIGURES),
    ]
    rows = []
    for category in Category:
        members = [d for d in delegates if d.sheet.category is category]
        if members:
            rows.append(_total_row(say, say.category(category), members, total))
    rows.append(_total_row(say, say("Total"), delegates, total, bold=True))
    paper.table(columns, rows)
    paper.room(4)
    convened = sum(d.counts for d in delegates)
    paper.text(
        say(
            "Convened official delegates (the base of quorum and votes): {count}. "
            "Shares are of the {total} persons in this list.",
            count=convened,
            total=total,
        ),
        part="table",
        italic=True,
    )


def _total_row(say: Say, title: str, members: Sequence[Delegate], total: int, *, bold: bool = False) -> Row:
    count, women = len(members), _women(members)
    cells = (title, str(count), say.share(count, total), str(women), say.share(women, count))
    return Row(cells=cells, bold=bold)


def _columns(say: Say) -> list[Column]:
    return [
        Column(title=say("No."), share=22, align=Align.FIGURES),
        Column(title=say("Full name"), share=118),
        Column(title=say("Gender"), share=32, align=Align.CENTRE),
        Column(title=say("Birth date"), share=54, align=Align.CENTRE),
        Column(title=say("Position, unit"), share=190),
        Column(title=say("Delegation"), share=104),
        Column(title=say("Category"), share=72),
        Column(title=say("Card number"), share=36, align=Align.CENTRE),
        Column(title=say("Note"), share=74),
    ]


def _cells(say: Say, number: int, delegate: Delegate, names: dict[DelegateId, str]) -> tuple[str, ...]:
    sheet = delegate.sheet
    birth = say.put(sheet.birth_date.as_written()) if sheet.birth_date else ""
    return (
        str(number),
        say.put(sheet.full_name),
        say.gender(sheet.gender),
        birth,
        say.post(delegate),
        say.delegation(sheet.delegation),
        say.short_category(sheet.category),
        say.put(sheet.card_number),
        _note(say, delegate, names),
    )


def _note(say: Say, delegate: Delegate, names: dict[DelegateId, str]) -> str:
    notes = [say.standing(delegate)]
    if delegate.replaces is not None:
        notes.append(say("in place of {name}", name=names.get(delegate.replaces, "")))
    notes.append(say.put(delegate.sheet.note))
    return "; ".join(note for note in notes if note)


def _names(record: DelegateListRecord) -> dict[DelegateId, str]:
    return {d.id: d.sheet.full_name for d in record.delegates}


def _by_delegation(delegates: Sequence[Delegate]) -> list[tuple[str, list[Delegate]]]:
    return [(name, list(group)) for name, group in groupby(delegates, key=lambda d: d.sheet.delegation)]


def _women(delegates: Sequence[Delegate]) -> int:
    return sum(d.sheet.gender is Gender.FEMALE for d in delegates)
