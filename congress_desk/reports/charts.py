"""Charts for people who would rather look than read: attendance over time, presence by delegation, composition.

One style for all: a title, the base in words, marks that are labelled with their figures, so that no scale has to be
read off. Figures come counted; nothing is counted here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from congress_desk.domain.chart_records import ChartsRecord
from congress_desk.domain.charts import AttendanceChart, BarChart, Part, PresenceChart, StackedBar
from congress_desk.domain.credentials import CredentialsRules
from congress_desk.plumbing.chart_words import PRESENCES
from congress_desk.plumbing.credentials_words import PARTS, row_words, share_words
from congress_desk.plumbing.texts import words_for
from congress_desk.reports.chart_marks import EDGE, Pattern, area, box, path, stairs
from congress_desk.reports.composing import Span
from congress_desk.reports.flow import Strip
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.header import add_head, add_title
from congress_desk.reports.page import Paper
from congress_desk.reports.pen import Align, Pen
from congress_desk.reports.session_words import local
from congress_desk.reports.wording import Say

DrawBar = Callable[[Pen, float, float, float, float], None]  # x, top, room, thickness

PATTERNS = {
    Part.PRESENT: Pattern.FULL,
    Part.LEFT: Pattern.HATCHED,
    Part.EXCUSED: Pattern.DOTTED,
    Part.ABSENT: Pattern.EMPTY,
}
_LABEL_SHARE = 0.3  # of the width, for what a bar is called
_FIGURES = 84.0  # points beside a bar
_GAP = 6.0
_BAR = 0.62  # of a row's height
_CURVE_HEIGHT = 170.0
_GROUND = (0.88, 0.88, 0.88)
_MOST_TICKS = 10


def render_charts(record: ChartsRecord, fonts: FontSet, say: Say) -> bytes:
    paper = Paper(fonts, say, record.heading)
    add_head(paper, record.heading.title)
    add_title(paper, say("THE CONGRESS IN CHARTS"))
    if record.composition:
        _section(paper, say("Composition of the official delegates"))
        for composition in record.composition:
            add_bars(paper, composition)
    for attendance, presence in zip(record.attendance, record.presence, strict=True):
        _section(paper, say("Attendance: {session}", session=attendance.session.name))
        add_attendance(paper, attendance)
        add_presence(paper, presence)
    return paper.finish(say("The congress in charts"))


def add_bars(paper: Paper, chart: BarChart, rules: CredentialsRules | None = None) -> None:
    """One part of the composition: a row for each label, with persons and share of the base, as rules write it."""
    say, rules = paper.say, rules or CredentialsRules()
    words = words_for(say.language.value)
    _title(paper, say(PARTS[chart.part]), say("Base: {count} persons", count=chart.base))
    rows = []
    for bar in chart.bars:
        figures = f"{bar.count}  ({say.put(share_words(bar, rules, say.language))})"
        label = say.put(row_words(words, bar, rules))
        rows.append(_row(paper, label, figures, _single(bar.count, chart.most)))
    paper.drawing(*rows, told=say(PARTS[chart.part]))
    paper.room(8)


def add_presence(paper: Paper, chart: PresenceChart) -> None:
    """By delegation: present, left, absent with and without leave, each in its own pattern."""
    say = paper.say
    _title(paper, say("Presence by delegation"), say("Base: {count} convened", count=chart.total.convened))
    paper.add(_legend(paper))
    for bar in (*chart.bars, chart.total):
        label = say("Total") if bar is chart.total else say.delegation(bar.label)
        figures = say("{present} of {convened}", present=bar.counts[0], convened=bar.convened)
        paper.add(_row(paper, label, figures, _no_bar if bar is chart.total else _stacked(bar, chart.most)))
    paper.room(8)


def add_attendance(paper: Paper, chart: AttendanceChart) -> None:
    """The delegates in the hall as a line of steps, with the quorum as a dashed line."""
    say = paper.say
    base = say("Base: {count} convened; quorum: {needed}", count=chart.convened, needed=chart.needed)
    _title(paper, say("In the hall over time"), base)
    if not chart.steps:
        paper.text(say("Nobody has come yet."), part="table", italic=True)
        return
    paper.add(Strip(height=_CURVE_HEIGHT, draw=lambda pen, top: _draw_curve(pen, paper, chart, top)))
    paper.room(8)


def _section(paper: Paper, title: str) -> None:
    paper.room(paper.leading(paper.size("body")) * 0.5)
    paper.text(title, bold=True, keeps_next=True)


def _title(paper: Paper, title: str, base: str) -> None:
    paper.room(4)
    paper.text(title, part="table", bold=True, keeps_next=True)
    paper.text(base, part="small", italic=True, keeps_next=True)
    paper.room(2)


def _row(paper: Paper, label: str, figures: str, draw_bar: DrawBar) -> Strip:
    """Label, bar, figures; the label takes two lines where it must."""
    size = paper.size("small")
    leading = paper.leading(size)
    room = paper.width * _LABEL_SHARE
    lines = paper.composer(size).lines([Span(label)], room)
    height = max(1, len(lines)) * leading + 3
    bar_x = paper.x + room + _GAP
    bar_room = paper.width - room - 2 * _GAP - _FIGURES

    def draw(pen: Pen, top: float) -> None:
        for number, line in enumerate(lines):
            y = top + 1.5 + number * leading + paper.baseline(leading)
            pen.line(line, paper.x, y, size=size, room=room, align=Align.END)
        thick = leading * _BAR
        draw_bar(pen, bar_x, top + (height - thick) / 2, bar_room, thick)
        y = top + (height - leading) / 2 + paper.baseline(leading)
        pen.text(figures, bar_x + bar_room + _GAP, y, size=size, room=_FIGURES)

    return Strip(height=height, draw=draw)


def _single(count: int, most: int) -> DrawBar:
    def draw(pen: Pen, x: float, top: float, room: float, thick: float) -> None:
        box(pen, x, top, room * count / max(1, most), thick, Pattern.FULL)
        pen.upright(x, top - 2, thick + 4, thickness=EDGE)

    return draw


def _stacked(bar: StackedBar, most: int) -> DrawBar:
    def draw(pen: Pen, x: float, top: float, room: float, thick: float) -> None:
        left = x
        for part, count in zip(Part, bar.counts, strict=True):
            width = room * count / max(1, most)
            box(pen, left, top, width, thick, PATTERNS[part])
            left += width
        pen.upright(x, top - 2, thick + 4, thickness=EDGE)

    return draw


def _no_bar(pen: Pen, x: float, top: float, room: float, thick: float) -> None:
    """A total in figures alone: its bar would need another scale than those above it."""


def _legend(paper: Paper) -> Strip:
    size = paper.size("small")
    leading = paper.leading(size)
    each = paper.width / len(Part)

    def draw(pen: Pen, top: float) -> None:
        for place, part in enumerate(Part):
            x = paper.x + place * each
            box(pen, x, top + 2, 14, leading - 5, PATTERNS[part])
            pen.text(paper.say(PRESENCES[part]), x + 18, top + paper.baseline(leading), size=size, room=each - 18)

    return Strip(height=leading + 4, draw=draw, keeps_next=True)


def _draw_curve(pen: Pen, paper: Paper, chart: AttendanceChart, top: float) -> None:
    size = paper.size("small")
    left, right = paper.x + 30, paper.x + paper.width - 6
    upper, lower = top + size * 1.6, top + _CURVE_HEIGHT - size * 2.2
    span = max((chart.ends - chart.begins).total_seconds(), 60.0)
    most = max(chart.convened, chart.highest, 1)

    def x_of(moment: dt.datetime) -> float:
        return left + (right - left) * (moment - chart.begins).total_seconds() / span

    def y_of(count: int) -> float:
        return lower - (lower - upper) * count / most

    points = [(left, y_of(0)), *((x_of(s.at), y_of(s.present)) for s in chart.steps)]
    line = stairs([*points, (right, points[-1][1])])
    area(pen, [*line, (right, lower), (left, lower)], _GROUND)
    path(pen, [(left, upper), (left, lower), (right, lower)], thickness=EDGE)
    _draw_marks(pen, paper, chart, (left, right, upper, lower), (x_of, y_of))
    path(pen, line, thickness=1.3)


Scale = tuple[Callable[[dt.datetime], float], Callable[[int], float]]


def _draw_marks(
    pen: Pen, paper: Paper, chart: AttendanceChart, frame: tuple[float, float, float, float], scale: Scale
) -> None:
    """Convened, quorum and highest on the upright axis; hours below; the session's beginning."""
    say, size = paper.say, paper.size("small")
    left, right, upper, lower = frame
    x_of, y_of = scale
    for count, dashes in ((chart.convened, "1 2"), (chart.needed, "5 3")):
        path(pen, [(left, y_of(count)), (right, y_of(count))], thickness=0.9, dashes=dashes)
    for count in _apart([0, chart.needed, chart.convened], y_of, size):
        pen.text(str(count), paper.x, y_of(count) + size * 0.3, size=size, room=26, align=Align.END)
    quorum = say("Quorum: {needed}", needed=chart.needed)
    pen.text(quorum, left, y_of(chart.needed) + size, size=size, room=right - left - 4, align=Align.END)
    starts = x_of(chart.session.starts)
    path(pen, [(starts, upper), (starts, lower)], thickness=0.5, dashes="2 2")
    begins = local(paper.heading, chart.begins)
    for moment in chart.round_times(begins.tzinfo or dt.UTC, _MOST_TICKS):
        x = x_of(moment)
        path(pen, [(x, lower), (x, lower + 3)], thickness=EDGE)
        pen.text(say.time(moment), x - 20, lower + 3 + size * 1.1, size=size, room=40, align=Align.CENTRE)


def _apart(counts: Sequence[int], y_of: Callable[[int], float], size: float) -> list[int]:
    """Counts whose labels do not touch; zero and the quorum go first."""
    kept: list[int] = []
    for count in counts:
        if all(abs(y_of(count) - y_of(other)) >= size for other in kept):
            kept.append(count)
    return kept
