"""What scanners, webcams and phones make of a sheet: turned, stretched, bent, shaded, soiled, noisy, packed as JPEG.

A profile is drawn anew for every sheet from a lot of its own, so a picture can be made again from its number.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from congress_desk.devices.opencv import opencv
from tests.ballots.pens import DRAWN, Lot, Page

_COARSE = 32  # px between the points whose way is computed
_NOISE_TILE = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """dots: px a mm, one is drawn. turn: degrees. uneven: mm of the paper's slipping. tilt: of the view, perspective.
    bend: mm. shade: share of light lost over the picture. shadow: chance of a hand's shadow. blur: px. noise: levels.
    streaks: chance of dirt on the glass. grey: chance. quality: of JPEG. turned_over: chance of lying upside down.
    """

    name: str
    dots: tuple[float, ...]
    turn: float
    uneven: float = 0.0
    tilt: float = 0.0
    bend: float = 0.0
    shade: float = 0.0
    shadow: float = 0.0
    fold: float = 0.0
    blur: tuple[float, float] = (0.4, 0.7)
    noise: float = 2.0
    streaks: float = 0.0
    grey: float = 0.0
    quality: tuple[int, int] = (75, 92)
    turned_over: float = 0.25
    around: float = 4.0
    desk: int = 245


A_SCANNER = Profile(
    name="scanner", dots=(7.874, 7.874, 7.874, 5.906, 11.811), turn=1.2, uneven=0.6, noise=2.5, streaks=0.05, grey=0.5
)
BAD_SCANNER = Profile(
    name="bad scanner",
    dots=(5.906, 7.874),
    turn=4.0,
    uneven=1.2,
    fold=0.5,
    shade=0.1,
    blur=(0.6, 1.0),
    noise=6.0,
    streaks=0.3,
    grey=0.5,
    quality=(40, 65),
    around=9.0,
)
A_WEBCAM = Profile(
    name="webcam",
    dots=(5.6, 6.0),
    turn=4.0,
    tilt=0.02,
    bend=0.6,
    shade=0.2,
    blur=(0.5, 0.8),
    noise=4.0,
    quality=(80, 90),
    around=14.0,
    desk=90,
)
A_PHONE = Profile(
    name="phone",
    dots=(8.0, 9.5),
    turn=8.0,
    tilt=0.07,
    bend=1.0,
    shade=0.3,
    shadow=0.4,
    fold=0.3,
    blur=(0.6, 1.1),
    noise=4.0,
    quality=(80, 92),
    around=24.0,
    desk=70,
)
PROFILES = {profile.name: profile for profile in (A_SCANNER, BAD_SCANNER, A_WEBCAM, A_PHONE)}


@dataclass(frozen=True, slots=True, eq=False)
class Shot:
    """A picture as it came from the device. coloured: False for grey scans."""

    picture: NDArray[np.uint8]
    jpeg: bytes
    coloured: bool
    dots: float


def shot_of(page: Page, profile: Profile, lot: Lot, *, dots: float | None = None) -> Shot:
    """page: DRAWN px a mm."""
    cv2 = opencv()
    chosen = dots or float(lot.choice(profile.dots))
    across, down = _way(page, profile, chosen, lot)
    grey = bool(lot.random() < profile.grey)
    seen = cv2.cvtColor(page, cv2.COLOR_BGR2GRAY) if grey else page
    desk = (profile.desk,) * 3
    picture = cv2.remap(_sharpened_down(seen, chosen), across, down, cv2.INTER_LINEAR, borderValue=desk)
    picture = cv2.GaussianBlur(picture, (0, 0), float(lot.uniform(*profile.blur)) * chosen / 7.9 + 0.05)
    picture = _lit(picture, profile, chosen, lot)
    if lot.random() < profile.streaks:
        _soil(picture, chosen, lot)
    picture = _noisy(picture, profile.noise * float(lot.uniform(0.7, 1.3)), lot)
    quality = int(lot.integers(*profile.quality))
    _, jpeg = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])
    return Shot(picture, jpeg.tobytes(), not grey, chosen)


def _sharpened_down(page: Page, dots: float) -> Page:
    """Coarser pictures gather the light of more paper."""
    cv2 = opencv()
    return cv2.blur(page, (2, 2)) if dots < 0.8 * DRAWN else page


def _way(page: Page, profile: Profile, dots: float, lot: Lot) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """For every px of the picture the px of the page, computed at few points and filled in between."""
    cv2 = opencv()
    height, width = page.shape[0] / DRAWN, page.shape[1] / DRAWN
    wide, tall = (round((side + 2 * profile.around) * dots) for side in (width, height))
    columns, rows = wide // _COARSE + 3, tall // _COARSE + 3
    x, y = np.meshgrid((np.arange(columns) - 0.5) * _COARSE / dots, (np.arange(rows) - 0.5) * _COARSE / dots)
    x, y = x - width / 2 - profile.around, y - height / 2 - profile.around
    angle = np.radians(
        float(lot.uniform(-profile.turn, profile.turn)) + (180 if lot.random() < profile.turned_over else 0)
    )
    x, y = x + float(lot.normal(0, 0.8)), y + float(lot.normal(0, 0.8))
    far = 1 + profile.tilt * (lot.uniform(-1, 1) * x + lot.uniform(-1, 1) * y) / (height / 2)
    x, y = x / far, y / far
    x, y = x * np.cos(angle) - y * np.sin(angle), x * np.sin(angle) + y * np.cos(angle)
    x, y = _bent(x, y, height, profile, lot)
    spots = [(x + width / 2) * DRAWN - 0.5, (y + height / 2) * DRAWN - 0.5]
    full = []
    for spot in spots:
        fine = cv2.resize(
            spot.astype(np.float32), (columns * _COARSE, rows * _COARSE), interpolation=cv2.INTER_LINEAR
        )
        full.append(np.ascontiguousarray(fine[_COARSE : _COARSE + tall, _COARSE : _COARSE + wide]))
    return full[0], full[1]


def _bent(
    x: NDArray[np.float64], y: NDArray[np.float64], height: float, profile: Profile, lot: Lot
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The paper's uneven way through the rollers, and its bend before a lens."""
    phase, waves = lot.uniform(0, 6.28), lot.uniform(0.6, 1.8)
    slip = profile.uneven * float(lot.uniform(0, 1)) * np.sin(y / height * np.pi * waves + phase)
    curl = profile.bend * float(lot.uniform(-1, 1)) * np.cos(x / 110 * np.pi / 2) * np.cos(y / height * np.pi)
    return x + 0.3 * slip + 0.4 * curl, y + slip + curl


