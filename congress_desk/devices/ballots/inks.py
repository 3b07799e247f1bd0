"""Two inks on one sheet: the colour in which each mark swallows light, whatever light that was."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from congress_desk.devices.ballots.normalising import Colour, Grey
from congress_desk.devices.ballots.printed import Mask, Place

_LEAST_PX = 18
_COLOURLESS = 3.0  # mean difference of the channels: a grey picture saved in colour

Hue = NDArray[np.float64]  # (2,): blue and green against red, of all light swallowed


def is_coloured(picture: Colour | Grey) -> bool:
    if picture.ndim != 3:
        return False
    sample = picture[::16, ::16].astype(np.int16)
    return bool((sample.max(axis=2) - sample.min(axis=2)).mean() > _COLOURLESS or _has_colour(sample))


def _has_colour(sample: NDArray[np.int16]) -> bool:
    return bool(((sample.max(axis=2) - sample.min(axis=2)) > 24).mean() > 0.0005)


def hue_of(picture: Colour, ink: Grey, place: Place, hidden: Mask, *, threshold: float) -> Hue | None:
    """Of the ink in this place; None where there is too little."""
    there = (ink[place.cut] > threshold) & ~hidden
    if int(there.sum()) < _LEAST_PX:
        return None
    part = picture[place.cut].astype(np.float64)
    paper = ink[place.cut] < threshold / 2
    if not paper.any():
        return None
    white = np.median(part[paper], axis=0)
    swallowed = np.clip(white - part[there], 0, None).sum(axis=0)
    whole = swallowed.sum()
    if whole <= 0:
        return None
    blue, green, red = swallowed / whole
    return np.array([blue - red, green - red])


def apart(hues: Sequence[Hue]) -> float:
    """The greatest distance between two marks."""
    if len(hues) < 2:
        return 0.0
    stacked = np.stack(hues)
    return float(np.linalg.norm(stacked[:, None] - stacked[None], axis=-1).max())
