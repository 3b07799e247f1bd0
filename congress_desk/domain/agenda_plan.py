"""What a table or a template would bring into the programme: shown first, then all of it or nothing.

A doubt is something that was understood in one way and could be meant in another: the secretariat looks at it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from congress_desk.domain.agenda import Content


class DoubtKind(StrEnum):
    NO_HEADER = "no_header"  # columns were told by what is in them
    NO_DAY = "no_day"  # no band names a day: the opening day was taken
    DAY_GUESSED = "day_guessed"  # the time goes back: taken as the next day
    EMPTY_ROW = "empty_row"
    NO_CONTENT = "no_content"  # a time or a number without content: left out
    REPEATED_ROW = "repeated_row"
    SHARED_TIME = "shared_time"  # several rows share one time (merged cells, or none): divided evenly
    TIME_UNREADABLE = "time_unreadable"
    TIME_IMPOSSIBLE = "time_impossible"  # 25:00, 7:75
    MIDNIGHT = "midnight"  # 24:00
    ENDS_BEFORE_START = "ends_before_start"
    OVERLAP = "overlap"
    LENGTH_GUESSED = "length_guessed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """row: as the office counts, from 1; 0 for the whole table. details fill the sentence's places."""

    kind: DoubtKind
    row: int = 0
    table: str = ""
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedItem:
    """starts: local time of the hall. row: where it stands in the table, 0 from a template."""

    written: Content
    starts: dt.datetime
    row: int = 0

    @property
    def ends(self) -> dt.datetime:
        return self.starts + dt.timedelta(minutes=self.written.minutes)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSitting:
    """starts: local time of the hall, without a zone."""

    name: str
    starts: dt.datetime
    items: tuple[PlannedItem, ...] = ()
    reserve: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPlan:
    """called: the file or the template. instead_of: items that are in the programme now."""

    called: str
    sittings: tuple[PlannedSitting, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    instead_of: int = 0

    @property
    def items(self) -> int:
        return sum(len(sitting.items) for sitting in self.sittings)
