"""Badges, as many on A4 as fit, with crop marks: photo, name, delegation, seat, and the code as QR and digits.

Every symbol was read back before it is drawn; one that can't be read stops the sheet.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

from congress_desk.domain.badges import in_groups
from congress_desk.domain.delegates import Category, Delegate
from congress_desk.domain.names import folded
from congress_desk.domain.records import Badge, BadgeSheet
from congress_desk.plumbing.texts import Language
from congress_desk.reports.badge_design import (
    DESIGNS,
    MARK_GAP,
    MARK_LENGTH,
    BadgeClass,
    Design,
    Grid,
    badge_class,
    grid_for,
)
from congress_desk.reports.canvas import official_canvas
from congress_desk.reports.composing import Line, Span
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.header import broken_title
from congress_desk.reports.pen import Align, Pen
from congress_desk.reports.photo import draw_photo, draw_silhouette
from congress_desk.reports.style import A4, MM, page_style
from congress_desk.reports.symbol import QUIET_ZONE, symbol_of
from congress_desk.reports.watermark import draw_across
from congress_desk.reports.wording import Say

_MARK = 0.35  # thickness of crop marks, points
_SMALLEST = 5.0  # points: what can still be read at arm's length
_NAME_LINES = 2
_STEP = 0.5
_WATERMARK_SHARE = 0.95  # of the badge's height
_WATERMARK_ANGLE = 55.0
_WATERMARK_GREY = 0.4
_WATERMARK_ALPHA = 0.28


def render_badges(record: BadgeSheet, fonts: FontSet, say: Say) -> bytes:
    design = DESIGNS[record.size]
    grid = grid_for(design)
    width, height = (A4[1], A4[0]) if grid.landscape else A4
    target = io.BytesIO()
    canvas = official_canvas(target, width=width, height=height, title=say("Badges"), language=say.language.value)
    pen = Pen(canvas, fonts, width=width, height=height, right_to_left=say.right_to_left)
    artist = _Artist(pen, say, design, record)
    for start in range(0, max(1, len(record.badges)), grid.count):
        _draw_sheet(artist, grid, record.badges[start : start + grid.count])
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _draw_sheet(artist: _Artist, grid: Grid, badges: Sequence[Badge]) -> None:
    design = artist.design
    for place, badge in enumerate(badges):
        row, column = divmod(place, grid.columns)
        artist.draw(badge, (grid.left + column * design.width) * MM, (grid.top + row * design.height) * MM)
    _draw_crop_marks(artist.pen, design, grid)


def _draw_crop_marks(pen: Pen, design: Design, grid: Grid) -> None:
    """Short lines outside the badges, at every cut."""
    length, away = MARK_LENGTH * MM, (MARK_LENGTH + MARK_GAP) * MM
    right, bottom = grid.left + grid.columns * design.width, grid.top + grid.rows * design.height
    for column in range(grid.columns + 1):
        x = (grid.left + column * design.width) * MM
        pen.upright(x, grid.top * MM - away, length, thickness=_MARK)
        pen.upright(x, (bottom + MARK_GAP) * MM, length, thickness=_MARK)
    for row in range(grid.rows + 1):
        y = (grid.top + row * design.height) * MM
        pen.rule(grid.left * MM - away, y, length, thickness=_MARK)
        pen.rule((right + MARK_GAP) * MM, y, length, thickness=_MARK)


class _Artist:
    """Draws badges of one design; x and top are a badge's corner in points."""

    def __init__(self, pen: Pen, say: Say, design: Design, record: BadgeSheet) -> None:
        self.pen = pen
        self.design = design
        self.say = say
        self._rehearsal = record.heading.rehearsal
        self._room = (design.width - 2 * design.side) * MM
        self._line_height = page_style().line_height[say.language.value]
        self._baseline = page_style().baseline[say.language.value]
        parts = [say.put(part) for part in broken_title(record.heading.title)]
        self._title = self._fitted("\n".join(parts), design.title_size, design.title_height * MM, lines=len(parts))

    def draw(self, badge: Badge, x: float, top: float) -> None:
        design = self.design
        inner = x + design.side * MM
        self._block(self._title, inner, top + design.title_top * MM, design.title_height * MM)
        self._band(badge_class(badge.delegate), x, top)
        self._photo(badge, inner, top + design.picture_top * MM)
        self._symbol(badge.code, x, top + design.picture_top * MM)
        self._person(badge, inner, top)
        self._facts(badge, inner, top + design.facts_top * MM)
        if self._rehearsal:
            self._watermark(x, top)

    def _watermark(self, x: float, top: float) -> None:
        """Over photo and name, thin enough for eyes and readers: a badge cut out must still show it."""
        width, height = self.design.width * MM, self.design.height * MM
        mark = {"length": height * _WATERMARK_SHARE, "most": width, "degrees": _WATERMARK_ANGLE}
        with self.pen.translucent(_WATERMARK_ALPHA):
            draw_across(self.pen, self.say, middle=(x + width / 2, top + height / 2), grey=_WATERMARK_GREY, **mark)

    def _band(self, kind: BadgeClass, x: float, top: float) -> None:
        design = self.design
        width, height = design.width * MM, design.band_height * MM
        y = top + design.band_top * MM
        self.pen.filled(x, y, width, height, kind.band)
        size, lines = self._fitted(self.say(kind.word), design.band_size, height, lines=1)
        with self.pen.coloured(kind.ink):
            self._block((size, lines), x + design.side * MM, y, height)

    def _photo(self, badge: Badge, x: float, top: float) -> None:
        width, height = self.design.photo_width * MM, self.design.photo_height * MM
        if badge.photo:
            called = badge.delegate.sheet.full_name
            draw_photo(self.pen, badge.photo, x=x, top=top, width=width, height=height, called=called)
        else:
            draw_silhouette(self.pen, x=x, top=top, width=width, height=height)

    def _symbol(self, code: str, badge_x: float, top: float) -> None:
        """Beside the photo, with the digits below; the quiet zone reaches half into the side's white."""
        design = self.design
        symbol = symbol_of(code)
        side = design.symbol_side * MM
        quiet = side * QUIET_ZONE / symbol.side
        x = badge_x + (design.width - design.side) * MM - side + quiet / 2
        upper = top + (design.photo_height * MM - side - design.code_size) / 2
        self.pen.symbol(x, upper, side, symbol.side, symbol.runs)
        baseline = upper + side + design.code_size * 0.72
        code_text = self.say.put(in_groups(code))
        self.pen.text(code_text, x, baseline, size=design.code_size, room=side, align=Align.CENTRE, bold=True)

    def _person(self, badge: Badge, x: float, top: float) -> None:
        design, sheet = self.design, badge.delegate.sheet
        height = design.name_height * MM
        name = self._fitted(
            self.say.put(sheet.full_name), design.name_size, height, lines=_NAME_LINES, floor=design.name_floor
        )
        self._block(name, x, top + design.name_top * MM, height)
        if sheet.delegation:
            text = self._delegation(badge.delegate)
            room = (design.facts_top - design.delegation_top) * MM
            delegation = self._fitted(text, design.delegation_size, room, lines=1, bold=False)
            self._block(delegation, x, top + design.delegation_top * MM, room)

    def _delegation(self, delegate: Delegate) -> str:
        """Only the name where it says by itself what it is ("Đoàn Đại Từ"), and for guests and staff."""
        name, category = delegate.sheet.delegation, delegate.sheet.category
        named = self.say.language is Language.VIETNAMESE and folded(name).startswith("doan ")
        if named or category in (Category.GUEST, Category.STAFF):
            return self.say.put(name)
        return self.say("Delegation: {name}", name=name)

    def _facts(self, badge: Badge, x: float, top: float) -> None:
        """Seat and card number side by side under a rule; one alone stands in the middle."""
        sheet = badge.delegate.sheet
        known = (self.say("Seat"), sheet.seat or sheet.seat_opening), (self.say("Card number"), sheet.card_number)
        facts = [(label, fact) for label, fact in known if fact]
        width = self._room / max(1, len(facts))
        self.pen.rule(x, top, self._room, thickness=0.4)
        design = self.design
        label_leading = design.label_size * self._line_height
        for place, (label, fact) in enumerate(facts):
            left = x + place * width
            baseline = top + label_leading
            self.pen.text(label, left, baseline, size=design.label_size, room=width, align=Align.CENTRE)
            size, lines = self._fitted(
                self.say.put(fact), design.fact_size, design.fact_size * 2, lines=1, width=width
            )
            y = baseline + design.fact_size * 1.02
            self.pen.line(lines[0], left, y, size=size, room=width, align=Align.CENTRE)

    def _fitted(
        self,
        text: str,
        size: float,
        height: float,
        *,
        lines: int,
        bold: bool = True,
        floor: float = _SMALLEST,
        width: float | None = None,
    ) -> tuple[float, list[Line]]:
        """The text at the largest size that takes at most so many lines; at the floor, as many as it needs."""
        room = self._room if width is None else width
        while True:
            composed = self.pen.composer(size).lines([Span(text, bold)], room)
            few = len(composed) <= lines or size <= floor
            fits = few and len(composed) * size * self._line_height <= height
            if (fits and self._unbroken(text, size, bold, room)) or size <= _SMALLEST:
                return size, composed
            size -= _STEP

    def _unbroken(self, text: str, size: float, bold: bool, room: float) -> bool:
        composer = self.pen.composer(size)
        return all(composer.width([Span(word, bold)]) <= room for word in text.split())

    def _block(self, fitted: tuple[float, list[Line]], x: float, top: float, height: float) -> None:
        """Lines centred in the room and in the height."""
        size, lines = fitted
        leading = size * self._line_height
        y = top + (height - len(lines) * leading) / 2 + leading * self._baseline
        for line in lines:
            self.pen.line(line, x, y, size=size, room=self._room, align=Align.CENTRE)
            y += leading
