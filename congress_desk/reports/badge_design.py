"""Where things stand on a badge, by size, and how badges stand on A4. Lengths are millimetres here.

Change a figure and print a sheet: the drawing in badges.py follows it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from congress_desk.domain.badge_classes import BadgeKind, badge_kind
from congress_desk.domain.delegates import Delegate
from congress_desk.domain.records import BadgeSize
from congress_desk.plumbing.texts import marked
from congress_desk.reports.pen import BLACK, WHITE, Colour

PAGE_SHORT, PAGE_LONG = 210.0, 297.0
EDGE = 5.0  # least white around the sheet, for the crop marks and the printer
MARK_LENGTH, MARK_GAP = 3.5, 1.0

RED: Colour = (0.639, 0.082, 0.122)
GOLD: Colour = (0.788, 0.635, 0.153)
BLUE: Colour = (0.122, 0.306, 0.549)
GREEN: Colour = (0.086, 0.42, 0.29)
VIOLET: Colour = (0.38, 0.2, 0.5)


class Cut(Protocol):
    """What is cut out of a sheet."""

    @property
    def width(self) -> float: ...
    @property
    def height(self) -> float: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """tops count from the badge's upper edge, sides from its edges; sizes of type are points."""

    width: float
    height: float
    side: float
    title_top: float
    title_height: float
    title_size: float
    band_top: float
    band_height: float
    band_size: float
    picture_top: float
    photo_width: float
    symbol_side: float
    code_size: float
    name_top: float
    name_height: float
    name_size: float
    name_floor: float
    delegation_top: float
    delegation_size: float
    facts_top: float
    label_size: float
    fact_size: float

    @property
    def photo_height(self) -> float:
        return self.photo_width * 4 / 3


DESIGNS = {
    BadgeSize.LARGE: Design(
        width=90, height=130, side=7,
        title_top=5, title_height=19, title_size=13,
        band_top=26, band_height=11, band_size=21,
        picture_top=41, photo_width=32, symbol_side=35, code_size=12,
        name_top=86, name_height=17, name_size=25, name_floor=12,
        delegation_top=104, delegation_size=13,
        facts_top=113, label_size=8.5, fact_size=17,
    ),
    BadgeSize.MEDIUM: Design(
        width=70, height=100, side=4,
        title_top=4, title_height=14, title_size=10,
        band_top=19.5, band_height=8.5, band_size=16,
        picture_top=32.5, photo_width=25, symbol_side=35, code_size=9.5,
        name_top=68.5, name_height=12.5, name_size=20, name_floor=9.5,
        delegation_top=81, delegation_size=10.5,
        facts_top=87.5, label_size=7, fact_size=13.5,
    ),
    BadgeSize.SMALL: Design(
        width=54, height=86, side=3,
        title_top=3, title_height=11, title_size=7.5,
        band_top=15, band_height=7, band_size=12.5,
        picture_top=24, photo_width=19, symbol_side=28, code_size=8,
        name_top=54.5, name_height=12.5, name_size=16, name_floor=8,
        delegation_top=67.5, delegation_size=9,
        facts_top=73.5, label_size=6.5, fact_size=12,
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeClass:
    """The word and the colour by which a badge is known across the hall."""

    word: str
    band: Colour
    ink: Colour = WHITE


_CLASSES = {
    BadgeKind.DELEGATE: BadgeClass(word=marked("DELEGATE"), band=RED),
    BadgeKind.ALTERNATE: BadgeClass(word=marked("ALTERNATE DELEGATE"), band=RED),
    BadgeKind.GUEST: BadgeClass(word=marked("GUEST"), band=GOLD, ink=BLACK),
    BadgeKind.ORGANIZER: BadgeClass(word=marked("ORGANIZING COMMITTEE"), band=GREEN),
    BadgeKind.PRESS: BadgeClass(word=marked("PRESS"), band=VIOLET),
    BadgeKind.SERVICE: BadgeClass(word=marked("CONGRESS STAFF"), band=BLUE),
}


def badge_class(delegate: Delegate) -> BadgeClass:
    return _CLASSES[badge_kind(delegate)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """As many badges as fit on A4, in the direction that takes more. left and top: of the first badge."""

    landscape: bool
    columns: int
    rows: int
    left: float
    top: float

    @property
    def count(self) -> int:
        return self.columns * self.rows


def grid_for(design: Cut) -> Grid:
    upright = _grid(design, landscape=False)
    lying = _grid(design, landscape=True)
    return lying if lying.count > upright.count else upright


def _grid(design: Cut, *, landscape: bool) -> Grid:
    width, height = (PAGE_LONG, PAGE_SHORT) if landscape else (PAGE_SHORT, PAGE_LONG)
    columns = int((width - 2 * EDGE) // design.width)
    rows = int((height - 2 * EDGE) // design.height)
    return Grid(
        landscape=landscape,
        columns=columns,
        rows=rows,
        left=(width - columns * design.width) / 2,
        top=(height - rows * design.height) / 2,
    )
