"""Where the parts of a face belong in the picture that a network is shown, and the face moved there.

Two landmarks and more give a turn, a scale and a shift, by least squares and never a mirror image (Umeyama 1991).
"""

from __future__ import annotations

import math
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from congress_desk.devices.opencv import opencv
from congress_desk.services.ports.faces import Picture

Points: TypeAlias = "NDArray[np.float64]"  # (k, 2), px, x and y
Matrix: TypeAlias = "NDArray[np.float64]"  # (2, 3): turns, scales and shifts px of a picture into px of a chip

ARCFACE_SIZE = 112
ARCFACE_EYES = ((38.2946, 51.6963), (73.5318, 51.5014))
ARCFACE_NOSE_TIP = (56.0252, 71.7366)
ARCFACE_MOUTH = ((41.5493, 92.3655), (70.7299, 92.2041))
ARCFACE_NOSE_BASE = (56.0, 78.9)
"""Where the upper lip meets the nose: 0.774 of the eye distance under the eyes, as in dlib's mean face."""

JUDGED_SIZE = 150  # of the chip on which light and sharpness are measured: cut as dlib cuts it
JUDGED_EYES = ((47.7, 47.1), (100.3, 47.1))


def similarity(points: Points, places: Points) -> Matrix:
    """The move that brings `points` nearest to `places`, two or more of each."""
    here, there = points @ np.array([1, 1j]), places @ np.array([1, 1j])
    off, wanted = here - here.mean(), there - there.mean()
    turn = (off.conj() @ wanted) / max(float((np.abs(off) ** 2).sum()), 1e-9)
    shift = there.mean() - turn * here.mean()
    return np.array([[turn.real, -turn.imag, shift.real], [turn.imag, turn.real, shift.imag]])


def moved(picture: Picture, matrix: Matrix, size: int) -> Picture:
    """The chip (size, size, 3); black where it lies beyond the picture."""
    cv2 = opencv()
    scale = math.hypot(matrix[0, 0], matrix[1, 0])
    if scale < 0.5:  # every px of a larger reduction counts, or thin lines flicker
        picture = cv2.resize(picture, None, fx=2 * scale, fy=2 * scale, interpolation=cv2.INTER_AREA)
        matrix = np.column_stack([matrix[:, :2] / (2 * scale), matrix[:, 2]])
    chip: Picture = cv2.warpAffine(picture, matrix, (size, size), flags=cv2.INTER_LINEAR)
    return chip


def share_outside(matrix: Matrix, size: int, picture: Picture) -> float:
    """How much of the chip lies beyond the picture's edge."""
    steps = (np.arange(20) + 0.5) / 20 * size
    across, down = np.meshgrid(steps, steps)
    back: Any = np.linalg.inv(np.vstack([matrix, [0, 0, 1]]))
    xs = back[0, 0] * across + back[0, 1] * down + back[0, 2]
    ys = back[1, 0] * across + back[1, 1] * down + back[1, 2]
    inside = (xs >= 0) & (ys >= 0) & (xs < picture.shape[1]) & (ys < picture.shape[0])
    return float(1 - inside.mean())
