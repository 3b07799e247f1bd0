"""How good a face is, in figures that were measured against recognition errors (stack.md), and what spoils it.

A flaw forbids a template: a poor picture costs a second look, a wrong name costs trust.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from congress_desk.devices.faces.alignment import Points
from congress_desk.services.ports.faces import Flaw, Picture

GREY = np.array([0.299, 0.587, 0.114], dtype=np.float32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The least a face must be; px of the picture as it came, degrees, grey levels 0 to 255."""

    eye_distance: float
    sharpness: float
    darkest: float = 38
    brightest: float = 205
    roll_degrees: float = 18
    turn: float = 0.35  # how far the nose stands off the middle of the eyes, share of the eye distance
    outside: float = 0.10  # share of the face that may lie beyond the picture's edge


ENROLMENT = Limits(eye_distance=30, sharpness=6)
"""6: with 10, one enrolment photo in five more is refused, and the people whose photos lie between are recognised
as well as the others (88 of 100 single looks against 91, 31 people)."""
LIVE = Limits(eye_distance=20, sharpness=5)
"""5: 98 of 100 undisturbed public press pictures pass, 95 of 100 blurred by 1.5 px do not. A tenth of the face beyond
the edge moves a template by 0.16 at most in 90 of 100 cases, a third by 0.31."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    eye_distance: float
    sharpness: float
    brightness: float
    roll_degrees: float
    yaw: float
    outside: float

    def flaws(self, limits: Limits) -> tuple[Flaw, ...]:
        """The flaws, the one to mend first first."""
        found = {
            Flaw.CUT_OFF: self.outside > limits.outside,
            Flaw.TOO_SMALL: self.eye_distance < limits.eye_distance,
            Flaw.TOO_DARK: self.brightness < limits.darkest,
            Flaw.TOO_BRIGHT: self.brightness > limits.brightest,
            Flaw.TILTED: abs(self.roll_degrees) > limits.roll_degrees or abs(self.yaw) > limits.turn,
            Flaw.BLURRED: self.sharpness < limits.sharpness,
        }
        return tuple(flaw for flaw, spoils in found.items() if spoils)


def measures(points: Points, chip: Picture, *, scale: float, outside: float) -> Measures:
    """points: left eye, right eye and nose in the picture that was searched; chip: (150, 150, 3); scale: px of the
    original picture for one px of the searched one."""
    left, right, nose = points[0], points[1], points[2]
    across = right - left
    apart = float(np.hypot(*across)) or 1.0
    grey = chip @ GREY
    return Measures(
        eye_distance=apart * scale,
        sharpness=sharpness(grey),
        brightness=float(grey[30:120, 30:120].mean()),
        roll_degrees=float(np.degrees(np.arctan2(across[1], across[0]))),
        yaw=float((nose - (left + right) / 2) @ across) / apart**2,
        outside=outside,
    )


def sharpness(grey: NDArray[np.float32]) -> float:
    """1000 * var(Laplacian) / var(grey): over 20 sharp, under 10 blurred, whatever light and contrast."""
    laplacian = grey[:-2, 1:-1] + grey[2:, 1:-1] + grey[1:-1, :-2] + grey[1:-1, 2:] - 4 * grey[1:-1, 1:-1]
    return float(1000 * laplacian.var() / max(float(grey.var()), 1.0))
