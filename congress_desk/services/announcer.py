"""Tells who listens what was committed: the stage, the quorum lamp, other rooms.

Listeners are called on the thread of the act, after the commit, and must be quick; one that fails does not
keep the others from hearing.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from congress_desk.domain.journal import Event

Listener = Callable[[Event], None]


class Announcer:
    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Gives the function that ends the subscription."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, event: Event) -> None:
        for listener in tuple(self._listeners):
            try:
                listener(event)
            except Exception:  # the act is committed; a listener's bug must not look like a failed act
                logging.getLogger(__name__).exception("a listener failed on %s", event.kind)
