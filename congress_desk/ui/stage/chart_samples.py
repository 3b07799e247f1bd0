"""Charts for the gallery and the tests: a usual hall, one that still fills, and one with many delegations."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from zoneinfo import ZoneInfo

from congress_desk.domain.attendance import Session
from congress_desk.domain.charts import AttendanceChart, BarChart, PresenceChart, StackedBar, Step
from congress_desk.domain.credentials import FigureRow, Part
from congress_desk.domain.journal import SessionId
from congress_desk.domain.stage import ChartFace, Face

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
BEGINS = dt.datetime(2025, 9, 22, 7, 30, tzinfo=ZONE)
NOW = BEGINS + dt.timedelta(minutes=70)
SESSION = Session(id=SessionId("1"), name="Phiên khai mạc", starts=BEGINS, ends=BEGINS + dt.timedelta(hours=4))
CONVENED, NEEDED = 445, 297
_CAME = ((-42, 12), (-35, 61), (-28, 118), (-21, 171), (-14, 233), (-9, 301), (-4, 377), (3, 421), (11, 436),
         (48, 429), (55, 438))  # fmt: skip
_ROWS = {
    Part.GENDER: (("men", 362), ("women", 83)),
    Part.AGE: (("<=40", 47), ("41-50", 186), ("51-60", 198), ("61-70", 11), (">=71", 2), ("missing", 1)),
    Part.DEGREE: (("doctor", 21), ("master", 214), ("university", 203), ("college", 2), ("intermediate", 3),
                  ("missing", 2)),
    Part.THEORY: (("bachelor", 96), ("advanced", 322), ("intermediate", 25), ("missing", 2)),
}  # fmt: skip
_DELEGATIONS = (
    ("Đoàn Đảng ủy các cơ quan Đảng tỉnh", (58, 1, 1, 0)),
    ("Đoàn Đảng ủy Ủy ban nhân dân tỉnh", (61, 0, 2, 1)),
    ("Đoàn Đảng bộ Quân sự tỉnh", (22, 0, 0, 0)),
    ("Đoàn Đảng bộ Công an tỉnh", (24, 0, 1, 0)),
    ("Đoàn phường Phan Đình Phùng", (19, 2, 0, 3)),
    ("Đoàn xã Đại Từ", (15, 0, 0, 0)),
    ("Đoàn xã Định Hóa", (14, 0, 1, 2)),
    ("Đoàn xã Võ Nhai", (11, 0, 0, 0)),
)


def _curve(came: tuple[tuple[int, int], ...], reached: int | None) -> AttendanceChart:
    return AttendanceChart(
        session=SESSION,
        convened=CONVENED,
        needed=NEEDED,
        steps=tuple(Step(at=BEGINS + dt.timedelta(minutes=minute), present=count) for minute, count in came),
        reached=BEGINS + dt.timedelta(minutes=reached) if reached is not None else None,
    )


def _bars(part: Part) -> BarChart:
    rows = tuple(
        FigureRow(part=part, label=label, count=count, share=Fraction(count, CONVENED))
        for label, count in _ROWS[part]
    )
    return BarChart(part=part, base=CONVENED, bars=rows)


_MORE = ("Phú Lương", "Phú Bình", "Đồng Hỷ", "Chợ Đồn", "Ba Bể", "Na Rì", "Ngân Sơn", "Pác Nặm", "Bạch Thông",
         "Chợ Mới", "Sông Công", "Phổ Yên", "Tích Lương", "Đức Xuân")  # fmt: skip
_MANY = _DELEGATIONS + tuple(
    (f"Đoàn Đảng bộ xã {name}", (14 + n % 5, n % 3, n % 2, n % 4)) for n, name in enumerate(_MORE)
)


def _presence(delegations: tuple[tuple[str, tuple[int, int, int, int]], ...] = _DELEGATIONS) -> PresenceChart:
    bars = tuple(StackedBar(label=label, counts=counts) for label, counts in delegations)
    sums = [sum(bar.counts[place] for bar in bars) for place in range(4)]
    return PresenceChart(
        session=SESSION, bars=bars, total=StackedBar(label="", counts=(sums[0], sums[1], sums[2], sums[3]))
    )


CHART_FACES: dict[str, Face] = {
    "CHART_OVER_TIME": ChartFace(chart=_curve(_CAME, -9), until=NOW),
    "CHART_EARLY": ChartFace(chart=_curve(_CAME[:4], None), until=BEGINS - dt.timedelta(minutes=20)),
    "CHART_NOBODY": ChartFace(chart=_curve((), None), until=BEGINS - dt.timedelta(minutes=50)),
    "CHART_GENDER": ChartFace(chart=_bars(Part.GENDER), until=NOW),
    "CHART_AGE": ChartFace(chart=_bars(Part.AGE), until=NOW),
    "CHART_DEGREE": ChartFace(chart=_bars(Part.DEGREE), until=NOW),
    "CHART_THEORY": ChartFace(chart=_bars(Part.THEORY), until=NOW),
    "CHART_PRESENCE": ChartFace(chart=_presence(), until=NOW),
    "CHART_PRESENCE_MANY": ChartFace(chart=_presence(_MANY), until=NOW),
}
