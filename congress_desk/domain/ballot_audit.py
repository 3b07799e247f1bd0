"""A sample that anybody can draw again: sheets in order of SHA-256 of the published seed and their id.

Sheets found as they were read show that few others can be wrong; how few is said in whole numbers.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import comb

CONFIDENCE = Fraction(95, 100)


def drawn(seed: str, ids: Iterable[str], count: int) -> tuple[str, ...]:
    """The first `count` ids by the digest of seed and id; the same whatever order they come in."""
    return tuple(sorted(set(ids), key=lambda i: _place(seed, i))[:count])


def _place(seed: str, sheet: str) -> str:
    return hashlib.sha256(f"{seed}\n{sheet}".encode()).hexdigest()


def chance_unseen(population: int, sample: int, wrong: int) -> Fraction:
    """That a sample shows none of `wrong` wrong sheets (hypergeometric)."""
    if wrong + sample > population:
        return Fraction(0)
    return Fraction(comb(population - wrong, sample), comb(population, sample))


def most_wrong(population: int, sample: int, confidence: Fraction = CONFIDENCE) -> int:
    """With a clean sample: the most sheets that may be wrong unseen, at this confidence."""
    if sample >= population:
        return 0
    low, high = 0, population - sample
    while low < high:  # the chance falls with every wrong sheet
        middle = (low + high + 1) // 2
        if chance_unseen(population, sample, middle) > 1 - confidence:
            low = middle
        else:
            high = middle - 1
    return low


def sample_for(population: int, wrong: int, confidence: Fraction = CONFIDENCE) -> int:
    """The least sample whose cleanness leaves fewer than `wrong` wrong sheets."""
    sizes: Sequence[int] = range(1, population + 1)
    low, high = 0, len(sizes) - 1
    while low < high:
        middle = (low + high) // 2
        if most_wrong(population, sizes[middle], confidence) < wrong:
            high = middle
        else:
            low = middle + 1
    return sizes[low] if population else 0
