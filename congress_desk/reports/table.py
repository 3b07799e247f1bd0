"""Tables with hairlines: rows kept whole, heads repeated on every page, group headings never last on a page.

Columns run from the leading side, so an Arabic table begins at the right by itself.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from congress_desk.reports.composing import Composer, Line, Span
from congress_desk.reports.flow import Strip
from congress_desk.reports.pen import Align, Pen

PADDING = 3.0
_ROWS_TOGETHER = 2  # at the end of a table
_SLACK = 0.1
_NEARLY_ALL = 0.95  # of the cells
_EASE = 10.0  # beside the title of a column of figures
_LEAST_LETTERS = 12  # of a column in which anything is written at all
_LETTER = 0.53  # width of a usual letter, of the size


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """share: of the table's width, in any unit. handwritten: keeps its room though its cells are empty."""

    title: str
    share: float
    align: Align = Align.START
    handwritten: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """cells: one text per column. A heading is one bold text over the whole width and keeps the next row.

    heading_again: shown instead where the group goes on on a new page. keeps_next: never parted from the row
    after it, so that rows that say one thing stay on one page.
    """

    cells: tuple[str, ...] = ()
    bold: bool = False
    heading: str = ""
    heading_again: str = ""
    keeps_next: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TableStyle:
    x: float
    width: float
    size: float
    leading: float
    baseline: float
    grid: float
    row_height: float = 0.0  # least height, for signatures
    page_height: float = 700.0  # a row taller than this is parted


@dataclass(frozen=True, slots=True)
class _Cell:
    x: float
    width: float
    lines: Sequence[Line]
    align: Align


