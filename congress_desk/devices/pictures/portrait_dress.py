"""Hair, neck and clothes of a drawn portrait."""

from __future__ import annotations

from congress_desk.devices.pictures.portrait_look import BLACK, UNITS_TALL, WHITE, Look
from congress_desk.devices.pictures.soft_paint import Point, SoftPaint, mixed, rounded
from congress_desk.domain.delegates import Gender

FOOT = UNITS_TALL + 30  # below the picture's lower edge


def paint_back_hair(paint: SoftPaint, look: Look) -> None:
    """What hangs behind neck and ears."""
    dark = mixed(look.hair, BLACK, 0.25)
    if look.hair_style in ("long", "bob", "fringe"):
        end = 1.75 if look.hair_style == "long" else 1.02
        half = [(0.0, -1.13), (0.7, -1.02), (1.12, -0.5), (1.2, 0.2), (1.22, end - 0.25), (1.0, end), (0.4, end)]
        paint.shape(_mirrored(look, half), dark, soft=1.5)
    elif look.hair_style == "tied":
        paint.oval(look.at(0, -1.08), (0.36 * look.half_width, 0.2 * look.half_height), dark, soft=1)
    elif look.hair_style == "waved":
        half = [(0.0, -1.14), (0.75, -1.04), (1.16, -0.5), (1.18, 0.1), (1.1, 0.5), (0.7, 0.62)]
        paint.shape(_mirrored(look, half), dark, soft=1.5)


def paint_body(paint: SoftPaint, look: Look) -> None:
    """Neck, shoulders and clothes."""
    chin = look.at(0, 1)[1] + look.neck - 28
    wide = (0.52 if look.gender is Gender.FEMALE else 0.66) * look.half_width
    middle = look.centre[0]
    neck = [(middle - wide, chin - 90), (middle - wide, chin + 60), (middle - wide * 1.35, chin + 130),
            (middle + wide * 1.35, chin + 130), (middle + wide, chin + 60), (middle + wide, chin - 90)]  # fmt: skip
    paint.shape(neck, mixed(look.skin, look.shade, 0.35))
    paint.oval((middle, look.at(0, 1)[1] + 2), (wide * 1.1, 34), look.shade, soft=11, strength=0.8, within=neck)
    if look.gender is Gender.FEMALE:
        _dress(paint, look, chin, wide)
    else:
        _jacket(paint, look, chin, wide)


def paint_hair(paint: SoftPaint, look: Look) -> None:
    """The hair over the forehead, and its shine."""
    outer, line = _hairline(look)
    cap = rounded([look.at(x, y) for x, y in [*outer, *line]], steps=6)
    paint.shape(cap, look.hair, soft=1.6)
    shine = mixed(look.hair, WHITE, 0.32)
    for step in range(5):
        start = look.parting * 0.5 + (step - 2) * 0.28
        strand = [look.at(start * 0.6, -1.03), look.at(start * 1.05, -0.92), look.at(start * 1.3, -0.74)]
        paint.stroke(strand, [2, 9, 3], shine, soft=5, strength=0.32, within=cap)
    if look.hair_style in ("long", "bob"):
        _side_locks(paint, look)


def _mirrored(look: Look, half: list[Point]) -> list[Point]:
    return rounded([look.at(x, y) for x, y in [*half, *[(-x, y) for x, y in half[::-1] if x]]])


def _hairline(look: Look) -> tuple[list[Point], list[Point]]:
    """The hair's outer edge from ear to ear, and the line on the forehead back again."""
    style, part = look.hair_style, look.parting
    lift = {"crew": 1.06, "receding": 1.03, "waved": 1.15, "long": 1.12, "bob": 1.12, "fringe": 1.12}.get(style, 1.09)
    sides = 0.02 if look.gender is Gender.MALE else 0.1
    outer = [(-1.02, sides), (-1.07, -0.4), (-0.86, -0.86), (-0.4, -lift), (0.4, -lift), (0.86, -0.86), (1.07, -0.4),
             (1.02, sides)]  # fmt: skip
    if style == "receding":
        line = [(0.93, -0.12), (0.9, -0.45), (0.7, -0.78), (0.3, -0.8), (0, -0.76), (-0.3, -0.8), (-0.7, -0.78),
                (-0.9, -0.45), (-0.93, -0.12)]  # fmt: skip
    elif style == "fringe":
        line = [(0.95, 0.1), (0.88, -0.25), (0.55, -0.36), (0, -0.37), (-0.55, -0.36), (-0.88, -0.25), (-0.95, 0.1)]
    elif style in ("long", "bob", "tied", "waved"):
        line = [(0.96, 0.1), (0.9, -0.3), (0.66, -0.56), (part, -0.8), (-0.6 + 0.2 * part, -0.58), (-0.9, -0.3),
                (-0.96, 0.1)]  # fmt: skip
    else:
        high = {"crew": -0.66, "high": -0.72}.get(style, -0.6)
        line = [(0.93, -0.1), (0.88, -0.42), (0.68, high + 0.03 * part), (0.1, high - 0.04),
                (-0.68, high - 0.03 * part), (-0.88, -0.42), (-0.93, -0.1)]  # fmt: skip
    return outer, line


