"""Pages of whatever a scanner or a phone wrote: PDF, TIFF with several pages, JPEG, PNG, folders of them.

From a PDF that a scanner made the picture is taken out as it is (7 ms); only other pages are drawn (37 ms). A file's
size is judged before a single px is unpacked.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from congress_desk.devices.ballots.normalising import Colour, Grey
from congress_desk.devices.documents.pdfium import opened_pdf
from congress_desk.devices.opencv import opencv
from congress_desk.devices.pictures.opening import FORMATS, MOST_PIXELS, UNREADABLE, opened
from congress_desk.domain.refusals import Problem, Trouble

ENDINGS = frozenset({".pdf", ".tif", ".tiff", ".jpg", ".jpeg", ".png"})
SETTLED_SECONDS = 1.5  # a file changed since then is still being written

_DOTS_PER_INCH = 200
_POINTS_PER_INCH = 72
_COVERS = 0.7  # of the page: then the picture is the page
_PLAIN = ("/DCTDecode",)
_IMAGE = 3  # PDFium's number for a picture on a page
_KNOWN_SUFFIX = frozenset({".tif", ".tiff"})


@dataclass(frozen=True, slots=True)
class PagePlace:
    """Page `place` (from 0) of a file."""

    path: Path
    place: int


def pages_in(paths: Sequence[Path], *, now: Callable[[], float] = time.time) -> Iterator[PagePlace]:
    """In the order given, folders by name. A file that cannot be opened is one page, so that it is not dropped."""
    for path in paths:
        if path.is_dir():
            inside = sorted(one for one in path.iterdir() if one.suffix.lower() in ENDINGS and one.is_file())
            for one in inside:
                if now() - one.stat().st_mtime >= SETTLED_SECONDS:
                    yield from _places(one)
        else:
            yield from _places(path)


def _places(path: Path) -> Iterator[PagePlace]:
    try:
        count = _count(path)
    except Trouble:
        count = 1
    for place in range(count):
        yield PagePlace(path, place)


def _count(path: Path) -> int:
    if path.suffix.lower() == ".pdf":
        with opened_pdf(path) as document:
            return len(document)
    if path.suffix.lower() in _KNOWN_SUFFIX:
        return _frames(path)
    return 1


def _frames(path: Path) -> int:
    from PIL import Image

    try:
        with Image.open(path, formats=FORMATS) as picture:
            return int(getattr(picture, "n_frames", 1))
    except (*UNREADABLE, Image.DecompressionBombError, Image.DecompressionBombWarning) as why:
        raise Trouble(Problem.NOT_A_PICTURE, called=path.name) from why


def picture_of(page: PagePlace) -> Colour | Grey:
    """Grey or blue-green-red. Trouble: NOT_A_PICTURE, NOT_A_DOCUMENT, DOCUMENT_LOCKED, CANNOT_READ."""
    suffix = page.path.suffix.lower()
    if suffix == ".pdf":
        return _pdf_page(page)
    if suffix in _KNOWN_SUFFIX:
        return _tiff_frame(page)
    return unpacked(_bytes_of(page.path), called=page.path.name)


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Trouble(Problem.CANNOT_READ, path=str(path)) from error


def unpacked(raw: bytes, *, called: str = "") -> Colour | Grey:
    """A JPEG or PNG. Trouble: NOT_A_PICTURE."""
    from PIL import Image

    cv2 = opencv()
    try:
        with Image.open(io.BytesIO(raw), formats=FORMATS) as picture:
            plain = picture.mode in ("L", "RGB") and picture.width * picture.height <= MOST_PIXELS
    except (*UNREADABLE, Image.DecompressionBombError, Image.DecompressionBombWarning) as why:
        raise Trouble(Problem.NOT_A_PICTURE, called=called) from why
    if plain:
        found = cv2.imdecode(np.frombuffer(raw, np.uint8), cv2.IMREAD_UNCHANGED)
        if found is not None and found.dtype == np.uint8 and (found.ndim == 2 or found.shape[2] == 3):
            return found  # type: ignore[no-any-return]
    return _from_pillow(opened(raw, called=called))


def _from_pillow(picture: Any) -> Colour | Grey:
    if picture.mode in ("1", "L"):
        return np.array(picture.convert("L"))
    return np.ascontiguousarray(np.array(picture.convert("RGB"))[:, :, ::-1])


def _tiff_frame(page: PagePlace) -> Colour | Grey:
    from PIL import Image

    try:
        with Image.open(page.path, formats=FORMATS) as picture:
            picture.seek(page.place)
            if picture.width * picture.height > MOST_PIXELS:
                raise ValueError(f"{picture.width} x {picture.height} px")
            if picture.mode in ("1", "L", "RGB"):
                return _from_pillow(picture)
            frame = io.BytesIO()
            picture.save(frame, "TIFF")
    except (*UNREADABLE, Image.DecompressionBombError, Image.DecompressionBombWarning) as why:
        raise Trouble(Problem.NOT_A_PICTURE, called=page.path.name) from why
    return _from_pillow(opened(frame.getvalue(), called=page.path.name))


def _pdf_page(page: PagePlace) -> Colour | Grey:
    with opened_pdf(page.path) as document:
        if page.place >= len(document):
            raise Trouble(Problem.CANNOT_READ, path=str(page.path))
        sheet = document[page.place]
        raw = _taken_out(sheet)
        if raw is None:
            bitmap = sheet.render(scale=_DOTS_PER_INCH / _POINTS_PER_INCH, prefer_bgrx=False)
            drawn: Colour = bitmap.to_numpy()[:, :, :3].copy()
            return drawn
    return unpacked(raw, called=page.path.name)


def _taken_out(sheet: Any) -> bytes | None:
    """The one JPEG that is the whole page; None for a page of anything else."""
    pictures = list(sheet.get_objects(filter=(_IMAGE,), max_depth=2))
    if len(pictures) != 1 or len(list(sheet.get_objects(max_depth=1))) > 2:
        return None
    left, bottom, right, top = pictures[0].get_bounds()
    width, height = sheet.get_size()
    if (right - left) * (top - bottom) < _COVERS * width * height:
        return None
    if tuple(f"/{name}" for name in pictures[0].get_filters()) != _PLAIN:
        return None
    return bytes(pictures[0].get_data(decode_simple=False))
