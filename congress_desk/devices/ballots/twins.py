"""The same sheet twice without any serial number: its ink, laid over itself, is the same.

The ink of every marked sheet is kept small (4 px a mm, 16 shades, only of the table). Where in each small square its
ink has its middle is compared first, against what is usual on this form; the likeliest pairs are laid over each other
with a little room to move. A scanner repeats itself more exactly than a camera does: of two scans more likeness is
asked, or straight strokes of different voters would pass for one. Empty sheets are all alike: they are left out.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from congress_desk.devices.ballots.normalising import Grey
from congress_desk.devices.ballots.printed import PrintedPage, place_of
from congress_desk.devices.opencv import opencv
from congress_desk.domain.ballot_forms import PICTURE_DOTS_PER_MM as DOTS
from congress_desk.domain.ballot_forms import SheetReading
from congress_desk.services.ports.ballots import Twins

ALIKE = 0.94
ALIKE_IN_SCANS = 0.975
_SLANTED = 0.006  # perspective across the page: more comes from a camera
_WORTH_A_LOOK = 0.9
_FEW = 30  # sheets: each is laid over each other
_PER_MM = 4
_SQUARE = 4 * _PER_MM  # px
_ROOM = _PER_MM // 2  # px: half a millimetre
_SHADES = 0xF0
_LEAST_INK = 3.0  # square mm of black: less is an empty sheet
_AT_ONCE = 256
_HEAD = 6  # bytes: rows, columns, scanned

Ink = NDArray[np.uint8]


@dataclass(frozen=True, slots=True, eq=False)
class _Inked:
    ink: Ink
    scanned: bool

    @property
    def is_empty(self) -> bool:
        return float(self.ink.sum(dtype=np.int64)) / 255 / _PER_MM**2 < _LEAST_INK


def ink_print(ink: Grey, page: PrintedPage, threshold: float, slant: float) -> bytes:
    """The handwriting of a page's table, packed, and whether it was scanned. slant: of finding.Lie."""
    cv2 = opencv()
    place = place_of(page.layout.table)
    left = ink[place.cut].copy()
    left[page.hidden[place.cut] | (left <= threshold)] = 0
    small = cv2.resize(
        left,
        (left.shape[1] * _PER_MM // DOTS, left.shape[0] * _PER_MM // DOTS),
        interpolation=cv2.INTER_AREA,
    )
    head = np.array([*small.shape, slant <= _SLANTED], dtype="<u2").tobytes()
    return zlib.compress(head + (small & _SHADES).tobytes(), 6)


def is_empty(reading: SheetReading) -> bool:
    """Nobody wrote on it: of such sheets one is like another."""
    return not reading.ink or _unpacked(reading.ink).is_empty


def twins_among(readings: Sequence[SheetReading]) -> Sequence[Twins]:
    """Pairs of the same page, likeliest first."""
    groups: dict[tuple[str, int], list[tuple[int, _Inked]]] = {}
    for number, reading in enumerate(readings):
        if reading.ink:
            inked = _unpacked(reading.ink)
            if not inked.is_empty:
                groups.setdefault((reading.form_code, reading.page), []).append((number, inked))
    found = [pair for group in groups.values() for pair in _alike(group)]
    marks = _same_marks(readings)
    known = {(pair.first, pair.second) for pair in found}
    found += [pair for pair in marks if (pair.first, pair.second) not in known]
    return sorted(found, key=lambda pair: -pair.likeness)


def _same_marks(readings: Sequence[SheetReading]) -> list[Twins]:
    """Where the congress allowed random sheet marks: the same one twice is a copy."""
    seen: dict[tuple[str, int, str], int] = {}
    found = []
    for number, reading in enumerate(readings):
        if not reading.mark:
            continue
        first = seen.setdefault((reading.form_code, reading.page, reading.mark), number)
        if first != number:
            found.append(Twins(first=first, second=number, likeness=1.0))
    return found


def _unpacked(packed: bytes) -> _Inked:
    raw = zlib.decompress(packed)
    rows, columns, scanned = np.frombuffer(raw[:_HEAD], dtype="<u2")
    ink = np.frombuffer(raw[_HEAD:], dtype=np.uint8).reshape(int(rows), int(columns))
    return _Inked(ink, scanned=bool(scanned))


def _alike(group: Sequence[tuple[int, _Inked]]) -> list[Twins]:
    found = []
    for first, second in _worth_a_look([inked.ink for _, inked in group]):
        (one_number, one), (other_number, other) = group[first], group[second]
        close = _closest(one.ink, other.ink)
        if close >= (ALIKE_IN_SCANS if one.scanned and other.scanned else ALIKE):
            found.append(Twins(first=one_number, second=other_number, likeness=close))
    return found


def _worth_a_look(inks: Sequence[Ink]) -> Iterator[tuple[int, int]]:
    if len(inks) <= _FEW:
        yield from combinations(range(len(inks)), 2)
        return
    middles = np.stack([_middles(ink) for ink in inks])
    middles -= middles.mean(axis=0)
    middles /= np.linalg.norm(middles, axis=1, keepdims=True) + 1e-6
    for start in range(0, len(inks), _AT_ONCE):
        likeness = middles[start : start + _AT_ONCE] @ middles.T
        for first, second in np.argwhere(likeness > _WORTH_A_LOOK):
            if start + first < second:
                yield start + int(first), int(second)


def _middles(ink: Ink) -> NDArray[np.float32]:
    """Of every square: its ink, and how far to the right and down the ink's middle lies."""
    rows, columns = (side // _SQUARE for side in ink.shape)
    squares = ink[: rows * _SQUARE, : columns * _SQUARE].astype(np.float32)
    squares = squares.reshape(rows, _SQUARE, columns, _SQUARE)
    steps = np.arange(_SQUARE, dtype=np.float32) - (_SQUARE - 1) / 2
    parts = squares.sum(axis=(1, 3)), np.einsum("rycx,x->rc", squares, steps), np.einsum("rycx,y->rc", squares, steps)
    return np.concatenate([part.ravel() for part in parts])


def _closest(one: Ink, other: Ink) -> float:
    """The best correlation within half a millimetre, slightly blurred: scanners differ in sharpness."""
    cv2 = opencv()
    one, other = cv2.GaussianBlur(one, (3, 3), 0), cv2.GaussianBlur(other, (3, 3), 0)
    likeness = cv2.matchTemplate(one, other[_ROOM:-_ROOM, _ROOM:-_ROOM].copy(), cv2.TM_CCOEFF_NORMED)
    return float(likeness.max())
