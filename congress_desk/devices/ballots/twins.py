"""The same sheet twice without any serial number: its ink, laid over itself, is the same.

The ink of every marked sheet is kept small (2 px a mm, only of the table). Where in each small square its ink has its
middle is compared first, against what is usual on this form; the likeliest pairs are laid over each other with a
little room to move. Of empty sheets one is like another: they are left out.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from congress_desk.devices.ballots.normalising import Grey
from congress_desk.devices.ballots.printed import PrintedPage, place_of
from congress_desk.devices.opencv import opencv
from congress_desk.domain.ballot_forms import PICTURE_DOTS_PER_MM as DOTS
from congress_desk.domain.ballot_forms import SheetReading
from congress_desk.services.ports.ballots import Twins

ALIKE = 0.90
_WORTH_A_LOOK = 0.9
_FEW = 30  # sheets: each is laid over each other
_SQUARE = 8  # px: 4 mm
_PER_MM = 2
_LEAST_INK = 12.0  # sum of darkness (px at 2 a mm): less is an empty sheet
_AT_ONCE = 256

Ink = NDArray[np.uint8]


def ink_print(ink: Grey, page: PrintedPage, threshold: float) -> bytes:
    """The handwriting of a page's table, packed."""
    cv2 = opencv()
    place = place_of(page.layout.table)
    left = ink[place.cut].copy()
    left[page.hidden[place.cut] | (left <= threshold)] = 0
    small = cv2.resize(
        left,
        (left.shape[1] * _PER_MM // DOTS, left.shape[0] * _PER_MM // DOTS),
        interpolation=cv2.INTER_AREA,
    )
    head = np.array(small.shape, dtype="<u2").tobytes()
    return zlib.compress(head + small.tobytes(), 3)


def is_empty(reading: SheetReading) -> bool:
    """Nobody wrote on it: of such sheets one is like another."""
    return not reading.ink or _weight(_unpacked(reading.ink)) < _LEAST_INK


def twins_among(readings: Sequence[SheetReading]) -> Sequence[Twins]:
    """Pairs of the same page, likeliest first."""
    groups: dict[tuple[str, int], list[tuple[int, Ink]]] = {}
    for number, reading in enumerate(readings):
        if reading.ink:
            ink = _unpacked(reading.ink)
            if _weight(ink) >= _LEAST_INK:
                groups.setdefault((reading.form_code, reading.page), []).append((number, ink))
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


def _weight(ink: Ink) -> float:
    return float(ink.sum(dtype=np.int64)) / 255


def _unpacked(packed: bytes) -> Ink:
    raw = zlib.decompress(packed)
    rows, columns = np.frombuffer(raw[:4], dtype="<u2")
    return np.frombuffer(raw[4:], dtype=np.uint8).reshape(int(rows), int(columns))


def _alike(group: Sequence[tuple[int, Ink]]) -> list[Twins]:
    found = []
    for one, other in _worth_a_look([ink for _, ink in group]):
        close = _closest(group[one][1], group[other][1])
        if close >= ALIKE:
            found.append(Twins(first=group[one][0], second=group[other][0], likeness=close))
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
    likeness = cv2.matchTemplate(one, other[1:-1, 1:-1].copy(), cv2.TM_CCOEFF_NORMED)
    return float(likeness.max())
