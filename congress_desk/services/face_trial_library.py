"""The usual recipe, as the face_recognition library's own examples show it, on the pictures of a trial.

One picture a decision; the nearest encoding counts if its distance is within the tolerance. Its best tolerance is
chosen with the strangers of the very same trial in view, which flatters it.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from congress_desk.services.face_trial_figures import Decision, Figures, figures_of, median_ms
from congress_desk.services.face_trial_folders import TrialPeople, TrialPerson

PlainEncode: TypeAlias = Callable[[Path], Sequence[float] | None]  # (128,), None: broken, or no face found
"""The library's load_image_file and face_encodings, with all its defaults."""

TOLERANCE = 0.6
STRANGERS_ALLOWED = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryFigures:
    """at_best: None without strangers, for then no tolerance is better than another."""

    at_default: Figures
    at_best: Figures | None


@dataclass(slots=True)
class _Encodings:
    encode: PlainEncode
    looked: Callable[[], None]
    refused: int = 0
    took: list[float] = field(default_factory=list)  # CPU seconds

    def of(self, people: Sequence[TrialPerson]) -> list[tuple[str, Sequence[float]]]:
        found = []
        for person in people:
            for picture in person.pictures:
                self.looked()
                began = time.process_time()
                encoding = self.encode(picture)
                self.took.append(time.process_time() - began)
                if encoding is None:
                    self.refused += 1
                else:
                    found.append((person.name, encoding))
        return found


def try_library(people: TrialPeople, encode: PlainEncode, looked: Callable[[], None]) -> LibraryFigures:
    """The library on these people; `looked` is called once a picture."""
    encodings = _Encodings(encode=encode, looked=looked)
    known = encodings.of(people.enrolled)
    names = {name for name, _ in known}
    live = [(name, encoding) for name, encoding in encodings.of(people.live) if name in names]
    readings = [_Reading.of(name, encoding, known) for name, encoding in live]
    readings += [_Reading.of(None, encoding, known) for _, encoding in encodings.of(people.strangers)]

    def at(tolerance: float) -> Figures:
        return figures_of(
            [reading.decided(tolerance) for reading in readings],
            enrolled=len(names),
            refused_photos=encodings.refused,
            threshold=tolerance,
            embedding_ms=median_ms(encodings.took),
        )

    best = _best_tolerance([reading.distance for reading in readings if reading.truth is None])
    return LibraryFigures(at_default=at(TOLERANCE), at_best=None if best is None else at(best))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """One picture: whom it shows, the nearest three people, and how far the nearest is."""

    truth: str | None
    nearest: tuple[str, ...]
    distance: float

    @staticmethod
    def of(truth: str | None, encoding: Sequence[float], known: Sequence[tuple[str, Sequence[float]]]) -> _Reading:
        apart: dict[str, float] = {}
        for name, other in known:
            apart[name] = min(apart.get(name, math.inf), math.dist(encoding, other))
        nearest = sorted(apart, key=apart.__getitem__)[:3]
        return _Reading(truth=truth, nearest=tuple(nearest), distance=apart[nearest[0]] if nearest else math.inf)

    def decided(self, tolerance: float) -> Decision:
        accepted = self.nearest[0] if self.distance <= tolerance else None
        return Decision(truth=self.truth, nearest=self.nearest, accepted=accepted)


def _best_tolerance(strangers: Sequence[float]) -> float | None:
    """The widest tolerance that takes no more than 1 % of these very strangers for somebody."""
    if not strangers:
        return None
    allowed = int(STRANGERS_ALLOWED * len(strangers))
    return math.nextafter(sorted(strangers)[allowed], 0.0)
