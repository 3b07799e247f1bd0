"""Where everything stands on a ballot, in mm from the upper left corner of the page; printing and reading share it.

Six square marks carry the page, a small tick at both ends of every row carries the row: paper that was drawn
unevenly through a scanner is off by more than a millimetre between the marks (stack.md).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from congress_desk.domain.ballot_forms import BallotForm, BallotKind, BallotPaper

PAGE_SIZES = {BallotPaper.A4: (210.0, 297.0), BallotPaper.A5: (148.0, 210.0)}

FIDUCIAL_SIDE = 10.0
FIDUCIAL_BITS = (
    ("1011", "0101", "0011", "0010"),
    ("0000", "1111", "1001", "1010"),
    ("0011", "0011", "0010", "1101"),
    ("1001", "1001", "0100", "0110"),
    ("0101", "0100", "1001", "1110"),
    ("0111", "1001", "1100", "1101"),
)
"""The first six of OpenCV's DICT_4X4_50, 1 is white; a black frame one module wide goes around."""
INSET = 9.0  # of the square marks from the edge of the paper
TICK_WIDTH = 2.6
TICK_HEIGHT = 0.8
TABLE_INSET = 25.0
LEAST_ROW = 7.0
TALLEST_ROW = 12.0
BOX_SIDE = 5.0
BOX_LINE = 0.35

_TICK_GAP = 1.0  # between tick and table
_FOOT = 22.0  # kept free under the table
_BESIDE = 9.0  # the second language's lines in the head


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2

    def grown(self, by: float) -> Box:
        """Wider on every side; smaller where `by` is negative."""
        return Box(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)


@dataclass(frozen=True, slots=True)
class Row:
    """row: place in form.names. cell: the whole row; yes and no: the boxes of type B."""

    row: int
    cell: Box
    name: Box
    ticks: tuple[Box, Box]
    yes: Box | None = None
    no: Box | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLayout:
    """fiducials: by number 0..5, rows of two from the top. edges: x of the table's upright lines."""

    width: float
    height: float
    page: int
    fiducials: tuple[Box, ...]
    seal: Box
    code: Box
    organ: Box
    title: Box
    table: Box
    head_height: float
    edges: tuple[float, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Head:
    """Of one paper: sides of seal and code, and where the title's room and the table's head begin."""

    seal: float
    code: float
    title_top: float
    title_height: float
    table_head: float
    number: float  # width of the column of numbers
    choice: float  # width of a column with boxes


_HEADS = {
    BallotPaper.A4: _Head(36.0, 26.0, 47.0, 31.0, 9.0, 14.0, 26.0),
    BallotPaper.A5: _Head(29.0, 22.0, 39.0, 27.0, 8.0, 11.0, 19.0),
}


def pages_of(form: BallotForm) -> int:
    return max(1, math.ceil(len(form.names) / _most_rows(form)))


def rows_on(form: BallotForm, page: int) -> range:
    """Places in form.names; the names are spread evenly over the pages."""
    pages, count = pages_of(form), len(form.names)
    return range(count * page // pages, count * (page + 1) // pages)


def layout_of(form: BallotForm, page: int) -> PageLayout:
    width, height = PAGE_SIZES[form.paper]
    head = _HEADS[form.paper]
    table_top = _table_top(form)
    wide = width - 2 * TABLE_INSET
    edges = _edges(form, wide, head)
    places = rows_on(form, page)
    rows_top = table_top + head.table_head
    row_height = min(TALLEST_ROW, (height - _FOOT - rows_top) / max(len(places), 1))
    rows = tuple(
        _row(form, place, Box(TABLE_INSET, rows_top + n * row_height, wide, row_height), edges)
        for n, place in enumerate(places)
    )
    code = Box(width - INSET - FIDUCIAL_SIDE - 3.0 - head.code, INSET, head.code, head.code)
    seal = Box(INSET + FIDUCIAL_SIDE + 3.0, INSET, head.seal, head.seal)
    return PageLayout(
        width=width,
        height=height,
        page=page,
        fiducials=_fiducials(width, height),
        seal=seal,
        code=code,
        organ=Box(seal.right + 2, INSET, code.x - seal.right - 4, head.seal),
        title=Box(TABLE_INSET, head.title_top, wide, table_top - head.title_top - 1.5),
        table=Box(TABLE_INSET, table_top, wide, head.table_head + row_height * len(places)),
        head_height=head.table_head,
        edges=edges,
        rows=rows,
    )


def _table_top(form: BallotForm) -> float:
    head = _HEADS[form.paper]
    return head.title_top + head.title_height + (_BESIDE if form.beside else 0.0)


def _most_rows(form: BallotForm) -> int:
    height = PAGE_SIZES[form.paper][1]
    return int((height - _FOOT - _table_top(form) - _HEADS[form.paper].table_head) / LEAST_ROW)


def _edges(form: BallotForm, wide: float, head: _Head) -> tuple[float, ...]:
    left, right = TABLE_INSET, TABLE_INSET + wide
    if form.kind is BallotKind.STRIKE:
        return left, left + head.number, right
    return left, left + head.number, right - 2 * head.choice, right - head.choice, right


def _row(form: BallotForm, place: int, cell: Box, edges: tuple[float, ...]) -> Row:
    middle = cell.y + cell.height / 2
    tick_y = middle - TICK_HEIGHT / 2
    ticks = (
        Box(cell.x - _TICK_GAP - TICK_WIDTH, tick_y, TICK_WIDTH, TICK_HEIGHT),
        Box(cell.right + _TICK_GAP, tick_y, TICK_WIDTH, TICK_HEIGHT),
    )
    name = Box(edges[1], cell.y, edges[2] - edges[1], cell.height)
    if form.kind is BallotKind.STRIKE:
        return Row(place, cell, name, ticks)
    side = min(BOX_SIDE, cell.height - 1.6)
    yes, no = (
        Box((left + right) / 2 - side / 2, middle - side / 2, side, side)
        for left, right in ((edges[2], edges[3]), (edges[3], edges[4]))
    )
    return Row(place, cell, name, ticks, yes, no)


def _fiducials(width: float, height: float) -> tuple[Box, ...]:
    side = FIDUCIAL_SIDE
    columns = INSET, width - INSET - side
    lines = INSET, (height - side) / 2, height - INSET - side
    return tuple(Box(x, y, side, side) for y in lines for x in columns)
