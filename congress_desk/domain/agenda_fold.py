"""The programme as the journal's events leave it.

An event about an item that is not there any more changes nothing: two desks may have moved and removed it at once.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from congress_desk.domain.agenda import Agenda, Item, ItemId, Sitting, SittingId, content_from, numbered
from congress_desk.domain.event_order import standing
from congress_desk.domain.journal import Event, EventId, Kind, SessionId

AGENDA_KINDS = (
    Kind.AGENDA_TAKEN_IN,
    Kind.SITTING_PUT,
    Kind.SITTING_REMOVED,
    Kind.ITEM_PUT,
    Kind.ITEM_MOVED,
    Kind.ITEM_REMOVED,
    Kind.ITEM_STARTED,
    Kind.ITEM_ENDED,
    Kind.TIMES_ANNOUNCED,
    Kind.GIST_WRITTEN,
    Kind.PROGRAMME_VOIDED,
)
VOIDABLE = frozenset(AGENDA_KINDS) - {Kind.PROGRAMME_VOIDED, Kind.GIST_WRITTEN}


@dataclass(slots=True)
class _Draft:
    sittings: dict[SittingId, Sitting] = field(default_factory=dict)
    items: dict[ItemId, Item] = field(default_factory=dict)
    rows: dict[SittingId, list[ItemId]] = field(default_factory=dict)


def fold_agenda(events: Iterable[Event]) -> Agenda:
    draft = _Draft()
    acts: list[EventId] = []
    for event in standing(events, Kind.PROGRAMME_VOIDED):
        step = _STEPS.get(event.kind)
        if step is not None:
            step(draft, event)
            if event.kind in VOIDABLE:
                acts.append(event.id)
    return Agenda(sittings=_in_order(draft), acts=tuple(reversed(acts)))


def sitting_body(sitting: Sitting) -> dict[str, Any]:
    return {
        "sitting": sitting.id,
        "name": sitting.name,
        "starts": sitting.starts.isoformat(),
        "session": sitting.session,
        "reserve": sitting.reserve,
    }


def _in_order(draft: _Draft) -> tuple[Sitting, ...]:
    sittings = sorted(draft.sittings.values(), key=lambda s: (s.starts, s.id))
    order = [identity for sitting in sittings for identity in draft.rows.get(sitting.id, ())]
    numbers = dict(zip(order, numbered([draft.items[one].written for one in order]), strict=True))
    return tuple(
        replace(
            sitting,
            items=tuple(replace(draft.items[one], number=numbers[one]) for one in draft.rows.get(sitting.id, ())),
        )
        for sitting in sittings
    )


def _taken_in(draft: _Draft, event: Event) -> None:
    if event.body.get("instead"):
        draft.sittings.clear()
        draft.items.clear()
        draft.rows.clear()
    for written in event.body["sittings"]:
        _put_sitting(draft, written)
        for item in written["items"]:
            _put_item(draft, item | {"sitting": written["sitting"]})


def _sitting_put(draft: _Draft, event: Event) -> None:
    _put_sitting(draft, event.body)


def _put_sitting(draft: _Draft, body: Mapping[str, Any]) -> None:
    identity = SittingId(body["sitting"])
    session = body.get("session")
    draft.sittings[identity] = Sitting(
        id=identity,
        name=body["name"],
        starts=dt.datetime.fromisoformat(body["starts"]),
        session=SessionId(session) if session else None,
        reserve=bool(body.get("reserve")),
    )
    draft.rows.setdefault(identity, [])


def _sitting_removed(draft: _Draft, event: Event) -> None:
    identity = SittingId(event.body["sitting"])
    draft.sittings.pop(identity, None)
    for item in draft.rows.pop(identity, ()):
        draft.items.pop(item, None)


def _item_put(draft: _Draft, event: Event) -> None:
    _put_item(draft, event.body)


def _put_item(draft: _Draft, body: Mapping[str, Any]) -> None:
    """New, or written anew; body["after"] places a new one (an item, "" for the first; missing for the last)."""
    identity, sitting = ItemId(body["item"]), SittingId(body["sitting"])
    old = draft.items.get(identity)
    if old is not None:
        draft.items[identity] = replace(old, written=content_from(body))
    elif sitting in draft.sittings:
        draft.items[identity] = Item(id=identity, sitting=sitting, written=content_from(body))
        _place(draft.rows[sitting], identity, body.get("after"))


def _item_moved(draft: _Draft, event: Event) -> None:
    identity, sitting = ItemId(event.body["item"]), SittingId(event.body["sitting"])
    old = draft.items.get(identity)
    if old is None or sitting not in draft.sittings:
        return
    draft.rows[old.sitting].remove(identity)
    draft.items[identity] = replace(old, sitting=sitting)
    _place(draft.rows[sitting], identity, event.body.get("after"))


def _place(row: list[ItemId], item: ItemId, after: str | None) -> None:
    if after == "":
        row.insert(0, item)
    elif after in row:
        row.insert(row.index(ItemId(after)) + 1, item)
    else:
        row.append(item)


def _item_removed(draft: _Draft, event: Event) -> None:
    old = draft.items.pop(ItemId(event.body["item"]), None)
    if old is not None:
        draft.rows[old.sitting].remove(old.id)


def _item_started(draft: _Draft, event: Event) -> None:
    """What runs ends with it: the hall does one thing at a time."""
    identity = ItemId(event.body["item"])
    if identity not in draft.items:
        return
    for other in draft.items.values():
        if other.is_running and other.id != identity:
            draft.items[other.id] = replace(other, ended=_not_before(other.started, event.happened_at))
    old = draft.items[identity]
    draft.items[identity] = replace(old, started=old.started or event.happened_at, ended=None)


def _item_ended(draft: _Draft, event: Event) -> None:
    old = draft.items.get(ItemId(event.body["item"]))
    if old is not None and old.is_running:
        draft.items[old.id] = replace(old, ended=_not_before(old.started, event.happened_at))


def _not_before(started: dt.datetime | None, moment: dt.datetime) -> dt.datetime:
    """A clock that was set back in between must not make an item shorter than nothing."""
    return moment if started is None else max(started, moment)


def _announced(draft: _Draft, event: Event) -> None:
    for identity, moment in event.body["times"].items():
        old = draft.items.get(ItemId(identity))
        if old is not None:
            draft.items[old.id] = replace(old, announced=dt.datetime.fromisoformat(moment))


def _gist(draft: _Draft, event: Event) -> None:
    old = draft.items.get(ItemId(event.body.get("item", "")))
    if old is not None:
        draft.items[old.id] = replace(old, gist=event.body["text"])


_STEPS: Mapping[Kind, Callable[[_Draft, Event], None]] = {
    Kind.AGENDA_TAKEN_IN: _taken_in,
    Kind.SITTING_PUT: _sitting_put,
    Kind.SITTING_REMOVED: _sitting_removed,
    Kind.ITEM_PUT: _item_put,
    Kind.ITEM_MOVED: _item_moved,
    Kind.ITEM_REMOVED: _item_removed,
    Kind.ITEM_STARTED: _item_started,
    Kind.ITEM_ENDED: _item_ended,
    Kind.TIMES_ANNOUNCED: _announced,
    Kind.GIST_WRITTEN: _gist,
}
