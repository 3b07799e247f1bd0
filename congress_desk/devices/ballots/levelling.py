"""How far the table's lines hang between its edges, where paper is bent: the ticks at both ends cannot tell."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from congress_desk.devices.ballots.normalising import Grey
from congress_desk.devices.opencv import opencv
from congress_desk.domain.ballot_forms import PICTURE_DOTS_PER_MM as DOTS
from congress_desk.domain.ballot_layout import PageLayout

Bow = Sequence[tuple[float, float]]  # y on paper, how much lower it lies: mm

_SHARES = (0.12, 0.3, 0.5, 0.7, 0.88)  # of the table's width
_WIDE = 7.0  # mm across which a line is gathered
_REACH = 1.4  # mm
_WORTH_LEVELLING = 0.13  # mm
_CLEAR = 3.0  # times as dark as what is usual around
_SMOOTH = 5  # lines whose middle one is believed


def bows_of(grey: Grey, layout: PageLayout) -> Sequence[tuple[float, Bow]]:
    """By x on paper; nothing where the table lies level already."""
    table = layout.table
    lines = np.array([table.y, table.y + layout.head_height, *(row.cell.bottom for row in layout.rows)])
    found = []
    for share in _SHARES:
        x = table.x + share * table.width
        bow = _bow(grey[:, round((x - _WIDE / 2) * DOTS) : round((x + _WIDE / 2) * DOTS)], lines)
        if bow:
            found.append((x, bow))
    worst = max((abs(lower) for _, bow in found for _, lower in bow), default=0.0)
    return found if worst >= _WORTH_LEVELLING else []


def _bow(strip: Grey, lines: NDArray[np.float64]) -> Bow:
    """Where the darkest line near each printed one lies against it, the middle of its neighbours' answers."""
    cv2 = opencv()
    darkness = 255 - cv2.reduce(strip, 1, cv2.REDUCE_AVG, dtype=cv2.CV_32F)[:, 0]
    middles = lines * DOTS - 0.5
    starts = np.rint(middles - _REACH * DOTS).astype(np.intp)
    width = round(2 * _REACH * DOTS) + 1
    near = darkness[np.clip(starts[:, None] + np.arange(width)[None, :], 0, len(darkness) - 1)]
    above = near - np.median(near, axis=1, keepdims=True)
    peaks = np.clip(above.argmax(axis=1), 1, width - 2)
    spot = np.take_along_axis(above, peaks[:, None] + np.array([[-1, 0, 1]]), axis=1).clip(0)
    clear = spot[:, 1] > _CLEAR * np.median(np.abs(above), axis=1) + 4
    if clear.sum() < 2:
        return []
    fine = (spot[:, 2] - spot[:, 0]) / np.maximum(spot.sum(axis=1), 1e-6)
    lowers = ((starts + peaks + fine - middles) / DOTS)[clear]
    half = _SMOOTH // 2
    edge = np.full(half, np.nan)
    around = np.lib.stride_tricks.sliding_window_view(np.concatenate([edge, lowers, edge]), _SMOOTH)
    smooth = _middles(around)
    return list(zip(lines[clear].tolist(), smooth.tolist(), strict=True))


def _middles(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Median of each row's numbers; those that are none stand at its end when sorted."""
    sorted_ = np.sort(rows, axis=1)
    count = (~np.isnan(rows)).sum(axis=1)
    each = np.arange(len(rows))
    found: NDArray[np.float64] = (sorted_[each, (count - 1) // 2] + sorted_[each, count // 2]) / 2
    return found
