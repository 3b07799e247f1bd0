"""What the wall's page says of a face: words in the wall's language, figures as the record has them."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

from congress_desk.domain.stage import (
    AgendaFace,
    AttendanceFace,
    ClipFace,
    DocumentFace,
    ElectionFace,
    ResultFace,
    SpeakerFace,
    TitleFace,
    WelcomeFace,
)
from congress_desk.plumbing.texts import Language, Words
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
    return {
        "kind": KINDS.get(type(air.face), "black"),
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


def _quorum(face: AttendanceFace, say: Words) -> str:
    if face.reached and face.reached_at is not None:
        return say("Quorum reached at {time} ({needed} needed)", time=face.reached_at, needed=face.needed)
    if face.reached:
        return say("Quorum reached ({needed} needed)", needed=face.needed)
    return say("Quorum not reached yet: {needed} needed", needed=face.needed)


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
