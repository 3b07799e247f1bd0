"""The live camera at the desk, as the app sees it: pictures to show, codes read, faces turned into templates.

Everything heavy happens in a child process; the reports arrive on a reader thread of the driver and are
carried to the GUI by a bridge. No frame is ever written anywhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from congress_desk.domain.refusals import Problem
from congress_desk.services.ports.faces import Flaw, Template


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureSeen:
    """A frame for the screen, at most 15 a second: packed RGB, width*height*3 bytes, mirrored by the view."""

    width: int
    height: int
    rgb: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeSeen:
    """A QR or bar code held before the camera; the same code again is told only after 5 s."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FaceSeen:
    """One face of the newest frame, box in px of that frame. others: how many more faces of over half its width.

    template is None where a flaw forbids one. track: grows by one when another face takes the place, so that
    only templates of one track are averaged. yaw: of ports.faces.Face, for domain.liveness.
    """

    box: tuple[int, int, int, int]
    frame_size: tuple[int, int]
    flaws: tuple[Flaw, ...] = ()
    others: int = 0
    template: Template | None = None
    track: int = 0
    yaw: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class NobodySeen:
    """No face in the newest frame."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameraStopped:
    """The camera went away, never came (CAMERA_LOST, CAMERA_MISSING) or shows one colour only (CAMERA_BLIND): tried
    again every 2 s, and told once. Or faces cannot be looked for: FACES_MISSING, MODEL_MISSING, MODEL_DAMAGED."""

    problem: Problem


LiveReport = PictureSeen | CodeSeen | FaceSeen | NobodySeen | CameraStopped


class LiveCamera(Protocol):
    def start(self, source: str, tell: Callable[[LiveReport], None], *, faces: bool) -> None:
        """source: "0" for the first camera, or the path of a video file or folder of pictures (replay); with
        "?motion" behind it the folder's people move and the picture is noisy."""
        ...

    def watch_faces(self, on: bool) -> None:
        """Face search on or off; codes are read all the same."""
        ...

    def stop(self) -> None:
        """Ends the child process; no report comes afterwards."""
        ...
