"""How a share becomes a number on paper: a rule of the congress, and printed with the figures.

168 of 177 is 94.92 % halves up; 27 of 106 was published as 25.4 % where it is 25.47: cut off after one decimal.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

MOST_DECIMALS = 3


class Rounding(StrEnum):
    HALF_UP = "half_up"
    DOWN = "down"  # what follows is cut off


def percent(share: Fraction, *, decimals: int = 2, rounding: Rounding = Rounding.HALF_UP) -> str:
    """The share in percent with so many decimals and a point: Fraction(222, 1587) -> "13.99"."""
    return rounded(share * 100, decimals=decimals, rounding=rounding)


def rounded(value: Fraction, *, decimals: int, rounding: Rounding = Rounding.HALF_UP) -> str:
    """A number of at least 0 with so many decimals: "52.2"."""
    scaled = value * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    if rounding is Rounding.DOWN:
        whole = scaled.numerator // scaled.denominator
    digits = f"{whole:0{decimals + 1}}"
    return f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits
