"""Draws one badge: title, band, photo, symbol, name, delegation, seat and card number."""

from __future__ import annotations

from congress_desk.domain.badges import in_groups
from congress_desk.domain.delegates import Category, Delegate
from congress_desk.domain.names import folded
from congress_desk.domain.records import Badge, Heading
from congress_desk.plumbing.texts import Language
from congress_desk.reports.badge_design import BadgeClass, Design, badge_class
from congress_desk.reports.composing import Span
from congress_desk.reports.fitting import SMALLEST, Bounds, Fitted, fitted
from congress_desk.reports.header import broken_title
from congress_desk.reports.pen import Align, Pen
from congress_desk.reports.photo import draw_photo, draw_silhouette
from congress_desk.reports.style import MM, page_style
from congress_desk.reports.symbol import QUIET_ZONE, symbol_of
from congress_desk.reports.watermark import draw_across
from congress_desk.reports.wording import Say

_NAME_LINES = 2
_MODEST = 0.68  # of the wanted size: from here on a long text rather takes one more line
_WATERMARK_SHARE = 0.95  # of the badge's height
_WATERMARK_ANGLE = 55.0
_WATERMARK_GREY = 0.4
_WATERMARK_ALPHA = 0.28
_RULE = 0.4
_GAP = 1.5  # points under the rule


class BadgeArtist:
    """Draws badges of one design; x and top are a badge's corner in points."""

    def __init__(self, pen: Pen, say: Say, design: Design, heading: Heading) -> None:
        self.pen = pen
        self.design = design
        self.say = say
        self._rehearsal = heading.rehearsal
        self._room = (design.width - 2 * design.side) * MM
        parts = [say.put(part) for part in broken_title(heading.title)]
        size, height = design.title_size, design.title_height * MM
        self._title = self._fit("\n".join(parts), size, lines=len(parts), height=height, floor=size * _MODEST)

    def draw(self, badge: Badge, x: float, top: float) -> None:
        design = self.design
        inner = x + design.side * MM
        title_top = top + design.title_top * MM
        self._title.draw(self.pen, inner, title_top, self._room, height=design.title_height * MM)
        self._band(badge_class(badge.delegate), x, top + design.band_top * MM)
        self._photo(badge, inner, top + design.picture_top * MM)
        self._symbol(badge.code, x, top + design.picture_top * MM)
        self._person(badge.delegate, inner, top)
        self._facts(badge.delegate, inner, top + design.facts_top * MM)
        if self._rehearsal:
            self._watermark(x, top)

    def draw_back(self, badge: Badge, x: float, top: float) -> None:
        """The class seen from behind, the congress, and where a lost badge goes."""
        design = self.design
        inner, height = x + design.side * MM, design.height * MM
        self._band(badge_class(badge.delegate), x, top + design.band_top * MM)
        self._title.draw(self.pen, inner, top + design.title_top * MM, self._room, height=design.title_height * MM)
        upper = top + (design.band_top + design.band_height + 4) * MM
        size = design.delegation_size
        texts = [
            self._fit(self.say.put(badge.delegate.sheet.full_name), size * 1.2, lines=2, height=size * 4),
            self._fit(
                self.say("Wear this badge in sight; it is yours alone."), size, lines=3, height=size * 6, bold=False
            ),
            self._fit(
                self.say("If found, please hand it to the secretariat of the congress."),
                size,
                lines=3,
                height=size * 6,
                bold=False,
            ),
        ]
        for text in texts:
            text.draw(self.pen, inner, upper, self._room)
            upper += text.height + size
        code = self.say.put(in_groups(badge.code))
        baseline = top + height - design.side * MM
        self.pen.text(code, inner, baseline, size=design.code_size, room=self._room, align=Align.CENTRE, bold=True)
        if self._rehearsal:
            self._watermark(x, top)

    def _watermark(self, x: float, top: float) -> None:
        """Over photo and name, thin enough for eyes and readers: a badge cut out must still show it."""
        width, height = self.design.width * MM, self.design.height * MM
        mark = {"length": height * _WATERMARK_SHARE, "most": width, "degrees": _WATERMARK_ANGLE}
        with self.pen.translucent(_WATERMARK_ALPHA):
            draw_across(self.pen, self.say, middle=(x + width / 2, top + height / 2), grey=_WATERMARK_GREY, **mark)

    def _band(self, kind: BadgeClass, x: float, top: float) -> None:
        width, height = self.design.width * MM, self.design.band_height * MM
        self.pen.filled(x, top, width, height, kind.band)
        word = self._fit(self.say(kind.word), self.design.band_size, lines=1, height=height)
        with self.pen.coloured(kind.ink):
            word.draw(self.pen, x, top, width, height=height)

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

    def _person(self, delegate: Delegate, x: float, top: float) -> None:
        design = self.design
        height = design.name_height * MM
        name_text = self.say.put(delegate.sheet.full_name)
        name = self._fit(name_text, design.name_size, lines=_NAME_LINES, height=height, floor=design.name_floor)
        name.draw(self.pen, x, top + design.name_top * MM, self._room, height=height)
        if delegate.sheet.delegation:
            size, room = design.delegation_size, (design.facts_top - design.delegation_top) * MM
            text = self._delegation(delegate)
            delegation = self._fit(text, size, lines=1, height=room, floor=size * _MODEST, bold=False)
            delegation.draw(self.pen, x, top + design.delegation_top * MM, self._room, height=room)

    def _delegation(self, delegate: Delegate) -> str:
        """Only the name where it says by itself what it is ("Đoàn Đại Từ"), and for guests and staff."""
        name, category = delegate.sheet.delegation, delegate.sheet.category
        named = self.say.language is Language.VIETNAMESE and folded(name).startswith("doan ")
        if named or category in (Category.GUEST, Category.STAFF):
            return self.say.put(name)
        return self.say("Delegation: {name}", name=name)

    def _facts(self, delegate: Delegate, x: float, top: float) -> None:
        """Seat and card number side by side under a rule; one alone stands in the middle."""
        design, sheet = self.design, delegate.sheet
        known = (self.say("Seat"), sheet.seat or sheet.seat_opening), (self.say("Card number"), sheet.card_number)
        facts = [(label, fact) for label, fact in known if fact]
        if not facts:
            return
        width = self._room / len(facts)
        self.pen.rule(x, top, self._room, thickness=_RULE)
        for place, (label, fact) in enumerate(facts):
            left = x + place * width
            small = self._fit(
                label, design.label_size, lines=1, height=design.label_size * 2, width=width, bold=False
            )
            small.draw(self.pen, left, top + _GAP, width)
            large = self._fit(self.say.put(fact), design.fact_size, lines=1, height=design.fact_size * 2, width=width)
            large.draw(self.pen, left, top + _GAP + small.height - design.label_size * 0.2, width)

    def _fit(
        self,
        text: str,
        size: float,
        *,
        lines: int,
        height: float,
        floor: float = SMALLEST,
        width: float | None = None,
        bold: bool = True,
    ) -> Fitted:
        style, language = page_style(), self.say.language.value
        bounds = Bounds(
            size=size,
            floor=floor,
            width=self._room if width is None else width,
            height=height,
            lines=lines,
            line_height=style.line_height[language],
            baseline=style.baseline[language],
        )
        return fitted(self.pen.composer, Span(text, bold), bounds)
