"""What the wall's page says of a face: words in the wall's language, figures as the record has them."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

from congress_desk.domain.charts import AttendanceChart
from congress_desk.domain.stage import (
    AgendaFace,
    AttendanceFace,
    ChartFace,
    ClipFace,
    DocumentFace,
    ElectionFace,
    ResultFace,
    SpeakerFace,
    TitleFace,
    WelcomeFace,
)
from congress_desk.plumbing.chart_words import quorum_words
from congress_desk.plumbing.texts import Language, Words
from congress_desk.portal.walls_charts import chart_values
from congress_desk.services.stage import OnAir

KINDS = {
    TitleFace: "title",
    WelcomeFace: "welcome",
    AttendanceFace: "attendance",
    AgendaFace: "agenda",
    SpeakerFace: "speaker",
    DocumentFace: "document",
    ResultFace: "result",
    ElectionFace: "election",
    ClipFace: "clip",
}


def values_of(air: OnAir, say: Words) -> dict[str, Any]:
    """For the templates; kind "black" for everything that shows nothing."""
    chart = air.face if isinstance(air.face, ChartFace) else None
    return {
        "kind": _chart_kind(chart) if chart else KINDS.get(type(air.face), "black"),
        "chart": chart_values(chart, air.zone, say, lambda share: _percent(share, say)) if chart else None,
        "face": air.face,
        "title": air.title,
        "rehearsal": say("REHEARSAL") if air.rehearsal else "",
        "language": say.language.value,
        "direction": "rtl" if say.language.right_to_left else "ltr",
        "least": round(float(air.fold.settings.least_share) * 100, 2),
        "say": say,
        "quorum": _quorum(air.face, say) if isinstance(air.face, AttendanceFace) else "",
        "timer": _timer(air.face) if isinstance(air.face, SpeakerFace) else None,
        "percent": lambda share: _percent(share, say),
        "symbol": _symbol(air.face) if isinstance(air.face, DocumentFace) else "",
    }


def _chart_kind(face: ChartFace) -> str:
    return "curve" if isinstance(face.chart, AttendanceChart) else "bars"


def _quorum(face: AttendanceFace, say: Words) -> str:
    return quorum_words(say, needed=face.needed, reached=face.reached, at=face.reached_at)


def _timer(face: SpeakerFace) -> dict[str, int]:
    """In ms. since: of the epoch, 0 while it does not run."""
    timer = face.timer
    return {
        "allowed": _ms(timer.allowed),
        "spoken": _ms(timer.spoken),
        "since": round(timer.since.timestamp() * 1000) if timer.since else 0,
        "warning": face.warning_seconds * 1000,
    }


def _ms(span: dt.timedelta) -> int:
    return round(span.total_seconds() * 1000)


def _percent(share: Fraction, say: Words) -> str:
    hundredths = (20_000 * share.numerator + share.denominator) // (2 * share.denominator)
    point = "," if say.language is Language.VIETNAMESE else "."
    return f"{hundredths // 100}{point}{hundredths % 100:02} %"


def _symbol(face: DocumentFace) -> str:
    """Dark modules as one path of unit squares."""
    return "".join(
        f"M{x} {y}h1v1h-1z" for y, row in enumerate(face.symbol) for x, module in enumerate(row) if module == "1"
    )
