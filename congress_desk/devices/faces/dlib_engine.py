"""Faces by dlib: HOG detector, five points, ResNet descriptor averaged with its mirror image.

Straight from dlib: the package face_recognition takes 2.4 s and 141 MB to import, loads a model that may not be
sold, and quits the program when setuptools is missing. Templates are compared by Euclidean distance.
"""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from typing import Any

from congress_desk.devices.faces.models import ModelFiles, model_files
from congress_desk.devices.faces.quality import ENROLMENT, LIVE, Limits, measures
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.faces import Face, Picture, Template

LONGEST_SEARCHED = 1000  # px; larger pictures are searched reduced
SMALL_PICTURE = 500  # px; smaller ones are searched doubled (faces from 40 px on instead of 80)
LONGEST_DECODED = 2000
CHIP = 150
PADDING = 0.25


def make_engine() -> DlibEngine:
    """The port FaceEngineMaker. Trouble: FACES_MISSING."""
    return DlibEngine(model_files())


class DlibEngine:
    """The port FaceEngine; loading takes 0.3 s and 54 MB. One engine belongs to one thread."""

    def __init__(self, files: ModelFiles) -> None:
        os.environ.setdefault("OMP_NUM_THREADS", "1")  # one desk has two cores, and the screen needs one
        try:
            import dlib

            self._detector = dlib.get_frontal_face_detector()
            self._points = dlib.shape_predictor(str(files.points))
            self._network = dlib.face_recognition_model_v1(str(files.network))
        except (ImportError, RuntimeError) as why:  # dlib missing, or a damaged model file
            raise Trouble(Problem.FACES_MISSING) from why
        self._dlib: Any = dlib
        self._files = files
        self._hash = ""

    @property
    def model_hash(self) -> str:
        if not self._hash:
            self._hash = self._files.fingerprint()
        return self._hash

    def faces(self, picture: Picture, *, strict: bool = False) -> Sequence[Face]:
        """strict: flaws by the rules for enrolment photos. A face with any flaw has no template."""
        searched, scale = _reduced(picture)
        boxes = self._boxes(searched, thoroughly=strict)
        size = (searched.shape[1], searched.shape[0])
        ordered = sorted(boxes, key=lambda box: _prominence(box, size), reverse=True)
        limits = ENROLMENT if strict else LIVE
        return [
            self._face(searched, box, scale=scale, limits=limits, wanted=place == 0)
            for place, box in enumerate(ordered)
        ]

    def decode(self, raw: bytes) -> Picture:
        import numpy as np

        from congress_desk.devices.pictures.opening import opened

        return np.array(opened(raw, longest=LONGEST_DECODED))

    def _boxes(self, picture: Picture, *, thoroughly: bool) -> list[Any]:
        doublings = 1 if max(picture.shape[:2]) <= SMALL_PICTURE else 0
        found = list(self._detector(picture, doublings))
        if not found and thoroughly and doublings == 0:
            found = list(self._detector(picture, 1))
        return found

    def _face(self, picture: Picture, box: Any, *, scale: float, limits: Limits, wanted: bool) -> Face:
        points = self._points(picture, box)
        chip = self._dlib.get_face_chip(picture, points, CHIP, PADDING)
        found = measures(
            [(point.x, point.y) for point in points.parts()],
            chip,
            scale=scale,
            outside=_share_outside(self._dlib.get_face_chip_details(points, CHIP, PADDING), picture),
        )
        flaws = found.flaws(limits)
        return Face(
            box=_scaled(box, scale),
            eye_distance=found.eye_distance,
            sharpness=found.sharpness,
            flaws=flaws,
            template=self._template(chip) if wanted and not flaws else None,
        )

    def _template(self, chip: Picture) -> Template:
        """The mean over the chip and its mirror image: accepts 8 of 100 people more at the same false rate."""
        import numpy as np

        # one at a time: each call holds the interpreter 75 ms, and pictures go out in between
        plain = np.asarray(self._network.compute_face_descriptor(chip))
        mirrored = np.asarray(self._network.compute_face_descriptor(np.ascontiguousarray(chip[:, ::-1])))
        return np.asarray((plain + mirrored) / 2, dtype=np.float32)


def _reduced(picture: Picture) -> tuple[Picture, float]:
    """The picture small enough to be searched, and how many px of the original one of its px is."""
    import numpy as np
    from PIL import Image

    height, width = picture.shape[:2]
    scale = max(height, width) / LONGEST_SEARCHED
    if scale <= 1:
        return np.ascontiguousarray(picture), 1.0
    size = (max(1, round(width / scale)), max(1, round(height / scale)))
    return np.array(Image.fromarray(picture).resize(size, Image.Resampling.BOX, reducing_gap=2.0)), scale


def _prominence(box: Any, size: tuple[int, int]) -> float:
    """Large and central: the delegate at the desk, not the one behind him. size: width, height of the picture."""
    across = box.left() + box.width() / 2 - size[0] / 2
    down = box.top() + box.height() / 2 - size[1] / 2
    off_centre = math.hypot(across, down) / max(size)
    return float(box.width() * box.height() * max(0.01, 1 - 2.2 * off_centre))


def _share_outside(details: Any, picture: Picture) -> float:
    """How much of the chip's area lies beyond the picture's edge (dlib fills it with black)."""
    import numpy as np

    rect, steps = details.rect, (np.arange(20) + 0.5) / 20 - 0.5
    across, down = np.meshgrid(steps * rect.width(), steps * rect.height())
    cos_turn, sin_turn = math.cos(details.angle), math.sin(details.angle)
    centre = rect.dcenter()
    xs = centre.x + across * cos_turn - down * sin_turn
    ys = centre.y + across * sin_turn + down * cos_turn
    inside = (xs >= 0) & (ys >= 0) & (xs < picture.shape[1]) & (ys < picture.shape[0])
    return float(1 - inside.mean())


def _scaled(box: Any, scale: float) -> tuple[int, int, int, int]:
    left, top, width, height = (round(part * scale) for part in (box.left(), box.top(), box.width(), box.height()))
    return (left, top, width, height)
