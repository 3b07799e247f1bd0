"""The face of a drawn portrait: skin, shading, eyes, brows, nose, mouth, glasses.

Tuned on dlib's detector, which wants dark eyes under clear brows, a lit nose with a shadow below it, a mouth
line and a jaw that stands out from the neck.
"""

from __future__ import annotations

from congress_desk.devices.pictures.portrait_look import WHITE, Look
from congress_desk.devices.pictures.soft_paint import Outline, Point, SoftPaint, mixed, oval, rounded


def paint_face(paint: SoftPaint, look: Look) -> None:
    """Everything between hairline and chin, ears included."""
    head = look.head()
    _ears(paint, look)
    paint.shape(head, look.skin)
    _shading(paint, look, head)
    _age(paint, look, head)
    for side in (-1, 1):
        _socket(paint, look, side, head)
        _eye(paint, look, side)
        _brow(paint, look, side)
    _nose(paint, look, head)
    _mouth(paint, look, head)


def paint_glasses(paint: SoftPaint, look: Look) -> None:
    """A plain frame, after hair and face."""
    if not look.glasses:
        return
    colour = (46, 40, 40) if look.glasses == "dark" else (116, 108, 100)
    width = 4.6 if look.glasses == "dark" else 2.6
    for side in (-1, 1):
        x, y = look.at(side * look.eye_gap, 0.05)
        rim = oval((x, y), (0.35 * look.half_width, 0.155 * look.half_height))
        paint.stroke([*rim, rim[0], rim[1]], [width] * 3, colour)
        paint.stroke([(x + side * 0.35 * look.half_width, y - 6), look.at(side * 0.99, 0)], [width, width], colour)
    inner = look.eye_gap - 0.35
    paint.stroke([look.at(-inner, 0.03), look.at(0, 0.005), look.at(inner, 0.03)], [width] * 3, colour)


def _ears(paint: SoftPaint, look: Look) -> None:
    for side in (-1, 1):
        ear = look.at(side * 1.0, 0.13)
        size = (0.1 * look.half_width, 0.19 * look.half_height)
        paint.oval(ear, size, mixed(look.skin, look.shade, 0.3), turn=side * 8)
        paint.oval(ear, (size[0] * 0.45, size[1] * 0.6), look.shade, soft=3, strength=0.6, turn=side * 8)


def _shading(paint: SoftPaint, look: Look, head: Outline) -> None:
    width, height = look.half_width, look.half_height
    lit = mixed(look.skin, WHITE, 0.35)
    for side in (-1, 1):
        dark = 0.62 if side == -look.light else 0.34
        paint.oval(look.at(side * 1.02, 0.25), (0.3 * width, 0.9 * height), look.shade, soft=17, strength=dark,
                   within=head)  # fmt: skip
        paint.oval(look.at(side * 0.5, 0.3), (0.2 * width, 0.1 * height), (214, 112, 96), soft=14, strength=0.2,
                   within=head)  # fmt: skip
        paint.oval(look.at(side * 0.5, 0.2), (0.17 * width, 0.07 * height), lit, soft=9, strength=0.4, within=head)
    paint.oval(
        look.at(0.1 * look.light, -0.42), (0.5 * width, 0.22 * height), lit, soft=20, strength=0.5, within=head
    )
    paint.oval(look.at(0, 1.02), (0.7 * width, 0.12 * height), look.shade, soft=11, strength=0.5, within=head)
    paint.oval(look.at(0, 0.85), (0.16 * width, 0.06 * height), lit, soft=7, strength=0.4, within=head)
    paint.oval(look.at(0, -1), (1.0 * width, 0.42 * height), look.shade, soft=16, strength=0.4, within=head)


