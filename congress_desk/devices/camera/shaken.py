"""Still pictures played as if people stood before a cheap camera: they sway, nod and come closer, and it is noisy.

The same pictures give the same film each time.
"""

from __future__ import annotations

import math

import numpy as np

from congress_desk.devices.camera.replay import FRAMES_PER_SECOND, FolderReplay
from congress_desk.devices.opencv import opencv
from congress_desk.services.ports.faces import Picture

SWAY = 14.0  # px
NOD_DEGREES = 3.0
CLOSER = 0.04
FLICKER = 0.06
NOISE = 4.0  # levels, standard deviation
MARGIN = 64  # px that the field of noise is larger than a frame


class Shaken:
    """A FrameSource over a replayed folder."""

    def __init__(self, still: FolderReplay) -> None:
        self._still = still
        self._lot = np.random.default_rng(3)
        self._noise = np.zeros((0, 0, 3), dtype=np.int16)
        self._number = 0

    def frame(self) -> Picture | None:
        picture = self._still.frame()
        if picture is None:
            return None
        self._number += 1
        return self._noisy(_moved(picture, self._number / FRAMES_PER_SECOND))

    def close(self) -> None:
        self._still.close()

    def _noisy(self, picture: Picture) -> Picture:
        """One field of noise, cut out elsewhere each time: drawing a new one takes longer than a frame lasts."""
        height, width = picture.shape[:2]
        if self._noise.shape[:2] != (height + MARGIN, width + MARGIN):
            drawn = self._lot.normal(0, NOISE, (height + MARGIN, width + MARGIN, 3))
            self._noise = drawn.round().astype(np.int16)
        top, left = (int(place) for place in self._lot.integers(0, MARGIN, 2))
        cv2 = opencv()
        grain = np.ascontiguousarray(self._noise[top : top + height, left : left + width])
        noisy: Picture = cv2.add(picture, grain, dtype=cv2.CV_8U)
        return noisy


def _moved(picture: Picture, seconds: float) -> Picture:
    """Moved about the middle of the frame, and a little lighter or darker."""
    cv2 = opencv()
    height, width = picture.shape[:2]
    roll, closer = NOD_DEGREES * _wave(seconds, 2.3), 1 + CLOSER * _wave(seconds, 4.1)
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), roll, closer)
    matrix[:, 2] += SWAY * _wave(seconds, 1.7), SWAY * _wave(seconds, 2.9)
    lit = cv2.convertScaleAbs(picture, alpha=1 + FLICKER * _wave(seconds, 3.3))
    moved: Picture = cv2.warpAffine(lit, matrix, (width, height), borderMode=cv2.BORDER_REPLICATE)
    return moved


def _wave(seconds: float, period: float) -> float:
    return math.sin(2 * math.pi * seconds / period)
