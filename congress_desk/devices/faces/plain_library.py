"""The face_recognition library as its own examples use it: the rule against which a trial measures this desk.

For face trials only, where it happens to be installed. Its import quits the program if its models are missing, and
tells Pillow to accept cut-off picture files everywhere; both are kept in here.
"""

from __future__ import annotations

import contextlib
import importlib.util
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from congress_desk.devices.pictures.opening import UNREADABLE


def make_plain_library() -> Callable[[Path], Sequence[float] | None] | None:
    """From a picture file to its first face's encoding (128,), None where there is none. None: not installed."""
    if importlib.util.find_spec("face_recognition") is None:
        return None
    try:
        with contextlib.redirect_stdout(sys.stderr), _pillow_unchanged():
            import face_recognition
    except (ImportError, SystemExit):
        return None

    def encode(picture: Path) -> Sequence[float] | None:
        with _pillow_unchanged(cut_off_files=True):
            try:
                image = face_recognition.load_image_file(str(picture))
            except UNREADABLE:
                return None
        found = face_recognition.face_encodings(image)
        return [float(number) for number in found[0]] if found else None

    return encode


@contextlib.contextmanager
def _pillow_unchanged(*, cut_off_files: bool = False) -> Iterator[None]:
    from PIL import ImageFile

    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = cut_off_files
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before
