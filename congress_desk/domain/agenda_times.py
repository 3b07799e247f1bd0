"""When everything is: as planned, as announced, as it happened, and as it is to be expected now.

Late or early is carried on to all that follows, with three things in between that give or hold: a fixed start is
waited for, a break gives up what is over ten minutes, and another day begins as planned.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from congress_desk.domain.agenda import Agenda, Item, ItemKind, ItemState, Sitting

SHORTEST_BREAK_MINUTES = 10
NO_TIME = dt.timedelta(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """An item with its times, all aware. starts and ends: as it happened, or as it is to be expected now.

    late: how much later than planned it begins (negative: earlier).
    """

    item: Item
    sitting: Sitting
    state: ItemState
    planned_start: dt.datetime
    planned_end: dt.datetime
    starts: dt.datetime
    ends: dt.datetime

    @property
    def late(self) -> dt.timedelta:
        return self.starts - self.planned_start

    @property
    def late_minutes(self) -> int:
        """Whole minutes, towards nought."""
        return int(self.late.total_seconds() / 60)


@dataclass(frozen=True, slots=True, kw_only=True)
class NowAndNext:
    """by_clock: nobody has begun an item today, so that this is what the plan says of this hour.

    late: by how much what comes next is expected later than planned.
    """

    now: Timed | None = None
    next: Timed | None = None
    by_clock: bool = False
    late: dt.timedelta = NO_TIME


def timeline(agenda: Agenda, now: dt.datetime) -> tuple[Timed, ...]:
    """Every item in order of the programme."""
    found: list[Timed] = []
    states = dict(zip((item.id for item in agenda.items), states_of(agenda.items), strict=True))
    free: dt.datetime | None = None  # when the sitting before is over
    for sitting in agenda.sittings:
        if found and found[-1].sitting.day != sitting.day:
            free = None
        own = [states[item.id] for item in sitting.items]
        timed = _of_sitting(sitting, own, free, now)
        found += timed
        free = max([one.ends for one in timed] + ([free] if free else []), default=None)
    return tuple(found)


def states_of(items: Sequence[Item]) -> tuple[ItemState, ...]:
    """Where each stands; what was not begun before one that was is passed over."""
    touched = [place for place, item in enumerate(items) if item.started]
    last = touched[-1] if touched else -1
    return tuple(_state(item, place < last) for place, item in enumerate(items))


def planned_times(sitting: Sitting) -> tuple[tuple[dt.datetime, dt.datetime], ...]:
    """Start and end of each item as planned: a fixed start as written, the others one after the other."""
    free = sitting.starts
    times = []
    for item in sitting.items:
        starts = fixed_start(sitting, item) or free
        free = starts + dt.timedelta(minutes=item.minutes)
        times.append((starts, free))
    return tuple(times)


def fixed_start(sitting: Sitting, item: Item) -> dt.datetime | None:
    at = item.written.at
    return None if at is None else dt.datetime.combine(sitting.starts.date(), at, sitting.starts.tzinfo)


def now_and_next(agenda: Agenda, now: dt.datetime) -> NowAndNext:
    """What is on, and what comes then; after the last item neither."""
    times = timeline(agenda, now)
    if _is_run(times, now):
        running = next((timed for timed in times if timed.state is ItemState.RUNNING), None)
        ahead = next((timed for timed in times if timed.state is ItemState.AHEAD), None)
        late = _lateness(running, ahead)
        return NowAndNext(now=running, next=ahead, late=late)
    on = next((timed for timed in times if timed.planned_start <= now < timed.planned_end), None)
    ahead = next((timed for timed in times if timed.planned_start > now), None)
    return NowAndNext(now=on, next=ahead, by_clock=True, late=ahead.late if ahead else NO_TIME)


def _is_run(times: Sequence[Timed], now: dt.datetime) -> bool:
    """Somebody begins and ends items today; a rehearsal may be run on a day that is not planned."""
    if any(timed.state is ItemState.RUNNING for timed in times):
        return True
    begun = [timed.starts for timed in times if timed.item.started]
    return any(now.astimezone(starts.tzinfo).date() == starts.date() for starts in begun)


def _lateness(running: Timed | None, ahead: Timed | None) -> dt.timedelta:
    if ahead is not None and (running is None or ahead.sitting.day == running.sitting.day):
        return ahead.late
    return running.ends - running.planned_end if running else NO_TIME


def _state(item: Item, begun_after: bool) -> ItemState:
    if item.started is None:
        return ItemState.PASSED_OVER if begun_after else ItemState.AHEAD
    return ItemState.RUNNING if item.ended is None else ItemState.DONE


def _of_sitting(
    sitting: Sitting, states: Sequence[ItemState], free: dt.datetime | None, now: dt.datetime
) -> list[Timed]:
    found = []
    plan = planned_times(sitting)
    cursor = _first_free(sitting, states, plan, free, now)
    for item, state, (planned, planned_end) in zip(sitting.items, states, plan, strict=True):
        starts, ends = planned, planned_end
        if item.started is not None:
            starts, ends = item.started, item.ended or max(item.started + _length(item), now)
        elif state is ItemState.AHEAD:
            starts = max(cursor, fixed_start(sitting, item) or cursor)
            ends = cursor = starts + _length(item, late=starts - planned)
        found.append(
            Timed(
                item=item,
                sitting=sitting,
                state=state,
                planned_start=planned,
                planned_end=planned_end,
                starts=starts.astimezone(planned.tzinfo),
                ends=ends.astimezone(planned.tzinfo),
            )
        )
    return found


def _first_free(
    sitting: Sitting,
    states: Sequence[ItemState],
    plan: Sequence[tuple[dt.datetime, dt.datetime]],
    free: dt.datetime | None,
    now: dt.datetime,
) -> dt.datetime:
    """When the first item that is still ahead can begin."""
    begun = [item for item in sitting.items if item.started]
    ends = [item.ended or max(item.started + _length(item), now) for item in begun if item.started]
    cursor = max(ends) if ends else max(sitting.starts, free or sitting.starts)
    if ItemState.RUNNING in states or now.astimezone(sitting.starts.tzinfo).date() != sitting.day:
        return cursor
    over = not plan or now >= plan[-1][1]
    return cursor if over and not begun else max(cursor, now)  # nobody runs the programme from here: it stands


def _length(item: Item, *, late: dt.timedelta = NO_TIME) -> dt.timedelta:
    """A break that begins late gives up what is over ten minutes."""
    whole = dt.timedelta(minutes=item.minutes)
    shortest = dt.timedelta(minutes=SHORTEST_BREAK_MINUTES)
    if item.kind is ItemKind.BREAK and late > NO_TIME and whole > shortest:
        return max(shortest, whole - late)
    return whole
