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
_STREAK_INK = 0.115  # mm of black: dirt has less, any pen that writes has more
_LONGEST_SIDE = 300.0  # mm of the largest paper: there are no more px a mm than this tells


def ink_of(grey: Grey) -> Grey:
    """A straightened page's ink: paper white is taken from its surroundings, so shadows and tints vanish."""
    cv2 = opencv()
    height, width = grey.shape
    rows, columns = -(-height // _SHRUNK), -(-width // _SHRUNK)  # whole ones: much quicker to shrink
    tall, wide = rows * _SHRUNK, columns * _SHRUNK
    whole = cv2.copyMakeBorder(grey, 0, tall - height, 0, wide - width, cv2.BORDER_REPLICATE)
    small = cv2.resize(whole, (columns, rows), interpolation=cv2.INTER_AREA)
    white = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((_WIDEST_INK, _WIDEST_INK), np.uint8))
    white = cv2.resize(cv2.blur(white, (3, 3)), (wide, tall), interpolation=cv2.INTER_LINEAR)
    ink: Grey = cv2.bitwise_not(cv2.divide(grey, white[:height, :width], scale=255))
    return ink


def without_streaks(picture: Colour | Grey, grey: Grey) -> bool:
    """Wipes upright lines as dirty glass draws them, in place, from edge to edge of what was scanned; True if any.

    A pen's line is wider or darker than dirt is, and stays.
    """
    cv2 = opencv()
    around = cv2.morphologyEx(grey[::4], cv2.MORPH_CLOSE, np.ones((1, _STREAK_WIDEST), np.uint8))
    darker = cv2.subtract(around, grey[::4])
    columns = np.flatnonzero((darker > _STREAK_DARK).mean(axis=0) > _STREAK_SHARE)
    if not len(columns) or len(columns) > grey.shape[1] // 20:
        return False
    columns = _without_pens(columns, darker[:, columns].mean(axis=0) / 255, max(grey.shape) / _LONGEST_SIDE)
    if not len(columns):
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


def _without_pens(columns: NDArray[np.intp], dark: NDArray[np.float64], dots: float) -> NDArray[np.intp]:
    """dark: of each column, 0..1; columns side by side are one line."""
    kept = [
        line
        for line, darkness in zip(*_lines(columns, dark), strict=True)
        if float(darkness.sum()) / dots <= _STREAK_INK
    ]
    return np.concatenate(kept) if kept else columns[:0]


def _lines(
    columns: NDArray[np.intp], dark: NDArray[np.float64]
) -> tuple[list[NDArray[np.intp]], list[NDArray[np.float64]]]:
    breaks = np.flatnonzero(np.diff(columns) > 2) + 1
    return np.split(columns, breaks), np.split(dark, breaks)
