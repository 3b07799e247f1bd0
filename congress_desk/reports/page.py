"""An official paper from its first strip to its bytes: text, tables, signatures, footer, watermark.

Forms add strips from top to bottom; pages exist only in `finish`, which is why "page 2 of 5" can be known.
The same content gives the same bytes (no dates, no random ids in the file).
"""

from __future__ import annotations

import io
from collections.abc import Sequence

from congress_desk.domain.records import Heading
from congress_desk.reports.bidi_classes import runs_right_to_left
from congress_desk.reports.blocks import Block, DrawingBlock, NewPage, SignatureBlock, TableBlock, TextBlock
from congress_desk.reports.composing import Composer, Line, Span
from congress_desk.reports.flow import Page, Strip, blank, laid_out
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.foot import Foot, draw_foot
from congress_desk.reports.pen import Align, Pen
from congress_desk.reports.style import A4, page_style
from congress_desk.reports.table import Column, Row, Table, TableStyle
from congress_desk.reports.watermark import draw_watermark
from congress_desk.reports.wording import Say

Text = str | Sequence[Span]
_ROOM_OVER_TABLE = 3.0
_NEVER_ALONE = 3  # strips that stay with a signature


class Paper:
    """One document in one language on A4, or on another sheet (width, height in points, upright)."""

    def __init__(
        self,
        fonts: FontSet,
        say: Say,
        heading: Heading,
        *,
        landscape: bool = False,
        sheet: tuple[float, float] = A4,
    ) -> None:
        self.say = say
        self.heading = heading
        self.fonts = fonts
        self.style = page_style()
        self.margins = self.style.landscape if landscape else self.style.portrait
        self._width, self._height = (sheet[1], sheet[0]) if landscape else sheet
        self.x = self.margins.leading
        self.width = self._width - self.margins.leading - self.margins.trailing
        self.height = self._height - self.margins.top - self.margins.bottom
        self._strips: list[Strip] = []
        self.blocks: list[Block] = []  # what was said so far, for a Word file of the same

    def composer(self, size: float) -> Composer:
        return Composer(self.fonts, size=size, right_to_left=self.say.right_to_left)

    def size(self, part: str) -> float:
        return self.style.sizes[part]

    def leading(self, size: float) -> float:
        return size * self.style.line_height[self.say.language.value]

    def baseline(self, leading: float) -> float:
        """How far under a line's upper edge its letters stand."""
        return leading * self.style.baseline[self.say.language.value]

    def add(self, *strips: Strip) -> None:
        self._strips += strips

    def room(self, height: float) -> None:
        self.add(blank(height))

    def turn_page(self) -> None:
        """What comes next begins a page."""
        self.blocks.append(NewPage())
        self.add(Strip(height=0, draw=lambda _pen, _top: None, starts_page=True, keeps_next=True, room=True))

    def text(
        self,
        content: Text,
        *,
        part: str = "body",
        align: Align = Align.START,
        bold: bool = False,
        italic: bool = False,
        justified: bool = False,
        indent: float = 0,
        keeps_next: bool = False,
    ) -> None:
        """A paragraph; its lines may be parted between pages, unless it keeps the next."""
        spans = [Span(content, bold, italic)] if isinstance(content, str) else content
        size = self.size(part)
        self.blocks.append(
            TextBlock(
                spans=tuple(spans),
                size=size,
                align=align,
                justified=justified,
                indent=indent,
                keeps_next=keeps_next,
            )
        )
        lines, foreign = self._paragraph(spans, size, indent)
        align = Align.END if foreign and align is Align.START else align
        leading = self.leading(size)
        for number, line in enumerate(lines):
            pushed = indent if number == 0 else 0.0
            first_of_several = number == 0 and len(lines) > 1

            def draw(pen: Pen, top: float, line: Line = line, pushed: float = pushed) -> None:
                baseline = top + self.baseline(leading)
                room = self.width - pushed
                x = self.x if foreign else self.x + pushed
                pen.line(line, x, baseline, size=size, room=room, align=align, justified=justified)

            self.add(Strip(height=leading, draw=draw, keeps_next=keeps_next or first_of_several))

    def _paragraph(self, spans: Sequence[Span], size: float, indent: float) -> tuple[Sequence[Line], bool]:
        """Its lines; and whether it runs against the paper: a Vietnamese paragraph of several lines in Arabic."""
        lines = self.composer(size).lines(spans, self.width, indent=indent)
        native = any(runs_right_to_left(span.text) for span in spans)
        if not self.say.right_to_left or len(lines) < 2 or native:
            return lines, False
        composer = Composer(self.fonts, size=size, right_to_left=False)
        return composer.lines(spans, self.width, indent=indent), True

    def table(
        self,
        columns: Sequence[Column],
        rows: Sequence[Row],
        *,
        part: str = "table",
        row_height: float = 0.0,
        whole: bool = False,
    ) -> None:
        """whole: a short table that is not parted between pages."""
        size = self.size(part)
        if self._strips and not self._strips[-1].room:
            self.room(_ROOM_OVER_TABLE)
        style = TableStyle(
            x=self.x,
            width=self.width,
            size=size,
            leading=self.leading(size),
            baseline=self.baseline(self.leading(size)),
            grid=self.style.grid,
            row_height=row_height,
            page_height=self.height / 2,
        )
        table = Table(self.composer(size), style, columns)
        strips = table.strips(rows)
        self.blocks.append(TableBlock(columns=columns, rows=rows, size=size, widths=table.widths))
        for strip in strips[:-1]:
            strip.keeps_next = strip.keeps_next or whole
        self.add(*strips)

    def drawing(self, *strips: Strip, told: str) -> None:
        """Strips that are drawn, not said; told: what they show."""
        self.blocks.append(DrawingBlock(strips=strips, told=told))
        self.add(*strips)

    def signatures(self, *blocks: tuple[str, ...]) -> None:
        """Blocks side by side from the leading side; each: title in capitals, then smaller lines, then room.

        The block never stands alone on a page: what was said last comes with it.
        """
        self.blocks.append(SignatureBlock(blocks=blocks))
        for strip in self._strips[-_NEVER_ALONE:]:
            strip.keeps_next = True
        size = self.size("body")
        leading = self.leading(size)
        width = self.width / len(blocks)
        composer = self.composer(size)
        composed = [
            [
                line
                for n, text in enumerate(block)
                for line in composer.lines([Span(text, bold=n == 0, italic=n > 0)], width - 6)
            ]
            for block in blocks
        ]
        height = leading * max(map(len, composed)) + self.style.signature_room

        def draw(pen: Pen, top: float) -> None:
            for place, lines in enumerate(composed):
                for number, line in enumerate(lines):
                    y = top + leading * number + self.baseline(leading)
                    pen.line(line, self.x + place * width, y, size=size, room=width, align=Align.CENTRE)

        self.add(blank(leading * 0.8), Strip(height=height, draw=draw))
        self._strips[-2].keeps_next = True

    def finish(self, title: str) -> bytes:
        """The PDF. title: for the window of a viewer and the footer."""
        from congress_desk.reports.canvas import official_canvas

        pages = laid_out(self._strips, top=self.margins.top, height=self.height)
        target = io.BytesIO()
        canvas = official_canvas(
            target, width=self._width, height=self._height, title=title, language=self.say.language.value
        )
        pen = Pen(canvas, self.fonts, width=self._width, height=self._height, right_to_left=self.say.right_to_left)
        for number, page in enumerate(pages, 1):
            self._draw_page(pen, page, title, number, len(pages))
            canvas.showPage()
        canvas.save()
        return target.getvalue()

    def _draw_page(self, pen: Pen, page: Page, title: str, number: int, pages: int) -> None:
        if self.heading.rehearsal:
            draw_watermark(pen, self.say)
        for strip, top in page.strips:
            strip.draw(pen, top)
        foot = Foot(
            title=title,
            heading=self.heading,
            pages=pages,
            x=self.x,
            width=self.width,
            baseline=self._height - self.style.footer,
            size=self.size("small"),
        )
        draw_foot(pen, self.say, foot, number)
