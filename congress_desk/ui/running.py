"""How a presenter has work done off the screen's thread, said without Qt so that presenters stay testable.

`work` runs on another thread and must touch no widget; `then` and `otherwise` come back on the screen's thread.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Protocol, TypeVar

T = TypeVar("T")

Failed = Callable[[Exception], None]


class Lane(Enum):
    """Where work runs: one thread for everything that reads or writes the congress, four for the rest."""

    STORE = "store"
    FREE = "free"


class Progress(Protocol):
    """Handed to long work, which calls it after every piece; False asks it to stop."""

    def __call__(self, finished: int, total: int) -> bool: ...


class LongJob(Protocol):
    """A long work under way."""

    def cancel(self) -> None: ...


class Runner(Protocol):
    """Has work done. Without `otherwise` a failure goes to the window's own notice (ui/errors.py)."""

    def run(
        self,
        work: Callable[[], T],
        *,
        then: Callable[[T], None],
        otherwise: Failed | None = None,
        lane: Lane = Lane.STORE,
    ) -> None: ...

    def run_long(
        self,
        work: Callable[[Progress], T],
        *,
        then: Callable[[T], None],
        told: Callable[[int, int], None],
        otherwise: Failed | None = None,
        lane: Lane = Lane.FREE,
    ) -> LongJob:
        """`told(finished, total)` as it goes on; cancelled work comes to its end early and is told to `then`."""
        ...
