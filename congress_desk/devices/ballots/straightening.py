"""The page laid flat: by its square marks first, then by the ticks at both ends of every row.

Paper drawn unevenly through a scanner, folded or bent is off by more than a millimetre between the square marks; with
the ticks it is off by less than a tenth (stack.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from congress_desk.devices.ballots.finding import Lie, Matrix
from congress_desk.devices.ballots.levelling import bows_of
from congress_desk.devices.ballots.normalising import Colour, Grey
from congress_desk.devices.opencv import opencv
from congress_desk.domain.ballot_forms import PICTURE_DOTS_PER_MM as DOTS
from congress_desk.domain.ballot_layout import TICK_HEIGHT, TICK_WIDTH, Box, PageLayout

Node = tuple[float, float, float]  # y on paper, shift to the right, shift down: mm
Mesh = list[tuple[float, list[Node]]]  # x on paper and its nodes, from left to right
Coordinates = NDArray[np.float64]

_CELL = 24  # px between two computed points of the mesh
_REACH = 2.2  # mm a tick may be off
_TICK_AREA = TICK_WIDTH * TICK_HEIGHT
_LEAST = 5.8  # px a mm: finer pictures are shrunk first, to no less than this


@dataclass(frozen=True, slots=True, eq=False)
class Straight:
    """picture and grey at DOTS a mm; ticks_found: share of the ticks that were seen."""

    picture: Colour | Grey
    grey: Grey
    ticks_found: float


def straightened(picture: Colour | Grey, grey: Grey, lie: Lie, layout: PageLayout) -> Straight:
    cv2 = opencv()
    matrix = lie.to_picture
    times = int(lie.dots_per_mm / _LEAST)
    if times > 1:
        shrink = 1 / times
        picture = _shrunk(picture, times)
        grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY) if picture.ndim == 3 else picture
        middle = (shrink - 1) / 2  # px are counted from their middles
        matrix = np.array([[shrink, 0, middle], [0, shrink, middle], [0, 0, 1]]) @ matrix
    left, right, found = _nodes(grey, matrix, lie, layout)
    ends = layout.rows[0].ticks
    mesh: Mesh = [(ends[0].middle[0], left), (ends[1].middle[0], right)]
    flat, flat_grey = _laid_flat(picture, matrix, layout, mesh)
    bows = bows_of(flat_grey, layout)
    if bows:
        mesh[1:1] = [(x, _bowed(mesh, x, bow)) for x, bow in bows]
        flat, flat_grey = _laid_flat(picture, matrix, layout, mesh)
    return Straight(flat, flat_grey, found)


def _shrunk(picture: Colour | Grey, times: int) -> Colour | Grey:
    rows, columns = picture.shape[0] // times, picture.shape[1] // times
    whole = picture[: rows * times, : columns * times]
    return opencv().resize(whole, (columns, rows), interpolation=opencv().INTER_AREA)  # type: ignore[no-any-return]


def _laid_flat(picture: Colour | Grey, matrix: Matrix, layout: PageLayout, mesh: Mesh) -> tuple[Colour | Grey, Grey]:
    cv2 = opencv()
    across, down = _map(matrix, layout, mesh)
    white = (255, 255, 255)
    flat = cv2.remap(picture, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=white)
    return flat, cv2.cvtColor(flat, cv2.COLOR_BGR2GRAY) if flat.ndim == 3 else flat


def _bowed(mesh: Mesh, x: float, bow: Sequence[tuple[float, float]]) -> list[Node]:
    """Between both edges, and as much lower as the table's lines hang there."""
    (left, first), (right, last) = mesh[0], mesh[-1]
    share = (x - left) / (right - left)
    found = []
    for y, lower in bow:
        dx, dy = (
            (1 - share) * np.interp(y, [n[0] for n in first], [n[axis] for n in first])
            + share * np.interp(y, [n[0] for n in last], [n[axis] for n in last])
            for axis in (1, 2)
        )
        found.append((y, float(dx), float(dy) + lower))
    return found


def _nodes(grey: Grey, matrix: Matrix, lie: Lie, layout: PageLayout) -> tuple[list[Node], list[Node], float]:
    """What both edges of the page are off, from top to bottom, and the share of ticks seen."""
    sides: tuple[list[Node], list[Node]] = ([], [])
    for number, (dx, dy) in lie.shifts.items():
        sides[number % 2].append((layout.fiducials[number].middle[1], dx, dy))
    found = 0
    for side in (0, 1):
        ticks = [row.ticks[side] for row in layout.rows]
        shifts = _tick_shifts(grey, matrix, ticks)
        found += len(shifts)
        sides[side].extend(shifts)
    left, right = (sorted(nodes) or [(0.0, 0.0, 0.0)] for nodes in sides)
    return left, right, found / (2 * len(layout.rows))


