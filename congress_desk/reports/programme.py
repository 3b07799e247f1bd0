"""The printed programme: four columns (no., time, content, by whom) in bands of a day and a half-day."""

from __future__ import annotations

from congress_desk.domain.agenda_records import ProgrammeBand, ProgrammeLine, ProgrammeRecord
from congress_desk.plumbing.texts import marked
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.header import add_head, add_title
from congress_desk.reports.page import Paper
from congress_desk.reports.pen import Align
from congress_desk.reports.session_words import local
from congress_desk.reports.table import Column, Row
from congress_desk.reports.wording import Say

WEEKDAYS = (
    marked("Monday"),
    marked("Tuesday"),
    marked("Wednesday"),
    marked("Thursday"),
    marked("Friday"),
    marked("Saturday"),
    marked("Sunday"),
)


def render_programme(record: ProgrammeRecord, fonts: FontSet, say: Say) -> bytes:
    paper = Paper(fonts, say, record.heading)
    add_head(paper, record.heading.title)
    add_title(paper, say("PROGRAMME"), say("of the congress: {title}", title=record.heading.title))
    columns = [
        Column(title=say("No."), share=28, align=Align.CENTRE),
        Column(title=say("Time"), share=84, align=Align.CENTRE),
        Column(title=say("Content"), share=250, handwritten=True),
        Column(title=say("Carried out by"), share=110, handwritten=True),
    ]
    paper.table(columns, [row for band in record.bands for row in _rows(paper, band)])
    paper.signatures((say("ON BEHALF OF THE PRESIDIUM"), say("(signature and full name)")))
    return paper.finish(say("Programme of the congress"))


def _rows(paper: Paper, band: ProgrammeBand) -> list[Row]:
    title = _band_title(paper, band)
    again = paper.say("{band} (continued)", band=title)
    return [Row(heading=title, heading_again=again), *(_row(paper, line) for line in band.lines)]


def _band_title(paper: Paper, band: ProgrammeBand) -> str:
    """The day, then the half-day: "Thứ Hai, 22/09/2025 · Buổi sáng"."""
    say = paper.say
    day = local(paper.heading, band.sitting.starts).date()
    parts = [say("{weekday}, {date}", weekday=say(WEEKDAYS[day.weekday()]), date=say.date(day))]
    if band.sitting.name:
        parts.append(say.put(band.sitting.name))
    reserve = say("in reserve")
    if band.sitting.reserve and reserve.casefold() not in band.sitting.name.casefold():
        parts.append(reserve)
    return " · ".join(parts)


def _row(paper: Paper, line: ProgrammeLine) -> Row:
    say, item = paper.say, line.item
    starts, ends = local(paper.heading, line.starts), local(paper.heading, line.ends)
    hours = say("{starts} - {ends}", starts=say.time(starts), ends=say.time(ends))
    time = hours if item.minutes else say.time(starts)
    return Row(cells=(say.put(item.number), time, say.put(item.content), say.put(item.by_whom)))