def _side_locks(paint: SoftPaint, look: Look) -> None:
    end = 1.45 if look.hair_style == "long" else 0.9
    for side in (-1, 1):
        lock = [look.at(side * 1.0, -0.5), look.at(side * 1.13, 0.0), look.at(side * 1.1, 0.5),
                look.at(side * 1.12, end)]  # fmt: skip
        paint.stroke(lock, [10, 26, 30, 12], look.hair, soft=2)


def _shoulders(look: Look, chin: float, wide: float) -> list[Point]:
    middle, reach = look.centre[0], look.shoulders * look.half_width
    right = [(wide * 0.9, chin + 50), (wide * 1.5, chin + 76), (reach * 0.72, chin + 106), (reach * 0.92, chin + 138),
             (reach, chin + 190), (reach * 1.04, FOOT)]  # fmt: skip
    outline = [(middle - x, y) for x, y in right[::-1]] + [(middle + x, y) for x, y in right]
    return rounded(outline, closed=False)


def _jacket(paint: SoftPaint, look: Look, chin: float, wide: float) -> None:
    middle = look.centre[0]
    body = _shoulders(look, chin, wide)
    paint.shape(body, look.cloth)
    fold = mixed(look.cloth, BLACK, 0.35)
    knot = chin + 96
    throat = [(middle - wide, chin + 38), (middle, chin + 46), (middle + wide, chin + 38)]
    paint.shape([*throat, (middle + wide * 1.05, chin + 60), (middle, FOOT - 30), (middle - wide * 1.05, chin + 60)],
                look.shirt)  # fmt: skip
    if look.open_collar:
        paint.shape([(middle - wide * 0.8, chin + 40), (middle, knot + 22), (middle + wide * 0.8, chin + 40)],
                    mixed(look.skin, look.shade, 0.4))  # fmt: skip
    else:
        paint.shape([(middle - 19, knot), (middle + 19, knot), (middle + 12, knot + 32), (middle + 25, FOOT),
                     (middle - 25, FOOT), (middle - 12, knot + 32)], look.tie)  # fmt: skip
        paint.stroke([(middle - 13, knot + 33), (middle + 13, knot + 33)], [3, 3], fold, soft=1.5, strength=0.6)
    for side in (-1, 1):
        collar = [(middle + side * wide * 0.98, chin + 36), (middle + side * 6, knot),
                  (middle + side * 44, knot + 34), (middle + side * wide * 1.18, chin + 70)]  # fmt: skip
        paint.shape(collar, mixed(look.shirt, WHITE, 0.5))
        paint.stroke([collar[1], collar[2]], [2, 2], (150, 152, 160), soft=1, strength=0.7)
        lapel = [(middle + side * wide * 1.12, chin + 58), (middle + side * 92, knot + 70),
                 (middle + side * 18, FOOT), (middle + side * 122, FOOT),
                 (middle + side * 128, knot + 52)]  # fmt: skip
        paint.shape(lapel, mixed(look.cloth, WHITE, 0.07), within=body)
        paint.stroke([lapel[0], lapel[1], lapel[2]], [2, 3, 3], fold, soft=1.5, strength=0.8, within=body)


def _dress(paint: SoftPaint, look: Look, chin: float, wide: float) -> None:
    middle = look.centre[0]
    body = _shoulders(look, chin, wide)
    paint.shape(body, look.cloth)
    fold = mixed(look.cloth, BLACK, 0.35)
    if look.open_collar:
        edge = [(middle - wide * 1.3, chin + 62), (middle - wide * 0.7, chin + 108), (middle, chin + 130),
                (middle + wide * 0.7, chin + 108), (middle + wide * 1.3, chin + 62)]  # fmt: skip
        neckline = rounded([*edge, (middle + wide * 0.9, chin + 40), (middle - wide * 0.9, chin + 40)])
        paint.shape(neckline, mixed(look.skin, look.shade, 0.35))
        paint.stroke(edge, [2, 4, 5, 4, 2], fold, soft=1.5, strength=0.6)
    else:  # the standing collar of the áo dài
        collar = [(middle - wide * 1.08, chin + 46), (middle + wide * 1.08, chin + 46),
                  (middle + wide * 1.2, chin + 96), (middle, chin + 106),
                  (middle - wide * 1.2, chin + 96)]  # fmt: skip
        paint.shape(collar, mixed(look.cloth, WHITE, 0.08))
        paint.stroke([collar[4], collar[3], collar[2]], [2, 3, 2], fold, soft=1.5, strength=0.8)
        paint.stroke([(middle + 4, chin + 104), (middle + 70, chin + 170), (middle + 130, FOOT)], [2, 3, 3], fold,
                     soft=1.5, strength=0.8, within=body)  # fmt: skip
