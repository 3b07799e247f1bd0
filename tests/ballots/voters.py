"""Voters: what they meant, and what they put on the paper. Natural sheets as most people fill them in, and sheets
spoiled on purpose in every way that the regulation or a tired hand knows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np

from congress_desk.domain.ballot_forms import Mark
from congress_desk.domain.ballot_layout import Box, PageLayout, Row
from tests.ballots import pens
from tests.ballots.pens import Lot, Page, Pen, path

Names = dict[int, Box]  # where each name's letters stand, by row


@dataclass(slots=True)
class Truth:
    """meant: by row. must_ask: the sheet may not pass as read, whatever the marks; only_colour: where the picture has
    colour. spoiled: which way."""

    meant: dict[int, Mark] = field(default_factory=dict)
    must_ask: bool = False
    only_colour: bool = False
    spoiled: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet being filled in."""

    page: Page
    layout: PageLayout
    names: Names
    pen: Pen
    lot: Lot
    truth: Truth
    empty: Page

    def row(self) -> Row:
        row: Row = pens.pick(self.lot, self.layout.rows)
        return row


# ---- type B


def columns_voter(paper: Paper, *, seats: int) -> None:
    """Nearly everybody marks every line; one in fifty leaves one out."""
    style = paper.lot.random()
    disagree = float(paper.lot.choice([0.0, 0.05, 0.15, 0.5], p=[0.3, 0.4, 0.25, 0.05]))
    for place, row in enumerate(paper.layout.rows):
        if place and paper.lot.random() < 0.002:
            paper.truth.meant[row.row] = Mark.NONE
            continue
        mark = Mark.NO if place and paper.lot.random() < disagree else Mark.YES
        paper.truth.meant[row.row] = mark
        box = row.yes if mark is Mark.YES else row.no
        assert box is not None
        mark_box(paper, box, style)


def mark_box(paper: Paper, box: Box, style: float) -> None:
    lot, size = paper.lot, box.width * float(paper.lot.uniform(0.65, 1.2))
    x, y = box.middle
    middle = x + float(lot.normal(0, 0.35)), y + float(lot.normal(0, 0.35))
    if style < 0.12:
        pens.tick(paper.page, paper.pen, middle, size, lot)
        return
    pens.cross(paper.page, paper.pen, middle, size, lot)
    if style > 0.95:
        pens.cross(paper.page, paper.pen, middle, size, lot)


def faint_mark(paper: Paper) -> None:
    """One line in a pencil that hardly writes."""
    row = paper.row()
    meant = paper.truth.meant[row.row]
    if meant is Mark.NONE:
        return
    box = row.no if meant is Mark.YES else row.yes
    assert box is not None
    pens.cross(paper.page, pens.taken_up(pens.FAINT_PENCIL, paper.lot), box.middle, box.width * 0.9, paper.lot)
    paper.truth.meant[row.row] = Mark.BOTH


def both_boxes(paper: Paper) -> None:
    row = paper.row()
    for box, there in ((row.yes, Mark.YES), (row.no, Mark.NO)):
        assert box is not None
        if paper.truth.meant[row.row] is not there:
            mark_box(paper, box, 0.5)
    paper.truth.meant[row.row] = Mark.BOTH


def taken_back(paper: Paper) -> None:
    """The marked box blackened, an X in the other."""
    row = paper.row()
    meant = paper.truth.meant[row.row]
    if meant is Mark.NONE:
        return
    box, other = (row.yes, row.no) if meant is Mark.YES else (row.no, row.yes)
    assert box is not None
    assert other is not None
    pens.scribble(paper.page, paper.pen, box.middle, (box.width * 0.95, box.height * 0.95), paper.lot)
    if paper.lot.random() < 0.7:
        mark_box(paper, other, 0.5)
        paper.truth.meant[row.row] = Mark.NO if meant is Mark.YES else Mark.YES
    else:
        paper.truth.meant[row.row] = Mark.NONE


def dot_in_a_box(paper: Paper) -> None:
    row = paper.row()
    if paper.truth.meant[row.row] is Mark.NONE:
        return
    box = row.no if paper.truth.meant[row.row] is Mark.YES else row.yes
    assert box is not None
    x, y = box.middle
    pens.stroke(paper.page, paper.pen, path((x, y), (x + float(paper.lot.uniform(0.1, 0.9)), y + 0.2)), paper.lot)


def mark_beside(paper: Paper) -> None:
    """An X right beside the boxes."""
    row = paper.row()
    assert row.no is not None
    x, y = row.no.middle
    pens.cross(paper.page, paper.pen, (x + float(paper.lot.uniform(6, 9)), y), 4.0, paper.lot)
    paper.truth.must_ask = True


# ---- type A


def strike_voter(paper: Paper, *, seats: int) -> None:
    """Strikes as many as there are too many, sometimes more."""
    rows = list(paper.layout.rows)
    surplus = max(0, len(rows) - seats)
    more = int(paper.lot.choice([0, 1, 2, 4], p=[0.6, 0.2, 0.15, 0.05]))
    struck = set(paper.lot.permutation(len(rows))[: min(surplus + more, len(rows) - 1)].tolist())
    style = paper.lot.random()
    for place, row in enumerate(rows):
        paper.truth.meant[row.row] = Mark.NO if place in struck else Mark.YES
        if place in struck:
            strike(paper, row, style)


