"""What charts call the ways to be there or not, on paper and on the second screen."""

from __future__ import annotations

from collections.abc import Mapping

from congress_desk.domain.charts import Part
from congress_desk.plumbing.texts import marked

PRESENCES: Mapping[Part, str] = {
    Part.PRESENT: marked("Present"),
    Part.LEFT: marked("Came and left"),
    Part.EXCUSED: marked("Absent with leave"),
    Part.ABSENT: marked("Absent without leave"),
}
