"""Has the person before the camera turned the head? A picture on paper or on a phone cannot.

A nose stands out from the face, so turning moves it against the eyes: by 0.08 eye distances for ten degrees. A flat
picture that is turned stays as it is (at most 0.09, turned by 45 degrees). A film on a phone passes: the operator
remains the check.
"""

from __future__ import annotations

from collections.abc import Sequence

AHEAD = 0.25  # most of a yaw that counts as looking at the camera
STEADY = 0.06  # most between two frames of somebody who looks ahead
TURNED = 0.14  # off his own look ahead: about 18 degrees
BACK = 0.07
FRAMES = 2  # one after the other: a single frame may be mistaken


def turned(yaws: Sequence[float]) -> bool:
    """Whether somebody looked ahead, then turned by enough to one side, then looked ahead again.

    yaws: of one track in order of time, in eye distances (services.ports.camera.FaceSeen.yaw).
    """
    for start in range(len(yaws) - FRAMES + 1):
        ahead = yaws[start : start + FRAMES]
        middle = sum(ahead) / FRAMES
        if abs(middle) <= AHEAD and max(ahead) - min(ahead) <= STEADY:
            return _turned_and_came_back([yaw - middle for yaw in yaws[start + FRAMES :]])
    return False


def _turned_and_came_back(off: Sequence[float]) -> bool:
    """off: how far from the look ahead, frame by frame."""
    for end in range(FRAMES, len(off)):
        turn = off[end - FRAMES : end]
        if min(turn) >= TURNED or max(turn) <= -TURNED:
            return any(abs(yaw) <= BACK for yaw in off[end:])
    return False
