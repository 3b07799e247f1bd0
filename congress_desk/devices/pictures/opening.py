"""A picture file's bytes as an upright RGB picture, however it was made; anything else is a Trouble.

The file comes from phones, scanners and mail: its size is judged before a single pixel is unpacked, and only
plain raster formats are tried (no format that starts another program).
"""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING

from congress_desk.domain.refusals import Problem, Trouble

if TYPE_CHECKING:
    from PIL import Image

FORMATS = ("JPEG", "PNG", "WEBP", "BMP", "TIFF", "GIF", "MPO")
MOST_PIXELS = 80_000_000  # a 50-megapixel photo passes, a decompression bomb does not
UNREADABLE = (OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, EOFError, struct.error, zlib.error,
              OverflowError, MemoryError)  # fmt: skip
"""What Pillow's readers raise on damaged files."""


def opened(raw: bytes, *, called: str = "", longest: int | None = None) -> Image.Image:
    """The upright picture, mode RGB, its longest side at most `longest` px. Trouble: NOT_A_PICTURE."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(raw), formats=FORMATS) as picture:
            return _upright(picture, longest)
    except (*UNREADABLE, Image.DecompressionBombError, Image.DecompressionBombWarning) as why:
        raise Trouble(Problem.NOT_A_PICTURE, called=called) from why


def _upright(picture: Image.Image, longest: int | None) -> Image.Image:
    from PIL import Image, ImageOps

    if picture.width * picture.height > MOST_PIXELS:
        raise ValueError(f"{picture.width} x {picture.height} px")
    if longest is not None:
        picture.draft("RGB", (longest, longest))  # JPEG is unpacked at a half, a quarter or an eighth
    upright = _rgb(ImageOps.exif_transpose(picture))
    if longest is not None and max(upright.size) > longest:
        upright.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    return upright


def _rgb(picture: Image.Image) -> Image.Image:
    from PIL import Image

    if picture.mode.startswith("I") or picture.mode == "F":  # 16 bits a pixel, as scanners write
        return picture.convert("F").point(lambda level: level * (1 / 257) + 0).convert("L").convert("RGB")
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        paper = Image.new("RGBA", picture.size, (255, 255, 255, 255))
        return Image.alpha_composite(paper, picture.convert("RGBA")).convert("RGB")
    return picture.convert("RGB")
