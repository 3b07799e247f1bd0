"""The port ScanFolder: what a scanner has written so far. Nothing in the folder is ever changed or removed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from congress_desk.devices.ballots.files import ENDINGS, PagePlace, pages_in, picture_of
from congress_desk.devices.pictures.opening import FORMATS, UNREADABLE
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.ports.ballots import FileSeen

_TAIL = 2048  # bytes at the end of a file in which its last word stands
_LAST_WORDS = {".pdf": b"%%EOF", ".jpg": b"\xff\xd9", ".jpeg": b"\xff\xd9", ".png": b"IEND"}
_PICTURES = frozenset({".jpg", ".jpeg", ".png"})
_STRIPS, _TILES = (273, 279), (324, 325)  # TIFF: where the parts of a picture begin, and how long they are


class ScannerFolder:
    """See services.ports.ballots.ScanFolder."""

    def files(self, folder: Path) -> Sequence[FileSeen]:
        try:
            found = [path for path in folder.iterdir() if path.suffix.lower() in ENDINGS]
        except OSError as error:
            raise Trouble(Problem.NO_SUCH_FILE, path=str(folder)) from error
        return [seen for path in sorted(found) if (seen := _seen(path)) is not None]

    def digest(self, path: Path) -> str:
        try:
            with path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise Trouble(Problem.CANNOT_READ, path=str(path)) from error

    def is_whole(self, path: Path) -> bool:
        try:
            if path.suffix.lower() in _LAST_WORDS:
                return _LAST_WORDS[path.suffix.lower()] in _tail(path)
            return _tiff_is_whole(path)
        except (OSError, *UNREADABLE):
            return False

    def opens(self, path: Path) -> bool:
        """Of a whole picture its head, of a whole file its first page, else every page: reading tells the rest."""
        if path.suffix.lower() in _PICTURES and self.is_whole(path):
            return _has_a_head(path)
        pages = list(pages_in([path]))
        try:
            for page in pages[:1] if self.is_whole(path) else pages:
                picture_of(PagePlace(page.path, page.place))
        except Trouble:
            return False
        return bool(pages)


def _has_a_head(path: Path) -> bool:
    from PIL import Image

    try:
        with Image.open(path, formats=FORMATS):
            return True
    except (*UNREADABLE, Image.DecompressionBombError, Image.DecompressionBombWarning):
        return False


def _seen(path: Path) -> FileSeen | None:
    """None for what is gone again, or no file."""
    try:
        state = path.stat()
    except OSError:
        return None
    return FileSeen(path=path, size=state.st_size, changed=state.st_mtime_ns) if path.is_file() else None


def _tail(path: Path) -> bytes:
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _TAIL))
        return file.read()


def _tiff_is_whole(path: Path) -> bool:
    """Every part of every page lies within the file."""
    from PIL import Image

    size = path.stat().st_size
    with Image.open(path, formats=FORMATS) as picture:
        for place in range(int(getattr(picture, "n_frames", 1))):
            picture.seek(place)
            if _farthest(getattr(picture, "tag_v2", {})) > size:
                return False
    return True


def _farthest(tags: Any) -> int:
    for begins, lengths in (_STRIPS, _TILES):
        if begins in tags:
            return int(max(b + n for b, n in zip(tags[begins], tags[lengths], strict=True)))
    return 0
