"""The register of presentations: by topic group, each counted; every total is the sum of the rows above it."""

from __future__ import annotations

from congress_desk.domain.agenda_records import PresentationsRecord
from congress_desk.domain.speech_figures import Counts
from congress_desk.domain.speeches import Draft, Speech
from congress_desk.plumbing.programme_words import SPEECH_STATES
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.header import add_head, add_title
from congress_desk.reports.page import Paper
from congress_desk.reports.pen import Align
from congress_desk.reports.table import Column, Row
from congress_desk.reports.wording import Say


def render_presentations(record: PresentationsRecord, fonts: FontSet, say: Say) -> bytes:
    paper = Paper(fonts, say, record.heading, landscape=True)
    add_head(paper, record.heading.title)
    add_title(paper, say("REGISTER OF PRESENTATIONS"), say("of the congress: {title}", title=record.heading.title))
    paper.table(_columns(say), _rows(say, record), part="list")
    _add_figures(paper, record)
    paper.signatures(("",), (say("ON BEHALF OF THE SECRETARIAT"), say("(signature and full name)")))
    return paper.finish(say("Register of presentations"))


def _columns(say: Say) -> list[Column]:
    return [
        Column(title=say("No."), share=24, align=Align.CENTRE),
        Column(title=say("Presenting unit"), share=150, handwritten=True),
        Column(title=say("Topic"), share=290, handwritten=True),
        Column(title=say("Speaker"), share=120, handwritten=True),
        Column(title=say("Minutes"), share=40, align=Align.CENTRE),
        Column(title=say("State"), share=90, handwritten=True),
    ]


def _rows(say: Say, record: PresentationsRecord) -> list[Row]:
    rows: list[Row] = []
    number = 0
    for place, group in enumerate(record.groups, 1):
        named = {"number": place, "group": group.name or say("Other topics")}
        rows.append(
            Row(
                heading=say("{number}. {group}: {count}", count=group.count, **named),
                heading_again=say("{number}. {group} (continued)", **named),
            )
        )
        for speech in group.speeches:
            number += 1
            rows.append(Row(cells=_cells(say, number, speech)))
    rows.append(Row(heading=say("Grand total: {count}", count=record.total)))
    return rows


def _cells(say: Say, number: int, speech: Speech) -> tuple[str, ...]:
    topic = say.put(speech.topic)
    upper = speech.entry.draft is Draft.UPPER
    return (
        str(number),
        say.delegation(speech.delegation),
        say("{topic} (on a draft of the upper level)", topic=speech.topic) if upper else topic,
        say.put(speech.speaker),
        str(speech.entry.minutes),
        say(SPEECH_STATES[speech.state]),
    )


def _add_figures(paper: Paper, record: PresentationsRecord) -> None:
    """How they were given; the withdrawn are counted here and not in the register."""
    say, figures = paper.say, record.figures
    paper.room(paper.leading(paper.size("table")))
    columns = [
        Column(title=say("Presentations"), share=90, handwritten=True),
        Column(title=say("Registered"), share=30, align=Align.FIGURES),
        Column(title=say("Delivered directly"), share=30, align=Align.FIGURES),
        Column(title=say("Handed in as text"), share=30, align=Align.FIGURES),
        Column(title=say("Withdrawn by the speaker"), share=30, align=Align.FIGURES),
    ]
    own, upper = figures.by_draft.get(Draft.OWN, Counts()), figures.by_draft.get(Draft.UPPER, Counts())
    rows = [
        Row(cells=(say("On the congress's own drafts"), *_counts(own))),
        Row(cells=(say("On drafts of the upper level"), *_counts(upper))),
        Row(cells=(say("Total"), *_counts(figures.counts)), bold=True),
    ]
    paper.table(columns, rows, whole=True)


def _counts(counts: Counts) -> tuple[str, ...]:
    return tuple(map(str, (counts.registered, counts.delivered, counts.written, counts.withdrawn)))
