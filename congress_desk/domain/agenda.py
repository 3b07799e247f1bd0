"""The programme of the congress: sittings (a half-day, or a session of the congress), and their items in order.

An item has a length and, where the office wrote one, a fixed start; all other times follow (agenda_times.py).
What is here is a fold of the journal, so that planned, announced and actual times stand beside each other and
none is written over.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NewType

from congress_desk.domain.journal import EventId, SessionId
from congress_desk.domain.names import tidy_name
from congress_desk.domain.refusals import Reason, Refusal

ItemId = NewType("ItemId", str)
SittingId = NewType("SittingId", str)

LONGEST_MINUTES = 24 * 60
MOST_LETTERS = 1000


class ItemKind(StrEnum):
    CEREMONY = "ceremony"
    REPORT = "report"
    CREDENTIALS = "credentials"
    PRESENTATIONS = "presentations"  # a block of presentations
    VOTE = "vote"
    ELECTION = "election"
    DISCUSSION = "discussion"
    BREAK = "break"
    CLIP = "clip"
    OTHER = "other"


class ItemState(StrEnum):
    AHEAD = "ahead"
    RUNNING = "running"
    DONE = "done"
    PASSED_OVER = "passed_over"  # a later item of the sitting was begun instead


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What the secretariat writes of an item. number: as printed, "" for the next in the row.

    at: a fixed start; None where the item begins when the one before ends.
    """

    content: str
    by_whom: str = ""
    kind: ItemKind = ItemKind.OTHER
    minutes: int = 15
    at: dt.time | None = None
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of the programme as the journal has left it; gist is what the minutes say of it."""

    id: ItemId
    sitting: SittingId
    written: Content
    number: str = ""  # as printed; "" for a break
    announced: dt.datetime | None = None
    started: dt.datetime | None = None
    ended: dt.datetime | None = None
    gist: str = ""

    @property
    def content(self) -> str:
        return self.written.content

    @property
    def by_whom(self) -> str:
        return self.written.by_whom

    @property
    def kind(self) -> ItemKind:
        return self.written.kind

    @property
    def minutes(self) -> int:
        return self.written.minutes

    @property
    def is_running(self) -> bool:
        return self.started is not None and self.ended is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """A band of the programme. starts: aware, in the hall's own time. session: who is checked in for it.

    reserve: a half-day kept free in case it is needed ("dự phòng").
    """

    id: SittingId
    name: str
    starts: dt.datetime
    session: SessionId | None = None
    reserve: bool = False
    items: tuple[Item, ...] = ()

    @property
    def day(self) -> dt.date:
        return self.starts.date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """sittings in order of their start. acts: the last acts that can be taken back, newest first."""

    sittings: tuple[Sitting, ...] = ()
    acts: tuple[EventId, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(item for sitting in self.sittings for item in sitting.items)

    @property
    def days(self) -> tuple[dt.date, ...]:
        return tuple(dict.fromkeys(sitting.day for sitting in self.sittings))

    @property
    def running(self) -> Item | None:
        return next((item for item in self.items if item.is_running), None)

    def find(self, item: ItemId) -> Item | None:
        return next((one for one in self.items if one.id == item), None)

    def sitting(self, sitting: SittingId) -> Sitting | None:
        return next((one for one in self.sittings if one.id == sitting), None)


NO_AGENDA = Agenda()


def the_item(agenda: Agenda, item: ItemId) -> Item:
    """Refusal: NO_SUCH_ITEM."""
    found = agenda.find(item)
    if found is None:
        raise Refusal(Reason.NO_SUCH_ITEM, item=item)
    return found


def the_sitting(agenda: Agenda, sitting: SittingId) -> Sitting:
    """Refusal: NO_SUCH_SITTING."""
    found = agenda.sitting(sitting)
    if found is None:
        raise Refusal(Reason.NO_SUCH_SITTING, sitting=sitting)
    return found


def checked(written: Content) -> Content:
    """Tidy. Refusal: BAD_VALUE (content, by_whom, minutes)."""
    content, by_whom = tidy_name(written.content), tidy_name(written.by_whom)
    if not content or len(content) > MOST_LETTERS:
        raise Refusal(Reason.BAD_VALUE, field="item_content")
    if len(by_whom) > MOST_LETTERS:
        raise Refusal(Reason.BAD_VALUE, field="by_whom")
    if not 0 <= written.minutes <= LONGEST_MINUTES:
        raise Refusal(Reason.BAD_VALUE, field="minutes")
    return Content(
        content=content,
        by_whom=by_whom,
        kind=written.kind,
        minutes=written.minutes,
        at=written.at,
        number=tidy_name(written.number),
    )


def body_of(written: Content) -> dict[str, Any]:
    return {
        "content": written.content,
        "by_whom": written.by_whom,
        "kind": written.kind.value,
        "minutes": written.minutes,
        "at": written.at.isoformat("minutes") if written.at else None,
        "number": written.number,
    }


def content_from(body: Mapping[str, Any]) -> Content:
    at = body.get("at")
    return Content(
        content=body["content"],
        by_whom=body.get("by_whom", ""),
        kind=kind_from(body.get("kind", "")),
        minutes=body.get("minutes", 0),
        at=dt.time.fromisoformat(at) if at else None,
        number=body.get("number", ""),
    )


def kind_from(word: str) -> ItemKind:
    """A kind of a newer program is shown as another item."""
    return ItemKind(word) if word in frozenset(ItemKind) else ItemKind.OTHER


def numbered(written: Sequence[Content]) -> tuple[str, ...]:
    """The numbers as printed: those written stand; the others count on from 1 through the whole programme.

    A break has a number only where one was written.
    """
    numbers: list[str] = []
    count = 0
    for one in written:
        if one.number:
            count = int(one.number) if one.number.isascii() and one.number.isdigit() else count
            numbers.append(one.number)
        elif one.kind is ItemKind.BREAK:
            numbers.append("")
        else:
            count += 1
            numbers.append(str(count))
    return tuple(numbers)