def _age(paint: SoftPaint, look: Look, head: Outline) -> None:
    strength = max(0.0, look.age - 0.3)
    if not strength:
        return
    nose_end = 0.04 + look.nose_length
    for side in (-1, 1):
        fold = [look.at(side * 0.29, nose_end - 0.03), look.at(side * 0.42, nose_end + 0.11),
                look.at(side * 0.46, nose_end + 0.22)]  # fmt: skip
        paint.stroke(fold, [2, 6, 1], look.shade, soft=2.5, strength=min(0.95, strength * 1.3), within=head)
        bag = [look.at(side * (look.eye_gap - 0.14), 0.15), look.at(side * look.eye_gap, 0.18),
               look.at(side * (look.eye_gap + 0.15), 0.14)]  # fmt: skip
        paint.stroke(bag, [1, 4, 1], look.shade, soft=2, strength=min(0.9, strength), within=head)
    for row in range(2 if look.age > 0.6 else 0):
        crease = [look.at(-0.4, -0.44 - row * 0.12), look.at(0, -0.46 - row * 0.12), look.at(0.4, -0.44 - row * 0.12)]
        paint.stroke(crease, [1, 3, 1], look.shade, soft=1.8, strength=strength * 0.8, within=head)


def _socket(paint: SoftPaint, look: Look, side: int, head: Outline) -> None:
    x, y = look.at(side * look.eye_gap, -0.03)
    reach = (0.31 * look.half_width, 0.13 * look.half_height)
    paint.oval((x, y), reach, look.shade, soft=9, strength=0.62, within=head)
    inner = look.at(side * 0.17, 0.0)
    paint.oval(
        inner, (0.09 * look.half_width, 0.13 * look.half_height), look.shade, soft=7, strength=0.5, within=head
    )


def _eye(paint: SoftPaint, look: Look, side: int) -> None:
    gap, wide, tall, tilt = look.eye_gap, look.eye_width, look.eye_height, look.eye_tilt

    def place(across: float, down: float) -> Point:
        """across: -1 the corner at the nose .. 1 the outer corner."""
        return look.at(side * (gap + across * wide), 0.02 + down * tall - across * tilt * 0.5)

    upper = [place(-1, 0.55), place(-0.45, -0.65), place(0.15, -1.0), place(0.65, -0.55), place(1, 0.15)]
    lower = [place(0.55, 0.75), place(0, 1.0), place(-0.55, 0.85)]
    opening = rounded([*upper, *lower])
    iris = 0.118 * look.half_width
    paint.shape(opening, (234, 228, 222))
    paint.oval(place(0, -0.05), (iris, iris), (44, 28, 20), within=opening)
    paint.oval(place(0, -0.05), (iris * 0.5, iris * 0.5), (12, 9, 9), within=opening)
    paint.stroke(upper, [2, 8, 9, 8, 3], (70, 48, 40), soft=3, strength=0.6, within=opening)
    paint.oval(place(0.12 * look.light * side, -0.4), (3.0, 3.0), (250, 250, 250), soft=0.4, within=opening)
    woman = look.brow_width < 0.055
    paint.stroke(upper, [1.5, 4.5, 5.5, 5, 2.5] if woman else [1.5, 3.5, 4, 3.5, 2], (26, 18, 17), soft=0.5)
    paint.stroke([upper[-1], *lower, upper[0]], [2, 2, 2, 1.5, 1], look.line, soft=0.8, strength=0.65)
    lift = 0.35 + 0.75 * look.fold
    fold = [place(-0.85, -0.1 - lift), place(0.0, -1.15 - lift), place(0.95, -0.4 - lift)]
    paint.stroke(fold, [1, 2.8, 1.2], look.line, soft=1, strength=0.25 + 0.5 * look.fold)


def _brow(paint: SoftPaint, look: Look, side: int) -> None:
    gap, height, arch = look.eye_gap, look.brow_height, look.brow_arch
    thick = look.brow_width * look.half_height
    line = [look.at(side * (gap - 0.27), -height + 0.012), look.at(side * (gap - 0.05), -height - arch * 0.7),
            look.at(side * (gap + 0.15), -height - arch), look.at(side * (gap + 0.34), -height + 0.05)]  # fmt: skip
    colour = mixed(look.hair, look.shade, 0.18)
    paint.stroke(line, [thick * 0.75, thick, thick * 0.8, 1.5], colour, soft=1.6, strength=0.9)
    paint.stroke(line, [thick * 0.3, thick * 0.6, thick * 0.4, 1], look.hair, soft=1, strength=0.6)


