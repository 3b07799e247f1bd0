"""The resolution with its table of targets, and the annex of the action programme with the three clears."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from congress_desk.domain.closing_records import ActionProgrammeRecord, ResolutionRecord
from congress_desk.domain.closing_texts import Target, Task
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.header import add_head, add_title
from congress_desk.reports.page import Paper
from congress_desk.reports.pen import Align
from congress_desk.reports.table import Column, Row
from congress_desk.reports.wording import Say

_PART = re.compile(r"^(?:[IVXLC]+|[A-Z])[.)\-]\s|^(?:Điều|Article|المادة)\s+\d+")


def render_resolution(record: ResolutionRecord, fonts: FontSet, say: Say) -> bytes:
    return lay_resolution(record, fonts, say).finish(say("Resolution"))


def lay_resolution(record: ResolutionRecord, fonts: FontSet, say: Say) -> Paper:
    paper = Paper(fonts, say, record.heading)
    add_head(paper, record.heading.title, say("No. {number}", number=record.number) if record.number else "")
    add_title(paper, say("RESOLUTION"), record.heading.title)
    _add_paragraphs(paper, record.paragraphs)
    _sign(paper)
    if record.targets:
        _add_targets(paper, record.targets)
    return paper


def render_action_programme(record: ActionProgrammeRecord, fonts: FontSet, say: Say) -> bytes:
    return lay_action_programme(record, fonts, say).finish(say("Action programme"))


def lay_action_programme(record: ActionProgrammeRecord, fonts: FontSet, say: Say) -> Paper:
    paper = Paper(fonts, say, record.heading, landscape=True)
    add_head(paper, record.heading.title)
    add_title(paper, say("ACTION PROGRAMME"), say("to carry out the resolution of the congress"))
    _add_paragraphs(paper, record.paragraphs)
    paper.room(4)
    paper.table(_task_columns(say), _task_rows(say, record.tasks))
    _sign(paper)
    return paper


def _add_paragraphs(paper: Paper, paragraphs: Sequence[str]) -> None:
    """A line that begins as parts do ("I.", "Điều 1") is bold and stays with what follows."""
    for paragraph in paragraphs:
        part = bool(_PART.match(paragraph))
        text = paper.say.put(paragraph)
        paper.text(text, bold=part, justified=True, indent=paper.style.indent, keeps_next=part)


def _add_targets(paper: Paper, targets: Sequence[Target]) -> None:
    say = paper.say
    paper.turn_page()
    paper.text(say("ANNEX"), part="title", align=Align.CENTRE, bold=True, keeps_next=True)
    paper.text(say("Targets of the resolution"), part="abstract", align=Align.CENTRE, bold=True, keeps_next=True)
    paper.room(6)
    columns = [
        Column(title=say("No."), share=22, align=Align.FIGURES),
        Column(title=say("Target"), share=170),
        Column(title=say("Unit of measure"), share=52, align=Align.CENTRE),
        Column(title=say("To be reached"), share=70, align=Align.CENTRE),
        Column(title=say("By"), share=52, align=Align.CENTRE),
        Column(title=say("Note"), share=70),
    ]
    rows: list[Row] = []
    number = 0
    for group, members in groupby(targets, key=lambda target: target.group):
        if group:
            rows.append(Row(heading=say.put(group), heading_again=say("{group} (continued)", group=group)))
        for one in members:
            number += 1
            cells = (one.name, one.unit, one.value, one.by, one.note)
            rows.append(Row(cells=(str(number), *map(say.put, cells))))
    paper.table(columns, rows)


def _task_columns(say: Say) -> list[Column]:
    return [
        Column(title=say("No."), share=22, align=Align.FIGURES),
        Column(title=say("Task"), share=290),
        Column(title=say("Person or body in the lead"), share=140),
        Column(title=say("To be issued"), share=74, align=Align.CENTRE),
        Column(title=say("To be done by"), share=78, align=Align.CENTRE),
        Column(title=say("Note"), share=80),
    ]


def _task_rows(say: Say, tasks: Sequence[Task]) -> list[Row]:
    rows: list[Row] = []
    number = 0
    for group, members in groupby(tasks, key=lambda task: task.group):
        if group:
            rows.append(Row(heading=say.put(group), heading_again=say("{group} (continued)", group=group)))
        for one in members:
            number += 1
            cells = (one.task, one.lead, one.issued, one.deadline, one.note)
            rows.append(Row(cells=(str(number), *map(say.put, cells))))
    return rows


def _sign(paper: Paper) -> None:
    paper.room(6)
    paper.signatures(("",), (paper.say("ON BEHALF OF THE PRESIDIUM"), paper.say("(signature and full name)")))
