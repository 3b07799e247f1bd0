"""How far a strike runs on beside its name, without a gap: what begins anew behind it is no part of it."""

from __future__ import annotations

import numpy as np

from congress_desk.devices.ballots.normalising import Grey
from congress_desk.domain.ballot_forms import PICTURE_DOTS_PER_MM as DOTS

_GAP = 5  # px of bare paper
_LEAST = 2  # px of ink in a column
_ROOM = 0.7  # mm that the ink's soft end takes


def run_on(
    ink: Grey, place: tuple[float, float], slope: float, *, threshold: float, band: float, most: float
) -> float:
    """mm. ink: without the print. place: px (x, y) where the strike leaves the name. most: mm, to the left if it is
    negative. band: mm above and below the line."""
    tall, wide = ink.shape
    columns = np.rint(place[0]).astype(np.intp) + np.sign(most).astype(np.intp) * np.arange(round(abs(most) * DOTS))
    reach = round(band * DOTS)
    rows = np.rint(place[1] + slope * (columns - place[0])).astype(np.intp) + np.arange(-reach, reach + 1)[:, None]
    inked = (ink[np.clip(rows, 0, tall - 1), np.clip(columns, 0, wide - 1)[None, :]] > threshold).sum(axis=0)
    found = np.concatenate([[0], np.flatnonzero(inked >= _LEAST)])
    breaks = np.flatnonzero(np.diff(found) > _GAP)
    last = found[breaks[0]] if len(breaks) else found[-1]
    return min(float(last) / DOTS + _ROOM, abs(most))
