"""Faces for tests, drawn and spoiled on purpose: no picture of a real person is ever committed.

They are the rehearsal's portraits (devices/pictures/drawn_portrait.py has the recipe that dlib accepts). The real
faces of the workplace are used beside them when they are there.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

from congress_desk.devices.pictures.drawn_portrait import portrait_picture
from congress_desk.domain.delegates import Gender
from congress_desk.services.ports.faces import Picture

GROUND = (122, 126, 132)
REAL_FACES = Path(__file__).parents[2].parent / "shared" / "data" / "faces"


@lru_cache(maxsize=32)
def portrait(seed: int = 4, height: int = 640) -> Image.Image:
    """A drawn person from head to chest, 3:4, RGB; every third is a woman."""
    return portrait_picture(seed, gender=Gender.FEMALE if seed % 3 == 0 else Gender.MALE, height=height)


def pixels(picture: Image.Image) -> Picture:
    return np.array(picture.convert("RGB"))


def jpeg(picture: Image.Image, **options: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=92, **options)
    return file.getvalue()


def frame(*people: tuple[Image.Image, tuple[int, int]], size: tuple[int, int] = (1280, 720)) -> Image.Image:
    """A frame of the camera with pictures at the given places (left, top); parts beyond the edge are cut off."""
    whole = _wall(size)
    for picture, place in people:
        whole.paste(picture, place)
    return whole


@lru_cache(maxsize=4)
def _drawn_wall(size: tuple[int, int]) -> Image.Image:
    """Lit from one side, as walls are: a camera that shows one colour only is broken."""
    shade = np.linspace(0, 16, size[0])[None, :, None].astype(np.uint8)
    return Image.fromarray(np.array(GROUND, dtype=np.uint8) + np.repeat(shade, size[1], axis=0))


def _wall(size: tuple[int, int]) -> Image.Image:
    return _drawn_wall(size).copy()


def beside_each_other(seeds: Sequence[int], height: int = 640) -> Image.Image:
    """Several people in one frame, from left to right."""
    width = height * 3 // 4
    return frame(*((portrait(seed, height), (place * width, 40)) for place, seed in enumerate(seeds)))


def blurred(picture: Image.Image, sigma: float) -> Image.Image:
    return picture.filter(ImageFilter.GaussianBlur(sigma))


def lit(picture: Image.Image, factor: float) -> Image.Image:
    """Darker (factor under 1) or over-exposed."""
    return picture.point([min(255, round(level * factor)) for level in range(256)] * 3)


def rolled(picture: Image.Image, degrees: float) -> Image.Image:
    return picture.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=GROUND)


def people_twice(count: int) -> list[tuple[bytes, bytes]]:
    """Two different pictures of each of some people: real ones where the workplace has them, else drawn ones."""
    pairs = [(path, path.with_name("2.jpg")) for path in sorted(REAL_FACES.glob("other/*[13579]/1.jpg"))]
    there = [(one.read_bytes(), other.read_bytes()) for one, other in pairs if other.is_file()]
    drawn = [
        (jpeg(portrait(seed)), jpeg(rolled(lit(blurred(portrait(seed), 0.8), 0.8), 4)))
        for seed in range(0 if there else count)
    ]
    return (there or drawn)[:count]
