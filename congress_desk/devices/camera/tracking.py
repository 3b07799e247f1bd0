"""Is this still the same face? Codes and faces as they come from frame to frame, told as reports.

Only templates of one track may be averaged: two people averaged are a third person. So a track ends rather too
early than too late.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from congress_desk.services.ports.camera import CodeSeen, FaceSeen, NobodySeen
from congress_desk.services.ports.faces import Face, Template

SAME_CODE_SECONDS = 5.0
ALONE_SECONDS = 1.0  # nobody for so long: whoever comes next is somebody else
SAME_PLACE = 0.25  # least overlap of the boxes of one face in two frames
SAME_FACE = 0.35  # most distance of a template to the mean of its track
REMEMBERED = 5  # templates of a track


class FaceTrack:
    """Numbers the faces that stand before the camera."""

    def __init__(self) -> None:
        self._number = 0
        self._box: tuple[int, int, int, int] | None = None
        self._seen_at = 0.0
        self._templates: list[Template] = []

    def report(self, faces: Sequence[Face], size: tuple[int, int], now: float) -> FaceSeen | NobodySeen:
        """faces: largest and most central first; size: width, height of the frame; now: seconds of a steady clock."""
        if not faces:
            return NobodySeen()
        face = faces[0]
        if not self._is_same(face, now):
            self.begin_anew()
        self._box, self._seen_at = face.box, now
        if face.template is not None:
            self._templates = [*self._templates, face.template][-REMEMBERED:]
        return FaceSeen(
            box=face.box,
            frame_size=size,
            flaws=face.flaws,
            others=sum(other.box[2] * 2 > face.box[2] for other in faces[1:]),
            template=face.template,
            track=self._number,
            yaw=face.yaw,
        )

    def begin_anew(self) -> None:
        """The next face is another one."""
        self._number += 1
        self._box = None
        self._templates = []

    def _is_same(self, face: Face, now: float) -> bool:
        if self._box is None or now - self._seen_at > ALONE_SECONDS:
            return False
        if _overlap(self._box, face.box) < SAME_PLACE:
            return False
        if face.template is None or not self._templates:
            return True
        return float(np.linalg.norm(face.template - np.mean(self._templates, axis=0))) <= SAME_FACE


class CodesInSight:
    """Tells a code when it comes into sight, and again only after it was out of sight for 5 seconds."""

    def __init__(self) -> None:
        self._seen_at: dict[str, float] = {}

    def report(self, texts: Iterable[str], now: float) -> list[CodeSeen]:
        self._seen_at = {text: at for text, at in self._seen_at.items() if now - at < SAME_CODE_SECONDS}
        fresh = []
        for text in texts:
            if text not in self._seen_at:
                fresh.append(CodeSeen(text=text))
            self._seen_at[text] = now
        return fresh


def _overlap(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> float:
    """Common area of two boxes (x, y, width, height) as a share of their union."""
    across = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    down = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    if across <= 0 or down <= 0:
        return 0.0
    common = across * down
    return common / (one[2] * one[3] + other[2] * other[3] - common)
