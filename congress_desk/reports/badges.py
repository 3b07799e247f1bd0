"""Badges, as many on A4 as fit, with crop marks: photo, name, delegation, seat, and the code as QR and digits.

Backs follow their fronts with the columns in the other order, so that they meet when the sheet is turned over its
upright edge. The shift moves everything against what the printer moves.
Every symbol was read back before it is drawn; one that can't be read stops the sheet.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

from congress_desk.domain.records import Badge, BadgeSheet
from congress_desk.reports.badge_artist import BadgeArtist
from congress_desk.reports.badge_design import DESIGNS, MARK_GAP, MARK_LENGTH, Cut, Grid, grid_for
from congress_desk.reports.canvas import official_canvas
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.pen import Pen
from congress_desk.reports.style import A4, MM
from congress_desk.reports.wording import Say

_MARK = 0.35  # thickness of crop marks, points


def render_badges(record: BadgeSheet, fonts: FontSet, say: Say) -> bytes:
    design = DESIGNS[record.size]
    grid = grid_for(design)
    width, height = (A4[1], A4[0]) if grid.landscape else A4
    target = io.BytesIO()
    canvas = official_canvas(target, width=width, height=height, title=say("Badges"), language=say.language.value)
    pen = Pen(canvas, fonts, width=width, height=height, right_to_left=say.right_to_left)
    artist = BadgeArtist(pen, say, design, record.heading)
    for start in range(0, max(1, len(record.badges)), grid.count):
        sheet = record.badges[start : start + grid.count]
        for back in (False, True) if record.backs else (False,):
            canvas.translate(record.shift.right * MM, -record.shift.down * MM)
            _draw_sheet(artist, grid, sheet, back=back)
            canvas.showPage()
    canvas.save()
    return target.getvalue()


def _draw_sheet(artist: BadgeArtist, grid: Grid, badges: Sequence[Badge], *, back: bool) -> None:
    design = artist.design
    draw = artist.draw_back if back else artist.draw
    for place, badge in enumerate(badges):
        row, column = divmod(place, grid.columns)
        across = grid.columns - 1 - column if back else column
        draw(badge, (grid.left + across * design.width) * MM, (grid.top + row * design.height) * MM)
    draw_crop_marks(artist.pen, design, grid)


def draw_crop_marks(pen: Pen, design: Cut, grid: Grid) -> None:
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
