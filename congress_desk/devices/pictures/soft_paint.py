"""Soft, antialiased shapes on a Pillow picture, in units of the finished drawing, whatever its size in pixels.

Every shape is a closed outline painted through a mask of its own small patch, so that blurring one eyelid
costs nothing for the rest of the picture. Pillow is imported where it is needed.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

Point = tuple[float, float]
Outline = Sequence[Point]
Colour = tuple[int, int, int]

FINER = 2  # masks are drawn this many times finer and reduced: antialiasing


class SoftPaint:
    """A picture being painted; lengths and `soft` (blur) are in units, of which the picture is `units` tall."""

    def __init__(self, picture: Image.Image, units: float) -> None:
        self.picture = picture
        self._scale = picture.height / units

    def shape(
        self, outline: Outline, colour: Colour, *, soft: float = 0, strength: float = 1, within: Outline = ()
    ) -> None:
        """Fills a closed outline; `within` keeps the paint inside another outline."""
        from PIL import Image, ImageChops, ImageFilter

        box = self._patch(outline, soft)
        if box[2] <= box[0] or box[3] <= box[1]:
            return
        mask = self._mask(outline, box)
        if soft:
            mask = mask.filter(ImageFilter.GaussianBlur(soft * self._scale))
        if within:
            mask = ImageChops.multiply(mask, self._mask(within, box))
        if strength < 1:
            mask = mask.point([round(level * strength) for level in range(256)])
        self.picture.paste(Image.new("RGB", mask.size, colour), box[:2], mask)

    def oval(self, centre: Point, radii: Point, colour: Colour, *, soft: float = 0, strength: float = 1,
             within: Outline = (), turn: float = 0) -> None:  # fmt: skip
        """An ellipse turned by `turn` degrees."""
        self.shape(oval(centre, radii, turn=turn), colour, soft=soft, strength=strength, within=within)

    def stroke(self, line: Outline, widths: Sequence[float], colour: Colour, *, soft: float = 0,
               strength: float = 1, within: Outline = ()) -> None:  # fmt: skip
        """A smooth line through the points; the widths (two or more) are spread evenly along it."""
        self.shape(_ribbon(line, widths), colour, soft=soft, strength=strength, within=within)

    def _patch(self, outline: Outline, soft: float) -> tuple[int, int, int, int]:
        margin = soft * 3 + 1
        xs, ys = [x for x, _ in outline], [y for _, y in outline]
        return (
            max(0, math.floor((min(xs) - margin) * self._scale)),
            max(0, math.floor((min(ys) - margin) * self._scale)),
            min(self.picture.width, math.ceil((max(xs) + margin) * self._scale)),
            min(self.picture.height, math.ceil((max(ys) + margin) * self._scale)),
        )

    def _mask(self, outline: Outline, box: tuple[int, int, int, int]) -> Image.Image:
        from PIL import Image, ImageDraw

        width, height = box[2] - box[0], box[3] - box[1]
        fine = self._scale * FINER
        mask = Image.new("L", (width * FINER, height * FINER), 0)
        places = [(x * fine - box[0] * FINER, y * fine - box[1] * FINER) for x, y in outline]
        ImageDraw.Draw(mask).polygon(places, fill=255)
        return mask.reduce(FINER)


def oval(centre: Point, radii: Point, *, turn: float = 0) -> list[Point]:
    """The outline of an ellipse turned by `turn` degrees."""
    cos_turn, sin_turn = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    outline = []
    for step in range(40):
        x = radii[0] * math.cos(step * math.tau / 40)
        y = radii[1] * math.sin(step * math.tau / 40)
        outline.append((centre[0] + x * cos_turn - y * sin_turn, centre[1] + x * sin_turn + y * cos_turn))
    return outline


def rounded(points: Outline, *, closed: bool = True, steps: int = 8) -> list[Point]:
    """A smooth line through the points (Catmull-Rom)."""
    count = len(points)
    spans = count if closed else count - 1
    line: list[Point] = []
    for span in range(spans):
        corners = [points[_turn(span + offset, count, closed)] for offset in (-1, 0, 1, 2)]
        line += [_between(corners, step / steps) for step in range(steps)]
    return line if closed else [*line, points[-1]]


def mixed(first: Colour, second: Colour, share: float) -> Colour:
    """`share` of the second colour in the first."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return (red, green, blue)


def _turn(index: int, count: int, closed: bool) -> int:
    return index % count if closed else min(max(index, 0), count - 1)


def _between(corners: Sequence[Point], t: float) -> Point:
    weights = (
        -0.5 * t**3 + t**2 - 0.5 * t,
        1.5 * t**3 - 2.5 * t**2 + 1,
        -1.5 * t**3 + 2 * t**2 + 0.5 * t,
        0.5 * t**3 - 0.5 * t**2,
    )
    x = sum(weight * corner[0] for weight, corner in zip(weights, corners, strict=True))
    y = sum(weight * corner[1] for weight, corner in zip(weights, corners, strict=True))
    return (x, y)


def _ribbon(line: Outline, widths: Sequence[float]) -> list[Point]:
    middle = rounded(line, closed=False, steps=6)
    upper: list[Point] = []
    lower: list[Point] = []
    for index, (x, y) in enumerate(middle):
        before, after = middle[max(index - 1, 0)], middle[min(index + 1, len(middle) - 1)]
        run, rise = after[0] - before[0], after[1] - before[1]
        length = math.hypot(run, rise) or 1.0
        half = _width_at(widths, index / (len(middle) - 1)) / 2
        upper.append((x - rise / length * half, y + run / length * half))
        lower.append((x + rise / length * half, y - run / length * half))
    return upper + lower[::-1]


def _width_at(widths: Sequence[float], share: float) -> float:
    place = share * (len(widths) - 1)
    low = min(int(place), len(widths) - 2)
    return widths[low] + (widths[low + 1] - widths[low]) * (place - low)
