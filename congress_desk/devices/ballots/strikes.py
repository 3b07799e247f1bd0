"""Type A: is a name struck through? Ink left between the letters, then the best line through the whole name.

Two figures must agree. `cover` is the part of the name's length over which any ink stands; `line` is the part of it
that one straight line explains, counted only where a line could be seen between the letters.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from congress_desk.devices.ballots.normalising import Grey
from congress_desk.devices.ballots.printed import Place, PrintedName, PrintedPage, place_of
from congress_desk.devices.ballots.registering import Fit
from congress_desk.devices.opencv import opencv
from congress_desk.domain.ballot_layout import Row

_STEP = 2  # px between the columns looked at
_BIN = 9  # px: 1.5 mm of the name's length
_OPEN = 0.35  # of a bin's px between the letters
_LEAST_IN_BIN = 3  # px of ink that make a bin covered
_AROUND = 15  # px above and below with which a line is compared
_DARKER = 0.05  # of lines that explain as much, the darkest
_SLOPE = 26  # px a line may rise or fall over a name
_ROOM = 4  # px above and below the cell's inside left out


@dataclass(frozen=True, slots=True)
class Strike:
    """cover, line: 0..1. dark: mean ink of what covers, 0..1. low: where the line runs, 0 at the head of the small
    letters, 1 at their foot. faint: mean darkness along the best line, ink or not. ends: px of the page from the top,
    where the line begins and ends."""

    ends: tuple[float, float]
    cover: float
    line: float
    dark: float
    low: float
    faint: float


def strike_over(ink: Grey, page: PrintedPage, number: int, fit: Fit, *, threshold: float) -> Strike:
    """Of the row with this number on the page; threshold 0..255: from where on it is ink."""
    row, name = page.layout.rows[number], page.names[number]
    place = _looked_at(row, name)
    seen = ink[place.moved(fit.dx, fit.dy).cut].copy()
    visible = ~page.hidden[place.cut]
    seen[~visible] = 0
    marked = seen > threshold
    core = name.core[0] - place.top, name.core[1] - place.top
    support, faint, ends = _best_line(seen, marked, visible, core)
    depth = (sum(ends) / 2 - core[0]) / max(core[1] - core[0], 1)
    dark = float(seen[marked].mean()) / 255 if marked.any() else 0.0
    return Strike(
        (ends[0] + place.top, ends[1] + place.top),
        _cover(marked, visible[core[0] : core[1]]),
        support,
        dark,
        depth,
        faint,
    )


def _looked_at(row: Row, name: PrintedName) -> Place:
    cell = place_of(row.cell)
    return Place(cell.top + _ROOM, cell.bottom - _ROOM, name.letters.left, name.letters.right)


def _cover(marked: NDArray[np.bool_], core: NDArray[np.bool_]) -> float:
    """Of the bins where between the small letters something could be seen, the share with ink."""
    count = max(1, marked.shape[1] // _BIN)
    starts = np.linspace(0, marked.shape[1], count, endpoint=False).astype(np.intp)
    inked = np.add.reduceat(marked.sum(axis=0), starts)
    open_ = np.add.reduceat(core.sum(axis=0), starts)
    could = open_ >= _OPEN * core.shape[0] * core.shape[1] / count
    return float((inked[could] >= _LEAST_IN_BIN).mean()) if could.any() else 1.0


def _best_line(
    seen: Grey, marked: NDArray[np.bool_], visible: NDArray[np.bool_], core: tuple[int, int]
) -> tuple[float, float, tuple[float, float]]:
    """Share of the visible columns with ink on the best line, the darkest line's darkness, the best line's ends."""
    cv2 = opencv()
    tall = np.ones((3, 1), np.uint8)
    columns = np.arange(0, seen.shape[1], _STEP)
    near = cv2.dilate(marked[:, columns].astype(np.uint8), np.ones((5, 1), np.uint8))
    open_ = cv2.erode(visible[:, columns].astype(np.uint8), tall)
    dark = _thin_dark(seen[:, columns], visible[:, columns])
    lines = _lines(seen.shape[0], len(columns), core)
    across = np.arange(len(columns))[None, :]
    could = open_[lines, across].astype(np.float32)
    count = could.sum(axis=1) + 1e-6
    found = (near[lines, across] * could).sum(axis=1) / count
    darkness = (dark[lines, across] * could).sum(axis=1) / count / 255
    found[count < 4] = 0
    best = int((found + _DARKER * darkness).argmax())
    return float(found[best]), float(darkness.max()), (float(lines[best][0]), float(lines[best][-1]))


def _thin_dark(seen: Grey, visible: NDArray[np.bool_]) -> NDArray[np.float32]:
    """How much darker than what lies above and below: a pen's line, not a shadow's edge."""
    cv2 = opencv()
    open_ = visible.astype(np.float32)
    around = cv2.blur(seen.astype(np.float32), (1, _AROUND)) / np.maximum(cv2.blur(open_, (1, _AROUND)), 0.05)
    thin: NDArray[np.float32] = np.maximum(cv2.blur(seen, (1, 3)) - around, 0)
    return thin


@lru_cache(maxsize=512)
def _lines(height: int, columns: int, core: tuple[int, int]) -> NDArray[np.intp]:
    """Rows of straight lines over the name's whole length, one a line; their middles lie near the small letters."""
    ends = np.arange(1, height - 1, 2)
    left, right = (side.ravel() for side in np.meshgrid(ends, ends))
    middle = (left + right) / 2
    kept = (np.abs(left - right) <= _SLOPE) & (middle > core[0] - 6) & (middle < core[1] + 6)
    share = np.linspace(0, 1, columns)[None, :]
    made = left[kept, None] * (1 - share) + right[kept, None] * share
    return np.rint(made).astype(np.intp)
