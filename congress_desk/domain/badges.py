"""Badge codes: ten random digits and one check digit (Damm), so that every single wrong digit and every
swapped pair is noticed, and no code can be guessed from another. Digits only: Vietnamese input methods
rewrite letters that a keyboard-wedge reader types.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable

CODE_LENGTH = 11

# Damm, "Total anti-symmetrische Quasigruppen" (2004), quasigroup of order 10
_DAMM = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)


def check_digit(digits: str) -> str:
    state = 0
    for digit in digits:
        state = _DAMM[state][int(digit)]
    return str(state)


def is_badge_code(text: str) -> bool:
    """Eleven ASCII digits whose check digit is right."""
    return len(text) == CODE_LENGTH and text.isascii() and text.isdigit() and check_digit(text) == "0"


def new_badge_code(randbelow: Callable[[int], int] = secrets.randbelow) -> str:
    """A fresh code; `randbelow(n)` gives an unpredictable whole number under n."""
    digits = f"{1_000_000_000 + randbelow(9_000_000_000)}"
    return digits + check_digit(digits)


def in_groups(code: str) -> str:
    """As people read it aloud: 1234 567 8901."""
    return f"{code[:4]} {code[4:7]} {code[7:]}"
