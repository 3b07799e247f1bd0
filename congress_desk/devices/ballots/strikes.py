"""Type A: is a name struck through? Ink left between the letters, then the best line through the whole name.

Two figures must agree. `cover` is the part of the name's length over which any ink stands; `line` is the part of it
that one straight line explains, counted only where a line could be seen between the letters.
Neither may hide a half strike: `bare` and `short` say how much of the name shows no ink, `hollow` tells a ring.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from congress_desk.devices.ballots.folds import darker_than_around, fold_through
from congress_desk.devices.ballots.normalising import Grey
from congress_desk.devices.ballots.printed import Place, PrintedName, PrintedPage, place_of
from congress_desk.devices.ballots.registering import Fit
from congress_desk.devices.opencv import opencv
from congress_desk.domain.ballot_forms import PICTURE_DOTS_PER_MM as DOTS
from congress_desk.domain.ballot_layout import Row

_STEP = 2  # px between the columns looked at
_BIN = 9  # px: 1.5 mm of the name's length
_OPEN = 0.35  # of a bin's px between the letters
_LEAST_IN_BIN = 3  # px of ink that make a bin covered
_DARKER = 0.05  # of lines that explain as much, the darkest
_SLOPE = 26  # px a line may rise or fall over a name
_SPILLED = 40  # of 255: where more of the print spills over, no ink can be told from it
_OWN_DARKNESS = 0.45  # of what is surely ink: so dark is the rest of the same stroke
_CLOSE = 3  # px on both sides of a line
_AS_MUCH = 0.04
_NEAR = 5  # px above and below the small letters
_LEAST_IN_COLUMN = 2  # px of ink
_RIM, _INNER = 0.15, 0.28  # of the small letters' height
_HOLLOW = 0.5  # of the name's length
_PALE, _TRACE = 60, 0.01  # of 255, and 0..1: what may be a fold
_FINE = 16  # parts of a level of darkness that are counted
_ROOM = 4  # px above and below the cell's inside left out


@dataclass(frozen=True, slots=True)
class Strike:
    """cover, line: 0..1. dark: mean ink of what covers, 0..1. low: where the line runs, 0 at the head of the small
    letters, 1 at their foot; of other lines that explain as much, nearest: where one comes nearest to their middle,
    middle: the mean of all. faint: mean darkness along the darkest line, ink or not; fold: with which that line runs
    on into both margins. ends: px of the page from the top, where the line begins and ends. hollow: ink above and
    below the letters' middle and none in it, as of a ring. bare: the longest part of the name with bare paper on the
    line, or both its ends together, 0..1. short: mm of the name before the first ink and behind the last, whatever
    hides there; wide: mm of the whole name."""

    ends: tuple[float, float]
    cover: float
    line: float
    dark: float
    low: float
    nearest: float
    middle: float
    faint: float
    fold: float
    hollow: bool
    bare: float
    short: float
    wide: float


def strike_over(
    ink: Grey, halo: Grey, page: PrintedPage, number: int, fit: Fit, *, threshold: float, least: float
) -> Strike:
    """Of the row with this number on the page. threshold 0..255: from where on it is ink; least: from where on it
    is ink of a pen that is lighter on the whole line."""
    cv2 = opencv()
    row, name = page.layout.rows[number], page.names[number]
    place = _looked_at(row, name)
    print_ = halo[place.cut]
    seen: Grey = cv2.subtract(ink[place.moved(fit.dx, fit.dy).cut], print_)
    visible = ~page.hidden[place.cut] & (print_ <= _SPILLED)
    seen[~visible] = 0
    strong = seen > threshold
    dark = float(seen[strong].mean()) if strong.any() else 0.0
    marked = seen > min(threshold, max(least, _OWN_DARKNESS * dark)) if dark else strong
    core = name.core[0] - place.top, name.core[1] - place.top
    tall = max(core[1] - core[0], 1)
    line = _best_line(seen, marked, visible, core)
    return Strike(
        ends=(line.ends[0] + place.top, line.ends[1] + place.top),
        cover=_cover(marked, _along(visible, line.ends)),
        line=line.support,
        dark=dark / 255,
        low=(sum(line.ends) / 2 - core[0]) / tall,
        nearest=(line.nearest - core[0]) / tall,
        middle=(line.middle - core[0]) / tall,
        faint=line.faint,
        fold=_fold(ink, page, number, line, place.top) if dark < _PALE and line.faint > _TRACE else 0.0,
        hollow=line.support > _HOLLOW and _is_hollow(marked, visible, core),
        bare=line.bare,
        short=_short(marked[max(core[0] - _NEAR, 0) : core[1] + _NEAR]),
        wide=marked.shape[1] / DOTS,
    )


def _fold(ink: Grey, page: PrintedPage, number: int, line: _Line, top: int) -> float:
    begin, end = line.darkest
    return fold_through(ink, page, page.names[number].letters, (begin + top, end + top))


def _short(marked: NDArray[np.bool_]) -> float:
    inked = np.flatnonzero(marked.sum(axis=0) >= _LEAST_IN_COLUMN)
    return float(inked[0] + marked.shape[1] - 1 - inked[-1]) / DOTS if len(inked) else marked.shape[1] / DOTS


def _is_hollow(marked: NDArray[np.bool_], visible: NDArray[np.bool_], core: tuple[int, int]) -> bool:
    head, foot = core
    edge, quarter = round(_RIM * (foot - head)), round(_INNER * (foot - head))
    bands = slice(0, head + edge), slice(head + quarter, foot - quarter), slice(foot - edge, None)
    above, inside, below = (_cover(marked[band], visible[band]) for band in bands)
    return inside < _HOLLOW < min(above, below)


def _along(visible: NDArray[np.bool_], ends: tuple[float, float]) -> NDArray[np.bool_]:
    """What can be seen close to the line, (2 * _CLOSE + 1, width)."""
    tall, wide = visible.shape
    rows = np.rint(np.linspace(*ends, wide)).astype(np.intp)[None, :] + np.arange(-_CLOSE, _CLOSE + 1)[:, None]
    close: NDArray[np.bool_] = visible[np.clip(rows, 0, tall - 1), np.arange(wide)[None, :]]
    return close


def _looked_at(row: Row, name: PrintedName) -> Place:
    cell = place_of(row.cell)
    return Place(cell.top + _ROOM, cell.bottom - _ROOM, name.letters.left, name.letters.right)


@lru_cache(maxsize=512)
def _bins(wide: int) -> NDArray[np.intp]:
    return np.linspace(0, wide, max(1, wide // _BIN), endpoint=False).astype(np.intp)


def _cover(marked: NDArray[np.bool_], core: NDArray[np.bool_]) -> float:
    """Of the bins where between the small letters something could be seen, the share with ink."""
    starts = _bins(marked.shape[1])
    inked = np.add.reduceat(marked.sum(axis=0), starts)
    open_ = np.add.reduceat(core.sum(axis=0), starts)
    could = open_ >= _OPEN * core.shape[0] * core.shape[1] / len(starts)
    return float((inked[could] >= _LEAST_IN_BIN).mean()) if could.any() else 1.0


@dataclass(frozen=True, slots=True)
class _Line:
    """support: share of the visible columns with ink on the best line; ends: its rows. faint, darkest: the darkest
    line's darkness and rows. Of the middles of all lines that explain as much as the best one, for a wide or doubled
    strike has many, nearest: the one nearest to the middle of the small letters, middle: their mean; bare: see
    Strike."""

    support: float
    faint: float
    darkest: tuple[float, float]
    ends: tuple[float, float]
    nearest: float
    middle: float
    bare: float


def _best_line(seen: Grey, marked: NDArray[np.bool_], visible: NDArray[np.bool_], core: tuple[int, int]) -> _Line:
    cv2 = opencv()
    columns = np.arange(0, seen.shape[1], _STEP)
    near = cv2.dilate(marked[:, columns].view(np.uint8), np.ones((5, 1), np.uint8))
    open_ = cv2.erode(visible[:, columns].view(np.uint8), np.ones((3, 1), np.uint8))
    dark = (darker_than_around(seen[:, columns], visible[:, columns]) * open_ * _FINE).astype(np.int64)
    sums = _sums_along(dark << 32 | (near & open_).astype(np.int64) << 16 | open_, core)
    count = (sums.totals & 0xFFFF) + 1e-6
    found = (sums.totals >> 16 & 0xFFFF) / count
    darkness = (sums.totals >> 32) / count / (255 * _FINE)
    found[count < 4] = 0
    best, darkest = int((found + _DARKER * darkness).argmax()), int(darkness.argmax())
    left, right = sums.ends
    middles = (left + right)[found >= found[best] - _AS_MUCH] / 2
    return _Line(
        support=float(found[best]),
        faint=float(darkness[darkest]),
        darkest=(float(left[darkest]), float(right[darkest])),
        ends=(float(left[best]), float(right[best])),
        nearest=float(middles[np.abs(middles - sum(core) / 2).argmin()]),
        middle=float(middles.mean()),
        bare=_bare(open_.ravel()[sums.places[best]], near.ravel()[sums.places[best]]),
    )


def _bare(open_: Grey, inked: Grey) -> float:
    """Of the columns from the name's begin to its end: between the first and the last of those in a row that show
    bare paper on the line."""
    seen = np.flatnonzero(open_)
    bare = np.concatenate([[False], inked[seen] == 0, [False]])
    changes = np.flatnonzero(bare[1:] != bare[:-1])
    first, last = changes[::2], changes[1::2] - 1
    if not len(first):
        return 0.0
    spans = seen[last] - seen[first] + 1
    ends = int(spans[first == 0].sum()) + int(spans[last == len(seen) - 1].sum())
    return float(max(ends, spans.max()) / len(open_))


@dataclass(frozen=True, slots=True, eq=False)
class _Sums:
    """By line: where it passes, what was added up along it, and the rows of its left and right end."""

    places: NDArray[np.intp]
    totals: NDArray[np.int64]
    ends: tuple[NDArray[np.intp], NDArray[np.intp]]


def _sums_along(packed: NDArray[np.int64], core: tuple[int, int]) -> _Sums:
    """packed: three figures in one, so that every line is gone along once."""
    places, left, right = _lines(*packed.shape, core)
    return _Sums(places, packed.ravel()[places].sum(axis=1), (left, right))


@lru_cache(maxsize=512)
def _lines(
    height: int, columns: int, core: tuple[int, int]
) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
    """Straight lines over the name's whole length: where they pass, one a line, and the rows of their ends; their
    middles lie near the small letters."""
    ends = np.arange(1, height - 1, 2)
    left, right = (side.ravel() for side in np.meshgrid(ends, ends))
    middle = (left + right) / 2
    kept = (np.abs(left - right) <= _SLOPE) & (middle > core[0] - 6) & (middle < core[1] + 6)
    share = np.linspace(0, 1, columns)[None, :]
    rows = np.rint(left[kept, None] * (1 - share) + right[kept, None] * share).astype(np.intp)
    return rows * columns + np.arange(columns)[None, :], left[kept], right[kept]
