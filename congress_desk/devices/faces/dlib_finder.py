"""Faces by dlib: HOG detector and five points (two corners of each eye, the nose's base)."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from congress_desk.devices.faces.alignment import ARCFACE_EYES, ARCFACE_NOSE_BASE, JUDGED_SIZE, Points
from congress_desk.devices.faces.finding import Found
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.faces import Picture

SMALL_PICTURE = 500  # px; smaller ones are searched doubled (faces from 40 px on instead of 80)
PADDING = 0.25
PLACES = np.array([*ARCFACE_EYES, ARCFACE_NOSE_BASE])


class DlibFinder:
    """The port Finder. One finder belongs to one thread. Trouble: FACES_MISSING."""

    def __init__(self, points_file: Path) -> None:
        os.environ.setdefault("OMP_NUM_THREADS", "1")  # one desk has two cores, and the screen needs one
        try:
            import dlib

            self._detector = dlib.get_frontal_face_detector()
            self._points = dlib.shape_predictor(str(points_file))
        except (ImportError, RuntimeError) as why:  # dlib missing, or a damaged model file
            raise Trouble(Problem.FACES_MISSING) from why
        self._dlib: Any = dlib

    def look(self, picture: Picture, *, thoroughly: bool) -> Sequence[Found]:
        doublings = 1 if max(picture.shape[:2]) <= SMALL_PICTURE else 0
        boxes = list(self._detector(picture, doublings))
        if not boxes and thoroughly and doublings == 0:
            boxes = list(self._detector(picture, 1))
        return [self._found(picture, box) for box in boxes]

    def chip(self, picture: Picture, found: Found) -> tuple[Picture, float]:
        """As the network was trained on it: dlib's own chip."""
        chip: Picture = self._dlib.get_face_chip(picture, found.own, JUDGED_SIZE, PADDING)
        return chip, _share_outside(self._dlib.get_face_chip_details(found.own, JUDGED_SIZE, PADDING), picture)

    def _found(self, picture: Picture, box: Any) -> Found:
        shape = self._points(picture, box)
        return Found(
            box=(box.left(), box.top(), box.width(), box.height()),
            points=_landmarks([(point.x, point.y) for point in shape.parts()]),
            places=PLACES,
            own=shape,
        )


def _landmarks(corners: Sequence[tuple[float, float]]) -> Points:
    """From dlib's five to the eye on the left, the eye on the right, the nose's base."""
    places = np.asarray(corners, dtype=np.float64)
    eyes = sorted([(places[0] + places[1]) / 2, (places[2] + places[3]) / 2], key=lambda eye: float(eye[0]))
    return np.array([*eyes, places[4]])


def _share_outside(details: Any, picture: Picture) -> float:
    """How much of the chip's area lies beyond the picture's edge (dlib fills it with black)."""
    rect, steps = details.rect, (np.arange(20) + 0.5) / 20 - 0.5
    across, down = np.meshgrid(steps * rect.width(), steps * rect.height())
    cos_turn, sin_turn = math.cos(details.angle), math.sin(details.angle)
    centre = rect.dcenter()
    xs = centre.x + across * cos_turn - down * sin_turn
    ys = centre.y + across * sin_turn + down * cos_turn
    inside = (xs >= 0) & (ys >= 0) & (xs < picture.shape[1]) & (ys < picture.shape[0])
    return float(1 - inside.mean())
