"""Pens as voters bring them, drawn stroke by stroke onto a page of DRAWN px a mm: colour, width, pressure, grain."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from congress_desk.devices.opencv import opencv

DRAWN = 8  # px a mm
Page = NDArray[np.uint8]  # (height, width, 3), blue first
Points = NDArray[np.float64]  # (n, 2) mm
Lot = np.random.Generator
_FINE = 4  # bits of a px in OpenCV's drawing
_CURVE = 14  # points a stroke


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """colour: blue, green, red; width in mm; cover: how much paper the ink hides; grain: of graphite, 0..1."""

    name: str
    colour: tuple[int, int, int]
    width: tuple[float, float]
    cover: tuple[float, float]
    grain: float = 0.0


BLUE = Pen(name="blue", colour=(150, 50, 30), width=(0.35, 0.6), cover=(0.75, 0.95))
BLACK = Pen(name="black", colour=(35, 32, 30), width=(0.35, 0.65), cover=(0.8, 0.97))
GEL = Pen(name="gel", colour=(120, 35, 25), width=(0.5, 0.8), cover=(0.9, 1.0))
FELT = Pen(name="felt", colour=(25, 22, 22), width=(0.9, 1.5), cover=(0.92, 1.0))
RED = Pen(name="red", colour=(45, 35, 195), width=(0.4, 0.7), cover=(0.8, 0.95))
PENCIL = Pen(name="pencil", colour=(70, 68, 66), width=(0.4, 0.8), cover=(0.6, 0.85), grain=0.45)
FAINT_PENCIL = Pen(name="faint pencil", colour=(90, 88, 86), width=(0.35, 0.6), cover=(0.12, 0.35), grain=0.5)
NATURAL = (BLUE, BLUE, BLUE, BLACK, BLACK, GEL, FELT, PENCIL)


def taken_up(pen: Pen, lot: Lot) -> Pen:
    """One voter's pen: its own width and pressure."""
    width, cover = float(lot.uniform(*pen.width)), float(lot.uniform(*pen.cover))
    return replace(pen, width=(width * 0.93, width * 1.07), cover=(cover * 0.96, min(1.0, cover * 1.02)))


def stroke(page: Page, pen: Pen, points: Points, lot: Lot) -> None:
    """A smooth line through the points, mm."""
    cv2 = opencv()
    width = float(lot.uniform(*pen.width)) * DRAWN
    line = curved(points) * DRAWN
    reach = int(width) + 3
    left, top = np.maximum(np.floor(line.min(axis=0)).astype(int) - reach, 0)
    right, bottom = np.ceil(line.max(axis=0)).astype(int) + reach
    part = page[top:bottom, left:right]
    if part.size == 0:
        return
    alpha = np.zeros(part.shape[:2], np.uint8)
    drawn = np.rint((line - [left, top]) * (1 << _FINE)).astype(np.int32)
    cv2.polylines(alpha, [drawn], False, 255, max(1, round(width)), cv2.LINE_AA, _FINE)
    share = alpha.astype(np.float32) / 255 * float(lot.uniform(*pen.cover)) * _thinned(width)
    if pen.grain:
        share *= 1 - pen.grain * lot.random(share.shape, dtype=np.float32)
    ink = np.minimum(part, np.array(pen.colour, np.float32))
    part[:] = part + (ink - part) * share[..., None]


def _thinned(width: float) -> float:
    """Whole px are drawn: the ink of a thinner line is spread over them."""
    return min(1.0, width / max(1, round(width)))


def curved(points: Points) -> Points:
    """Through all points, rounded between them (Catmull-Rom)."""
    if len(points) == 2:
        return points
    padded = np.vstack([2 * points[0] - points[1], points, 2 * points[-1] - points[-2]])
    steps = np.linspace(0, 1, _CURVE)[:, None]
    parts = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        parts.append(
            0.5
            * (2 * b + (c - a) * steps + (2 * a - 5 * b + 4 * c - d) * steps**2 + (3 * b - a - 3 * c + d) * steps**3)
        )
    return np.vstack(parts)


def path(*points: tuple[float, float]) -> Points:
    return np.array(points, dtype=np.float64)


def shaken(points: Points, lot: Lot, by: float) -> Points:
    return points + lot.normal(0, by, points.shape)


def cross(page: Page, pen: Pen, middle: tuple[float, float], size: float, lot: Lot) -> None:
    """An X as people make it: two strokes, neither straight nor equal."""
    x, y = middle
    half = size / 2
    for way in (1, -1):
        length = half * float(lot.uniform(0.85, 1.15))
        ends = path((x - length, y - way * length), (x + 0.1 * lot.normal(), y), (x + length, y + way * length))
        stroke(page, pen, shaken(ends, lot, 0.06 * size), lot)


def tick(page: Page, pen: Pen, middle: tuple[float, float], size: float, lot: Lot) -> None:
    x, y = middle
    points = path((x - 0.45 * size, y), (x - 0.1 * size, y + 0.42 * size), (x + 0.6 * size, y - 0.55 * size))
    for first, last in ((0, 1), (1, 2)):
        stroke(page, pen, shaken(points[[first, last]], lot, 0.02 * size), lot)


def scribble(page: Page, pen: Pen, middle: tuple[float, float], size: tuple[float, float], lot: Lot) -> None:
    """Blackened to and fro, as what is taken back."""
    turns = max(6, round(size[1] / (pen.width[0] * 1.1)))
    y = np.linspace(middle[1] - size[1] / 2, middle[1] + size[1] / 2, turns)
    x = middle[0] + np.where(np.arange(turns) % 2, 0.5, -0.5) * size[0]
    points = shaken(np.stack([x, y], axis=1), lot, 0.1)
    for first in range(turns - 1):
        stroke(page, pen, points[first : first + 2], lot)


def written(page: Page, pen: Pen, start: tuple[float, float], length: float, lot: Lot) -> None:
    """Loops and ups and downs, as a signature or a word."""
    count = max(6, int(length / 2))
    x = start[0] + np.cumsum(lot.uniform(-0.4, 2.4, count)) * length / count
    y = start[1] + lot.uniform(-2.2, 2.2, count)
    stroke(page, pen, np.stack([x, y], axis=1), lot)


def circle(page: Page, pen: Pen, middle: tuple[float, float], size: tuple[float, float], lot: Lot) -> None:
    angle = np.linspace(0.2, 2 * math.pi + 0.4, 18)
    ring = np.stack([middle[0] + np.cos(angle) * size[0] / 2, middle[1] + np.sin(angle) * size[1] / 2], axis=1)
    stroke(page, pen, shaken(ring, lot, 0.08), lot)


def pick(lot: Lot, among: Sequence[Any]) -> Any:
    return among[int(lot.integers(len(among)))]
