"""Symbols to hand out: a poster, a grid of many, a table tent, a slide for the second screen, labels.

A symbol is as large as its paper allows, because it is read from a distance of ten times its width.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from congress_desk.domain.documents_reach import wireless_code
from congress_desk.domain.documents_records import Invitation, SheetKind, SheetRecord
from congress_desk.reports.canvas import official_canvas
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.pen import Pen
from congress_desk.reports.raster import proved
from congress_desk.reports.sheet_artist import SheetArtist
from congress_desk.reports.style import A4, MM
from congress_desk.reports.watermark import draw_watermark
from congress_desk.reports.wording import Say

SLIDE = (338.7 * MM, 190.5 * MM)  # 16:9, as slides are
GRID_COLUMNS, GRID_ROWS = 2, 3
LABEL_COLUMNS, LABEL_ROWS = 3, 8  # 63.5 x 33.9 mm: Avery L7159 and its many copies
LABEL_WIDTH, LABEL_HEIGHT, LABEL_GAP = 63.5 * MM, 33.9 * MM, 2.5 * MM
LABEL_TOP, LABEL_SIDE = 12.9 * MM, 7.25 * MM
_MARGIN = 12 * MM
_FOLD = 0.3

Draw = Callable[[SheetArtist, Sequence[Invitation]], None]


def render_sheet(record: SheetRecord, fonts: FontSet, say: Say) -> bytes:
    """Trouble: NO_FONT_FOR, SYMBOL_UNREADABLE."""
    draw, per_page, (width, height) = _DRAWN[record.kind]
    target = io.BytesIO()
    title = say("QR codes of documents")
    canvas = official_canvas(target, width=width, height=height, title=title, language=say.language.value)
    pen = Pen(canvas, fonts, width=width, height=height, right_to_left=say.right_to_left)
    artist = SheetArtist(pen, say, record)
    for start in range(0, len(record.invitations), per_page):
        if record.heading.rehearsal:
            draw_watermark(pen, say)
        draw(artist, record.invitations[start : start + per_page])
        canvas.showPage()
    canvas.save()
    return proved(target.getvalue(), _codes(record))


def _codes(record: SheetRecord) -> list[str]:
    """Every symbol that must be found on the pages."""
    twice = 2 if record.kind is SheetKind.TENT else 1
    codes = [invitation.url for invitation in record.invitations for _ in range(twice)]
    shows_wireless = record.wireless is not None and record.kind in (SheetKind.POSTER, SheetKind.SLIDE)
    if shows_wireless and record.wireless is not None:
        codes += [wireless_code(record.wireless)] * len(record.invitations)
    return codes


def _poster(artist: SheetArtist, invitations: Sequence[Invitation]) -> None:
    pen = artist.pen
    room = pen.width - 2 * _MARGIN
    foot = artist.wireless_height
    y = artist.heading(_MARGIN, _MARGIN, room, size=15)
    y = artist.title(invitations[0], _MARGIN, y + 8 * MM, room, size=30, lines=4, height=48 * MM)
    last = pen.height - _MARGIN - foot
    side = min(room, last - y - 30 * MM)
    y = artist.symbol(invitations[0], _MARGIN + (room - side) / 2, y + 4 * MM, side)
    artist.captions(invitations[0], _MARGIN, y + 1 * MM, room, size=17, distance=side / 1000 * 10 / MM)
    artist.wireless(_MARGIN, pen.height - _MARGIN - foot, room, size=13)


def _grid(artist: SheetArtist, invitations: Sequence[Invitation]) -> None:
    pen = artist.pen
    top = artist.heading(_MARGIN, 8 * MM, pen.width - 2 * _MARGIN, size=11, lines=2) + 2 * MM
    width = (pen.width - 2 * _MARGIN) / GRID_COLUMNS
    height = (pen.height - top - 8 * MM) / GRID_ROWS
    for place, invitation in enumerate(invitations):
        row, column = divmod(place, GRID_COLUMNS)
        x, y = _MARGIN + column * width, top + row * height
        pen.frame(x, y, width, height, thickness=0.4, colour=(0.7, 0.7, 0.7))
        side = min(width - 8 * MM, height - 24 * MM)
        below = artist.symbol(invitation, x + (width - side) / 2, y + 1 * MM, side)
        artist.title(invitation, x + 3 * MM, below - 1 * MM, width - 6 * MM, size=13, lines=3, height=21 * MM)


def _tent(artist: SheetArtist, invitations: Sequence[Invitation]) -> None:
    """The same upright and upside down; folded in the middle it stands on a table."""
    pen = artist.pen
    half = pen.height / 2
    with pen.turned(pen.width, half, 180):
        _tent_side(artist, invitations[0], 0, half)
    _tent_side(artist, invitations[0], half, half)
    for x in (0.0, pen.width - 8 * MM):
        pen.rule(x, half, 8 * MM, thickness=_FOLD, colour=(0.6, 0.6, 0.6))


def _tent_side(artist: SheetArtist, invitation: Invitation, top: float, height: float) -> None:
    side = height - 30 * MM
    artist.symbol(invitation, 6 * MM, top + 15 * MM, side)
    x = 6 * MM + side
    room = artist.pen.width - x - 12 * MM
    y = artist.heading(x, top + 20 * MM, room, size=11)
    y = artist.title(invitation, x, y + 6 * MM, room, size=20, lines=5, height=46 * MM)
    artist.captions(invitation, x, y + 3 * MM, room, size=13, distance=None)


def _slide(artist: SheetArtist, invitations: Sequence[Invitation]) -> None:
    """For the back row: the symbol takes the whole height."""
    pen = artist.pen
    side = pen.height - 12 * MM
    artist.symbol(invitations[0], 4 * MM, 6 * MM, side)
    x = 8 * MM + side
    room = pen.width - x - 10 * MM
    foot = artist.wireless_height
    y = artist.heading(x, 14 * MM, room, size=17)
    y = artist.title(invitations[0], x, y + 6 * MM, room, size=38, lines=5, height=72 * MM)
    artist.captions(invitations[0], x, y + 4 * MM, room, size=20, distance=None)
    artist.wireless(x, pen.height - foot - 10 * MM, room, size=16)


def _labels(artist: SheetArtist, invitations: Sequence[Invitation]) -> None:
    for place, invitation in enumerate(invitations):
        row, column = divmod(place, LABEL_COLUMNS)
        x = LABEL_SIDE + column * (LABEL_WIDTH + LABEL_GAP)
        artist.label(invitation, x, LABEL_TOP + row * LABEL_HEIGHT, LABEL_WIDTH, LABEL_HEIGHT)


_DRAWN: dict[SheetKind, tuple[Draw, int, tuple[float, float]]] = {
    SheetKind.POSTER: (_poster, 1, A4),
    SheetKind.GRID: (_grid, GRID_COLUMNS * GRID_ROWS, A4),
    SheetKind.TENT: (_tent, 1, A4),
    SheetKind.SLIDE: (_slide, 1, SLIDE),
    SheetKind.LABELS: (_labels, LABEL_COLUMNS * LABEL_ROWS, A4),
}