class Table:
    """Makes the strips of one table."""

    def __init__(self, composer: Composer, style: TableStyle, columns: Sequence[Column]) -> None:
        self._composer = composer
        self._style = style
        self._columns = columns
        self.widths: list[float] = []

    def strips(self, rows: Sequence[Row]) -> list[Strip]:
        self.widths = self._fitting_widths(rows)
        head = self._head()
        found = [head]
        group_head: tuple[Strip, ...] = ()
        for row in rows:
            if row.heading:
                strip = self._heading(row.heading)
                strip.heads = (head,)
                again = self._heading(row.heading_again or row.heading)
                group_head = (again,)
                found.append(strip)
                continue
            parts = self._row(row)
            for part in parts:
                part.heads = (head, *group_head)
            parts[-1].keeps_next = row.keeps_next
            found += parts
        for strip in found[-_ROWS_TOGETHER:-1]:
            strip.keeps_next = True
        return found

    def _fitting_widths(self, rows: Sequence[Row]) -> list[float]:
        """Widths by share within bounds: no word of a title is broken, no room is given that nobody fills."""
        bounds = [self._bounds(place, rows) for place in range(len(self._columns))]
        shares = [column.share for column in self._columns]
        fixed: dict[int, float] = {}
        while len(fixed) < len(shares):
            free = self._style.width - sum(fixed.values())
            unit = free / sum(share for place, share in enumerate(shares) if place not in fixed)
            found = {n: share * unit for n, share in enumerate(shares) if n not in fixed}
            narrow = {n: bounds[n][0] for n, width in found.items() if width < bounds[n][0]}
            wide = {n: bounds[n][1] for n, width in found.items() if width > bounds[n][1]}
            if not narrow and not wide:
                return [(fixed | found)[n] for n in range(len(shares))]
            fixed |= narrow or wide
        return self._spread([fixed[n] for n in range(len(shares))], rows)

    def _spread(self, widths: Sequence[float], rows: Sequence[Row]) -> list[float]:
        """What is left over: to the columns whose longest words need it, then to all words; figures stay narrow."""
        left = self._style.width - sum(widths)
        words = [column.align is Align.START for column in self._columns]
        if left <= 0 or not any(words):
            return [width * self._style.width / sum(widths) for width in widths]
        longest = [max((len(row.cells[n]) for row in rows if row.cells), default=0) for n in range(len(words))]
        needs = [
            max(0.0, self._room_for(letters * self._letter) - width) if counts else 0.0
            for letters, width, counts in zip(longest, widths, words, strict=True)
        ]
        given = min(1.0, left / sum(needs)) if any(needs) else 0.0
        wider = [width + need * given for width, need in zip(widths, needs, strict=True)]
        growth = 1 + (self._style.width - sum(wider)) / sum(
            w for w, counts in zip(wider, words, strict=True) if counts
        )
        return [width * growth if counts else width for width, counts in zip(wider, words, strict=True)]

    def _bounds(self, place: int, rows: Sequence[Row]) -> tuple[float, float]:
        """Least width, and the width in which nearly every cell is one line."""
        column = self._columns[place]
        cells = [(row.cells[place], row.bold) for row in rows if row.cells]
        words = {Span(word, bold=True) for word in column.title.split()}
        if column.align is not Align.START:
            words |= {Span(word, bold) for text, bold in set(cells) for word in text.split()}
        least = self._room_for(max((self._composer.width([word]) for word in words), default=0.0))
        if column.handwritten or not cells:
            return least, math.inf
        lengths = sorted(len(text) for text, _ in cells)
        if column.align is Align.START:
            least = max(least, self._room_for(min(lengths[-1], _LEAST_LETTERS) * self._letter))
        usual = lengths[math.ceil(_NEARLY_ALL * (len(lengths) - 1))] * self._letter
        title = self._composer.width([Span(column.title, bold=True)])
        ease = 0.0 if column.align is Align.START else _EASE
        return least, max(least, self._room_for(max(usual, title)) + ease)

    @property
    def _letter(self) -> float:
        """Width of a usual letter, in points."""
        return self._style.size * _LETTER

    def _room_for(self, width: float) -> float:
        return width + 2 * PADDING + _SLACK

    def _head(self) -> Strip:
        strip = self._row(Row(cells=tuple(c.title for c in self._columns), bold=True), head=True)[0]
        strip.keeps_next = True
        return strip

    def _heading(self, text: str) -> Strip:
        style = self._style
        lines = self._composer.lines([Span(text, bold=True)], style.width - 2 * PADDING)
        strip = self._strip([_Cell(style.x, style.width, lines, Align.START)], len(lines), least=0.0)
        strip.keeps_next = True
        return strip

    def _row(self, row: Row, *, head: bool = False) -> list[Strip]:
        """The strip of a row, or several where it is taller than a page."""
        cells = []
        x = self._style.x
        for text, column, width in zip(row.cells, self._columns, self.widths, strict=True):
            lines = self._composer.lines([Span(text, bold=row.bold)], width - 2 * PADDING)
            cells.append(_Cell(x, width, lines, Align.CENTRE if head else column.align))
            x += width
        most = max(1, int((self._style.page_height - 2 * PADDING) / self._style.leading))
        tallest = max(len(cell.lines) for cell in cells)
        least = 0.0 if head else self._style.row_height
        return [
            self._strip(
                [_Cell(c.x, c.width, c.lines[first : first + most], c.align) for c in cells],
                min(most, tallest - first),
                least=least,
            )
            for first in range(0, tallest, most)
        ]

    def _strip(self, cells: Sequence[_Cell], tallest: int, *, least: float) -> Strip:
        style = self._style
        height = max(least, tallest * style.leading + 2 * PADDING)

        def draw(pen: Pen, top: float) -> None:
            for cell in cells:
                pen.frame(cell.x, top, cell.width, height, thickness=style.grid)
                y = top + (height - len(cell.lines) * style.leading) / 2 + style.baseline
                for line in cell.lines:
                    room = cell.width - 2 * PADDING
                    pen.line(line, cell.x + PADDING, y, size=style.size, room=room, align=cell.align)
                    y += style.leading

        return Strip(height=height, draw=draw)
