"""Portraits of people who do not exist, for the rehearsal congress and for tests: no real face is ever shipped.

The recipe that dlib's detector accepts is spread over portrait_look (the measures), portrait_face and
portrait_dress: eyes 0.41 to 0.49 of the head's half width from the middle, dark irises under clear brows, a shadow
in the sockets and below the nose, a seam between the lips, a neck darker than the jaw, grain instead of flat skin.
"""

from __future__ import annotations

import io
import random
from typing import TYPE_CHECKING

from congress_desk.devices.pictures.portrait_dress import paint_back_hair, paint_body, paint_hair
from congress_desk.devices.pictures.portrait_face import paint_face, paint_glasses
from congress_desk.devices.pictures.portrait_look import BLACK, UNITS_TALL, WHITE, Look, look_of
from congress_desk.devices.pictures.soft_paint import SoftPaint, mixed
from congress_desk.domain.delegates import Gender

if TYPE_CHECKING:
    from PIL import Image

GRAIN_TILE = 160
GRAIN = 0.035


def drawn_portrait(seed: int, *, gender: Gender, height: int = 800) -> bytes:
    """A 3:4 JPEG portrait, `height` px tall; the same seed and gender give the same person (unknown: a man)."""
    file = io.BytesIO()
    portrait_picture(seed, gender=gender, height=height).save(file, "JPEG", quality=90)
    return file.getvalue()


def portrait_picture(seed: int, *, gender: Gender, height: int = 800) -> Image.Image:
    """The same as a Pillow picture, RGB."""
    look = look_of(seed, Gender.FEMALE if gender is Gender.FEMALE else Gender.MALE)
    paint = SoftPaint(_background(look, height), UNITS_TALL)
    paint_back_hair(paint, look)
    paint_body(paint, look)
    paint_face(paint, look)
    paint_hair(paint, look)
    paint_glasses(paint, look)
    return _grained(paint.picture, seed)


def _background(look: Look, height: int) -> Image.Image:
    from PIL import Image

    width = round(height * 3 / 4)
    ramp = Image.linear_gradient("L").resize((width, height))
    top = Image.new("RGB", (width, height), mixed(look.background, WHITE, 0.25))
    bottom = Image.new("RGB", (width, height), mixed(look.background, BLACK, 0.12))
    return Image.composite(bottom, top, ramp)


def _grained(picture: Image.Image, seed: int) -> Image.Image:
    """The picture with the fine grain of a photograph, so that skin is not measured as blur."""
    from PIL import Image

    tile = Image.frombytes("L", (GRAIN_TILE, GRAIN_TILE), random.Random(seed).randbytes(GRAIN_TILE * GRAIN_TILE))
    grain = Image.new("L", picture.size)
    for x in range(0, picture.width, GRAIN_TILE):
        for y in range(0, picture.height, GRAIN_TILE):
            grain.paste(tile, (x, y))
    return Image.blend(picture, grain.convert("RGB"), GRAIN)
