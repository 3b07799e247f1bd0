"""Faces found in a picture, whoever found them: a box, the eyes, the nose, and the chip by which they are judged."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np

from congress_desk.devices.faces.alignment import Points
from congress_desk.devices.opencv import opencv
from congress_desk.services.ports.faces import Picture

LONGEST_SEARCHED = 1000  # px; larger pictures are searched reduced


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Found:
    """In px of the picture that was searched. box: left, top, width, height.

    points: the eye on the left of the picture, the other, the nose, perhaps the corners of the mouth; places: where
    these belong in ArcFace's 112 px. own: what the finder itself needs to cut the chip.
    """

    box: tuple[float, float, float, float]
    points: Points
    places: Points
    own: Any = None


class Finder(Protocol):
    def look(self, picture: Picture, *, thoroughly: bool) -> Sequence[Found]:
        """All faces, in any order. thoroughly: a photo for enrolment, that may cost more time."""
        ...

    def chip(self, picture: Picture, found: Found) -> tuple[Picture, float]:
        """The face upright, (150, 150, 3), and how much of it lies beyond the picture's edge."""
        ...


def reduced(picture: Picture, longest: int = LONGEST_SEARCHED) -> tuple[Picture, float]:
    """The picture small enough to be searched, and how many px of the original one of its px is."""
    height, width = picture.shape[:2]
    scale = max(height, width) / longest
    if scale <= 1:
        return np.ascontiguousarray(picture), 1.0
    cv2 = opencv()
    size = (max(1, round(width / scale)), max(1, round(height / scale)))
    return cv2.resize(picture, size, interpolation=cv2.INTER_AREA), scale


def by_prominence(found: Sequence[Found], picture: Picture) -> list[Found]:
    """Large and central first: the delegate at the desk, not the one behind him."""
    height, width = picture.shape[:2]

    def prominence(one: Found) -> float:
        left, top, across, down = one.box
        off_centre = math.hypot(left + across / 2 - width / 2, top + down / 2 - height / 2) / max(width, height)
        return float(across * down * max(0.01, 1 - 2.2 * off_centre))

    return sorted(found, key=prominence, reverse=True)
