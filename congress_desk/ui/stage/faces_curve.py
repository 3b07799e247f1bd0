"""The hall filling over time: a line of steps as far as the clock has come, and the quorum as a dashed line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPen

from congress_desk.domain.charts import AttendanceChart
from congress_desk.plumbing.chart_words import quorum_words, title_words
from congress_desk.ui.stage.chart_marks import path_of, stairs
from congress_desk.ui.stage.lettering import stage_font
from congress_desk.ui.stage.scene import Scene
from congress_desk.ui.stage.sheet import BOLD, CREAM, GOLD, RAISED, STRONG, WHITE, Sheet, Side, rows

UNDER = QColor("#7D4A1C")  # the ground below the line: white stands out on it
LINE, ARABIC_LINE = 1.62, 1.75
HEAD = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Where the drawing stands, and how moments and persons become places."""

    box: QRectF
    x_of: Callable[[dt.datetime], float]
    y_of: Callable[[int], float]


def draw_curve(sheet: Sheet, scene: Scene, chart: AttendanceChart, until: dt.datetime, body: QRectF) -> None:
    letters = max(sheet.least, sheet.unit * (0.115 if sheet.strip else 0.05))
    line = letters * (ARABIC_LINE if sheet.right_to_left else LINE)
    at = chart.reached.astimezone(scene.zone) if chart.reached else None
    quorum = quorum_words(scene.say, needed=chart.needed, reached=at is not None, at=at)
    title = title_words(scene.say, chart)
    if sheet.strip:
        head, rest = sheet.split(body, body.width() * HEAD, sheet.unit * 0.15)
        upper, lower = rows(head, 0.56, 0.44)
        sheet.text(upper, title, largest=sheet.unit * 0.2, weight=BOLD, upright=0.6, lines=3)
        sheet.text(lower, quorum, largest=sheet.unit * 0.14, colour=CREAM, weight=STRONG, upright=0.3, lines=3)
    else:
        upper, lower, rest = rows(body, line, line, body.height() - line * 2, gap=sheet.unit * 0.008)
        sheet.text(upper, title, largest=letters * 1.1, weight=BOLD, upright=0.5)
        sheet.text(lower, quorum, largest=letters, colour=CREAM, weight=STRONG, upright=0.4)
    frame = _frame(sheet, chart, rest, letters, line)
    _draw_line(sheet, chart, until, frame)
    _draw_counts(sheet, chart, frame, letters, rest)
    _draw_hours(sheet, scene, chart, frame, (letters, line))


def _frame(sheet: Sheet, chart: AttendanceChart, rest: QRectF, letters: float, line: float) -> Frame:
    """Counts stand on the leading side, hours below."""
    aside = _wide(str(max(chart.convened, chart.highest)), letters) + letters * 0.5
    _, box = sheet.split(rest.adjusted(0, letters * 0.6, 0, -line), aside)
    span = max((chart.ends - chart.begins).total_seconds(), 60.0)
    most = max(chart.convened, chart.highest, 1)

    def x_of(moment: dt.datetime) -> float:
        share = (moment - chart.begins).total_seconds() / span
        return box.right() - box.width() * share if sheet.right_to_left else box.left() + box.width() * share

    return Frame(box=box, x_of=x_of, y_of=lambda count: box.bottom() - box.height() * count / most)


def _draw_line(sheet: Sheet, chart: AttendanceChart, until: dt.datetime, frame: Frame) -> None:
    painter, thick = sheet.painter, sheet.unit * 0.012
    painter.fillRect(frame.box, RAISED)
    end = min(max((until, chart.begins, *(step.at for step in chart.steps))), chart.ends)
    first = QPointF(frame.x_of(chart.begins), frame.y_of(0))
    points = [first, *(QPointF(frame.x_of(s.at), frame.y_of(s.present)) for s in chart.steps)]
    line = stairs([*points, QPointF(frame.x_of(end), points[-1].y())])
    below = [*line, QPointF(line[-1].x(), frame.box.bottom()), QPointF(line[0].x(), frame.box.bottom())]
    painter.fillPath(path_of(below), UNDER)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    starts = frame.x_of(chart.session.starts)
    painter.setPen(QPen(CREAM, thick * 0.3, Qt.PenStyle.DotLine))
    painter.drawLine(QLineF(starts, frame.box.top(), starts, frame.box.bottom()))
    painter.setPen(QPen(GOLD, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPath(path_of(line))
    painter.setPen(QPen(WHITE, thick * 0.7, Qt.PenStyle.DashLine, Qt.PenCapStyle.FlatCap))
    needed = frame.y_of(chart.needed)
    painter.drawLine(QLineF(frame.box.left(), needed, frame.box.right(), needed))


def _draw_counts(sheet: Sheet, chart: AttendanceChart, frame: Frame, letters: float, rest: QRectF) -> None:
    """The quorum in white, zero and the convened where they do not touch it."""
    counts = [chart.needed]
    for count in (0, chart.convened):
        if all(abs(frame.y_of(count) - frame.y_of(other)) >= letters * 1.3 for other in counts):
            counts.append(count)
    tall = letters * 1.75
    for count in counts:
        middle = frame.y_of(count)
        place = QRectF(rest.left(), middle - tall / 2, rest.width(), tall)
        room, _ = sheet.split(place, rest.width() - frame.box.width() - letters * 0.4)
        strong = count == chart.needed
        sheet.text(room, str(count), largest=letters, weight=BOLD if strong else STRONG,
                   colour=WHITE if strong else CREAM, side=Side.TRAILING, upright=0.5)  # fmt: skip


def _draw_hours(sheet: Sheet, scene: Scene, chart: AttendanceChart, frame: Frame, sizes: tuple[float, float]) -> None:
    letters, line = sizes
    room = _wide("00:00", letters) * 1.1
    mark = sheet.unit * 0.012
    for moment in chart.round_times(scene.zone, max(2, int(frame.box.width() / (room * 1.25)))):
        x = frame.x_of(moment)
        if not frame.box.left() + room / 2 <= x <= frame.box.right() - room / 2:
            continue
        sheet.painter.fillRect(QRectF(x - mark / 6, frame.box.bottom(), mark / 3, mark), CREAM)
        place = QRectF(x - room / 2, frame.box.bottom(), room, line)
        sheet.text(place, scene.say.time(moment), largest=letters, colour=CREAM, side=Side.MIDDLE, upright=1.0)


def _wide(text: str, size: float) -> float:
    return QFontMetricsF(stage_font(size, STRONG)).horizontalAdvance(text) * 1.04
