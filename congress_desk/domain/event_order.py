"""Events in the order in which they were written, also where a desk's clock was set back in between.

The chain of a desk knows its own order; between desks only the clock can tell.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from congress_desk.domain.journal import Event, EventId, Kind


def in_order(events: Iterable[Event]) -> list[Event]:
    """By time of recording, each desk's own events in its own sequence; an event given twice counts once."""
    latest: dict[str, dt.datetime] = {}
    placed = []
    for event in sorted({e.id: e for e in events}.values(), key=lambda e: (e.desk, e.sequence)):
        latest[event.desk] = max(event.recorded_at, latest.get(event.desk, event.recorded_at))
        placed.append((latest[event.desk], event.desk, event.sequence, event))
    return [event for *_, event in sorted(placed, key=lambda place: place[:3])]


def standing(events: Iterable[Event], void: Kind) -> list[Event]:
    """In order, without those that an event of the kind `void` took back."""
    ordered = in_order(events)
    voided: set[EventId | None] = {event.about for event in ordered if event.kind is void}
    return [event for event in ordered if event.kind is not void and event.id not in voided]
