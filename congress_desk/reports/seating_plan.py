"""The seating plan: each floor drawn with its stage, zones and rows, then who sits where in ABC order.

A hall is not a text: its left stays on the left in Arabic too. Delegations are told apart by shading, so that
the plan can be read in black and white.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from congress_desk.domain.delegates import Delegate
from congress_desk.domain.hall_records import SeatingRecord
from congress_desk.domain.names import name_sort_key, text_sort_key
from congress_desk.domain.paper_options import Sheet
from congress_desk.domain.seating import PlanName, Seat, Zone, seat_order
from congress_desk.plumbing.texts import marked
from congress_desk.reports.flow import Strip
from congress_desk.reports.fonts import FontSet
from congress_desk.reports.header import add_head, add_title
from congress_desk.reports.page import Paper
from congress_desk.reports.pen import Align, Pen
from congress_desk.reports.seat_artist import SeatArtist
from congress_desk.reports.style import A3, A4
from congress_desk.reports.table import Column, Row
from congress_desk.reports.wording import Say

PLANS = {
    PlanName.OPENING: marked("of the opening session"),
    PlanName.OTHER: marked("of the sessions after the opening"),
}
ZONES = {
    Zone.STAGE: marked("Stage"),
    Zone.LEFT: marked("Left side"),
    Zone.MIDDLE: marked("Middle"),
    Zone.RIGHT: marked("Right side"),
}
_HALL = (Zone.LEFT, Zone.MIDDLE, Zone.RIGHT)
_AISLE = 0.9  # seats wide
_WIDEST, _HIGHEST = 62.0, 40.0  # of a seat, points
_BAND = 15.0  # of a zone's name


def render_seating(record: SeatingRecord, fonts: FontSet, say: Say) -> bytes:
    sheet = A4 if record.sheet is Sheet.A4 else A3
    paper = Paper(fonts, say, record.heading, landscape=True, sheet=sheet)
    shaded = _shaded(record)
    for floor in record.plan.floors:
        if floor != record.plan.floors[0]:
            paper.turn_page()
        _add_floor(paper, record, floor, shaded)
    _add_delegations(paper, record)
    _add_index(paper, record)
    return paper.finish(say("Seating plan"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measures:
    """A floor's seats in points: width and height of one, and how many stand side by side in each zone."""

    across: float
    down: float
    zones: Mapping[Zone, int]
    rows: Sequence[str]

    @property
    def width(self) -> float:
        used = [count for count in self.zones.values() if count]
        return (sum(used) + _AISLE * max(0, len(used) - 1)) * self.across


def _add_floor(paper: Paper, record: SeatingRecord, floor: int, shaded: frozenset[str]) -> None:
    say = paper.say
    paper.text(say.put(record.heading.title.upper()), part="table", align=Align.CENTRE, bold=True, keeps_next=True)
    named = say(PLANS[record.plan.plan])
    if len(record.plan.floors) > 1:
        named = say("{plan}, floor {floor}", plan=named, floor=floor)
    paper.text(say("SEATING PLAN"), part="title", align=Align.CENTRE, bold=True, keeps_next=True)
    paper.text(named, part="abstract", align=Align.CENTRE, bold=True, keeps_next=True)
    used = sum(paper.leading(paper.size(part)) for part in ("table", "title", "abstract"))
    height = paper.height - used - 8
    seats = [seat for seat in record.plan.seats if seat.floor == floor]

    def draw(pen: Pen, top: float) -> None:
        _draw_floor(paper, pen, record, seats, top + 6, height, shaded)

    paper.add(Strip(height=height, draw=draw))


def _draw_floor(
    paper: Paper,
    pen: Pen,
    record: SeatingRecord,
    seats: Sequence[Seat],
    top: float,
    height: float,
    shaded: frozenset[str],
) -> None:
    artist = SeatArtist(pen, paper.say, record.plan.sitting, shaded)
    stage = [seat for seat in seats if seat.zone is Zone.STAGE]
    hall = [seat for seat in seats if seat.zone is not Zone.STAGE]
    y = top
    if stage or (seats and seats[0].floor == 1):
        y += _draw_stage(paper, artist, stage, y)
    if hall:
        _draw_hall(paper, artist, _measured(hall, paper.width, height - (y - top) - _BAND), hall, y)


def _draw_stage(paper: Paper, artist: SeatArtist, stage: Sequence[Seat], top: float) -> float:
    """A platform with its seats in a row; gives its height with the way before it."""
    row = sorted(stage, key=seat_order)
    across = min(_WIDEST, paper.width * 0.8 / max(1, len(row)))
    width = max(paper.width * 0.34, len(row) * across + 20)
    height = _BAND + (30.0 if row else 4.0) + 6
    x = paper.x + (paper.width - width) / 2
    artist.platform(x, top, width, height, paper.say(ZONES[Zone.STAGE]))
    for place, seat in enumerate(row):
        artist.seat(seat, x + (width - len(row) * across) / 2 + place * across, top + _BAND, across, 30.0)
    return height + 14


