"""The page style of domain.md 6.1: resources/reports/page_style.json, and over it a province's own file.

`page_style.json` in the settings folder holds only what is to be different (fonts, sizes, margins, heads, digits);
fonts of its own lie in `fonts/` beside it. It is read again when it changes. Lengths here are points.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from congress_desk.plumbing.resources import resource
from congress_desk.plumbing.settings import settings_folder
from congress_desk.reports.style_checks import checked, merged

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
A3 = (297 * MM, 420 * MM)
STYLE_FILE = "page_style.json"
ARABIC_DIGITS = "arabic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    top: float
    bottom: float
    leading: float
    trailing: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """party: what stands there instead of the Party's name, by language. star: under the organ; "" for none.

    organ_share: of the page's width, on the leading side.
    """

    party: Mapping[str, str]
    star: str
    organ_share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PageStyle:
    """sizes: by part (party, organ, title, ...). line_height: by language, in parts of the size.

    baseline: by language, in parts of the line's height from its top. watermark_across: the length of the
    watermark in parts of the page's diagonal. fonts: files by latin, latin_bold, latin_italic, latin_bold_italic,
    arabic, arabic_bold. native_digits: Arabic papers write counts, dates and shares in Arabic-Indic digits.
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
    fonts: Mapping[str, Path]
    heads: Heads
    native_digits: bool


def page_style() -> PageStyle:
    """Trouble: PAGE_STYLE_WRONG(path, place, value, possible)."""
    own = settings_folder() / STYLE_FILE
    try:
        changed = own.stat().st_mtime_ns
    except OSError:
        return _usual()
    return _read(own, changed)


def usual_style() -> dict[str, Any]:
    """The style that ships with the program, as a province would copy it."""
    written: dict[str, Any] = json.loads(resource("reports", STYLE_FILE).read_text("utf-8"))
    return written


@lru_cache(maxsize=1)
def _usual() -> PageStyle:
    return _made(usual_style(), None)


@lru_cache(maxsize=2)
def _read(own: Path, changed: int) -> PageStyle:
    """changed: when the file was last written, so that a corrected file is read."""
    usual = usual_style()
    return _made(merged(usual, checked(own, usual)), own.parent / "fonts")


def _made(written: Mapping[str, Any], own_fonts: Path | None) -> PageStyle:
    watermark, heads = written["watermark"], written["heads"]
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
        fonts={name: font_file(file, own_fonts) for name, file in written["fonts"].items()},
        heads=Heads(party=heads["party"], star=heads["star"], organ_share=heads["organ_share"]),
        native_digits=written["digits"] == ARABIC_DIGITS,
    )


def font_file(name: str, own_fonts: Path | None) -> Path:
    """The province's own file of this name, else the one that ships with the program."""
    own = own_fonts / name if own_fonts is not None else None
    return own if own is not None and own.is_file() else resource("fonts", name)


def _margins(mm: Mapping[str, float]) -> Margins:
    return Margins(**{side: length * MM for side, length in mm.items()})
