"""A drawn head turned as heads turn, and a picture of it turned as paper turns: what liveness must tell apart."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

DISTANCE = 9.0  # of the camera, eye distances
STEPS = 15


def turned(picture: Image.Image, eyes: NDArray[np.float64], degrees: float, *, flat: bool = False) -> Image.Image:
    """Seen from the front, turned about an upright axis; eyes: (2, 2), where they are in the picture."""
    middle, apart = eyes.mean(axis=0), float(np.hypot(*(eyes[1] - eyes[0])))
    cos_turn, sin_turn = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    down, across = np.mgrid[0 : picture.height, 0 : picture.width]
    wanted_x, wanted_y = (across - middle[0]) / apart, (down - middle[1]) / apart
    x, y = wanted_x.copy(), wanted_y.copy()
    for _ in range(STEPS):  # which place of the face comes to be seen here?
        depth = np.zeros_like(x) if flat else _depth(x, y)
        nearer = DISTANCE / (DISTANCE + x * sin_turn - depth * cos_turn)
        x += 0.6 * (wanted_x - (x * cos_turn + depth * sin_turn) * nearer)
        y += 0.6 * (wanted_y - y * nearer)
    from_x, from_y = (x * apart + middle[0]).astype(np.float32), (y * apart + middle[1]).astype(np.float32)
    seen = cv2.remap(np.array(picture), from_x, from_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return Image.fromarray(seen)


def _depth(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """An egg with a nose, in eye distances from the middle of the eyes."""
    egg = np.sqrt(np.clip(1 - (x / 1.15) ** 2 - ((y - 0.35) / 1.6) ** 2, 0, 1)) - 1
    nose = 0.32 * np.exp(-((x / 0.17) ** 2 + ((y - 0.62) / 0.28) ** 2) / 2)
    return np.asarray(egg + nose)
