"""Pictures by Pillow: portraits made upright and of one size, thumbnails, and the picture files of a folder."""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from congress_desk.devices.pictures.opening import opened
from congress_desk.domain.refusals import Problem, Trouble

if TYPE_CHECKING:
    from PIL import Image

LONGEST = 1000
PORTRAIT_QUALITY = 88
CAMERA_QUALITY = 95  # it is packed once more when it is kept
THUMBNAIL_QUALITY = 85
SUFFIXES = frozenset({".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".bmp", ".tif", ".tiff", ".gif"})


class PillowPictures:
    """The port Pictures."""

    def portrait(self, raw: bytes, *, called: str = "") -> bytes:
        return _jpeg(opened(raw, called=called, longest=LONGEST), PORTRAIT_QUALITY)

    def from_camera(self, width: int, height: int, rgb: bytes) -> bytes:
        from PIL import Image

        return _jpeg(_middle(Image.frombytes("RGB", (width, height), rgb)), CAMERA_QUALITY)

    def thumbnail(self, jpeg: bytes, height: int) -> bytes:
        from PIL import Image

        picture = opened(jpeg, longest=max(height * 4, 1))
        width = max(1, round(picture.width * height / picture.height))
        return _jpeg(picture.resize((width, height), Image.Resampling.LANCZOS), THUMBNAIL_QUALITY)

    def in_folder(self, folder: Path) -> list[Path]:
        if not folder.is_dir():
            raise Trouble(Problem.NO_SUCH_FILE, path=str(folder))
        found = [path for path in folder.rglob("*") if _is_picture(path.relative_to(folder)) and path.is_file()]
        return sorted(found, key=lambda path: _in_order(path.relative_to(folder)))


def _jpeg(picture: Image.Image, quality: int) -> bytes:
    """A plain JPEG: no EXIF (place, phone, time), no colour profile."""
    picture.info.clear()
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=quality, optimize=True)
    return file.getvalue()


def _middle(picture: Image.Image) -> Image.Image:
    """The largest 3:4 at the middle."""
    width = min(picture.width, picture.height * 3 // 4)
    height = min(picture.height, width * 4 // 3)
    left, top = (picture.width - width) // 2, (picture.height - height) // 2
    return picture.crop((left, top, left + width, top + height))


def _is_picture(path: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.parts)
    return not hidden and path.suffix.lower() in SUFFIXES


def _in_order(path: Path) -> tuple[str, ...]:
    return tuple(unicodedata.normalize("NFC", part).casefold() for part in path.parts)
