"""Charts for the wall's page: the same values and words as in the window of the hall, as places in a square of 1000.

No style stands in the page itself (its policy forbids it): the script puts the labels where `at` says, in percent.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from congress_desk.domain.charts import AttendanceChart, BarChart, Part, PresenceChart
from congress_desk.domain.credentials import CredentialsRules
from congress_desk.domain.stage import ChartFace
from congress_desk.plumbing.chart_words import PRESENCES, base_words, quorum_words, title_words
from congress_desk.plumbing.credentials_words import row_words
from congress_desk.plumbing.texts import Words

WHOLE = 1000  # units of a drawing, both ways
MOST_HOURS = 5
NEAR = 140  # counts nearer than this would touch

Percent = Callable[[Fraction], str]


def chart_values(face: ChartFace, zone: ZoneInfo, say: Words, percent: Percent) -> dict[str, Any]:
    if isinstance(face.chart, AttendanceChart):
        return _curve(face.chart, face.until, zone, say)
    return {
        "title": title_words(say, face.chart),
        "base": base_words(say, face.chart),
        "bars": _bars(face.chart, say, percent),
        "legend": _legend(face.chart, say) if isinstance(face.chart, PresenceChart) else [],
    }


def _bars(chart: BarChart | PresenceChart, say: Words, percent: Percent) -> list[dict[str, Any]]:
    if isinstance(chart, PresenceChart):
        return [
            {
                "label": bar.label or say("No delegation"),
                "figures": f"{bar.counts[0]} / {bar.convened}",
                "pieces": _pieces(bar.counts, chart.most),
            }
            for bar in chart.bars
        ]
    rules = CredentialsRules()
    return [
        {
            "label": row_words(say, bar, rules),
            "figures": f"{bar.count} · {percent(bar.share)}",
            "pieces": _pieces((bar.count,), chart.most),
        }
        for bar in chart.bars
    ]


def _pieces(counts: tuple[int, ...], most: int) -> list[dict[str, Any]]:
    pieces, x = [], 0
    for part, count in zip(Part, counts, strict=False):
        width = WHOLE * count // max(1, most)
        if width:
            pieces.append({"part": part.value, "x": x, "width": width})
        x += width
    return pieces


def _legend(chart: PresenceChart, say: Words) -> list[dict[str, str]]:
    counted = zip(Part, chart.total.counts, strict=True)
    return [
        {"part": part.value, "word": say(PRESENCES[part])} for part, count in counted if count or part is Part.PRESENT
    ]


def _curve(chart: AttendanceChart, until: dt.datetime, zone: ZoneInfo, say: Words) -> dict[str, Any]:
    span = max((chart.ends - chart.begins).total_seconds(), 60.0)
    most = max(chart.convened, chart.highest, 1)

    def x_of(moment: dt.datetime) -> int:
        return round(WHOLE * (moment - chart.begins).total_seconds() / span)

    def y_of(count: int) -> int:
        return WHOLE - WHOLE * count // most

    end = min(max((until, chart.begins, *(step.at for step in chart.steps))), chart.ends)
    line = f"M0 {WHOLE}" + "".join(f"H{x_of(step.at)}V{y_of(step.present)}" for step in chart.steps) + f"H{x_of(end)}"
    counts = [chart.needed]
    counts += [count for count in (0, chart.convened) if abs(y_of(count) - y_of(chart.needed)) >= NEAR]
    at = chart.reached.astimezone(zone) if chart.reached else None
    hours = chart.round_times(zone, MOST_HOURS)
    return {
        "title": title_words(say, chart),
        "quorum": quorum_words(say, needed=chart.needed, reached=at is not None, at=at),
        "line": line,
        "needed": y_of(chart.needed),
        "starts": x_of(chart.session.starts),
        "counts": [{"word": count, "at": y_of(count) / 10, "strong": count == chart.needed} for count in counts],
        "hours": [{"word": say.time(hour), "at": x_of(hour) / 10} for hour in hours if 40 < x_of(hour) < WHOLE - 40],
    }
