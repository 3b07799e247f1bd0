"""Ink where none belongs: beside the boxes, over names that are not struck, in the margins; a signature, a word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from congress_desk.devices.ballots.normalising import Grey
from congress_desk.devices.ballots.printed import Mask, Place, PrintedPage, place_of
from congress_desk.devices.ballots.registering import PRINT_REACH, RowFit, shift_of
from congress_desk.devices.opencv import opencv
from congress_desk.domain.ballot_forms import PICTURE_DOTS_PER_MM as DOTS
from congress_desk.domain.ballot_layout import Box

_LEAST_AREA = 0.55  # mm² of one spot
_LEAST_REACH = 1.3  # mm: dust is rounder and smaller
_HALF = 2  # px to one: spots are gathered at half the size
_HALF_INK = 100  # of 255: two of four px
_JOINED = 3  # of these: pieces of a stroke that the print cut apart
_PRINT_ROOM = 4.0  # mm around a spot in which print is sought
_EDGES = np.ones((3, 3), np.uint8)
_MANY = 6  # spots: no bent paper
_WIDE = 1.0  # mm around a table cell whose print moved


@dataclass(frozen=True, slots=True)
class Strays:
    """area: mm² of all spots that are no dust; widest: mm of the longest."""

    area: float
    widest: float
    count: int


def strays_on(
    raw: Grey, ink: Grey, page: PrintedPage, fits: Sequence[RowFit], allowed: Iterable[Box], *, threshold: float
) -> Strays:
    """raw: with the print; ink: without it. allowed: where ink is accounted for already."""
    cv2 = opencv()
    there = (ink > threshold) & ~_unseen(page, fits)
    for box in allowed:
        place = place_of(box)
        there[max(place.top, 0) : place.bottom, max(place.left, 0) : place.right] = False
    half = there.shape[1] // _HALF, there.shape[0] // _HALF
    spots = (cv2.resize(there.view(np.uint8) * 255, half, interpolation=cv2.INTER_AREA) > _HALF_INK).astype(np.uint8)
    joined = cv2.morphologyEx(spots, cv2.MORPH_CLOSE, np.ones((_JOINED, _JOINED), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    found: list[tuple[float, float]] = []
    for spot in range(1, count):
        reach = float(max(stats[spot][2], stats[spot][3])) * _HALF / DOTS
        square = float(stats[spot][4]) * _HALF**2 / DOTS**2
        if square >= _LEAST_AREA and reach >= _LEAST_REACH:
            left, top, wide, tall = (int(side) * _HALF for side in stats[spot][:4])
            place = Place(top, top + tall, left, left + wide)
            if len(found) >= _MANY or not _is_print(raw, page, there, place):
                found.append((square, reach))
    return Strays(sum(area for area, _ in found), max((reach for _, reach in found), default=0.0), len(found))


def _is_print(raw: Grey, page: PrintedPage, there: Mask, place: Place) -> bool:
    """Looked at again: is it only the print around it, which lies a little off where paper is bent?"""
    room = round(_PRINT_ROOM * DOTS)
    tall, wide = page.ink.shape
    around = Place(
        max(place.top - room, PRINT_REACH),
        min(place.bottom + room, tall - PRINT_REACH),
        max(place.left - room, PRINT_REACH),
        min(place.right + room, wide - PRINT_REACH),
    )
    if not page.strong[around.cut].any():
        return False
    fit = shift_of(raw, page, around)
    moved = around.moved(fit[0], fit[1]).cut
    left = there[moved] & ~opencv().dilate(page.hidden[around.cut].view(np.uint8), _EDGES).view(bool)
    return int(left.sum()) < _LEAST_AREA / 4 * DOTS**2


def _unseen(page: PrintedPage, fits: Sequence[RowFit]) -> Mask:
    """The page's own, and the print of the rows that are a little off."""
    unseen = page.unseen.copy()
    for row, fit in zip(page.layout.rows, fits, strict=True):
        for box, off in ((row.name, fit.name), (Box(row.name.right, row.cell.y, 0, row.cell.height), fit.boxes)):
            if off is None or not (off.dx or off.dy):
                continue
            wide = Box(box.x, box.y, row.cell.right - box.x if box.width == 0 else box.width, box.height)
            place = place_of(wide.grown(_WIDE))
            unseen[place.moved(off.dx, off.dy).cut] |= page.hidden[place.cut]
    return unseen
