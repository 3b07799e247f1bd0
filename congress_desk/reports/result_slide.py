"""The result of a sealed round as slides of 16:9, for a projector: the elected in descending order of votes."""

from __future__ import annotations

from congress_desk.domain.election_records import ResultSlideRecord
from congress_desk.plumbing.vote_words import BASES
from congress_desk.reports.count_record import names_of, round_told
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.header import add_title
from congress_desk.reports.page import Paper
from congress_desk.reports.pen import Align
from congress_desk.reports.style import MM
from congress_desk.reports.table import Column, Row
from congress_desk.reports.wording import Say

SLIDE = (135 * MM, 240 * MM)  # upright; the official sizes of letters are large on it


def render_result_slide(record: ResultSlideRecord, fonts: FontSet, say: Say) -> bytes:
    paper = Paper(fonts, say, record.heading, landscape=True, sheet=SLIDE)
    add_title(paper, say.put(record.election.title), round_told(say, record.round))
    result = record.outcome.result
    counts = (say("Number to elect: {count}.", count=result.seats), _base(say, record))
    paper.text(" ".join(counts), part="small", align=Align.CENTRE, italic=True, keeps_next=True)
    paper.room(4)
    if result.elected:
        _add_elected(paper, record)
    else:
        paper.text(say("Nobody is elected in this round."), part="title", align=Align.CENTRE, bold=True)
    return paper.finish(say("Result of the election"))


def _base(say: Say, record: ResultSlideRecord) -> str:
    result = record.outcome.result
    what = say(BASES[result.base_rule])
    return say("Percentages are of {base}, {what}, rounded to two decimals.", base=result.base_count, what=what)


def _add_elected(paper: Paper, record: ResultSlideRecord) -> None:
    say, result = paper.say, record.outcome.result
    columns = [
        Column(title=say("No."), share=14, align=Align.FIGURES),
        Column(title=say("Full name"), share=100),
        Column(title=say("Votes"), share=30, align=Align.FIGURES),
        Column(title="%", share=36, align=Align.FIGURES),
    ]
    names, votes = names_of(record.round), result.count.votes
    rows = [
        Row(cells=(str(n), say.put(names[c]), str(votes[c]), say.share(votes[c], result.base_count)), bold=True)
        for n, c in enumerate(result.elected, 1)
    ]
    paper.table(columns, rows, part="title")
