"""The face engine: finds faces in a picture and turns each into a template. It knows no rule and no person.

Runs in a process of its own in the app (dlib holds the interpreter for 100 ms a face) and in the command
line's own process. Pictures are arrays (height, width, 3), uint8, red-green-blue.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:  # numpy costs the window's start a tenth of a second
    import numpy as np
    from numpy.typing import NDArray

Picture: TypeAlias = "NDArray[np.uint8]"  # (height, width, 3) RGB
Template: TypeAlias = "NDArray[np.float32]"  # (128,) for dlib; the model says how long


class Flaw(StrEnum):
    """Why a face is not good enough, each with one plain hint in plumbing.texts."""

    TOO_SMALL = "too_small"  # a little closer
    CUT_OFF = "cut_off"  # the whole face into the frame
    BLURRED = "blurred"  # hold still
    TOO_DARK = "too_dark"
    TOO_BRIGHT = "too_bright"
    TILTED = "tilted"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Face:
    """box: x, y, width, height in px of the picture; eye_distance in px.

    yaw: how far the nose stands off the middle of the eyes, in eye distances; over 0 towards the right of the
    picture. template is None where a flaw forbids one.
    """

    box: tuple[int, int, int, int]
    eye_distance: float
    sharpness: float
    yaw: float = 0.0
    flaws: tuple[Flaw, ...] = ()
    template: Template | None = None


class FaceEngine(Protocol):
    @property
    def model_hash(self) -> str:
        """SHA-256 over the model files; stored with every template."""
        ...

    def faces(self, picture: Picture, *, strict: bool = False) -> Sequence[Face]:
        """All faces, the largest and most central first; only that one gets a template.

        strict: the rules for enrolment photos (refused under 30 px between the eyes or sharpness 6).
        """
        ...

    def decode(self, raw: bytes) -> Picture:
        """A picture file's bytes upright as an array; Trouble NOT_A_PICTURE."""
        ...


class FaceEngineMaker(Protocol):
    def __call__(self) -> FaceEngine:
        """Loads the models (under 1 s). Trouble: FACES_MISSING, MODEL_MISSING, MODEL_DAMAGED."""
        ...
