"""Pictures: a delegate's portrait, made upright and of one size before it is stored."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol


class Pictures(Protocol):
    def portrait(self, raw: bytes, *, called: str = "") -> bytes:
        """Upright JPEG (EXIF rotation applied, EXIF dropped), longest side at most 1,000 px.

        `called` is the file's name for the sentence. Trouble: NOT_A_PICTURE.
        """
        ...

    def from_camera(self, width: int, height: int, rgb: bytes) -> bytes:
        """A portrait 3:4 as JPEG: the middle of a camera's picture (packed RGB, width * height * 3 bytes)."""
        ...

    def thumbnail(self, jpeg: bytes, height: int) -> bytes:
        """A small JPEG, `height` px tall."""
        ...

    def in_folder(self, folder: Path) -> list[Path]:
        """The picture files of a folder and its sub-folders, in order of name."""
        ...
