"""What a clip or a picture is by its content: its first, middle and last pictures are decoded, not trusted.

A file that was cut off still opens and still claims its whole length; only its end tells.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from congress_desk.devices.clips.sound_tracks import has_sound
from congress_desk.domain.cues import CueFault, Looked
from congress_desk.domain.refusals import Problem, Trouble

if TYPE_CHECKING:
    import cv2

WIDEST_STILL = 1920
_STILL_AT = 0.1  # of the length: past a black beginning
_QUALITY = 88
_LAST_TRIED = 30  # pictures before the end that may be missing: containers round their counts
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
_UNREADABLE = Looked(moving=True, seconds=0, width=0, height=0, sound=None, fault=CueFault.NOT_DECODABLE)


class ClipFileEyes:
    """See services.ports.stage.ClipEyes."""

    def look(self, path: Path) -> Looked:
        if _is_picture(path):
            return _looked_at_picture(path)
        with _Film(path) as film:
            return film.looked()

    def still(self, path: Path, target: Path) -> bool:
        from PIL import Image

        picture = _picture(path) if _is_picture(path) else _film_still(path)
        if picture is None:
            return False
        image = Image.fromarray(picture)
        image.thumbnail((WIDEST_STILL, WIDEST_STILL))
        image.save(target, "JPEG", quality=_QUALITY)
        return True


class _Film:
    """A clip that is open for a look."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> _Film:
        import cv2

        self._cv2 = cv2
        self._file: cv2.VideoCapture = cv2.VideoCapture(str(self._path))
        return self

    def __exit__(self, *_error: object) -> None:
        self._file.release()

    def looked(self) -> Looked:
        if not self._file.isOpened() or self.picture_at(0) is None:
            return _UNREADABLE
        count, rate = self._number("COUNT"), self._number("FPS")
        whole = count <= 1 or self._goes_to_its_end(int(count))
        return Looked(
            moving=True,
            seconds=count / rate if rate > 0 else 0.0,
            width=int(self._number("WIDTH")),
            height=int(self._number("HEIGHT")),
            sound=has_sound(self._path),
            fault=None if whole else CueFault.CUT,
        )

    def picture_at(self, number: int) -> Any:
        """RGB, or None where it cannot be decoded."""
        self._file.set(self._cv2.CAP_PROP_POS_FRAMES, number)
        there, picture = self._file.read()
        return self._cv2.cvtColor(picture, self._cv2.COLOR_BGR2RGB) if there else None

    def still(self) -> Any:
        at = int(self._number("COUNT") * _STILL_AT)
        found = self.picture_at(at)
        return found if found is not None else self.picture_at(0)

    def _goes_to_its_end(self, count: int) -> bool:
        middle, last = self.picture_at(count // 2), self.picture_at(max(0, count - _LAST_TRIED))
        return middle is not None and last is not None

    def _number(self, name: str) -> float:
        property_name = {"COUNT": "FRAME_COUNT", "WIDTH": "FRAME_WIDTH", "HEIGHT": "FRAME_HEIGHT"}.get(name, name)
        return max(0.0, float(self._file.get(getattr(self._cv2, f"CAP_PROP_{property_name}"))))


def _is_picture(path: Path) -> bool:
    """By its first bytes. Trouble: NO_SUCH_FILE, CANNOT_READ."""
    if not path.is_file():
        raise Trouble(Problem.NO_SUCH_FILE, path=str(path))
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except OSError as error:
        raise Trouble(Problem.CANNOT_READ, path=str(path)) from error
    return head.startswith(_PICTURES) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP")


def _looked_at_picture(path: Path) -> Looked:
    picture = _picture(path)
    if picture is None:
        return Looked(moving=False, seconds=0, width=0, height=0, sound=False, fault=CueFault.NOT_DECODABLE)
    height, width = picture.shape[:2]
    return Looked(moving=False, seconds=0, width=width, height=height, sound=False)


def _picture(path: Path) -> Any:
    import numpy as np
    from PIL import Image, ImageOps

    try:
        with Image.open(path) as image:
            return np.asarray(ImageOps.exif_transpose(image).convert("RGB"))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _film_still(path: Path) -> Any:
    with _Film(path) as film:
        return film.still()
