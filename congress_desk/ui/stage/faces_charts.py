"""Charts on the second screen: the hall filling over time, the composition, the presence by delegation.

The values are those of the printed charts. What has no room in letters for the last row stands on a further page,
as with an election's people.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from congress_desk.domain.charts import AttendanceChart, BarChart, Part, PresenceChart
from congress_desk.domain.credentials import CredentialsRules
from congress_desk.domain.stage import ChartFace
from congress_desk.plumbing.chart_words import PRESENCES, base_words, title_words
from congress_desk.plumbing.credentials_words import row_words
from congress_desk.plumbing.texts import Words
from congress_desk.ui.stage.chart_marks import draw_stack
from congress_desk.ui.stage.faces_curve import draw_curve
from congress_desk.ui.stage.lettering import stage_font
from congress_desk.ui.stage.paging import page_now
from congress_desk.ui.stage.scene import Moment, Scene
from congress_desk.ui.stage.sheet import BOLD, CREAM, STRONG, Sheet, Side, rows
from congress_desk.ui.stage.words import percent

LINE, ARABIC_LINE = 1.62, 1.75  # of the letters, with room for tones
ABOVE = 0.6  # of the letters: the bar below its name
LEAST_BAR = 0.2  # of a row's width
LARGEST = 1.7  # times the smallest letters
HEAD = 0.3  # of a strip's width


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    label: str
    figures: str
    counts: tuple[tuple[Part, int], ...]


def draw_chart(sheet: Sheet, scene: Scene, face: ChartFace, body: QRectF, moment: Moment) -> None:
    if isinstance(face.chart, AttendanceChart):
        draw_curve(sheet, scene, face.chart, face.until, body)
    else:
        _draw_bars(sheet, scene, face.chart, body, moment)


def _draw_bars(sheet: Sheet, scene: Scene, chart: BarChart | PresenceChart, body: QRectF, moment: Moment) -> None:
    say, bars = scene.say, _bars(chart, scene.say)
    title, base = title_words(say, chart), base_words(say, chart)
    least = max(sheet.least, sheet.unit * (0.115 if sheet.strip else 0.05))
    head, table = _head_and_table(sheet, body, (title, base), least)
    if isinstance(chart, PresenceChart) and not sheet.strip:
        table = _draw_legend(sheet, say, table, chart, least)
    plan = _plan(sheet, table, bars, least)
    page, pages, shown = page_now(len(bars), len(plan.cells), moment.now)
    _draw_head(sheet, (title, base + (f" · {page + 1}/{pages}" if pages > 1 else "")), head, least)
    for bar, cell in zip(bars[shown], plan.cells, strict=False):
        _draw_row(sheet, bar, cell, chart.most, plan)


def _bars(chart: BarChart | PresenceChart, say: Words) -> list[Bar]:
    if isinstance(chart, PresenceChart):
        return [
            Bar(
                label=bar.label or say("No delegation"),
                figures=f"{bar.counts[0]} / {bar.convened}",
                counts=tuple(zip(Part, bar.counts, strict=True)),
            )
            for bar in chart.bars
        ]
    rules = CredentialsRules()
    return [
        Bar(
            label=row_words(say, bar, rules),
            figures=f"{bar.count} · {percent(bar.share, say)}",
            counts=((Part.PRESENT, bar.count),),
        )
        for bar in chart.bars
    ]


def _head_and_table(sheet: Sheet, body: QRectF, words: tuple[str, str], letters: float) -> tuple[QRectF, QRectF]:
    if sheet.strip:
        return sheet.split(body, body.width() * HEAD, sheet.unit * 0.15)
    height = _line(sheet, letters) * (1 if _beside(sheet, body, words, letters) else 2)
    head, table = rows(body, height, body.height() - height, gap=sheet.unit * 0.015)
    return head, table


def _beside(sheet: Sheet, body: QRectF, words: tuple[str, str], letters: float) -> bool:
    """Is there room for title, base and the number of a page in one line?"""
    title, base = words
    return _wide(title, letters * 1.1) + _wide(base, letters) + letters * 4 < body.width()


def _draw_head(sheet: Sheet, words: tuple[str, str], head: QRectF, letters: float) -> None:
    title, base = words
    if sheet.strip:
        upper, lower = rows(head, 0.56, 0.44)
        sheet.text(upper, title, largest=sheet.unit * 0.2, weight=BOLD, upright=0.6, lines=3)
        sheet.text(lower, base, largest=sheet.unit * 0.14, colour=CREAM, weight=STRONG, upright=0.3, lines=2)
    elif head.height() < _line(sheet, letters) * 1.5:
        first, second = sheet.split(head, _wide(title, letters * 1.1) + letters * 0.5)
        sheet.text(first, title, largest=letters * 1.1, weight=BOLD, upright=0.5)
        sheet.text(second, base, largest=letters, colour=CREAM, side=Side.TRAILING, upright=0.5)
    else:
        upper, lower = rows(head, 1, 1)
        sheet.text(upper, title, largest=letters * 1.1, weight=BOLD, upright=0.5)
        sheet.text(lower, base, largest=letters, colour=CREAM, upright=0.5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """letters: px. label: of a name beside its bar; 0 where names stand above. figures: their column.

    fits: every name stands whole in its column, beside its figures.
    """

    letters: float
    label: float
    figures: float
    cells: list[QRectF]
    fits: bool


def _plan(sheet: Sheet, table: QRectF, bars: list[Bar], least: float) -> Plan:
    """In the largest letters in which all stand on one page; else in the smallest, on as few pages as they need."""
    across = max(1, min(3, int(table.width() / (least * 19)))) if sheet.strip else 1
    size = least * LARGEST
    while size > least:
        plan = _planned(sheet, table, bars, size, across)
        if plan.label and len(plan.cells) >= len(bars):
            return plan
        size *= 0.9
    plan = _planned(sheet, table, bars, least, across)
    if sheet.strip or len(plan.cells) >= len(bars):
        return plan
    beside = _planned(sheet, table, bars, least, 2)
    return beside if beside.fits and len(beside.cells) > len(plan.cells) else plan


def _planned(sheet: Sheet, table: QRectF, bars: list[Bar], letters: float, across: int) -> Plan:
    """Places column by column; a name that is too long beside its bar stands above it."""
    columns = sheet.columns(table, across, letters * 1.2)
    width = columns[0].width()
    label = max((_wide(bar.label, letters) for bar in bars), default=0.0)
    figures = max((_wide(bar.figures, letters) for bar in bars), default=0.0)
    above = width - label - figures - letters * 0.8 < width * LEAST_BAR
    height = _line(sheet, letters) + (letters * ABOVE if above else 0.0)
    most = max(1, int(table.height() / height))
    lines = min(most, max(1, -(-len(bars) // across)))
    height = min(table.height() / lines, height * 1.3)
    free = table.height() - height * lines
    cells = [
        QRectF(column.left(), column.top() + free / 2 + place * height, width, height)
        for column in columns
        for place in range(lines)
    ]
    fits = label + figures + letters * 0.8 <= width
    return Plan(letters=letters, label=0.0 if above else label, figures=figures, cells=cells, fits=fits)


def _draw_row(sheet: Sheet, bar: Bar, cell: QRectF, most: int, plan: Plan) -> None:
    letters, gap = plan.letters, plan.letters * 0.4
    if plan.label:
        name, rest = sheet.split(cell, plan.label, gap)
        place, figures = sheet.split(rest, rest.width() - plan.figures - gap, gap)
        thick, middle = letters * 0.8, place.center().y()
    else:
        line = _line(sheet, letters)
        top, lower = rows(cell, line, cell.height() - line)
        name, figures = sheet.split(top, top.width() - plan.figures - gap, gap)
        place, thick = lower, letters * 0.45
        middle = lower.top() + thick / 2
    sheet.text(name, bar.label, largest=letters, weight=STRONG, upright=0.5)
    draw_stack(sheet, QRectF(place.left(), middle - thick / 2, place.width(), thick), bar.counts, most)
    sheet.text(figures, bar.figures, largest=letters, weight=STRONG, colour=CREAM, side=Side.TRAILING, upright=0.5)


def _draw_legend(sheet: Sheet, say: Words, box: QRectF, chart: PresenceChart, letters: float) -> QRectF:
    """What the patterns mean, below the bars, those that occur; gives what is left above."""
    counted = zip(Part, chart.total.counts, strict=True)
    words = {part: say(PRESENCES[part]) for part, count in counted if count or part is Part.PRESENT}
    mark, gap, line = letters * 1.3, letters * 0.4, _line(sheet, letters)
    lines: list[list[Part]] = [[]]
    free = box.width()
    for part, word in words.items():
        room = _wide(word, letters) + mark + gap
        if lines[-1] and room > free:
            lines.append([])
            free = box.width()
        lines[-1].append(part)
        free -= room + letters
    above, legend = rows(box, box.height() - line * len(lines), line * len(lines))
    for parts, rest in zip(lines, rows(legend, *[1.0] * len(lines)), strict=True):
        for part in parts:
            swatch, rest = sheet.split(rest, mark, gap)
            text, rest = sheet.split(rest, _wide(words[part], letters), letters)
            height = letters * 0.7
            draw_stack(sheet, QRectF(swatch.left(), swatch.center().y() - height / 2, mark, height), [(part, 1)], 1)
            sheet.text(text, words[part], largest=letters, colour=CREAM, upright=0.5)
    return above


def _line(sheet: Sheet, letters: float) -> float:
    return letters * (ARABIC_LINE if sheet.right_to_left else LINE)


def _wide(text: str, size: float) -> float:
    return QFontMetricsF(stage_font(size, STRONG)).horizontalAdvance(text) * 1.04
