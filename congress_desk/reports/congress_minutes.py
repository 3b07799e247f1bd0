"""Minutes of the congress (domain.md 5): place and time, who was there, organs, each item in order with speakers and
votes, elections, results, and how it ended. Times and figures come from the acts; the words are the secretariat's.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import groupby

from congress_desk.domain.closing_records import CongressMinutesRecord, ElectionResult
from congress_desk.domain.closing_texts import TextPart
from congress_desk.domain.minutes import MinutesEntry, MinutesTurn, MinutesVote
from congress_desk.plumbing.closing_words import REQUESTS
from congress_desk.plumbing.vote_words import ROUND_KINDS
from congress_desk.reports.composing import Span
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.header import add_head, add_title
from congress_desk.reports.page import Paper
from congress_desk.reports.pen import Align
from congress_desk.reports.session_words import local
from congress_desk.reports.table import Column, Row
from congress_desk.reports.wording import Say


def render_congress_minutes(record: CongressMinutesRecord, fonts: FontSet, say: Say) -> bytes:
    return lay_congress_minutes(record, fonts, say).finish(say("Minutes of the congress"))


def lay_congress_minutes(record: CongressMinutesRecord, fonts: FontSet, say: Say) -> Paper:
    paper = Paper(fonts, say, record.heading)
    add_head(paper, record.heading.title)
    add_title(paper, say("MINUTES"), record.heading.title)
    _add_time_and_place(paper, record)
    _add_presence(paper, record)
    _add_organs(paper, record)
    _add_course(paper, record)
    _add_votes(paper, record)
    _add_elections(paper, record)
    _add_results(paper, record)
    _add_end(paper, record)
    paper.signatures(
        (say("ON BEHALF OF THE SECRETARIAT"), say("(signature and full name)")),
        (say("ON BEHALF OF THE PRESIDIUM"), say("(signature and full name)")),
    )
    return paper


def _add_time_and_place(paper: Paper, record: CongressMinutesRecord) -> None:
    say, course = paper.say, record.course
    _section(paper, say("I. Time and place"))
    begins = course.opened or (record.sessions[0].session.starts if record.sessions else None)
    if begins is not None:
        _sentence(paper, say("The congress was opened at {moment}.", moment=_moment(paper, begins)))
    place = record.texts.of(TextPart.VENUE) or record.heading.place
    if place:
        _sentence(paper, say("Place: {place}.", place=place.rstrip(".")))


def _add_presence(paper: Paper, record: CongressMinutesRecord) -> None:
    say = paper.say
    _section(paper, say("II. Delegates"))
    _sentence(paper, say("Official delegates convened: {count}.", count=record.convened))
    if not record.sessions:
        return
    columns = [
        Column(title=say("Session"), share=110),
        Column(title=say("Date"), share=56, align=Align.CENTRE),
        Column(title=say("Convened"), share=48, align=Align.FIGURES),
        Column(title=say("Came"), share=44, align=Align.FIGURES),
        Column(title=say("With leave"), share=46, align=Align.FIGURES),
        Column(title=say("Without leave"), share=48, align=Align.FIGURES),
        Column(title=say("Came, % of convened"), share=60, align=Align.FIGURES),
    ]
    rows = []
    for one in record.sessions:
        total = one.status.total
        day = say.date(local(record.heading, one.session.starts).date())
        counts = (total.convened, one.came, total.excused, total.absent)
        cells = (say.put(one.session.name), day, *map(str, counts), say.share(one.came, total.convened))
        rows.append(Row(cells=cells))
    paper.table(columns, rows)


def _add_organs(paper: Paper, record: CongressMinutesRecord) -> None:
    _section(paper, paper.say("III. Organs of the congress"))
    _add_paragraphs(paper, record.texts.paragraphs(TextPart.ORGANS))


def _add_course(paper: Paper, record: CongressMinutesRecord) -> None:
    say = paper.say
    _section(paper, say("IV. Course of the congress"))
    entries = [entry for entry in record.course.entries if entry.timed]
    if not entries:
        _sentence(paper, say("No item of the programme was begun yet."))
    for day, of_day in groupby(entries, key=lambda entry: _day_of(record, entry)):
        paper.text(say("Day {date}", date=say.date(day)), bold=True, italic=True, keeps_next=True)
        for entry in of_day:
            _add_entry(paper, record, entry)
    for entry in record.course.entries:
        if entry.timed is None:
            paper.text(say("Besides the items of the programme"), bold=True, italic=True, keeps_next=True)
            _add_turns(paper, entry.turns)
            _add_vote_lines(paper, entry.votes)
    _add_left_out(paper, record)


def _day_of(record: CongressMinutesRecord, entry: MinutesEntry) -> dt.date:
    assert entry.timed is not None
    return local(record.heading, entry.timed.starts).date()


def _add_entry(paper: Paper, record: CongressMinutesRecord, entry: MinutesEntry) -> None:
    """One item: its number and hours, who was in charge, the gist, speakers and votes."""
    say, timed = paper.say, entry.timed
    assert timed is not None
    times = say(
        "{starts} to {ends}",
        starts=say.time(local(record.heading, timed.starts)),
        ends=say.time(local(record.heading, timed.ends)),
    )
    number = f"{say.put(timed.item.number)}. " if timed.item.number else ""
    spans = [Span(f"{number}{say.put(timed.item.content)}", bold=True), Span(f" ({times})", italic=True)]
    paper.text(spans, justified=True, indent=paper.style.indent, keeps_next=True)
    if timed.item.by_whom:
        _sentence(paper, say("Led by: {name}.", name=timed.item.by_whom.rstrip(".")))
    _add_paragraphs(paper, [line for line in entry.gist.splitlines() if line.strip()])
    _add_turns(paper, entry.turns)
    _add_vote_lines(paper, entry.votes)


def _add_turns(paper: Paper, turns: Sequence[MinutesTurn]) -> None:
    """Each speaker with delegation, subject and gist; from the floor: what it was."""
    say = paper.say
    for turn in turns:
        named = say.put(turn.speaker)
        if turn.delegation:
            named = say("{name} ({delegation})", name=turn.speaker, delegation=turn.delegation)
        kind = say(REQUESTS[turn.request]) if turn.request else say("presentation")
        told = [Span(f"- {named}", bold=True), Span(f"{say.comma}{kind}")]
        if turn.subject:
            told.append(Span(say(": “{subject}”", subject=turn.subject)))
        told.append(Span(f". {say.put(turn.gist)}" if turn.gist else "."))
        paper.text(told, justified=True, indent=paper.style.indent)


def _add_vote_lines(paper: Paper, votes: Sequence[MinutesVote]) -> None:
    say = paper.say
    for vote in votes:
        told = say(
            "- Vote on “{subject}”: agree {agree}, disagree {disagree}, other opinion {other}, of {present} present "
            "({share} of the base of {base}). {result}",
            subject=vote.subject,
            agree=vote.agree,
            disagree=vote.disagree,
            other=vote.other,
            present=vote.present,
            share=say.share(vote.agree, vote.base),
            base=vote.base,
            result=say("Adopted.") if vote.adopted else say("Not adopted."),
        )
        _sentence(paper, told)


def _add_left_out(paper: Paper, record: CongressMinutesRecord) -> None:
    say, course = paper.say, record.course
    if course.handed_in:
        _sentence(paper, say("Presentations handed in as text: {count}.", count=len(course.handed_in)))
        for speech in course.handed_in:
            named = say("{name} ({delegation})", name=speech.speaker, delegation=speech.delegation)
            _sentence(paper, f"- {named}: {say.put(speech.topic)}.")
    if course.passed_over:
        _sentence(
            paper, say("Items of the programme that were not taken up: {count}.", count=len(course.passed_over))
        )
        for timed in course.passed_over:
            _sentence(paper, f"- {say.put(timed.item.content)}.")


def _add_votes(paper: Paper, record: CongressMinutesRecord) -> None:
    """All votes once more in one table, as they are looked up later."""
    say = paper.say
    votes = sorted((v for entry in record.course.entries for v in entry.votes), key=lambda vote: vote.at)
    _section(paper, say("V. Votes by show of hands: {count}", count=len(votes)))
    if not votes:
        _sentence(paper, say("None."))
        return
    columns = [
        Column(title=say("No."), share=20, align=Align.FIGURES),
        Column(title=say("Item"), share=120),
        Column(title=say("Present"), share=40, align=Align.FIGURES),
        Column(title=say("Agree"), share=38, align=Align.FIGURES),
        Column(title=say("Disagree"), share=42, align=Align.FIGURES),
        Column(title=say("Other opinion"), share=40, align=Align.FIGURES),
        Column(title=say("Base"), share=36, align=Align.FIGURES),
        Column(title=say("Agree, % of the base"), share=50, align=Align.FIGURES),
        Column(title=say("Result"), share=56, align=Align.CENTRE),
    ]
    rows = []
    for number, vote in enumerate(votes, 1):
        counts = (vote.present, vote.agree, vote.disagree, vote.other, vote.base)
        result = say("Adopted") if vote.adopted else say("Not adopted")
        cells = (str(number), say.put(vote.subject), *map(str, counts), say.share(vote.agree, vote.base), result)
        rows.append(Row(cells=cells))
    paper.table(columns, rows)


def _add_elections(paper: Paper, record: CongressMinutesRecord) -> None:
    say = paper.say
    _section(paper, say("VI. Elections"))
    if not record.elections:
        _sentence(paper, say("The congress held no election, or none was sealed."))
    for result in record.elections:
        _add_election(paper, result)


def _add_election(paper: Paper, result: ElectionResult) -> None:
    say = paper.say
    told = say(
        "{title}: ballots issued {issued}, collected {collected}, valid {valid}, invalid {invalid}; to be elected: "
        "{seats}; elected: {elected}.",
        title=_title(say, result),
        issued=result.issued,
        collected=result.collected,
        valid=result.valid,
        invalid=result.invalid,
        seats=result.seats,
        elected=len(result.elected),
    )
    paper.text(told, justified=True, indent=paper.style.indent, keeps_next=bool(result.elected))
    if not result.elected:
        return
    columns = [
        Column(title=say("No."), share=20, align=Align.FIGURES),
        Column(title=say("Elected"), share=150),
        Column(title=say("Votes"), share=50, align=Align.FIGURES),
        Column(title=say("% of the base of {base}", base=result.elected[0].base), share=70, align=Align.FIGURES),
    ]
    rows = [
        Row(cells=(str(n), say.put(one.name), str(one.votes), say.share(one.votes, one.base)))
        for n, one in enumerate(result.elected, 1)
    ]
    paper.table(columns, rows)
    paper.room(6)


def _title(say: Say, result: ElectionResult) -> str:
    """With its round, where it is not the first."""
    if result.number == 1:
        return result.title
    told = say("Round {number}: {kind}", number=result.number, kind=say(ROUND_KINDS[result.kind]))
    return say("{title} ({round})", title=result.title, round=told)


def _add_results(paper: Paper, record: CongressMinutesRecord) -> None:
    paragraphs = record.texts.paragraphs(TextPart.RESULTS)
    if paragraphs:
        _section(paper, paper.say("VII. What the congress decided"))
        _add_paragraphs(paper, paragraphs)


def _add_end(paper: Paper, record: CongressMinutesRecord) -> None:
    say = paper.say
    paper.room(6)
    _add_paragraphs(paper, record.texts.paragraphs(TextPart.CLOSING))
    if record.course.closed is not None:
        moment = _moment(paper, record.course.closed)
        _sentence(paper, say("The congress was closed at {moment}, and these minutes with it.", moment=moment))


def _moment(paper: Paper, moment: dt.datetime) -> str:
    here = local(paper.heading, moment)
    return paper.say("{time}, {date}", time=paper.say.time(here), date=paper.say.date(here.date()))


def _add_paragraphs(paper: Paper, paragraphs: Sequence[str]) -> None:
    for paragraph in paragraphs:
        _sentence(paper, paper.say.put(paragraph))


def _section(paper: Paper, title: str) -> None:
    paper.room(paper.leading(paper.size("body")) * 0.5)
    paper.text(title, bold=True, keeps_next=True)
    paper.room(3)


def _sentence(paper: Paper, text: str) -> None:
    paper.text(text, justified=True, indent=paper.style.indent)
