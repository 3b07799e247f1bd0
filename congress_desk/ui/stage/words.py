"""How the second screen writes clocks, shares and moments, in the wall's language."""

from __future__ import annotations

from fractions import Fraction

from congress_desk.plumbing.texts import Language, Words


def clock(seconds: float) -> str:
    """Minutes and seconds left: 9:05; once the time is over what was taken beyond it, with a plus."""
    whole = int(-seconds) if seconds < 0 else -int(-seconds // 1)
    return f"{'+' if seconds < 0 else ''}{whole // 60}:{whole % 60:02}"


def percent(share: Fraction, say: Words) -> str:
    """Two decimals, halves up, as on paper: 94,92 % in Vietnamese, 94.92 % elsewhere."""
    hundredths = (20_000 * share.numerator + share.denominator) // (2 * share.denominator)
    point = "," if say.language is Language.VIETNAMESE else "."
    written = f"{hundredths // 100}{point}{hundredths % 100:02} %"
    return f"\u2066{written}\u2069" if say.language.right_to_left else written
