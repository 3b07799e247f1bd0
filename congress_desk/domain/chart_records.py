"""The paper of charts, before it is paper."""

from __future__ import annotations

from dataclasses import dataclass

from congress_desk.domain.charts import AttendanceChart, BarChart, PresenceChart
from congress_desk.domain.records import Heading


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartsRecord:
    """attendance and presence: of the same sessions, in order of time."""

    heading: Heading
    composition: tuple[BarChart, ...] = ()
    attendance: tuple[AttendanceChart, ...] = ()
    presence: tuple[PresenceChart, ...] = ()
