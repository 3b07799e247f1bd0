"""The head of an official paper (domain.md 6.1): issuing organ on the leading side, the Party on the other.

The congress's title is broken where a clerk would break it: before "Đảng bộ" and before "lần thứ".
"""

from __future__ import annotations

import re

from congress_desk.reports.composing import Composer, Line, Span
from congress_desk.reports.flow import Strip
from congress_desk.reports.page import Paper
from congress_desk.reports.pen import Align, Pen

_BREAKS = re.compile(r",?\s+(?=(?:đảng bộ|chi bộ|lần thứ|nhiệm kỳ)\b)", re.IGNORECASE)
_ORGAN_SHARE = 0.5  # of the width, on the leading side
_LEAST_SIZE = 10.5
_GAP = 10
_RULE_UNDER = {"ar": 0.62}  # of the size, under the letters' feet; Arabic reaches deeper
_RULE_UNDER_OTHERS = 0.3


def add_head(paper: Paper, organ: str, *, number_and_date: bool = True) -> None:
    """The two columns of the head; organ: whose paper this is (the congress, or who convened it)."""
    say = paper.say
    organ_width = paper.width * _ORGAN_SHARE - _GAP
    party_width = paper.width - organ_width - _GAP
    size, lines = _organ_lines(paper, organ, organ_width)
    party_size, party = _fitting(paper, say("COMMUNIST PARTY OF VIET NAM"), party_width, paper.size("party"))
    date_size, date = _fitting(paper, _place_and_date(paper), party_width, paper.size("place_date"), italic=True)
    leading, party_leading = paper.leading(size) * 0.98, paper.leading(party_size)
    date_leading = paper.leading(date_size) if number_and_date else 0
    height = max(leading * (len(lines) + 1), party_leading + 8 + date_leading)

    def draw(pen: Pen, top: float) -> None:
        y = top + paper.baseline(leading)
        for line in lines:
            pen.line(line, paper.x, y, size=size, room=organ_width, align=Align.CENTRE)
            y += leading
        pen.text("*", paper.x, y + size * 0.1, size=size, room=organ_width, align=Align.CENTRE)
        x = paper.x + organ_width + _GAP
        party_y = top + paper.baseline(party_leading)
        under = party_y + party_size * _RULE_UNDER.get(say.language.value, _RULE_UNDER_OTHERS)
        pen.line(party, x, party_y, size=party_size, room=party_width, align=Align.CENTRE)
        pen.rule(x + (party_width - party.width) / 2, under, party.width, thickness=paper.style.rule)
        if number_and_date:
            y = under + 5 + paper.baseline(date_leading)
            pen.line(date, x, y, size=date_size, room=party_width, align=Align.CENTRE)

    paper.add(Strip(height=height, draw=draw, keeps_next=True))
    paper.room(paper.leading(paper.size("body")) * 0.9)


def add_title(paper: Paper, title: str, *abstract: str) -> None:
    """What the paper is, in capitals, and of what; closed by a short rule."""
    paper.text(title, part="title", align=Align.CENTRE, bold=True, keeps_next=True)
    for line in abstract:
        if line:
            paper.text(line, part="abstract", align=Align.CENTRE, bold=True, keeps_next=True)
    size = paper.size("abstract")
    length = size * 3

    def draw(pen: Pen, top: float) -> None:
        pen.rule(paper.x + (paper.width - length) / 2, top + 5, length, thickness=paper.style.rule)

    paper.add(Strip(height=16, draw=draw, keeps_next=True))


def broken_title(title: str) -> list[str]:
    """A congress's title in the lines in which it is written on papers, in capitals."""
    parts = _BREAKS.split(title.upper())
    if len(parts) == 4:  # "LẦN THỨ I, NHIỆM KỲ 2025 - 2030" is one line
        parts[2:] = [f"{parts[2]}, {parts[3]}"]
    return parts


def _organ_lines(paper: Paper, organ: str, width: float) -> tuple[float, list[Line]]:
    size = paper.size("organ")
    parts = broken_title(organ)
    while True:
        composer = _composer(paper, size)
        lines = [line for part in parts for line in composer.lines([Span(paper.say.put(part), bold=True)], width)]
        if len(lines) <= len(parts) or size <= _LEAST_SIZE:
            return size, lines
        size -= 0.5


def _fitting(paper: Paper, text: str, width: float, size: float, *, italic: bool = False) -> tuple[float, Line]:
    while True:
        line = _composer(paper, size).lines([Span(text, bold=not italic, italic=italic)])[0]
        if line.width <= width or size <= _LEAST_SIZE:
            return size, line
        size -= 0.5


def _composer(paper: Paper, size: float) -> Composer:
    return Composer(paper.fonts, size=size, right_to_left=paper.say.right_to_left)


def _place_and_date(paper: Paper) -> str:
    date = paper.say.long_date(paper.heading.printed_at.date())
    place = paper.heading.place
    return paper.say("{place}, {date}", place=place, date=date) if place else date
