"""Draws one page of a ballot by its layout; all that the reader needs is black on white and never mirrored.

The ballot is Vietnamese; a second language stands beside or under it in smaller type. On the strike form names are in
regular, spaced type: under bold letters only a quarter of a strike can be seen (stack.md).
"""

from __future__ import annotations

from dataclasses import replace

from congress_desk.domain.ballot_forms import BallotColour, BallotForm, BallotKind, BallotPaper
from congress_desk.domain.ballot_layout import (
    BOX_LINE,
    FIDUCIAL_BITS,
    Box,
    PageLayout,
    Row,
    pages_of,
)
from congress_desk.plumbing.texts import marked
from congress_desk.reports.bidi import isolated
from congress_desk.reports.composing import Line, Span
from congress_desk.reports.fitting import Bounds, fitted
from congress_desk.reports.header import broken_title
from congress_desk.reports.pen import Align, Colour, Pen
from congress_desk.reports.style import MM, page_style
from congress_desk.reports.symbol import symbol_of
from congress_desk.reports.wording import Say

BANDS: dict[BallotColour, Colour] = {
    BallotColour.RED: (0.98, 0.86, 0.86),
    BallotColour.YELLOW: (0.99, 0.95, 0.74),
    BallotColour.GREEN: (0.85, 0.95, 0.85),
    BallotColour.BLUE: (0.85, 0.91, 0.98),
    BallotColour.VIOLET: (0.92, 0.87, 0.97),
    BallotColour.ORANGE: (0.99, 0.90, 0.80),
    BallotColour.TEAL: (0.83, 0.95, 0.94),
    BallotColour.GREY: (0.91, 0.91, 0.91),
}
_SPACING = 0.07  # of the size, between the letters of a name
_GRID = 0.5
_FRAME = 0.35
_PALE: Colour = (0.55, 0.55, 0.55)
_WATERMARK: Colour = (0.86, 0.86, 0.86)
_FOOT = 14.0  # mm from the lower edge to the foot's baseline
_BALLOT, _SEAL, _PAGE = marked("BALLOT"), marked("Seal"), marked("Page")
_TEST, _REHEARSAL = marked("TEST PRINT"), marked("REHEARSAL")
_HEADS = (marked("No."), marked("Full name"), marked("Agree"), marked("Disagree"))
_HOW = {
    BallotKind.STRIKE: marked("Strike through the middle of the full name of each person you do not vote for."),
    BallotKind.COLUMNS: marked("On each line mark an X in one of the two boxes."),
}


