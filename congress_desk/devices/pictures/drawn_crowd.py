"""Portraits of many people who do not exist, drawn on all processors at once."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

from congress_desk.domain.delegates import Gender

HEIGHT = 480  # px; about 65 px between the eyes
MOST_WORKERS = 4


def drawn_portraits(wanted: Sequence[tuple[int, Gender]]) -> list[bytes]:
    """One JPEG for each (seed, gender), in order; the same for the same seed."""
    workers = min(MOST_WORKERS, os.cpu_count() or 1)
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=workers, mp_context=context) as pool:
        return list(pool.map(_one, wanted, chunksize=16))


def _one(wanted: tuple[int, Gender]) -> bytes:
    from congress_desk.devices.pictures.drawn_portrait import drawn_portrait

    seed, gender = wanted
    return drawn_portrait(seed, gender=gender, height=HEIGHT)
