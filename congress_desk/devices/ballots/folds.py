"""A fold of the paper is no faint strike: its shadow runs on into both margins, just as dark as over the name.

No voter's line does that: it ends beside the name, or it crosses the whole sheet and is darker than paper bends.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from congress_desk.devices.ballots.normalising import Grey
from congress_desk.devices.ballots.printed import Place, PrintedPage
from congress_desk.devices.opencv import opencv
from congress_desk.domain.ballot_forms import PICTURE_DOTS_PER_MM as DOTS

_AROUND = 15  # px above and below with which a line is compared
_EDGE = 5.0  # mm along the paper's edge where its shadow lies
_BESIDE = 4.5  # mm beside the table where the ticks stand
_SEEK = 6  # px up and down
_SWERVE = 2.5  # px more for every length of the name that the margin is away: so exactly its way is known
_LEAST_SEEN = 5.0  # mm of a margin without print


def darker_than_around(seen: Grey, visible: NDArray[np.bool_]) -> NDArray[np.float32]:
    """How much darker than what lies above and below: a pen's line or a fold, not a shadow's edge."""
    cv2 = opencv()
    open_ = visible.astype(np.float32)
    around = cv2.blur(seen.astype(np.float32), (1, _AROUND)) / np.maximum(cv2.blur(open_, (1, _AROUND)), 0.05)
    thin: NDArray[np.float32] = np.maximum(cv2.blur(seen, (1, 3)) - around, 0)
    return thin


def fold_through(ink: Grey, page: PrintedPage, name: Place, ends: tuple[float, float]) -> float:
    """Mean darkness (0..1) with which the line over a name runs on in the paler of both margins; 0 where it cannot be
    seen. ends: px of the page from the top, where it passes the name's begin and end."""
    slope = (ends[1] - ends[0]) / max(name.right - name.left, 1)
    table, edge, beside = page.layout.table, round(_EDGE * DOTS), _BESIDE * DOTS
    margins = (edge, round(table.x * DOTS - beside)), (round(table.right * DOTS + beside), ink.shape[1] - edge)
    found = []
    for left, right in margins:
        columns = np.arange(left, right)
        away = abs((left + right) / 2 - (name.left + name.right) / 2) / max(name.right - name.left, 1)
        rows = ends[0] + slope * (columns - name.left)
        found.append(_darkness(ink, page, columns, rows, _SEEK + round(_SWERVE * away)))
    return min(found)


def _darkness(ink: Grey, page: PrintedPage, columns: NDArray[np.intp], rows: NDArray[np.float64], seek: int) -> float:
    """Of the darkest way along these rows, so many px higher or lower."""
    if not len(columns):
        return 0.0
    top = max(int(rows.min()) - seek - _AROUND, 0)
    cut = slice(top, int(rows.max()) + seek + _AROUND + 2), slice(int(columns[0]), int(columns[-1]) + 1)
    visible = ~page.hidden[cut]
    seen = ink[cut].copy()
    seen[~visible] = 0
    thin = darker_than_around(seen, visible)
    ways = np.rint(rows).astype(np.intp) - top + np.arange(-seek, seek + 1)[:, None]
    ways = np.clip(ways, 0, len(seen) - 1)
    across = np.arange(len(columns))[None, :]
    open_ = visible[ways, across]
    count = open_.sum(axis=1)
    dark = (thin[ways, across] * open_).sum(axis=1) / np.maximum(count, 1) / 255
    dark[count < _LEAST_SEEN * DOTS] = 0
    return float(dark.max())
