"""Strips of a document laid on pages: what belongs together stays together, table heads come again.

Pure arithmetic; the drawing happens afterwards, when the number of pages is known.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from congress_desk.reports.pen import Pen


@dataclass(slots=True, kw_only=True)
class Strip:
    """A part of a page over its whole width.

    draw: given the pen and the strip's upper edge. keeps_next: never the last on a page. heads: drawn first
    where this strip begins a page. room: pure space, dropped at the top of a page.
    """

    height: float
    draw: Callable[[Pen, float], None]
    keeps_next: bool = False
    heads: tuple[Strip, ...] = ()
    starts_page: bool = False
    room: bool = False


@dataclass(slots=True)
class Page:
    strips: list[tuple[Strip, float]] = field(default_factory=list)
    used: float = 0.0

    def put(self, strip: Strip, top: float) -> None:
        self.strips.append((strip, top + self.used))
        self.used += strip.height


def blank(height: float) -> Strip:
    return Strip(height=height, draw=lambda _pen, _top: None, room=True)


def laid_out(strips: Sequence[Strip], *, top: float, height: float) -> list[Page]:
    """Pages with every strip's upper edge; always one page at least."""
    pages = [Page()]
    for group in _groups(strips):
        needed = sum(strip.height for strip in group)
        page = pages[-1]
        must_turn = group[0].starts_page or page.used + needed > height
        heads = sum(head.height for head in _first_heads(group))
        fits_a_page = needed + heads <= height
        if page.strips and must_turn and (fits_a_page or group[0].starts_page):
            pages.append(Page())
        for strip in group:
            if pages[-1].strips and pages[-1].used + strip.height > height:
                pages.append(Page())
            _put(pages[-1], strip, top)
    return pages


def _put(page: Page, strip: Strip, top: float) -> None:
    if not page.strips:
        if strip.room:
            return
        for head in strip.heads:
            page.put(head, top)
    page.put(strip, top)


def _first_heads(group: Sequence[Strip]) -> tuple[Strip, ...]:
    return next((strip.heads for strip in group if not strip.room), ())


def _groups(strips: Sequence[Strip]) -> list[list[Strip]]:
    """Longest chains that must not be parted."""
    groups: list[list[Strip]] = []
    chained = False
    for strip in strips:
        if chained:
            groups[-1].append(strip)
        else:
            groups.append([strip])
        chained = strip.keeps_next or (strip.room and chained)  # pure space parts nothing
    return groups
