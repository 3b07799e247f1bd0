"""The same sheet twice without any serial number: its ink, laid over itself, is the same.

The ink of every marked sheet is kept small (2 px a mm, only around the rows) and compared with that of every other;
the likeliest pairs are compared again with a little room to move. Of empty sheets one is like another: they are left out.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from congress_desk.devices.ballots.normalising import Grey
from congress_desk.devices.ballots.printed import PrintedPage, place_of
from congress_desk.devices.opencv import opencv
from congress_desk.domain.ballot_forms import PICTURE_DOTS_PER_MM as DOTS
from congress_desk.domain.ballot_forms import SheetReading
from congress_desk.services.ports.ballots import Twins

ALIKE = 0.90
_WORTH_A_LOOK = 0.55
_PER_MM = 2
_LEAST_INK = 12.0  # sum of darkness (px at 2 a mm): less is an empty sheet
_MOVES = (-1, 0, 1)
_AT_ONCE = 256

Ink = NDArray[np.float32]


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


def twins_among(readings: Sequence[SheetReading]) -> Sequence[Twins]:
    """Pairs of the same page, likeliest first."""
    groups: dict[tuple[str, int], list[tuple[int, Ink]]] = {}
    for number, reading in enumerate(readings):
        if reading.ink:
            ink = _unpacked(reading.ink)
            if float(ink.sum()) / 255 >= _LEAST_INK:
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


def _unpacked(packed: bytes) -> Ink:
    raw = zlib.decompress(packed)
    rows, columns = np.frombuffer(raw[:4], dtype="<u2")
    return np.frombuffer(raw[4:], dtype=np.uint8).reshape(int(rows), int(columns)).astype(np.float32)


def _alike(group: Sequence[tuple[int, Ink]]) -> list[Twins]:
    cv2 = opencv()
    coarse = np.stack([_direction(cv2.blur(ink, (5, 5))) for _, ink in group])
    found = []
    for start in range(0, len(group), _AT_ONCE):
        likeness = coarse[start : start + _AT_ONCE] @ coarse.T
        for first, second in np.argwhere(likeness > _WORTH_A_LOOK):
            one, other = start + int(first), int(second)
            if one < other:
                close = _closest(group[one][1], group[other][1])
                if close >= ALIKE:
                    found.append(Twins(first=group[one][0], second=group[other][0], likeness=close))
    return found


def _closest(one: Ink, other: Ink) -> float:
    """The best correlation within half a millimetre, slightly blurred: scanners differ in sharpness."""
    cv2 = opencv()
    one, other = cv2.GaussianBlur(one, (3, 3), 0), cv2.GaussianBlur(other, (3, 3), 0)
    inner = other[1:-1, 1:-1]
    return float(cv2.matchTemplate(one, inner, cv2.TM_CCOEFF_NORMED).max())


def _direction(ink: Ink) -> NDArray[np.float32]:
    flat = ink.ravel() - ink.mean()
    direction: NDArray[np.float32] = flat / (np.linalg.norm(flat) + 1e-6)
    return direction
