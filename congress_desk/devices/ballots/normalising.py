"""How dark the ink is, whatever light fell on the paper: 0 is the paper beside it, 255 is black."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from congress_desk.devices.opencv import opencv

Grey = NDArray[np.uint8]  # (height, width)
Colour = NDArray[np.uint8]  # (height, width, 3), blue first

_SHRUNK = 8  # px to one; the paper's brightness changes slowly
_WIDEST_INK = 9  # of these: 12 mm, wider than any printed black
_STREAK_SHARE = 0.8  # of the height: no printed line is as long as dirt on the glass draws one
_STREAK_DARK = 9
_STREAK_WIDEST = 13  # px


def ink_of(grey: Grey) -> Grey:
    """A straightened page's ink: paper white is taken from its surroundings, so shadows and tints vanish."""
    cv2 = opencv()
    height, width = grey.shape
    small = cv2.resize(grey, (max(1, width // _SHRUNK), max(1, height // _SHRUNK)), interpolation=cv2.INTER_AREA)
    white = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((_WIDEST_INK, _WIDEST_INK), np.uint8))
    white = cv2.resize(cv2.blur(white, (3, 3)), (width, height), interpolation=cv2.INTER_LINEAR)
    ink: Grey = 255 - cv2.divide(grey, white, scale=255)
    return ink


def without_streaks(picture: Colour | Grey, grey: Grey) -> bool:
    """Wipes upright lines as dirty glass draws them, in place, from edge to edge of what was scanned; True if any.

    A pen's line that crosses the whole page would be wiped too; it crosses no box without marking its neighbours.
    """
    cv2 = opencv()
    around = cv2.morphologyEx(grey[::4], cv2.MORPH_CLOSE, np.ones((1, _STREAK_WIDEST), np.uint8))
    dark = cv2.subtract(around, grey[::4]) > _STREAK_DARK
    columns = np.flatnonzero(dark.mean(axis=0) > _STREAK_SHARE)
    if not len(columns) or len(columns) > grey.shape[1] // 20:
        return False
    soiled = np.zeros(grey.shape[1], bool)
    for reach in (-1, 0, 1):
        soiled[np.clip(columns + reach, 0, len(soiled) - 1)] = True
    clean, lost = np.flatnonzero(~soiled), np.flatnonzero(soiled)
    after = np.clip(np.searchsorted(clean, lost), 1, len(clean) - 1)
    left, right = clean[after - 1], clean[after]
    for layer in {id(picture): picture, id(grey): grey}.values():
        mean = (layer[:, left].astype(np.uint16) + layer[:, right]) // 2
        layer[:, lost] = mean.astype(np.uint8)
    return True
