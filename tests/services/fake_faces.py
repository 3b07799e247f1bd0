"""A face engine for tests: a picture's colour is its face.

Stripes side by side are several faces; a white stripe shows nobody, a black one is too dark, a small one too small.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

import numpy as np
from PIL import Image, UnidentifiedImageError

from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.faces import Face, Flaw, Picture, Template

MODEL_HASH = "colours"

Colour = tuple[int, int, int]


def a_photo(*colours: Colour, size: int = 200) -> bytes:
    """A JPEG of upright stripes, one face a stripe."""
    picture = Image.new("RGB", (size * len(colours), size))
    for place, colour in enumerate(colours):
        picture.paste(colour, (place * size, 0, (place + 1) * size, size))
    raw = io.BytesIO()
    picture.save(raw, "JPEG", quality=95)
    return raw.getvalue()


def template_of(colour: Colour) -> Template:
    """128 numbers; colours that differ by 100 in one channel stand 1.0 apart."""
    template = np.zeros(128, dtype=np.float32)
    template[:3] = np.asarray(colour, dtype=np.float32) / 100
    return template


class ColourFaces:
    """See services.ports.faces.FaceEngine."""

    @property
    def model_hash(self) -> str:
        return MODEL_HASH

    def decode(self, raw: bytes) -> Picture:
        try:
            return np.asarray(Image.open(io.BytesIO(raw)).convert("RGB"))
        except UnidentifiedImageError as error:
            raise Trouble(Problem.NOT_A_PICTURE, called="") from error

    def faces(self, picture: Picture, *, strict: bool = False) -> Sequence[Face]:
        height, width = picture.shape[:2]
        stripes = [picture[:, start : start + height] for start in range(0, width, height)]
        found = [self._face(stripe, place * height, strict) for place, stripe in enumerate(stripes)]
        return [face for face in found if face is not None]

    def _face(self, stripe: Picture, left: int, strict: bool) -> Face | None:
        height = stripe.shape[0]
        red, green, blue = (float(channel) for channel in stripe.reshape(-1, 3).mean(axis=0))
        if min(red, green, blue) > 250:
            return None
        flaws = []
        if max(red, green, blue) < 5:
            flaws.append(Flaw.TOO_DARK)
        if strict and height < 100:
            flaws.append(Flaw.TOO_SMALL)
        return Face(
            box=(left, 0, height, height),
            eye_distance=height / 3,
            sharpness=50,
            flaws=tuple(flaws),
            template=None if flaws else template_of((round(red), round(green), round(blue))),
        )