def _measured(hall: Sequence[Seat], width: float, height: float) -> _Measures:
    rows = list(dict.fromkeys(seat.row for seat in sorted(hall, key=seat_order)))
    zones = {zone: max((_row_length(hall, zone, row) for row in rows), default=0) for zone in _HALL}
    used = [count for count in zones.values() if count]
    columns = sum(used) + _AISLE * max(0, len(used) - 1)
    across = min(_WIDEST, width / columns)
    return _Measures(across=across, down=min(_HIGHEST, height / len(rows)), zones=zones, rows=rows)


def _row_length(hall: Sequence[Seat], zone: Zone, row: str) -> int:
    return sum(seat.zone is zone and seat.row == row for seat in hall)


def _draw_hall(paper: Paper, artist: SeatArtist, measures: _Measures, hall: Sequence[Seat], top: float) -> None:
    x = paper.x + (paper.width - measures.width) / 2
    for zone in _HALL:
        count = measures.zones[zone]
        if not count:
            continue
        if sum(1 for other in measures.zones.values() if other) > 1:
            artist.caption(paper.say(ZONES[zone]), x, top, count * measures.across, _BAND)
        for place, row in enumerate(measures.rows):
            line = sorted((s for s in hall if s.zone is zone and s.row == row), key=seat_order)
            free = (count - len(line)) * measures.across / 2
            for number, seat in enumerate(line):
                left = x + free + number * measures.across
                artist.seat(seat, left, top + _BAND + place * measures.down, measures.across, measures.down)
        x += (count + _AISLE) * measures.across


def _shaded(record: SeatingRecord) -> frozenset[str]:
    """Every other delegation in the order in which they sit, so that neighbours differ."""
    seats = sorted(record.plan.seats, key=lambda seat: (list(Zone).index(seat.zone), *seat_order(seat)))
    people = [record.plan.sitting[seat.label] for seat in seats if seat.label in record.plan.sitting]
    names = list(dict.fromkeys(person.sheet.delegation for person in people))
    return frozenset(names[1::2])


def _add_delegations(paper: Paper, record: SeatingRecord) -> None:
    """Where each delegation sits: its seats by row, first to last."""
    say = paper.say
    paper.turn_page()
    add_head(paper, record.heading.title)
    add_title(paper, say("WHO SITS WHERE"), say(PLANS[record.plan.plan]))
    by_name: dict[str, list[Seat]] = {}
    for seat in sorted(record.plan.seats, key=seat_order):
        if seat.label in record.plan.sitting:
            by_name.setdefault(record.plan.sitting[seat.label].sheet.delegation, []).append(seat)
    if not by_name:
        paper.text(say("None."))
        return
    columns = [
        Column(title=say("No."), share=16, align=Align.FIGURES),
        Column(title=say("Delegation"), share=120, handwritten=True),
        Column(title=say("Persons"), share=40, align=Align.FIGURES),
        Column(title=say("Seats"), share=230),
    ]
    rows = [
        Row(cells=(str(n), say.delegation(name), str(len(by_name[name])), _ranges(say, by_name[name])))
        for n, name in enumerate(sorted(by_name, key=text_sort_key), 1)
    ]
    total = sum(map(len, by_name.values()))
    rows.append(Row(cells=("", say("Total"), str(total), ""), bold=True))
    paper.table(columns, rows)


def _ranges(say: Say, seats: Sequence[Seat]) -> str:
    """ "A-01 … A-08, B-01": runs of neighbours in a row."""
    told = []
    for _, run in groupby(enumerate(seats), key=lambda placed: (placed[1].row, placed[1].number - placed[0])):
        labels = [seat.label for _, seat in run]
        told.append(say.put(labels[0] if len(labels) == 1 else f"{labels[0]} … {labels[-1]}"))
    return ("، " if say.right_to_left else ", ").join(told)


def _add_index(paper: Paper, record: SeatingRecord) -> None:
    say = paper.say
    seats = {person.id: seat for seat in record.plan.seats if (person := record.plan.sitting.get(seat.label))}
    people = sorted(record.plan.sitting.values(), key=lambda d: name_sort_key(d.sheet.full_name))
    if people:
        paper.room(10)
        paper.text(say("In ABC order"), bold=True, keeps_next=True)
        paper.room(3)
        rows = [Row(cells=_line(say, n, person, seats[person.id])) for n, person in enumerate(people, 1)]
        paper.table(_columns(say), rows, part="list")
    without = [*record.plan.seatless, *record.plan.strays]
    if without:
        paper.room(8)
        paper.text(say("Without a seat in this plan: {count}", count=len(without)), bold=True, keeps_next=True)
        names = "; ".join(say.put(d.sheet.full_name) for d in without)
        paper.text(names, part="table", justified=True)


def _columns(say: Say) -> list[Column]:
    return [
        Column(title=say("No."), share=16, align=Align.FIGURES),
        Column(title=say("Full name"), share=120, handwritten=True),
        Column(title=say("Delegation"), share=110, handwritten=True),
        Column(title=say("Seat"), share=40, align=Align.CENTRE),
        Column(title=say("Zone"), share=40, align=Align.CENTRE),
        Column(title=say("Floor"), share=30, align=Align.CENTRE),
    ]


def _line(say: Say, number: int, person: Delegate, seat: Seat) -> tuple[str, ...]:
    sheet = person.sheet
    names = (say.put(sheet.full_name), say.delegation(sheet.delegation))
    return (str(number), *names, say.put(seat.label), say(ZONES[seat.zone]), str(seat.floor))
