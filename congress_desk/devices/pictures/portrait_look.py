"""What a drawn person looks like: chosen once from a seed, all measures as shares of the head's half width or height.

Nobody is meant: every look is drawn by lot, plain and dignified, so that rehearsals need no real person's photo.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from congress_desk.devices.pictures.soft_paint import Colour, Point, mixed, rounded
from congress_desk.domain.delegates import Gender

UNITS_TALL = 660.0  # the drawing is 495 x 660 units
MIDDLE = UNITS_TALL * 3 / 8
BLACK, WHITE = (0, 0, 0), (255, 255, 255)
SKINS: tuple[Colour, ...] = ((238, 205, 178), (229, 190, 158), (217, 174, 138), (203, 156, 120), (184, 136, 101))
HAIRS: tuple[Colour, ...] = ((24, 21, 21), (34, 28, 26), (46, 35, 29), (58, 43, 34))
GREY_HAIR = (158, 156, 156)
BACKGROUNDS: tuple[Colour, ...] = ((186, 208, 229), (199, 215, 230), (205, 209, 214), (190, 199, 210))
JACKETS: tuple[Colour, ...] = ((34, 41, 58), (44, 47, 52), (58, 62, 70), (32, 50, 79), (70, 66, 62))
SHIRTS: tuple[Colour, ...] = ((244, 245, 247), (226, 235, 245), (240, 238, 228))
TIES: tuple[Colour, ...] = ((139, 26, 36), (31, 62, 114), (92, 36, 56), (52, 74, 66))
DRESSES: tuple[Colour, ...] = (
    (126, 28, 44),
    (38, 72, 112),
    (86, 58, 110),
    (28, 92, 88),
    (196, 120, 136),
    (226, 204, 170),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    gender: Gender
    skin: Colour
    hair: Colour
    lips: Colour
    background: Colour
    cloth: Colour
    shirt: Colour
    tie: Colour
    open_collar: bool
    half_width: float  # of the head, in units of the drawing
    half_height: float
    eye_line: float  # y of the eyes in units
    jaw: float  # 0 narrow .. 1 broad
    cheek: float
    chin: float
    neck: float  # added length in units
    shoulders: float
    eye_gap: float  # half the distance between the eyes, share of half_width
    eye_width: float
    eye_height: float
    eye_tilt: float
    fold: float
    brow_width: float
    brow_arch: float
    brow_height: float
    nose_width: float
    nose_length: float
    mouth_width: float
    mouth_drop: float
    lips_full: float
    smile: float
    hair_style: str
    parting: float  # -1 its left side .. 1
    age: float  # 0 young .. 1 old
    glasses: str
    light: int  # -1 from the left, 1 from the right

    @property
    def centre(self) -> Point:
        return (MIDDLE, self.eye_line - 0.02 * self.half_height)

    @property
    def shade(self) -> Colour:
        """The skin in shadow."""
        return mixed(mixed(self.skin, (120, 52, 30), 0.38), BLACK, 0.18)

    @property
    def line(self) -> Colour:
        """The skin's darkest creases."""
        return mixed(self.shade, (40, 18, 12), 0.55)

    def at(self, across: float, down: float) -> Point:
        """A place on the head: shares of half width and half height from its centre."""
        return (self.centre[0] + across * self.half_width, self.centre[1] + down * self.half_height)

    def head(self) -> list[Point]:
        """The outline of skull, cheeks and chin."""
        half = [
            (0.0, -1.0), (0.5, -0.94), (0.88, -0.68), (1.0, -0.28), (0.98, 0.06), (self.cheek, 0.34),
            (0.66 + 0.2 * self.jaw, 0.64), (0.34 + 0.16 * self.jaw, 0.88), (0.12 + 0.08 * self.chin, 0.985),
        ]  # fmt: skip
        return rounded([self.at(x, y) for x, y in [*half, *[(-x, y) for x, y in half[:0:-1]]]])


def look_of(seed: int, gender: Gender) -> Look:
    """The person of this seed: the same seed and gender are always the same person."""
    lot = random.Random(f"{seed}/{gender}")
    woman = gender is Gender.FEMALE
    age = lot.uniform(0.05, 0.75 if woman else 1.0)
    skin = mixed(lot.choice(SKINS), lot.choice(SKINS), lot.random())
    return Look(
        gender=gender, skin=skin, age=age, light=lot.choice((-1, 1)),
        hair=mixed(lot.choice(HAIRS), GREY_HAIR, max(0.0, age - (0.62 if woman else 0.45)) * lot.uniform(0.5, 1.4)),
        lips=mixed(mixed(skin, (168, 62, 62), 0.55), (176, 40, 54), lot.uniform(0.15, 0.6) if woman else 0.05),
        background=lot.choice(BACKGROUNDS), cloth=lot.choice(DRESSES if woman else JACKETS), shirt=lot.choice(SHIRTS),
        tie=lot.choice(TIES), open_collar=lot.random() < 0.3,
        half_width=lot.uniform(108, 132) - (5 if woman else 0), half_height=lot.uniform(152, 176),
        eye_line=lot.uniform(290, 302), jaw=lot.uniform(0, 0.6) if woman else lot.uniform(0.15, 1),
        cheek=lot.uniform(0.84, 0.97), chin=lot.random(),
        neck=lot.uniform(0.0, 14.0), shoulders=lot.uniform(1.95, 2.15) + (0 if woman else 0.35),
        eye_gap=lot.uniform(0.385, 0.5), eye_width=lot.uniform(0.175, 0.25),
        eye_height=lot.uniform(0.045, 0.09), eye_tilt=lot.uniform(-0.02, 0.065), fold=lot.random(),
        brow_width=lot.uniform(0.03, 0.055) if woman else lot.uniform(0.05, 0.105),
        brow_arch=lot.uniform(0.0, 0.05), brow_height=lot.uniform(0.165, 0.25),
        nose_width=lot.uniform(0.18, 0.33), nose_length=lot.uniform(0.34, 0.47),
        mouth_width=lot.uniform(0.28, 0.46), mouth_drop=lot.uniform(0.165, 0.24),
        lips_full=lot.uniform(0.035, 0.085) if woman else lot.uniform(0.02, 0.07), smile=lot.uniform(0.0, 0.035),
        hair_style=lot.choice(("bob", "long", "tied", "waved", "fringe"))
        if woman else lot.choice(("side", "crew", "high", "receding", "side")),
        parting=lot.choice((-1, 1)) * lot.uniform(0.2, 0.6),
        glasses=lot.choice(("", "", "", "thin", "dark")) if age > 0.3 else lot.choice(("", "", "", "", "thin")),
    )  # fmt: skip
