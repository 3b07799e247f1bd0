"""Faces by a detector of the YuNet type, run by OpenCV's FaceDetectorYN: box, eyes, nose tip, corners of the mouth.

It finds faces from 10 px on, turned and in poor light, where HOG wants 80 px upright.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from congress_desk.devices.faces.alignment import (
    ARCFACE_EYES,
    ARCFACE_MOUTH,
    ARCFACE_NOSE_TIP,
    JUDGED_EYES,
    JUDGED_SIZE,
    moved,
    share_outside,
    similarity,
)
from congress_desk.devices.faces.finding import Found, reduced
from congress_desk.devices.faces.networks import NetworkUnusable
from congress_desk.devices.opencv import opencv
from congress_desk.services.ports.faces import Picture

LONGEST_SEARCHED = 640
MOST_FACES = 50
OVERLAP = 0.3  # two boxes with more in common are one face
PLACES = np.array([*ARCFACE_EYES, ARCFACE_NOSE_TIP, *ARCFACE_MOUTH])


class YuNetFinder:
    """The port Finder. One finder belongs to one thread."""

    def __init__(self, onnx: bytes, *, score: float) -> None:
        """score: the least certainty of a face, 0 to 1. NetworkUnusable."""
        cv2 = opencv()
        self._cv2: Any = cv2
        file, nothing = np.frombuffer(onnx, dtype=np.uint8), np.zeros(0, dtype=np.uint8)
        try:
            self._net = cv2.FaceDetectorYN.create("onnx", file, nothing, (64, 64), score, OVERLAP, MOST_FACES)
            self.look(np.zeros((64, 64, 3), dtype=np.uint8), thoroughly=False)
        except cv2.error as why:
            raise NetworkUnusable from why

    def look(self, picture: Picture, *, thoroughly: bool) -> Sequence[Found]:
        small, scale = reduced(picture, LONGEST_SEARCHED)
        self._net.setInputSize((small.shape[1], small.shape[0]))
        _, rows = self._net.detect(self._cv2.cvtColor(small, self._cv2.COLOR_RGB2BGR))
        return [] if rows is None else [_found(row * scale) for row in rows]

    def chip(self, picture: Picture, found: Found) -> tuple[Picture, float]:
        matrix = similarity(found.points[:2], np.array(JUDGED_EYES))
        return moved(picture, matrix, JUDGED_SIZE), share_outside(matrix, JUDGED_SIZE, picture)


def _found(row: Any) -> Found:
    """row: left, top, width, height, then x and y of the five landmarks, the eye on the left of the picture first."""
    numbers = [float(number) for number in row]
    return Found(
        box=(numbers[0], numbers[1], numbers[2], numbers[3]),
        points=np.array(numbers[4:14]).reshape(5, 2),
        places=PLACES,
    )
