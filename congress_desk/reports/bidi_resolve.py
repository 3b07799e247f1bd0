"""Rules W1 to I2 of UAX #9 for one isolating run sequence: numbers, brackets, neutrals, levels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from congress_desk.reports.bidi_classes import ISOLATES, NEUTRAL, as_closing_bracket, closing_bracket

MAX_OPEN_BRACKETS = 63  # BD16


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSequence:
    """Characters at one level that belong together. classes and originals run along with `text`.

    text is None in the conformance test of bare classes; before and after are L or R (sos, eos of X10).
    """

    level: int
    classes: Sequence[str]
    originals: Sequence[str]
    text: Sequence[str] | None
    before: str
    after: str


def resolved_levels(run: RunSequence) -> list[int]:
    """The level of every character of the sequence."""
    kinds = _weak(list(run.classes), run.before)
    _pair_brackets(run, kinds)
    _fill_neutrals(run, kinds)
    return [run.level + _step(kind, run.level) for kind in kinds]


def _step(kind: str, level: int) -> int:
    if level & 1:
        return 0 if kind == "R" else 1
    return {"L": 0, "R": 1}.get(kind, 2)


def _weak(kinds: list[str], before: str) -> list[str]:
    _marks_and_arabic_numbers(kinds, before)
    _separators(kinds)
    _terminators(kinds)
    strong = before
    for place, kind in enumerate(kinds):  # W6, W7
        if kind in ("L", "R"):
            strong = kind
        elif kind in ("ES", "ET", "CS"):
            kinds[place] = "ON"
        elif kind == "EN" and strong == "L":
            kinds[place] = "L"
    return kinds


def _marks_and_arabic_numbers(kinds: list[str], before: str) -> None:
    previous = strong = before
    for place, kind in enumerate(kinds):
        if kind == "NSM":  # W1
            kinds[place] = "ON" if previous in ISOLATES or previous == "PDI" else previous
        previous = kinds[place]
        if previous in ("L", "R", "AL"):
            strong = previous
        elif previous == "EN" and strong == "AL":  # W2
            kinds[place] = "AN"
            # W1 looks at the class before W2 changed it
    for place, kind in enumerate(kinds):  # W3
        kinds[place] = "R" if kind == "AL" else kind


def _separators(kinds: list[str]) -> None:
    for place in range(1, len(kinds) - 1):  # W4
        left, right = kinds[place - 1], kinds[place + 1]
        between_equals = left == right and left in ("EN", "AN")
        if between_equals and (kinds[place] == "CS" or (kinds[place] == "ES" and left == "EN")):
            kinds[place] = left


def _terminators(kinds: list[str]) -> None:
    for start, end in _stretches(kinds, frozenset({"ET"})):  # W5
        after_number = start > 0 and kinds[start - 1] == "EN"
        before_number = end < len(kinds) and kinds[end] == "EN"
        if after_number or before_number:
            kinds[start:end] = ["EN"] * (end - start)


def _pair_brackets(run: RunSequence, kinds: list[str]) -> None:
    own = "R" if run.level & 1 else "L"
    for opening, closing in _bracket_pairs(run, kinds):  # N0
        inside = {_direction(kind) for kind in kinds[opening + 1 : closing]} - {""}
        if not inside:
            continue
        direction = own
        if own not in inside:
            context = next((_direction(k) for k in reversed(kinds[:opening]) if _direction(k)), run.before)
            direction = context if context != own else own
        for bracket in (opening, closing):
            kinds[bracket] = direction
            place = bracket + 1
            while place < len(kinds) and run.originals[place] == "NSM":
                kinds[place] = direction
                place += 1


def _bracket_pairs(run: RunSequence, kinds: Sequence[str]) -> list[tuple[int, int]]:
    waiting: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for place, char in enumerate(run.text or ()):
        if kinds[place] != "ON" or run.classes[place] != "ON":
            continue
        if closer := closing_bracket(char):
            if len(waiting) == MAX_OPEN_BRACKETS:
                return []
            waiting.append((closer, place))
        elif closer := as_closing_bracket(char):
            depth = next((d for d in range(len(waiting) - 1, -1, -1) if waiting[d][0] == closer), -1)
            if depth >= 0:
                pairs.append((waiting[depth][1], place))
                del waiting[depth:]
    return sorted(pairs)


def _fill_neutrals(run: RunSequence, kinds: list[str]) -> None:
    own = "R" if run.level & 1 else "L"
    for start, end in _stretches(kinds, NEUTRAL):  # N1, N2
        left = _direction(kinds[start - 1]) if start else run.before
        right = _direction(kinds[end]) if end < len(kinds) else run.after
        kinds[start:end] = [left if left == right else own] * (end - start)


def _direction(kind: str) -> str:
    if kind in ("R", "EN", "AN"):
        return "R"
    return "L" if kind == "L" else ""


def _stretches(kinds: Sequence[str], wanted: frozenset[str]) -> list[tuple[int, int]]:
    """[start, end) of the longest stretches of the wanted classes."""
    found: list[tuple[int, int]] = []
    for place, kind in enumerate(kinds):
        if kind not in wanted:
            continue
        if found and found[-1][1] == place:
            found[-1] = (found[-1][0], place + 1)
        else:
            found.append((place, place + 1))
    return found
