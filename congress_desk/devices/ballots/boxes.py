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


@dataclass(frozen=True, slots=True)
class BoxInk:
    """area: mm² of ink; dark: its mean darkness 0..1; reach: mm of its longer side; filled: share of the box;
    haze: mean darkness inside, more than on the paper beside the box."""

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
    sides = np.concatenate([ink[around.cut][:, :_RING].ravel(), ink[around.cut][:, -_RING:].ravel()])
    haze = (float(inside.mean()) - float(np.median(sides))) / 255
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
