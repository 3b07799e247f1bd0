"""Frames of a counting table as a webcam above it sees them: a voter's sheet, an empty one, or none."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from congress_desk.domain.ballot_forms import BallotForm, BallotKind, BallotPaper
from tests.ballots.scans import A_WEBCAM, shot_of
from tests.ballots.sheets import a_form, empty_page, filled_in

FORM = a_form(BallotKind.COLUMNS, 12, paper=BallotPaper.A5)
SIZE = (1920, 1080)
PER_SECOND = 15
DOTS = 5.6  # px a mm


def frame_of(seed: int | None, *, form: BallotForm = FORM) -> NDArray[np.uint8]:
    """A frame of the table, with this voter's sheet or without."""
    return laid(filled_in(form, seed)[0], seed) if seed is not None else laid(None, 0)


def an_empty_sheet(seed: int, form: BallotForm = FORM) -> NDArray[np.uint8]:
    """Nobody wrote on it."""
    return laid(empty_page(form), seed)


def laid(page: NDArray[np.uint8] | None, seed: int) -> NDArray[np.uint8]:
    frame = np.full((SIZE[1], SIZE[0], 3), 90, np.uint8)
    if page is not None:
        shot = shot_of(page, A_WEBCAM, np.random.default_rng([seed, 5]), dots=DOTS).picture
        sheet = np.rot90(shot)
        left = (SIZE[0] - sheet.shape[1]) // 2 + 30 * (seed % 5)
        part = sheet[: SIZE[1], : SIZE[0] - left]
        frame[: part.shape[0], left : left + part.shape[1]] = part
    return frame


def film(path: Path, *seeds: int | None, form: BallotForm = FORM, frames: int = 24) -> Path:
    """Sheets laid down one after another, a hand's pause between them; None: a longer pause."""
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), PER_SECOND, SIZE)
    for seed in seeds:
        for frame, count in ((frame_of(seed, form=form), frames), (frame_of(None), 8)):
            for _ in range(count):
                writer.write(frame)
    writer.release()
    return path
