"""What charts say, on paper, on the second screen and on the portal's walls."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from congress_desk.domain.charts import AttendanceChart, BarChart, PresenceChart, ShownChart
from congress_desk.domain.charts import Part as Presence
from congress_desk.domain.credentials import Part
from congress_desk.plumbing.credentials_words import PARTS
from congress_desk.plumbing.texts import Words, marked

PRESENCES: Mapping[Presence, str] = {
    Presence.PRESENT: marked("Present"),
    Presence.LEFT: marked("Came and left"),
    Presence.EXCUSED: marked("Absent with leave"),
    Presence.ABSENT: marked("Absent without leave"),
}
CHARTS: Mapping[ShownChart, str] = {
    ShownChart.OVER_TIME: marked("Attendance over time"),
    ShownChart.PRESENCE: marked("Presence by delegation"),
    ShownChart.GENDER: PARTS[Part.GENDER],
    ShownChart.AGE: PARTS[Part.AGE],
    ShownChart.EDUCATION: PARTS[Part.DEGREE],
    ShownChart.THEORY: PARTS[Part.THEORY],
}


def title_words(say: Words, chart: AttendanceChart | BarChart | PresenceChart) -> str:
    """On a screen: what is shown, and where people come and go how many are here."""
    if isinstance(chart, BarChart):
        return say(PARTS[chart.part])
    if isinstance(chart, PresenceChart):
        title, present, convened = say("Presence by delegation"), chart.total.counts[0], chart.total.convened
    else:
        title, present, convened = say("In the hall"), chart.present, chart.convened
    return f"{title} · \u2066{present}\u00a0/\u00a0{convened}\u2069"


def base_words(say: Words, chart: BarChart | PresenceChart) -> str:
    if isinstance(chart, PresenceChart):
        return say("Base: {count} convened", count=chart.total.convened)
    return say("Base: {count} persons", count=chart.base)


def quorum_words(say: Words, *, needed: int, reached: bool, at: dt.datetime | None) -> str:
    """at: since when it holds, in the congress's zone."""
    if reached and at is not None:
        return say("Quorum reached at {time} ({needed} needed)", time=at, needed=needed)
    if reached:
        return say("Quorum reached ({needed} needed)", needed=needed)
    return say("Quorum not reached yet: {needed} needed", needed=needed)
