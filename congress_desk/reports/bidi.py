"""The Unicode bidirectional algorithm (UAX #9): which way every piece of a mixed line is written.

ReportLab's own right-to-left reverses digits and loses lines, so the paper has its own. Text is handled in
one paragraph at a time; levels belong to the paragraph, the visual order to each line after wrapping.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from congress_desk.reports.bidi_classes import ISOLATES, REMOVED, bidi_class
from congress_desk.reports.bidi_explicit import Explicit, explicit_levels
from congress_desk.reports.bidi_resolve import RunSequence, resolved_levels

RIGHT_TO_LEFT_ISOLATE, LEFT_TO_RIGHT_ISOLATE, END_ISOLATE = "\u2067", "\u2066", "\u2069"
_FIRST_RIGHT_TO_LEFT = "\u0590"

Levels = tuple[int, ...]
Run = tuple[int, int, int]  # start, end, level


def isolated(text: str) -> str:
    """A name, code or date that shall not disturb the direction of the sentence it is put into.

    The direction is said and not left to the reader: "first strong" (U+2068) does not look into isolates.
    """
    strong = next((c for c in text if bidi_class(c) in ("L", "R", "AL")), "")
    opening = RIGHT_TO_LEFT_ISOLATE if strong and bidi_class(strong) != "L" else LEFT_TO_RIGHT_ISOLATE
    return f"{opening}{text}{END_ISOLATE}" if text else ""


@lru_cache(maxsize=20_000)
def paragraph_levels(text: str, base: int | None) -> tuple[int, Levels]:
    """(paragraph level, level of each character). base: 0 left-to-right, 1 right-to-left, None by content."""
    if not base and (not text or max(text) < _FIRST_RIGHT_TO_LEFT):
        return 0, (0,) * len(text)
    return levels_of_classes([bidi_class(c) for c in text], base, text)


def levels_of_classes(classes: Sequence[str], base: int | None, text: str | None = None) -> tuple[int, Levels]:
    """The same from classes; without the text brackets are not paired."""
    explicit = explicit_levels(classes, base)
    levels = list(explicit.levels)
    for places, before, after in _sequences(classes, explicit):
        run = RunSequence(
            level=explicit.levels[places[0]],
            classes=[explicit.classes[i] for i in places],
            originals=[classes[i] for i in places],
            text=None if text is None else [text[i] for i in places],
            before=before,
            after=after,
        )
        for place, level in zip(places, resolved_levels(run), strict=True):
            levels[place] = level
    for place, kind in enumerate(classes):  # what X9 removes follows its neighbour
        if kind in REMOVED:
            levels[place] = levels[place - 1] if place else explicit.paragraph_level
    return explicit.paragraph_level, tuple(levels)


def line_levels(classes: Sequence[str], levels: Sequence[int], paragraph_level: int) -> list[int]:
    """Rule L1 for one line: white space at its end and separators take the paragraph's level."""
    out = list(levels)
    trailing = True
    for place in range(len(out) - 1, -1, -1):
        kind = classes[place]
        if kind in ("B", "S"):
            trailing = True
            out[place] = paragraph_level
        elif kind == "WS" or kind in ISOLATES or kind == "PDI" or kind in REMOVED:
            if trailing:
                out[place] = paragraph_level
        else:
            trailing = False
    return out


def visual_runs(levels: Sequence[int], offset: int = 0) -> list[Run]:
    """Rule L2: stretches of equal level, from left to right as they are drawn; places count from `offset`."""
    runs: list[Run] = []
    for place, level in enumerate(levels, offset):
        if runs and runs[-1][2] == level:
            runs[-1] = (runs[-1][0], place + 1, level)
        else:
            runs.append((place, place + 1, level))
    highest = max((run[2] for run in runs), default=0)
    lowest_odd = min((run[2] for run in runs if run[2] & 1), default=highest + 1)
    for threshold in range(highest, lowest_odd - 1, -1):
        _turn_stretches(runs, threshold)
    return runs


def _turn_stretches(runs: list[Run], threshold: int) -> None:
    start = 0
    while start < len(runs):
        end = start
        while end < len(runs) and runs[end][2] >= threshold:
            end += 1
        runs[start:end] = runs[start:end][::-1]
        start = end + 1


def _sequences(classes: Sequence[str], explicit: Explicit) -> list[tuple[list[int], str, str]]:
    """Isolating run sequences (X10): their places, and the direction before and after each."""
    kept = [i for i, kind in enumerate(classes) if kind not in REMOVED]
    order = {place: index for index, place in enumerate(kept)}
    runs = _level_runs(kept, explicit.levels)
    starting = {run[0]: run for run in runs}
    continued = set(explicit.matches.values())
    found = []
    for run in runs:
        if run[0] in continued:
            continue
        places = list(run)
        while classes[places[-1]] in ISOLATES and places[-1] in explicit.matches:
            places += starting[explicit.matches[places[-1]]]
        found.append((places, *_edges(classes, explicit, kept, order, places)))
    return found


def _level_runs(kept: Sequence[int], levels: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for place in kept:
        if runs and levels[runs[-1][-1]] == levels[place]:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _edges(
    classes: Sequence[str],
    explicit: Explicit,
    kept: Sequence[int],
    order: dict[int, int],
    places: Sequence[int],
) -> tuple[str, str]:
    own, outside = explicit.levels[places[0]], explicit.paragraph_level
    first, last = order[places[0]], order[places[-1]]
    before = explicit.levels[kept[first - 1]] if first else outside
    after = explicit.levels[kept[last + 1]] if last + 1 < len(kept) else outside
    if classes[places[-1]] in ISOLATES:
        after = outside
    return ("R" if max(before, own) & 1 else "L"), ("R" if max(after, own) & 1 else "L")
