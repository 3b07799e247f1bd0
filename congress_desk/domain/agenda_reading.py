"""An office's programme, understood: rows to items, bands to days and half-days, times to lengths.

Nothing is refused for a doubt: each is named with its row, and the secretariat sees the plan before it counts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from congress_desk.domain.agenda import Content, numbered
from congress_desk.domain.agenda_bands import BandRead, read_band
from congress_desk.domain.agenda_clock import NO_HOURS, Hours, read_hours
from congress_desk.domain.agenda_columns import Columns, find_columns
from congress_desk.domain.agenda_kinds import guessed_kind
from congress_desk.domain.agenda_lengths import TimedRow, lay_out
from congress_desk.domain.agenda_plan import AgendaPlan, Doubt, DoubtKind, PlannedItem, PlannedSitting
from congress_desk.domain.list_tables import Cell, Table
from congress_desk.domain.names import tidy_name

A_NIGHT_MINUTES = 240  # a time that goes back by more is another day


@dataclass(slots=True)
class _Band:
    """A band that is being read. starts: minutes of the day, if it names a time."""

    name: str
    day: dt.date
    read: BandRead
    rows: list[TimedRow] = field(default_factory=list)


@dataclass(slots=True)
class _Reading:
    opens: dt.date
    table: str = ""
    bands: list[_Band] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    names_a_day: bool = False

    def doubt(self, kind: DoubtKind, row: int = 0, **details: object) -> None:
        self.doubts.append(Doubt(kind=kind, row=row, table=self.table, details=details))


def understand_agenda(tables: Sequence[Table], *, opens: dt.date, called: str, instead_of: int = 0) -> AgendaPlan:
    """Tables that hold no programme are passed over; without one there are no sittings."""
    reading = _Reading(opens=opens)
    for table in tables:
        columns = find_columns(table.rows)
        if columns is not None:
            reading.table = table.name
            _read_table(reading, table, columns)
    sittings = tuple(_sitting(reading, band) for band in reading.bands if band.rows)
    if sittings and not reading.names_a_day:
        reading.doubt(DoubtKind.NO_DAY, day=opens)
    doubts = tuple(sorted(reading.doubts, key=lambda doubt: (doubt.table, doubt.row)))
    return AgendaPlan(called=called, sittings=_counting(sittings), doubts=doubts, instead_of=instead_of)


def _read_table(reading: _Reading, table: Table, columns: Columns) -> None:
    if columns.header < 0:
        reading.doubt(DoubtKind.NO_HEADER)
    before: tuple[Cell, ...] = ()
    for place in range(columns.header + 1, len(table.rows)):
        row = table.rows[place]
        number = place + 1
        if not any(_said(cell) for cell in row):
            reading.doubt(DoubtKind.EMPTY_ROW, number)
        elif (band := read_band(row, opens=reading.opens)) is not None and not _is_item(row, columns, band):
            _begin_band(reading, band)
        elif row == before:
            reading.doubt(DoubtKind.REPEATED_ROW, number)
        else:
            _read_row(reading, row, columns, number)
        before = row


def _is_item(row: Sequence[Cell], columns: Columns, band: BandRead) -> bool:
    """Alone in the column of contents, and not beginning as a band does: "Thảo luận tổ (buổi chiều)"."""
    filled = [place for place, cell in enumerate(row) if _said(cell)]
    return filled == [columns.content] and columns.content > 0 and not band.leading


def _begin_band(reading: _Reading, band: BandRead) -> None:
    """A band with a day alone waits for its half-days."""
    last = reading.bands[-1] if reading.bands else None
    day = band.day or (last.day if last else reading.opens)
    reading.names_a_day = reading.names_a_day or band.day is not None
    if last is not None and not last.rows and band.day is None:  # the day stands above the half-day
        last.name = " · ".join(part for part in (last.name, band.name) if part)
        last.read = replace(
            band, starts=band.starts or last.read.starts, reserve=band.reserve or last.read.reserve, half=band.half
        )
        return
    reading.bands.append(_Band(name=band.name, day=day, read=band))


def _read_row(reading: _Reading, row: Sequence[Cell], columns: Columns, number: int) -> None:
    content = _cell(row, columns.content)
    hours = _hours(reading, row, columns, number)
    if not content:
        if not hours.is_empty or hours.doubt:
            reading.doubt(DoubtKind.NO_CONTENT, number)
        return
    by_whom = _cell(row, columns.by_whom)
    written = Content(
        content=content[:1000],
        by_whom="" if by_whom == content else by_whom[:1000],
        kind=guessed_kind(content),
        number=_number(row, columns),
    )
    band = _band_of(reading, hours, number)
    band.rows.append(TimedRow(row=number, written=written, hours=hours))


def _hours(reading: _Reading, row: Sequence[Cell], columns: Columns, number: int) -> Hours:
    cell = row[columns.time] if columns.time < len(row) else None
    if isinstance(cell, str) and tidy_name(cell) == _cell(row, columns.content):
        return NO_HOURS  # merged with the content
    hours = read_hours(cell)
    if hours.doubt is not None:
        reading.doubt(hours.doubt, number, text=tidy_name(str(cell)))
    return hours


def _band_of(reading: _Reading, hours: Hours, number: int) -> _Band:
    """The band that is open; another day where the time goes back by hours without a band."""
    if not reading.bands:
        reading.bands.append(_Band(name="", day=reading.opens, read=BandRead(name="")))
    band = reading.bands[-1]
    last = next((row.hours.start for row in reversed(band.rows) if row.hours.start is not None), None)
    if hours.start is not None and last is not None and last - hours.start > A_NIGHT_MINUTES:
        band = _Band(name="", day=band.day + dt.timedelta(days=1), read=BandRead(name=""))
        reading.bands.append(band)
        reading.doubt(DoubtKind.DAY_GUESSED, number, day=band.day)
    return band


def _sitting(reading: _Reading, band: _Band) -> PlannedSitting:
    first = next((row.hours.start for row in band.rows if row.hours.start is not None), band.read.starts)
    usual = band.read.usual_start
    starts = usual.hour * 60 + usual.minute if first is None else first
    midnight = dt.datetime.combine(band.day, dt.time())
    laid, doubts = lay_out(band.rows, starts)
    for doubt in doubts:
        reading.doubt(doubt.kind, doubt.row, **doubt.details)
    items = tuple(
        PlannedItem(written=one.written, starts=midnight + dt.timedelta(minutes=one.starts), row=one.row)
        for one in laid
    )
    return PlannedSitting(
        name=band.name,
        starts=midnight + dt.timedelta(minutes=starts),
        items=items,
        reserve=band.read.reserve,
    )


def _counting(sittings: tuple[PlannedSitting, ...]) -> tuple[PlannedSitting, ...]:
    """Numbers that only count on are left to be counted, so that they stay right when items are moved."""
    items = [item for sitting in sittings for item in sitting.items]
    counted = numbered([replace(item.written, number="") for item in items])
    if [item.written.number for item in items] != list(counted):
        return sittings
    return tuple(
        replace(
            sitting,
            items=tuple(replace(item, written=replace(item.written, number="")) for item in sitting.items),
        )
        for sitting in sittings
    )


def _number(row: Sequence[Cell], columns: Columns) -> str:
    found = _cell(row, columns.number).strip(".)")
    return found if len(found) <= 10 and found != _cell(row, columns.time) else ""


def _cell(row: Sequence[Cell], place: int | None) -> str:
    cell = row[place] if place is not None and place < len(row) else None
    return tidy_name(str(cell)) if cell is not None else ""


def _said(cell: Cell) -> bool:
    return cell is not None and bool(tidy_name(str(cell)))
