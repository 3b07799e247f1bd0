"""The face engine, put together of a finder and a describer: finds, judges, describes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from congress_desk.devices.faces.describing import Describer
from congress_desk.devices.faces.finding import Finder, Found, by_prominence, reduced
from congress_desk.devices.faces.quality import ENROLMENT, LIVE, Limits, measures
from congress_desk.services.ports.faces import Face, Picture

LONGEST_DECODED = 2000


class PairedEngine:
    """The port FaceEngine. One engine belongs to one thread."""

    def __init__(self, finder: Finder, describer: Describer, fingerprint: Callable[[], str]) -> None:
        self._finder = finder
        self._describer = describer
        self._fingerprint = fingerprint
        self._hash = ""

    @property
    def model_hash(self) -> str:
        if not self._hash:
            self._hash = self._fingerprint()
        return self._hash

    def faces(self, picture: Picture, *, strict: bool = False) -> Sequence[Face]:
        """strict: flaws by the rules for enrolment photos. A face with any flaw has no template."""
        searched, scale = reduced(picture)
        ordered = by_prominence(self._finder.look(searched, thoroughly=strict), searched)
        limits = ENROLMENT if strict else LIVE
        return [
            self._face(searched, found, scale=scale, limits=limits, wanted=place == 0)
            for place, found in enumerate(ordered)
        ]

    def decode(self, raw: bytes) -> Picture:
        from congress_desk.devices.pictures.opening import opened

        return np.array(opened(raw, longest=LONGEST_DECODED))

    def _face(self, picture: Picture, found: Found, *, scale: float, limits: Limits, wanted: bool) -> Face:
        chip, outside = self._finder.chip(picture, found)
        seen = measures(found.points, chip, scale=scale, outside=outside)
        flaws = seen.flaws(limits)
        left, top, width, height = (round(part * scale) for part in found.box)
        return Face(
            box=(left, top, width, height),
            eye_distance=seen.eye_distance,
            sharpness=seen.sharpness,
            yaw=seen.yaw,
            flaws=flaws,
            template=self._describer.template(picture, found, chip) if wanted and not flaws else None,
        )