def _lit(picture: NDArray[np.uint8], profile: Profile, dots: float, lot: Lot) -> NDArray[np.uint8]:
    cv2 = opencv()
    tall, wide = picture.shape[:2]
    rows, columns = tall // 16 + 1, wide // 16 + 1
    light = np.full((rows, columns), float(lot.uniform(0.93, 1.0)), np.float32)
    slope = np.linspace(-0.5, 0.5, columns)[None, :] * lot.uniform(-1, 1) + np.linspace(-0.5, 0.5, rows)[
        :, None
    ] * lot.uniform(-1, 1)
    light *= 1 - profile.shade * (slope + 0.5).astype(np.float32)
    if lot.random() < profile.shadow:
        edge = np.arange(columns)[None, :] * lot.uniform(-1, 1) + np.arange(rows)[:, None] * lot.uniform(-1, 1)
        soft = 1 / (1 + np.exp(-(edge - edge.mean()) / float(lot.uniform(0.8, 3))))
        light *= (1 - float(lot.uniform(0.15, 0.4)) * soft).astype(np.float32)
    light = cv2.resize(light, (wide, tall), interpolation=cv2.INTER_LINEAR)
    if lot.random() < profile.fold:
        _crease(light, dots, lot)
    shade = cv2.merge([light] * 3) if picture.ndim == 3 else light
    lit: NDArray[np.uint8] = cv2.multiply(picture, shade, dtype=cv2.CV_8U)
    return lit


def _crease(light: NDArray[np.float32], dots: float, lot: Lot) -> None:
    """A fold across: one side lighter, a thin darker line."""
    middle = int(light.shape[0] * lot.uniform(0.25, 0.75))
    reach = max(2, int(1.2 * dots))
    light[middle : middle + reach] *= 1 - float(lot.uniform(0.02, 0.08))
    light[middle + reach :] *= float(lot.uniform(0.96, 1.0))


def _soil(picture: NDArray[np.uint8], dots: float, lot: Lot) -> None:
    """Dirt on the glass: upright lines from edge to edge."""
    for _ in range(int(lot.integers(1, 3))):
        x = int(lot.integers(0, picture.shape[1] - 3))
        wide = max(1, int(lot.uniform(0.08, 0.25) * dots))
        picture[:, x : x + wide] = picture[:, x : x + wide] * float(lot.uniform(0.55, 0.9))


def _noisy(picture: NDArray[np.uint8], level: float, lot: Lot) -> NDArray[np.uint8]:
    cv2 = opencv()
    tile = np.roll(_grain(), tuple(int(n) for n in lot.integers(0, _NOISE_TILE, 2)), axis=(0, 1))
    tall, wide = picture.shape[:2]
    grain = np.tile(tile, (tall // _NOISE_TILE + 1, wide // _NOISE_TILE + 1))[:tall, :wide]
    if picture.ndim == 3:
        grain = cv2.merge([grain, np.roll(grain, 7, axis=0), np.roll(grain, 7, axis=1)])
    noisy: NDArray[np.uint8] = cv2.addWeighted(picture, 1.0, grain, level / 16, -128 * level / 16)
    return noisy


@lru_cache(maxsize=1)
def _grain() -> NDArray[np.uint8]:
    drawn = np.random.default_rng(5).normal(128, 16, (_NOISE_TILE, _NOISE_TILE))
    return np.clip(np.rint(drawn), 0, 255).astype(np.uint8)
