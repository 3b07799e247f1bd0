"""The page style of domain.md 6.1, read from resources/reports/page_style.json. Lengths here are points."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from congress_desk.plumbing.resources import resource

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
A3 = (297 * MM, 420 * MM)


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    top: float
    bottom: float
    leading: float
    trailing: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PageStyle:
    """sizes: by part (party, organ, title, ...). line_height: by language, in parts of the size.

    baseline: by language, in parts of the line's height from its top. watermark_across: the length of the
    watermark in parts of the page's diagonal.
    """

    portrait: Margins
    landscape: Margins
    footer: float
    sizes: Mapping[str, float]
    line_height: Mapping[str, float]
    baseline: Mapping[str, float]
    indent: float
    rule: float
    grid: float
    signature_room: float
    watermark_most: float
    watermark_across: float
    watermark_grey: float
    watermark_angle: float


@lru_cache(maxsize=1)
def page_style() -> PageStyle:
    written = json.loads(resource("reports", "page_style.json").read_text("utf-8"))
    watermark = written["watermark"]
    return PageStyle(
        portrait=_margins(written["portrait_margins_mm"]),
        landscape=_margins(written["landscape_margins_mm"]),
        footer=written["footer_mm"] * MM,
        sizes=written["sizes_pt"],
        line_height=written["line_height"],
        baseline=written["baseline"],
        indent=written["first_line_indent_mm"] * MM,
        rule=written["rule_pt"],
        grid=written["grid_pt"],
        signature_room=written["signature_room_mm"] * MM,
        watermark_most=watermark["most_pt"],
        watermark_across=watermark["across"],
        watermark_grey=watermark["grey"],
        watermark_angle=watermark["angle_degrees"],
    )


def _margins(mm: Mapping[str, float]) -> Margins:
    return Margins(**{side: length * MM for side, length in mm.items()})
