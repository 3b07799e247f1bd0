"""The head of an official paper (domain.md 6.1): issuing organ on the leading side, the Party on the other.

The congress's title is broken where a clerk would break it: before "Đảng bộ" and before "lần thứ".
"""

from __future__ import annotations

import re

from congress_desk.reports.blocks import HeadBlock
from congress_desk.reports.composing import Span
from congress_desk.reports.fitting import Bounds, Fitted, fitted
from congress_desk.reports.flow import Strip
from congress_desk.reports.page import Paper
from congress_desk.reports.pen import Align, Pen
from congress_desk.reports.style import page_style
from congress_desk.reports.wording import Say

_BREAKS = re.compile(r",?\s+(?=(?:đảng bộ|chi bộ|lần thứ|nhiệm kỳ)\b)", re.IGNORECASE)
_LEAST_SIZE = 11
_GAP = 10
_UNDER_RULE = 5
_RULE_UNDER = {"ar": 0.62}  # of the size, under the letters' feet; Arabic reaches deeper
_RULE_UNDER_OTHERS = 0.3
_TITLE_RULE_UNDER = {"ar": 9.0}  # points under the last line of a title
_TITLE_RULE_UNDER_OTHERS = 5.0
_UNDER_TITLE_RULE = 11.0


def add_head(paper: Paper, organ: str, number: str = "") -> None:
    """The two columns of the head; organ: whose paper this is (the congress, or who convened it).

    number: of the paper, as it is said, under the organ.
    """
    say = paper.say
    organ_width = paper.width * paper.style.heads.organ_share - _GAP
    party_width = paper.width - organ_width - _GAP
    parts = [say.put(part) for part in broken_title(organ)]
    date_told = _place_and_date(paper)
    paper.blocks.append(
        HeadBlock(organ=tuple(parts), party=party_words(say), place_and_date=date_told, number=number)
    )
    left = _fitted(paper, Span("\n".join(parts), bold=True), "organ", organ_width, lines=len(parts))
    party = _fitted(paper, Span(party_words(say), bold=True), "party", party_width, lines=1)
    date = _fitted(paper, Span(date_told, italic=True), "place_date", party_width, lines=1)
    under = party.baseline + party.size * _RULE_UNDER.get(say.language.value, _RULE_UNDER_OTHERS)

    def draw(pen: Pen, top: float) -> None:
        left.draw(pen, paper.x, top, organ_width)
        star = top + left.height + left.baseline
        if paper.style.heads.star:
            pen.text(paper.style.heads.star, paper.x, star, size=left.size, room=organ_width, align=Align.CENTRE)
        if number:
            under_star = star + left.leading * bool(paper.style.heads.star)
            pen.text(number, paper.x, under_star, size=left.size, room=organ_width, align=Align.CENTRE)
        x = paper.x + organ_width + _GAP
        party.draw(pen, x, top, party_width)
        ruled = x + (party_width - party.width) / 2
        pen.rule(ruled, top + under, party.width, thickness=paper.style.rule)
        date.draw(pen, x, top + under + _UNDER_RULE, party_width)

    lines_under = bool(paper.style.heads.star) + bool(number)
    height = max(left.height + left.leading * max(1, lines_under), under + _UNDER_RULE + date.height)
    paper.add(Strip(height=height, draw=draw, keeps_next=True))
    paper.room(paper.leading(paper.size("body")) * 0.9)


def party_words(say: Say) -> str:
    """The Party's name, or what the page style puts in its place."""
    return page_style().heads.party.get(say.language.value) or say("COMMUNIST PARTY OF VIET NAM")


def add_title(paper: Paper, title: str, *abstract: str) -> None:
    """What the paper is, in capitals, and of what; closed by a short rule."""
    paper.text(title, part="title", align=Align.CENTRE, bold=True, keeps_next=True)
    for line in abstract:
        if line:
            paper.text(line, part="abstract", align=Align.CENTRE, bold=True, keeps_next=True)
    size = paper.size("abstract")
    length = size * 3
    under = _TITLE_RULE_UNDER.get(paper.say.language.value, _TITLE_RULE_UNDER_OTHERS)

    def draw(pen: Pen, top: float) -> None:
        pen.rule(paper.x + (paper.width - length) / 2, top + under, length, thickness=paper.style.rule)

    paper.add(Strip(height=under + _UNDER_TITLE_RULE, draw=draw, keeps_next=True))


def broken_title(title: str) -> list[str]:
    """A congress's title in the lines in which it is written on papers, in capitals."""
    parts = _BREAKS.split(title.upper())
    if len(parts) == 4:  # "LẦN THỨ I, NHIỆM KỲ 2025 - 2030" is one line
        parts[2:] = [f"{parts[2]}, {parts[3]}"]
    return parts


def _fitted(paper: Paper, span: Span, part: str, width: float, *, lines: int) -> Fitted:
    language = paper.say.language.value
    bounds = Bounds(
        size=paper.size(part),
        floor=_LEAST_SIZE,
        width=width,
        lines=lines,
        line_height=paper.style.line_height[language],
        baseline=paper.style.baseline[language],
    )
    return fitted(paper.composer, span, bounds)


def _place_and_date(paper: Paper) -> str:
    date = paper.say.long_date(paper.heading.printed_at.date())
    place = paper.heading.place
    return paper.say("{place}, {date}", place=place, date=date) if place else date
