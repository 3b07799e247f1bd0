"""From times that are written to a start and a length for each item of one sitting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from congress_desk.domain.agenda import LONGEST_MINUTES, Content
from congress_desk.domain.agenda_clock import DAY_MINUTES, NO_HOURS, Hours, clock_text
from congress_desk.domain.agenda_plan import Doubt, DoubtKind

USUAL_MINUTES = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class TimedRow:
    """A row of the table: what is written, and its times."""

    row: int
    written: Content
    hours: Hours


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOut:
    """starts: minutes of the day; the length stands in what is written."""

    row: int
    written: Content
    starts: int


def lay_out(rows: Sequence[TimedRow], first: int) -> tuple[list[LaidOut], list[Doubt]]:
    """first: when the sitting begins. Rows without a time share the time of the row above, evenly."""
    laid: list[LaidOut] = []
    doubts: list[Doubt] = []
    free = first
    groups = _groups(_merged(rows))
    for place, group in enumerate(groups):
        later = next((g[0].hours.start for g in groups[place + 1 :] if g[0].hours.start is not None), None)
        head = group[0].hours
        starts = free if head.start is None else head.start
        if head.start is not None and head.start < free:
            doubts.append(_overlap(group[0], free))
        whole = _length(group, starts, later)
        if whole is None:
            whole = USUAL_MINUTES * len(group)
            doubts.append(Doubt(kind=DoubtKind.LENGTH_GUESSED, row=group[0].row, details={"minutes": whole}))
        if len(group) > 1:
            doubts.append(Doubt(kind=DoubtKind.SHARED_TIME, row=group[0].row, details={"rows": len(group)}))
        for row, minutes in zip(group, _shares(whole, len(group)), strict=True):
            fixed = row is group[0] and head.start is not None and starts != free
            laid.append(_laid(row, starts, minutes, fixed=fixed))
            free = starts = starts + minutes
    return laid, doubts


def _merged(rows: Sequence[TimedRow]) -> list[TimedRow]:
    """A time that a merged cell repeats is said once."""
    found: list[TimedRow] = []
    last = NO_HOURS
    for row in rows:
        again = row.hours.start is not None and row.hours == last
        found.append(replace(row, hours=NO_HOURS) if again else row)
        last = row.hours if not row.hours.is_empty else last
    return found


def _groups(rows: Sequence[TimedRow]) -> list[list[TimedRow]]:
    """A row with a time, and those without one that follow it."""
    groups: list[list[TimedRow]] = []
    for row in rows:
        unsaid = row.hours.is_empty and row.hours.doubt is None  # what could not be read is no time to share
        if unsaid and groups and groups[-1][0].hours.length is None:
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def _length(group: Sequence[TimedRow], starts: int, later: int | None) -> int | None:
    head = group[0].hours
    if head.length is not None:
        return head.length
    if head.end is not None and head.end > starts:
        return head.end - starts
    if later is not None and starts < later <= starts + LONGEST_MINUTES:
        return later - starts
    return None


def _overlap(row: TimedRow, free: int) -> Doubt:
    start = row.hours.start or 0
    details = {"minutes": free - start, "until": clock_text(free % DAY_MINUTES or free)}
    return Doubt(kind=DoubtKind.OVERLAP, row=row.row, details=details)


def _shares(whole: int, count: int) -> list[int]:
    each, rest = divmod(whole, count)
    return [each + (place < rest) for place in range(count)]


def _laid(row: TimedRow, starts: int, minutes: int, *, fixed: bool) -> LaidOut:
    of_day = starts % DAY_MINUTES
    at = dt.time(of_day // 60, of_day % 60) if fixed and starts < DAY_MINUTES else None
    return LaidOut(
        row=row.row, written=replace(row.written, minutes=min(minutes, LONGEST_MINUTES), at=at), starts=starts
    )
