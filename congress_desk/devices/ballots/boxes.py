"""Type B: what stands in the boxes. Blank, marked, and everything between goes to people."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from congress_desk.devices.ballots.normalising import Grey
from congress_desk.devices.ballots.printed import place_of
from congress_desk.devices.ballots.registering import Fit
from congress_desk.domain.ballot_forms import PICTURE_DOTS_PER_MM as DOTS
from congress_desk.domain.ballot_layout import Box

INSET = 0.55  # mm inside the frame
_AROUND = 3.5  # mm: the bare paper on both sides of a box
_RING = 12  # px of it
_FOLD = 20.0  # of 255: what is darker beside a box is ink, not a fold


@dataclass(frozen=True, slots=True)
class BoxInk:
    """area: mm² of ink; dark: its mean darkness 0..1; reach: mm of its longer side; filled: share of the box;
    haze: mean darkness inside, more than on the paper beside the box at the same height."""

    area: float
    dark: float
    reach: float
    filled: float
    haze: float


def box_ink(ink: Grey, box: Box, fit: Fit, *, threshold: float) -> BoxInk:
    """threshold: 0..255, from where on it is ink."""
    inside = ink[place_of(box.grown(-INSET)).moved(fit.dx, fit.dy).cut]
    around = place_of(box.grown(_AROUND)).moved(fit.dx, fit.dy)
    there = inside > threshold
    count = int(there.sum())
    haze = _haze(inside, ink[around.cut])
    if not count:
        return BoxInk(0.0, 0.0, 0.0, 0.0, haze)
    rows, columns = np.flatnonzero(there.any(axis=1)), np.flatnonzero(there.any(axis=0))
    reach = max(rows[-1] - rows[0], columns[-1] - columns[0]) + 1
    return BoxInk(
        area=count / DOTS**2,
        dark=float(inside[there].mean()) / 255,
        reach=reach / DOTS,
        filled=count / inside.size,
        haze=haze,
    )


def _haze(inside: Grey, around: Grey) -> float:
    """Line by line, so that a fold or a shadow's edge, which runs on beside the box, is no haze in it."""
    above = (around.shape[0] - inside.shape[0]) // 2
    beside = around[above : above + inside.shape[0]]
    left, right = beside[:, :_RING].astype(np.float32), beside[:, -_RING:].astype(np.float32)
    paper = np.minimum((left.mean(axis=1) + right.mean(axis=1)) / 2, float(np.median(beside[:, -_RING:])) + _FOLD)
    return (float(inside.mean()) - float(paper.mean())) / 255