class BallotArtist:
    """Draws pages of one form. beside: the second language, if there is one."""

    def __init__(self, pen: Pen, form: BallotForm, say: Say, beside: Say | None) -> None:
        self._pen = pen
        self._form = form
        self._say = say
        self._beside = beside
        self._small = form.paper is BallotPaper.A5

    def draw(self, page: PageLayout, code: str) -> None:
        self._warning(page)
        self._head(page)
        self._title(page)
        self._table(page)
        for number, row in enumerate(page.rows):
            self._row(page, row, number)
        self._foot(page)
        for box, bits in zip(page.fiducials, FIDUCIAL_BITS, strict=True):
            draw_fiducial(self._pen, box, bits)
        symbol = symbol_of(code, level="M")
        self._pen.symbol(page.code.x * MM, page.code.y * MM, page.code.width * MM, symbol.side, symbol.runs)

    def _warning(self, page: PageLayout) -> None:
        """Under all else, between head and table: what is tried must not look like a vote."""
        if not (self._form.rehearsal or self._form.test):
            return
        word = self._say(_TEST if self._form.test else _REHEARSAL)
        room = Box(page.table.x, page.table.bottom - 40, page.table.width, 40)
        with self._pen.coloured(_WATERMARK):
            self._text(word, room, 54, bold=True, align=Align.CENTRE)

    def _head(self, page: PageLayout) -> None:
        seal, pen = page.seal, self._pen
        pen.canvas.setDash(1.5, 2)
        pen.frame(*_points(seal), thickness=_FRAME, colour=_PALE)
        pen.canvas.setDash()
        with pen.coloured(_PALE):
            self._text(self._both(_SEAL, " · "), Box(seal.x, seal.bottom - 5, seal.width, 4.5), 8)
        if self._form.organ:
            parts = [self._say.put(part) for part in broken_title(self._form.organ)]
            self._text("\n".join(parts), page.organ, 10 if self._small else 12, lines=5)

    def _title(self, page: PageLayout) -> None:
        room, big = page.title, 14 if self._small else 17
        self._pen.filled(*_points(room), BANDS[self._form.colour])
        parts = [
            (self._say(_BALLOT), big, True, 1),
            (self._say.put(self._form.title), big - 3.5, True, 2),
            *self._title_beside(),
            (self._seats(self._say), 11.0, True, 1),
            (self._say(_HOW[self._form.kind]), 10.0, False, 1),
            *self._how_beside(),
        ]
        total = sum(_part_height(size, lines) for _, size, _, lines in parts)
        scale = min(1.0, room.height / total)
        top = room.y + (room.height - total * scale) / 2
        for text, size, bold, lines in parts:
            height = _part_height(size, lines) * scale
            self._text(text, Box(room.x + 1, top, room.width - 2, height), size * scale, bold=bold, lines=lines)
            top += height

    def _title_beside(self) -> list[tuple[str, float, bool, int]]:
        if self._beside is None:
            return []
        words = [self._beside(_BALLOT), self._form.title_beside]
        return [(isolated(" · ".join(word for word in words if word)), 10.5, False, 1)]

    def _how_beside(self) -> list[tuple[str, float, bool, int]]:
        if self._beside is None:
            return []
        told = f"{self._seats(self._beside)} {self._beside(_HOW[self._form.kind])}"
        return [(isolated(told), 9.0, False, 1)]

    def _seats(self, say: Say) -> str:
        return say("Number to be elected: {count}.", count=self._form.seats)

    def _table(self, page: PageLayout) -> None:
        table, pen = page.table, self._pen
        bottom_of_head = table.y + page.head_height
        for x in page.edges:
            pen.upright(x * MM, table.y * MM, table.height * MM, thickness=_GRID)
        lines = [table.y, bottom_of_head, *(row.cell.bottom for row in page.rows)]
        for y in lines:
            pen.rule(table.x * MM, y * MM, table.width * MM, thickness=_GRID)
        heads = _HEADS[: len(page.edges) - 1]
        for left, right, head in zip(page.edges, page.edges[1:], heads, strict=False):
            room = Box(left + 0.5, table.y + 0.3, right - left - 1, page.head_height - 0.6)
            self._column_head(head, room)

    def _column_head(self, head: str, room: Box) -> None:
        size = 9.5 if self._small else 11.5
        if self._beside is None:
            self._text(self._say(head), room, size, bold=True, lines=2)
            return
        half = room.height * 0.54
        self._text(self._say(head), replace(room, height=half), size, bold=True)
        under = Box(room.x, room.y + half, room.width, room.height - half)
        self._text(isolated(self._beside(head)), under, size - 2.5)

    def _row(self, page: PageLayout, row: Row, number: int) -> None:
        cell = row.cell
        size = 12.0 if self._small else 14.0
        self._text(str(row.row + 1), Box(cell.x, cell.y, page.edges[1] - cell.x, cell.height), size - 1)
        self._name(self._form.names[row.row], row.name, size)
        for tick in row.ticks:
            self._pen.filled(*_points(tick), (0.0, 0.0, 0.0))
        for box in (row.yes, row.no):
            if box is not None:
                self._pen.frame(*_points(box), thickness=BOX_LINE * MM)

    def _name(self, name: str, room: Box, size: float) -> None:
        """On one line, as large as fits, from the cell's start."""
        inner = Box(room.x + 3, room.y, room.width - 6, room.height)
        text = Span(self._say.put(name))
        spacing = _SPACING if self._form.kind is BallotKind.STRIKE else 0.0
        while True:
            line = spaced(self._pen.composer(size).lines([text])[0], spacing * size)
            if line.width <= inner.width * MM or size <= 6:
                break
            size -= 0.5
        middle = (inner.y + inner.height / 2) * MM + size * 0.3
        self._pen.canvas._code.append(f"{spacing * size:.3f} Tc")
        self._pen.line(line, inner.x * MM, middle, size=size)
        self._pen.canvas._code.append("0 Tc")

    def _foot(self, page: PageLayout) -> None:
        pages = pages_of(self._form)
        code = " ".join((self._form.code[:5], self._form.code[5:]))
        told = code if pages == 1 else f"{code} · {self._both(_PAGE, ' · ')} {page.page + 1}/{pages}"
        room = Box(page.table.x, page.height - _FOOT - 4, page.table.width, 5)
        with self._pen.coloured(_PALE):
            self._text(told, room, 8)

    def _both(self, message: str, between: str) -> str:
        """A short word in both languages."""
        if self._beside is None:
            return self._say(message)
        return self._say(message) + between + isolated(self._beside(message))

    def _text(
        self,
        text: str,
        room: Box,
        size: float,
        *,
        bold: bool = False,
        lines: int = 1,
        align: Align = Align.CENTRE,
    ) -> None:
        style = page_style()
        bounds = Bounds(
            size=size,
            floor=5.0,
            width=room.width * MM,
            height=room.height * MM,
            lines=lines,
            line_height=1.12,
            baseline=style.baseline["vi"],
        )
        made = fitted(self._pen.composer, Span(text, bold=bold), bounds)
        made.draw(self._pen, room.x * MM, room.y * MM, room.width * MM, height=room.height * MM)


def draw_fiducial(pen: Pen, box: Box, bits: tuple[str, ...]) -> None:
    """A square mark with its black frame; dark modules joined to runs so that no hairline shows between them."""
    dark = [[True] * 6, *([True, *(bit == "0" for bit in line), True] for line in bits), [True] * 6]
    runs = [(column, row, 1) for row, line in enumerate(dark) for column, is_dark in enumerate(line) if is_dark]
    pen.symbol(box.x * MM, box.y * MM, box.width * MM, 6, _joined(runs))


def spaced(line: Line, between: float) -> Line:
    """The same line with room between its letters, points; the page's Tc operator draws it so."""
    pieces = []
    letters = 0
    for piece in line.pieces:
        pieces.append(replace(piece, x=piece.x + letters * between))
        letters += len(piece.glyphs)
    return replace(line, pieces=tuple(pieces), width=line.width + letters * between)


def _joined(runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    joined: list[tuple[int, int, int]] = []
    for column, row, _ in runs:
        if joined and joined[-1][1] == row and joined[-1][0] + joined[-1][2] == column:
            joined[-1] = (joined[-1][0], row, joined[-1][2] + 1)
        else:
            joined.append((column, row, 1))
    return joined


def _points(box: Box) -> tuple[float, float, float, float]:
    return box.x * MM, box.y * MM, box.width * MM, box.height * MM


def _part_height(size: float, lines: int) -> float:
    """mm."""
    return size * 1.16 * lines / MM