def _nose(paint: SoftPaint, look: Look, head: Outline) -> None:
    wide, end = look.nose_width, 0.04 + look.nose_length
    lit = mixed(look.skin, WHITE, 0.5)
    side = -look.light
    flank = [look.at(side * 0.13, -0.06), look.at(side * 0.1, 0.12), look.at(side * wide * 0.75, end - 0.1),
             look.at(side * wide * 0.9, end - 0.03)]  # fmt: skip
    paint.stroke(flank, [8, 9, 14, 8], look.shade, soft=6, strength=0.62, within=head)
    paint.stroke([look.at(0.02 * look.light, -0.02), look.at(0.02 * look.light, end - 0.14)], [8, 13], lit, soft=5,
                 strength=0.5)  # fmt: skip
    paint.oval(look.at(0.02 * look.light, end - 0.09), (0.085 * look.half_width, 10), lit, soft=5, strength=0.55)
    paint.oval(look.at(0, end + 0.035), (wide * 0.85 * look.half_width, 8), look.shade, soft=5, strength=0.75,
               within=head)  # fmt: skip
    for way in (-1, 1):
        wing = [look.at(way * wide * 0.8, end - 0.12), look.at(way * wide * 1.04, end - 0.05),
                look.at(way * wide * 0.85, end + 0.01), look.at(way * wide * 0.6, end)]  # fmt: skip
        paint.stroke(wing, [1, 3.5, 3.5, 1.5], look.line, soft=1.3, strength=0.6)
        nostril, reach = look.at(way * wide * 0.42, end - 0.005), (wide * 0.25 * look.half_width, 4)
        paint.oval(nostril, reach, (56, 26, 20), soft=1.3, strength=0.85, turn=-way * 12)
    paint.stroke([look.at(-wide * 0.3, end + 0.01), look.at(0, end + 0.035), look.at(wide * 0.3, end + 0.01)],
                 [1, 3, 1], look.line, soft=1.3, strength=0.55)  # fmt: skip


def _mouth(paint: SoftPaint, look: Look, head: Outline) -> None:
    level = 0.04 + look.nose_length + look.mouth_drop
    wide, full, smile = look.mouth_width, look.lips_full, look.smile
    seam = [look.at(-wide, level - smile), look.at(-0.4 * wide, level + 0.006), look.at(0, level + 0.012),
            look.at(0.4 * wide, level + 0.006), look.at(wide, level - smile)]  # fmt: skip
    top = [look.at(0.55 * wide, level - full * 0.62), look.at(0.16 * wide, level - full * 0.9),
           look.at(0, level - full * 0.7), look.at(-0.16 * wide, level - full * 0.9),
           look.at(-0.55 * wide, level - full * 0.62)]  # fmt: skip
    bottom = [look.at(0.6 * wide, level + full * 0.85), look.at(0, level + full * 1.35),
              look.at(-0.6 * wide, level + full * 0.85)]  # fmt: skip
    paint.shape(rounded([*seam, *top], steps=5), mixed(look.lips, look.line, 0.28), soft=1.1)
    paint.shape(rounded([*seam, *bottom], steps=5), look.lips, soft=1.1)
    paint.oval(look.at(0, level + full * 0.8), (0.4 * wide * look.half_width, 3), WHITE, soft=3, strength=0.28)
    paint.stroke(seam, [2, 4, 4.5, 4, 2], mixed(look.line, (60, 16, 18), 0.5), soft=0.8)
    for way in (-1, 1):
        paint.oval(look.at(way * (wide + 0.03), level - smile), (5, 4), look.line, soft=2.5, strength=0.55)
    paint.oval(look.at(0, level + full * 1.35 + 0.05), (0.7 * wide * look.half_width, 6), look.shade, soft=5,
               strength=0.55, within=head)  # fmt: skip
    paint.oval(look.at(0, level - full - 0.06), (0.05 * look.half_width, 8), look.shade, soft=4, strength=0.4)