def strike(paper: Paper, row: Row, style: float) -> None:
    lot, name = paper.lot, paper.names[row.row]
    left = name.x - float(lot.uniform(-0.3, 3.5))
    right = name.right + float(lot.uniform(-0.3, 7.0))
    middle = name.y + name.height / 2
    count = 2 if style > 0.88 else 1
    for again in range(count):
        slope = float(lot.normal(0, 0.012)) * (right - left)
        y = middle + float(lot.normal(0, 0.3)) + (again - 0.5 * (count - 1)) * 0.9
        x = np.linspace(left, right, 6)
        line = y + slope * np.linspace(-0.5, 0.5, 6) + lot.normal(0, 0.09, 6)
        pens.stroke(paper.page, paper.pen, np.stack([x, line], axis=1), lot)


def half_strike(paper: Paper) -> None:
    row = _untouched(paper)
    name = paper.names[row.row]
    share = float(paper.lot.uniform(0.2, 0.65))
    start = name.x + float(paper.lot.uniform(0, 1 - share)) * name.width
    y = name.middle[1] + float(paper.lot.normal(0, 0.3))
    pens.stroke(paper.page, paper.pen, path((start, y), (start + share * name.width, y)), paper.lot)
    paper.truth.must_ask = True


def faint_strike(paper: Paper) -> None:
    row = _untouched(paper)
    name = paper.names[row.row]
    y = name.middle[1] + float(paper.lot.normal(0, 0.3))
    pen = pens.taken_up(pens.FAINT_PENCIL, paper.lot)
    pens.stroke(paper.page, pen, path((name.x - 1, y), (name.right + 2, y + 0.3)), paper.lot)
    paper.truth.meant[row.row] = Mark.NO


def underline(paper: Paper) -> None:
    row = _untouched(paper)
    name = paper.names[row.row]
    y = min(name.bottom + 0.5, row.cell.bottom - 0.5)
    pens.stroke(paper.page, paper.pen, path((name.x, y), (name.right, y + 0.1)), paper.lot)
    paper.truth.must_ask = True


def circled(paper: Paper) -> None:
    row = _untouched(paper)
    name = paper.names[row.row]
    pens.circle(paper.page, paper.pen, name.middle, (name.width + 5, 6.2), paper.lot)
    paper.truth.must_ask = True


def small_cross_over(paper: Paper) -> None:
    """An X over the name's middle: part of it only."""
    row = _untouched(paper)
    pens.cross(paper.page, paper.pen, paper.names[row.row].middle, float(paper.lot.uniform(4, 8)), paper.lot)
    paper.truth.must_ask = True


def wide_cross_over(paper: Paper) -> None:
    """Two long strokes from corner to corner of the name: struck, by any reading."""
    row = _untouched(paper)
    name = paper.names[row.row]
    for top, bottom in ((-2.2, 2.2), (2.2, -2.2)):
        y = name.middle[1]
        pens.stroke(paper.page, paper.pen, path((name.x - 1, y + top), (name.right + 1, y + bottom)), paper.lot)
    paper.truth.meant[row.row] = Mark.NO


def slipped(paper: Paper) -> None:
    """A strike that slides down into the next name."""
    row = _untouched(paper)
    name = paper.names[row.row]
    y = name.middle[1]
    drop = float(paper.lot.uniform(0.7, 1.1)) * row.cell.height
    pens.stroke(paper.page, paper.pen, path((name.x - 1, y), (name.right + 2, y + drop)), paper.lot)
    paper.truth.must_ask = True


def _untouched(paper: Paper) -> Row:
    rows = [row for row in paper.layout.rows if paper.truth.meant[row.row] is Mark.YES]
    row: Row = pens.pick(paper.lot, rows)
    return row


# ---- both


def signed(paper: Paper) -> None:
    table = paper.layout.table
    y = min(table.bottom + 8, paper.layout.height - 18)
    pens.written(paper.page, paper.pen, (table.x + 0.55 * table.width, y), 35, paper.lot)
    paper.truth.must_ask = True


def word_added(paper: Paper) -> None:
    row = paper.row()
    name = paper.names[row.row]
    start = name.right + 4, row.cell.middle[1]
    pens.written(paper.page, paper.pen, start, 14, paper.lot)
    paper.truth.must_ask = True


def second_ink(paper: Paper) -> None:
    """One mark more in another colour, as if somebody else had made it."""
    other = pens.RED if paper.lot.random() < 0.5 else (pens.BLACK if paper.pen.name in ("blue", "gel") else pens.BLUE)
    changed = replace(paper, pen=pens.taken_up(other, paper.lot))
    row = _untouched(paper)
    if row.yes is None:
        strike(changed, row, 0.5)
        paper.truth.meant[row.row] = Mark.NO
    else:
        cell = row.yes.grown(3)
        cut = tuple(
            slice(round(a * pens.DRAWN), round(b * pens.DRAWN))
            for a, b in ((cell.y, cell.bottom), (cell.x, cell.right))
        )
        paper.page[cut] = paper.empty[cut]
        mark_box(changed, row.yes, 0.5)
    paper.truth.must_ask = paper.truth.only_colour = True


Spoiling = Callable[[Paper], None]
SPOILED_COLUMNS: tuple[Spoiling, ...] = (
    faint_mark,
    both_boxes,
    taken_back,
    dot_in_a_box,
    mark_beside,
    signed,
    word_added,
    second_ink,
)
SPOILED_STRIKES: tuple[Spoiling, ...] = (
    half_strike,
    faint_strike,
    underline,
    circled,
    small_cross_over,
    wide_cross_over,
    slipped,
    signed,
    word_added,
    second_ink,
)
