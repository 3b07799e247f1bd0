"""Brackets of whole years, as reports write them: "<=40, 41-50, 51-60, 61-70, >=71".

They must cover every year once, so that their rows can sum to the whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from congress_desk.domain.dates import ascii_digits

# domain.md 3.2: as published by Long An (2020), the national congress (XIII) and Phú Thọ (2025); youth: our own
PRESETS = {
    "long-an": "<=40, 41-50, 51-60, 61-70, >=71",
    "national": "<40, 40-70, >70",
    "phu-tho": "<42, 42-52, >52",
    "youth": "<=30, 31-40, 41-50, 51-60, >=61",
}
USUAL = "long-an"
PARTY_YEARS = "<=10, 11-20, 21-30, 31-40, >40"
_TERM = re.compile(r"^(?P<sign><=|>=|<|>)?\s*(?P<low>\d{1,3})(?:\s*-\s*(?P<high>\d{1,3}))?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bracket:
    """From low to high years, both included; high None is without end. code: as it was written."""

    code: str
    low: int
    high: int | None

    def holds(self, years: int) -> bool:
        return self.low <= years and (self.high is None or years <= self.high)


def brackets_of(written: str) -> tuple[Bracket, ...]:
    """A preset's name or the brackets themselves. ValueError where a year is missing or stands twice."""
    text = ascii_digits(PRESETS.get(written.strip().casefold(), written))
    text = text.replace("≤", "<=").replace("≥", ">=").replace("–", "-")
    found = [_bracket(term.strip()) for term in re.split(r"[,;]", text) if term.strip()]
    expected: int | None = 0
    for bracket in found:
        if expected is None or bracket.low != expected or (bracket.high is not None and bracket.high < bracket.low):
            raise ValueError(f"no brackets: {written!r}")
        expected = None if bracket.high is None else bracket.high + 1
    if not found or expected is not None:
        raise ValueError(f"no brackets: {written!r}")
    return tuple(found)


def _bracket(term: str) -> Bracket:
    found = _TERM.match(term)
    if found is None or bool(found["sign"]) == bool(found["high"]):
        raise ValueError(f"no bracket: {term!r}")
    low = int(found["low"])
    code = f"{found['sign'] or ''}{low}{'-' + found['high'] if found['high'] else ''}"
    match found["sign"]:
        case "<":
            return Bracket(code=code, low=0, high=low - 1)
        case "<=":
            return Bracket(code=code, low=0, high=low)
        case ">":
            return Bracket(code=code, low=low + 1, high=None)
        case ">=":
            return Bracket(code=code, low=low, high=None)
    return Bracket(code=code, low=low, high=int(found["high"]))
