"""Clips and pictures that belong to an item of the agenda, in the order in which they are played.

What was found when a file was looked at is kept with its time, so that the secretariat sees before the session
which clip still plays.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, NewType

from congress_desk.domain.journal import Event, Kind

CueId = NewType("CueId", str)
CUE_KINDS = (Kind.CUE_ADDED, Kind.CUE_CHECKED, Kind.CUE_MOVED, Kind.CUE_REMOVED)


class CueFault(StrEnum):
    """What is wrong with a file."""

    MISSING = "missing"
    CHANGED = "changed"  # other bytes than were added
    NOT_DECODABLE = "not_decodable"
    CUT = "cut"  # begins, and does not go on to its end


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What a clip or a picture is by its content. seconds: 0 for a picture. sound: None where it cannot be told."""

    moving: bool
    seconds: float
    width: int
    height: int
    sound: bool | None
    fault: CueFault | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """file, still: SHA-256. item: of the agenda, "" for none. place: within the item."""

    id: CueId
    item: str
    title: str
    file: str
    still: str
    looked: Looked
    checked_at: dt.datetime
    place: int

    @property
    def plays(self) -> bool:
        return self.looked.fault is None


def fold_cues(events: Iterable[Event]) -> tuple[Cue, ...]:
    """All cues that were not removed, by item, then place."""
    known: dict[str, Cue] = {}
    for event in events:
        _take(known, event)
    items = list(dict.fromkeys(cue.item for cue in known.values()))
    return tuple(sorted(known.values(), key=lambda cue: (items.index(cue.item), cue.place)))


def _take(known: dict[str, Cue], event: Event) -> None:
    body = event.body
    name = str(body.get("cue", ""))
    if event.kind is Kind.CUE_ADDED:
        known[name] = _added(event, len(known))
    elif name not in known:
        return
    elif event.kind is Kind.CUE_CHECKED:
        known[name] = replace(known[name], looked=read_looked(body), checked_at=event.happened_at)
    elif event.kind is Kind.CUE_MOVED:
        _move(known, name, int(body.get("place", 0)))
    else:
        del known[name]


def _added(event: Event, place: int) -> Cue:
    body = event.body
    return Cue(
        id=CueId(str(body["cue"])),
        item=str(body.get("item", "")),
        title=str(body.get("title", "")),
        file=str(body["file"]),
        still=str(body.get("still", "")),
        looked=read_looked(body),
        checked_at=event.happened_at,
        place=place,
    )


def _move(known: dict[str, Cue], name: str, place: int) -> None:
    """To this place among the cues of its item, from 0 on."""
    others = sorted((c for c in known.values() if c.item == known[name].item and c.id != name), key=lambda c: c.place)
    order = [c.id for c in others]
    order.insert(max(0, min(place, len(order))), known[name].id)
    for number, one in enumerate(order):
        known[one] = replace(known[one], place=number)


def written_looked(looked: Looked) -> dict[str, Any]:
    return {
        "moving": looked.moving,
        "milliseconds": round(looked.seconds * 1000),
        "width": looked.width,
        "height": looked.height,
        "sound": looked.sound,
        "fault": looked.fault.value if looked.fault else None,
    }


def read_looked(body: Mapping[str, Any]) -> Looked:
    fault = body.get("fault")
    return Looked(
        moving=bool(body.get("moving", False)),
        seconds=int(body.get("milliseconds", 0)) / 1000,
        width=int(body.get("width", 0)),
        height=int(body.get("height", 0)),
        sound=body.get("sound"),
        fault=CueFault(fault) if fault else None,
    )
