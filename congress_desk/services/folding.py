"""A fold of the journal that is made anew only when an event of its kinds has come, here or at another desk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from congress_desk.domain.journal import Event, Kind
from congress_desk.services.ports.store import Work

Folded = TypeVar("Folded")


class Folding(Generic[Folded]):
    def __init__(self, kinds: Sequence[Kind], fold: Callable[[Iterable[Event]], Folded]) -> None:
        self._kinds = kinds
        self._fold = fold
        self._kept: tuple[int, Folded] | None = None

    def anew(self, work: Work) -> Folded:
        """With what this transaction has written so far, which is not kept: it may yet be rolled back."""
        return self._fold(work.journal.of_kinds(self._kinds))

    def read(self, work: Work) -> Folded:
        """As committed; not after a write in the same transaction."""
        stamp = work.journal.count(self._kinds)
        kept = self._kept
        if kept is None or kept[0] != stamp:
            kept = stamp, self.anew(work)
            self._kept = kept
        return kept[1]
