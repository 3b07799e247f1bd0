"""Rules P2 to X8 of UAX #9: the paragraph's direction, and the levels that controls and isolates ask for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from congress_desk.reports.bidi_classes import EMBEDDINGS, ISOLATES

MAX_DEPTH = 125


@dataclass(frozen=True, slots=True)
class _Entry:
    level: int
    override: str = ""
    isolate: bool = False


@dataclass(slots=True)
class _Directions:
    """The directional status stack of rule X1, with its three counters."""

    entries: list[_Entry]
    overflow_isolates: int = 0
    overflow_embeddings: int = 0
    valid_isolates: int = 0

    @property
    def top(self) -> _Entry:
        return self.entries[-1]

    def open(self, kind: str, *, right_to_left: bool) -> None:
        isolate = kind in ISOLATES
        level = (self.top.level + 1) | 1 if right_to_left else (self.top.level + 2) & ~1
        if level <= MAX_DEPTH and not self.overflow_isolates and not self.overflow_embeddings:
            self.valid_isolates += isolate
            self.entries.append(_Entry(level, {"LRO": "L", "RLO": "R"}.get(kind, ""), isolate))
        elif isolate:
            self.overflow_isolates += 1
        elif not self.overflow_isolates:
            self.overflow_embeddings += 1

    def close_isolate(self) -> None:
        if self.overflow_isolates:
            self.overflow_isolates -= 1
        elif self.valid_isolates:
            self.overflow_embeddings = 0
            while not self.top.isolate:
                self.entries.pop()
            self.entries.pop()
            self.valid_isolates -= 1

    def close_embedding(self) -> None:
        if self.overflow_isolates:
            return
        if self.overflow_embeddings:
            self.overflow_embeddings -= 1
        elif not self.top.isolate and len(self.entries) > 1:
            self.entries.pop()


@dataclass(slots=True)
class Explicit:
    """levels: per character. classes: with overrides applied. matches: isolate initiator -> its PDI."""

    paragraph_level: int
    levels: list[int]
    classes: list[str]
    matches: dict[int, int] = field(default_factory=dict)


def explicit_levels(classes: Sequence[str], base: int | None) -> Explicit:
    """base: 0 left-to-right, 1 right-to-left, None by the first strong character (P2, P3)."""
    matches = _matching_isolates(classes)
    paragraph = _first_strong(classes, matches, 0, len(classes)) if base is None else base
    found = Explicit(paragraph, [paragraph] * len(classes), list(classes), matches)
    stack = _Directions([_Entry(paragraph)])
    for place, kind in enumerate(classes):
        if kind in EMBEDDINGS or kind in ISOLATES:
            found.levels[place] = stack.top.level
            if kind in ISOLATES:
                found.classes[place] = stack.top.override or kind
            stack.open(kind, right_to_left=_opens_right_to_left(classes, matches, place))
        elif kind == "PDI":
            stack.close_isolate()
            found.levels[place] = stack.top.level
            found.classes[place] = stack.top.override or kind
        elif kind == "PDF":
            found.levels[place] = stack.top.level
            stack.close_embedding()
        elif kind != "B":
            found.levels[place] = stack.top.level
            found.classes[place] = kind if kind == "BN" else stack.top.override or kind
    return found


def _opens_right_to_left(classes: Sequence[str], matches: dict[int, int], place: int) -> bool:
    if classes[place] != "FSI":
        return classes[place].startswith("R")
    return _first_strong(classes, matches, place + 1, matches.get(place, len(classes))) == 1


def _matching_isolates(classes: Sequence[str]) -> dict[int, int]:
    matches: dict[int, int] = {}
    waiting: list[int] = []
    for place, kind in enumerate(classes):
        if kind in ISOLATES:
            waiting.append(place)
        elif kind == "PDI" and waiting:
            matches[waiting.pop()] = place
    return matches


def _first_strong(classes: Sequence[str], matches: dict[int, int], start: int, end: int) -> int:
    place = start
    while place < end:
        kind = classes[place]
        if kind in ("L", "R", "AL"):
            return 0 if kind == "L" else 1
        if kind in ISOLATES:
            if place not in matches:
                return 0
            place = matches[place]
        place += 1
    return 0