def _tick_shifts(grey: Grey, matrix: Matrix, ticks: Sequence[Box]) -> list[Node]:
    """The strip of ticks laid roughly straight, and every dark spot of a tick's size close to its place."""
    cv2 = opencv()
    first, last = ticks[0], ticks[-1]
    strip = Box(first.x - _REACH, first.y - 4, first.width + 2 * _REACH, last.bottom - first.y + 8)
    size = round(strip.width * DOTS), round(strip.height * DOTS)
    to_strip = np.array([[1 / DOTS, 0, strip.x + 0.5 / DOTS], [0, 1 / DOTS, strip.y + 0.5 / DOTS], [0, 0, 1]])
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    flat = cv2.warpPerspective(grey, matrix @ to_strip, size, flags=flags, borderValue=(255,))
    found = []
    for tick in ticks:
        window = Box(strip.x, tick.y - _REACH, strip.width, tick.height + 2 * _REACH)
        top = round((window.y - strip.y) * DOTS)
        spot = _tick_in(flat[top : top + round(window.height * DOTS)])
        if spot is not None:
            x, y = strip.x + spot[0], strip.y + top / DOTS + spot[1]
            found.append((tick.middle[1], x - tick.middle[0], y - tick.middle[1]))
    return found


def _tick_in(window: Grey) -> tuple[float, float] | None:
    """Middle of the tick, mm in the window; None where none or more than one could be it."""
    cv2 = opencv()
    shades, upper = window.ravel(), 3 * window.size // 4
    low, high = int(shades.min()), int(np.partition(shades, upper)[upper])
    if high - low < 40:
        return None
    dark = (window < (low + high) / 2).astype(np.uint8)
    count, _, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    kept = []
    for spot in range(1, count):
        x, y, wide, tall, area = stats[spot]
        square = area / DOTS**2
        is_size = 0.5 * _TICK_AREA < square < 1.7 * _TICK_AREA
        if is_size and 0.6 * TICK_WIDTH < wide / DOTS < 1.5 * TICK_WIDTH and tall / DOTS < 3 * TICK_HEIGHT:
            kept.append((x, y, wide, tall))
    if len(kept) != 1:
        return None
    x, y, wide, tall = kept[0]
    part = (high - np.clip(window[y : y + tall, x : x + wide].astype(np.float64), low, high)) + 1e-6
    weight = part.sum()
    across = (part.sum(axis=0) * np.arange(wide)).sum() / weight + x
    down = (part.sum(axis=1) * np.arange(tall)).sum() / weight + y
    return (across + 0.5) / DOTS, (down + 0.5) / DOTS


def _map(matrix: Matrix, layout: PageLayout, mesh: Mesh) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """For every px of the flat page, where it is in the picture."""
    cv2 = opencv()
    width, height = round(layout.width * DOTS), round(layout.height * DOTS)
    columns, rows = -(-width // _CELL) + 2, -(-height // _CELL) + 2  # one more on each side, cut off below
    x = (np.arange(columns) - 0.5) * _CELL / DOTS
    y = (np.arange(rows) - 0.5) * _CELL / DOTS
    moved_x = x[None, :] + _shift(mesh, x, y, 1)
    moved_y = y[:, None] + _shift(mesh, x, y, 2)
    spread = np.stack([moved_x, moved_y, np.ones_like(moved_x)], axis=-1) @ matrix.T
    maps = []
    for axis in (0, 1):
        coarse = (spread[..., axis] / spread[..., 2]).astype(np.float32)
        fine = cv2.resize(coarse, (columns * _CELL, rows * _CELL), interpolation=cv2.INTER_LINEAR)
        maps.append(fine[_CELL : _CELL + height, _CELL : _CELL + width])
    return maps[0], maps[1]


def _shift(mesh: Mesh, x: Coordinates, y: Coordinates, axis: int) -> Coordinates:
    """(rows, columns) mm: down each column of nodes first, then straight between the columns and beyond them."""
    at = np.array([place for place, _ in mesh])
    down = np.stack([np.interp(y, [n[0] for n in nodes], [n[axis] for n in nodes]) for _, nodes in mesh], axis=1)
    after = np.clip(np.searchsorted(at, x), 1, len(at) - 1)
    share = (x - at[after - 1]) / (at[after] - at[after - 1])
    shift: Coordinates = down[:, after - 1] * (1 - share) + down[:, after] * share
    return shift
