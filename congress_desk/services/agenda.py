"""The programme: written, moved, begun and ended, announced. Every act is an event, all times are their fold."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from congress_desk.domain.agenda import (
    Agenda,
    Content,
    Item,
    ItemId,
    ItemState,
    Sitting,
    SittingId,
    body_of,
    checked,
    the_item,
    the_sitting,
)
from congress_desk.domain.agenda_fold import AGENDA_KINDS, fold_agenda, sitting_body
from congress_desk.domain.agenda_times import NowAndNext, Timed, now_and_next, timeline
from congress_desk.domain.journal import Event, EventId, Kind, SessionId, new_id
from congress_desk.domain.names import tidy_name
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.agenda_acts import moment_of, take_back
from congress_desk.services.floor import Act, Floor, the_session
from congress_desk.services.folding import Folding


class AgendaService:
    def __init__(self, floor: Floor) -> None:
        self._floor = floor
        self._folding = Folding(AGENDA_KINDS, fold_agenda)

    def agenda(self) -> Agenda:
        with self._floor.reading() as work:
            return self._folding.read(work)

    def timeline(self) -> tuple[Timed, ...]:
        """Every item with planned, announced, actual and expected times, in order."""
        return timeline(self.agenda(), self._floor.clock.now())

    def now_and_next(self) -> NowAndNext:
        return now_and_next(self.agenda(), self._floor.clock.now())

    def item(self, item: ItemId) -> Item:
        """Refusal: NO_SUCH_ITEM."""
        return the_item(self.agenda(), item)

    # what is planned

    def add_sitting(
        self, name: str, starts: dt.datetime, *, session: SessionId | None = None, reserve: bool = False
    ) -> Sitting:
        """A half-day. starts: aware. Refusal: BAD_VALUE (name), NO_SUCH_SESSION."""
        identity = SittingId(new_id(self._floor.clock.now()))
        return self._put_sitting(Sitting(id=identity, name=name, starts=starts, session=session, reserve=reserve))

    def edit_sitting(self, sitting: Sitting) -> Sitting:
        """Name, start, session. Refusal: NO_SUCH_SITTING, BAD_VALUE, NO_SUCH_SESSION."""
        the_sitting(self.agenda(), sitting.id)
        return self._put_sitting(sitting)

    def remove_sitting(self, sitting: SittingId, *, with_items: bool = False) -> None:
        """Refusal: NO_SUCH_SITTING, SITTING_NOT_EMPTY, ITEM_BEGUN."""
        with self._floor.act() as act:
            found = the_sitting(self._folding.read(act.work), sitting)
            if found.items and not with_items:
                raise Refusal(Reason.SITTING_NOT_EMPTY, name=found.name, count=len(found.items))
            for item in found.items:
                _not_begun(item)
            act.write(Kind.SITTING_REMOVED, body={"sitting": sitting})

    def add_item(self, sitting: SittingId, written: Content, *, after: ItemId | str | None = None) -> Item:
        """after: the item before it, "" to be the first, None to be the last. Refusal: NO_SUCH_SITTING, BAD_VALUE."""
        with self._floor.act() as act:
            the_sitting(self._folding.read(act.work), sitting)
            identity = ItemId(new_id(act.now))
            body = {"item": identity, "sitting": sitting, **body_of(checked(written))}
            act.write(Kind.ITEM_PUT, body=body if after is None else body | {"after": after})
            return the_item(self._folding.anew(act.work), identity)

    def edit_item(self, item: ItemId, written: Content) -> Item:
        """Refusal: NO_SUCH_ITEM, BAD_VALUE."""
        with self._floor.act() as act:
            old = the_item(self._folding.read(act.work), item)
            written = checked(written)
            if written != old.written:
                act.write(Kind.ITEM_PUT, body={"item": item, "sitting": old.sitting, **body_of(written)})
            return the_item(self._folding.anew(act.work), item)

    def move_item(self, item: ItemId, *, after: ItemId | str | None, sitting: SittingId | None = None) -> Item:
        """Into this sitting (its own, by default); after as in add_item.

        Refusal: NO_SUCH_ITEM, NO_SUCH_SITTING, BAD_VALUE (after itself, or after an item of another sitting).
        """
        with self._floor.act() as act:
            agenda = self._folding.read(act.work)
            old = the_item(agenda, item)
            there = the_sitting(agenda, sitting or old.sitting)
            if after == item or (after and after not in {one.id for one in there.items}):
                raise Refusal(Reason.BAD_VALUE, field="after")
            body = {"item": item, "sitting": there.id}
            act.write(Kind.ITEM_MOVED, body=body if after is None else body | {"after": after})
            return the_item(self._folding.anew(act.work), item)

    def remove_item(self, item: ItemId) -> None:
        """Refusal: NO_SUCH_ITEM, ITEM_BEGUN."""
        with self._floor.act() as act:
            _not_begun(the_item(self._folding.read(act.work), item))
            act.write(Kind.ITEM_REMOVED, body={"item": item})

    # what happens

    def start(self, item: ItemId, *, at: dt.datetime | None = None) -> Item:
        """What runs ends with it. Started again, an ended item goes on. Refusal: NO_SUCH_ITEM, BAD_VALUE (at)."""
        with self._floor.act() as act:
            found = the_item(self._folding.read(act.work), item)
            if found.is_running:
                return found
            self._write(act, Kind.ITEM_STARTED, found, at)
            return the_item(self._folding.anew(act.work), item)

    def end(self, item: ItemId | None = None, *, at: dt.datetime | None = None) -> Item:
        """The item that runs. Refusal: NO_SUCH_ITEM, ITEM_NOT_RUNNING, BAD_VALUE (at)."""
        with self._floor.act() as act:
            agenda = self._folding.read(act.work)
            found = the_item(agenda, item) if item else agenda.running
            if found is None or not found.is_running:
                raise Refusal(Reason.ITEM_NOT_RUNNING)
            self._write(act, Kind.ITEM_ENDED, found, at)
            return the_item(self._folding.anew(act.work), found.id)

    def start_next(self, *, at: dt.datetime | None = None) -> Item:
        """What comes next: the one key of a running day. Refusal: NOTHING_AHEAD."""
        ahead = next((timed for timed in self.timeline() if timed.state is ItemState.AHEAD), None)
        if ahead is None:
            raise Refusal(Reason.NOTHING_AHEAD)
        return self.start(ahead.item.id, at=at)

    def announce(self) -> tuple[Timed, ...]:
        """The times expected now are told to the hall, and kept beside the planned ones. Refusal: NOTHING_AHEAD."""
        with self._floor.act() as act:
            times = timeline(self._folding.read(act.work), act.now)
            ahead = [timed for timed in times if timed.state is ItemState.AHEAD]
            if not ahead:
                raise Refusal(Reason.NOTHING_AHEAD)
            told = {timed.item.id: timed.starts.isoformat(timespec="seconds") for timed in ahead}
            act.write(Kind.TIMES_ANNOUNCED, body={"times": told})
        return self.timeline()

    def take_back(self, reason: str, event: EventId | None = None) -> Event:
        """The last act of the programme, or one named. Refusal: REASON_NEEDED, CANNOT_BE_TAKEN_BACK."""
        return take_back(self._floor, self.agenda().acts, event, reason)

    def _put_sitting(self, sitting: Sitting) -> Sitting:
        sitting = replace(sitting, name=tidy_name(sitting.name))
        if not sitting.name or len(sitting.name) > 200:
            raise Refusal(Reason.BAD_VALUE, field="sitting_name")
        with self._floor.act() as act:
            if sitting.session is not None:
                the_session(act.work, sitting.session)
            act.write(Kind.SITTING_PUT, session=sitting.session, body=sitting_body(sitting))
            return the_sitting(self._folding.anew(act.work), sitting.id)

    def _write(self, act: Act, kind: Kind, item: Item, at: dt.datetime | None) -> None:
        sitting = the_sitting(self._folding.read(act.work), item.sitting)
        body = {"item": item.id, "content": item.content}
        act.write(kind, at=moment_of(act, at), session=sitting.session, body=body)


def _not_begun(item: Item) -> None:
    if item.started is not None:
        raise Refusal(Reason.ITEM_BEGUN, content=item.content)
