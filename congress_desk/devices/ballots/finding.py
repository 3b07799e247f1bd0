"""Where a ballot lies in a picture: its six square marks, and from them the way from mm on paper to px."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from congress_desk.devices.ballots.normalising import Grey
from congress_desk.devices.opencv import opencv
from congress_desk.domain.ballot_layout import FIDUCIAL_BITS, FIDUCIAL_SIDE, PageLayout

Points = NDArray[np.float64]  # (n, 2)
Matrix = NDArray[np.float64]  # (3, 3)

LEAST_FIDUCIALS = 4
_SEARCHED_SIDE = 1000  # px: marks are looked for in a picture no longer than this
_LEAST_PERIMETER = 0.035  # of the picture's longer side
_LEAST_OF_LARGEST = 0.65  # of its side
_WORST_MM = 2.5  # a mark farther off is no mark of this sheet
_REFINED_ROUNDS = 20
_REFINED_STEP = 0.03


@dataclass(frozen=True, slots=True, eq=False)
class Fiducials:
    """corners: by number 0..5, (4, 2) px clockwise from the upper left one. several: a number was seen twice."""

    corners: Mapping[int, Points]
    several: bool


@dataclass(frozen=True, slots=True, eq=False)
class Lie:
    """to_picture: homography from mm on paper to px. shifts: by mark, (dx, dy) mm that it is off after that.
    slant: how much smaller the page is at one edge than at the other, as a share; a scanner has next to none.
    """

    to_picture: Matrix
    dots_per_mm: float
    slant: float
    shifts: Mapping[int, tuple[float, float]]
    missing: tuple[int, ...]


def fiducials_in(grey: Grey) -> Fiducials:
    cv2 = opencv()
    shrink = -(-max(grey.shape) // _SEARCHED_SIDE)  # whole: much quicker to shrink
    rows, columns = grey.shape[0] // shrink, grey.shape[1] // shrink
    whole = grey[: rows * shrink, : columns * shrink]
    small = cv2.resize(whole, (columns, rows), interpolation=cv2.INTER_AREA) if shrink > 1 else grey
    found, numbers, _ = _detector().detectMarkers(small)
    seen: dict[int, Points] = {}
    several = False
    numbered = list(zip(found, [] if numbers is None else numbers.ravel(), strict=True))
    sides = [float(np.linalg.norm(corners[0][1] - corners[0][0])) for corners, _ in numbered]
    for (corners, number), side in zip(numbered, sides, strict=True):
        if number >= len(FIDUCIAL_BITS) or side < _LEAST_OF_LARGEST * max(sides):
            continue  # a box with a mark in it can look like a small one
        several = several or int(number) in seen
        seen[int(number)] = _refined(grey, (corners[0] + 0.5) * shrink - 0.5)
    return Fiducials(seen, several)


def lie_of(fiducials: Fiducials, layout: PageLayout) -> Lie | None:
    """None where the marks seen do not lie like those of this page."""
    cv2 = opencv()
    numbers = sorted(fiducials.corners)
    if len(numbers) < LEAST_FIDUCIALS:
        return None
    paper = np.concatenate([_corners_on_paper(layout, number) for number in numbers])
    picture = np.concatenate([fiducials.corners[number] for number in numbers])
    matrix, _ = cv2.findHomography(paper, picture, 0)
    if matrix is None or np.linalg.det(matrix[:2, :2]) <= 0:
        return None
    back = _moved(np.linalg.inv(matrix), picture) - paper
    shifts = back.reshape(-1, 4, 2).mean(axis=1)
    if np.abs(shifts).max() > _WORST_MM:
        return None
    return Lie(
        to_picture=matrix,
        dots_per_mm=_density(matrix, layout),
        slant=float(abs(matrix[2, 0]) * layout.width + abs(matrix[2, 1]) * layout.height) / float(abs(matrix[2, 2])),
        shifts={number: (float(x), float(y)) for number, (x, y) in zip(numbers, shifts, strict=True)},
        missing=tuple(sorted(set(range(6)) - set(numbers))),
    )


def _moved(matrix: Matrix, points: Points) -> Points:
    spread = np.c_[points, np.ones(len(points))] @ matrix.T
    moved: Points = spread[:, :2] / spread[:, 2:]
    return moved


def _density(matrix: Matrix, layout: PageLayout) -> float:
    """px a mm in the page's middle, the worse direction."""
    x, y = layout.width / 2, layout.height / 2
    spot = _moved(matrix, np.array([[x, y], [x + 1, y], [x, y + 1]]))
    return float(min(np.linalg.norm(spot[1] - spot[0]), np.linalg.norm(spot[2] - spot[0])))


def _corners_on_paper(layout: PageLayout, number: int) -> Points:
    box = layout.fiducials[number]
    return np.array([[box.x, box.y], [box.right, box.y], [box.right, box.bottom], [box.x, box.bottom]])


def _refined(grey: Grey, corners: Points) -> Points:
    """To a few hundredths of a px, within a tenth of the mark's side."""
    cv2 = opencv()
    side = float(np.linalg.norm(corners[1] - corners[0]))
    reach = int(min(max(side / FIDUCIAL_SIDE * 0.7, 2), 12))
    ending = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, _REFINED_ROUNDS, _REFINED_STEP)
    sharp = cv2.cornerSubPix(grey, corners.astype(np.float32), (reach, reach), (-1, -1), ending)
    return np.asarray(sharp, dtype=np.float64)


@lru_cache(maxsize=1)
def _detector() -> Any:
    cv2 = opencv()
    wishes = cv2.aruco.DetectorParameters()
    wishes.minMarkerPerimeterRate = _LEAST_PERIMETER
    wishes.adaptiveThreshWinSizeMin = 13
    wishes.adaptiveThreshWinSizeMax = 33
    wishes.adaptiveThreshWinSizeStep = 20
    dictionary = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_50)
    return cv2.aruco.ArucoDetector(dictionary, wishes)
