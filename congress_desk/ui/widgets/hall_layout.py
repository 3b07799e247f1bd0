"""Where everything of a hall's floor stands on its map, in units of a seat's place. No Qt, and no language.

x counts from the left as seen from the seats, y from the stage backwards: a hall is never mirrored.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from congress_desk.domain.delegates import Delegate
from congress_desk.domain.seating import Seat, Zone, seat_order

AISLE = 1.0
ROW_NAME = 1.0  # at both sides
STAGE_BAND = 0.8  # of the word on the platform
BEFORE_STAGE = 0.6
ZONE_BAND = 0.8
TINTS = 6
COMMON = ("đoàn đại biểu", "đoàn", "đảng bộ", "đảng ủy", "xã", "phường", "thị trấn", "huyện", "thành phố", "các")
_ZONES = (Zone.LEFT, Zone.MIDDLE, Zone.RIGHT)
_NEAR = ((-1.0, 0.0), (0.0, -1.0), (-1.0, -1.0), (1.0, -1.0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A seat and the left top of its place."""

    seat: Seat
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A zone's place, or the platform's: left, top, width, height."""

    zone: Zone
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FloorLayout:
    """rows: each row's name with its top. width, height: of the whole floor."""

    spots: tuple[Spot, ...] = ()
    stage: Band | None = None
    zones: tuple[Band, ...] = ()
    rows: tuple[tuple[str, float], ...] = ()
    width: float = 1.0
    height: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePlace:
    """Where a delegation's name is written over its seats: the middle of its longest rows."""

    name: str
    x: float
    y: float
    width: float


def laid_out(seats: Sequence[Seat], floor: int) -> FloorLayout:
    """One floor; its stage in front, its zones beside each other, short rows in the middle of their zone."""
    here = [seat for seat in seats if seat.floor == floor]
    stage = sorted((seat for seat in here if seat.zone is Zone.STAGE), key=seat_order)
    hall = sorted((seat for seat in here if seat.zone is not Zone.STAGE), key=seat_order)
    lines = _lines(hall)
    rows = list(dict.fromkeys(seat.row for seat in hall))
    widths = {zone: max((len(lines.get((zone, row), ())) for row in rows), default=0) for zone in _ZONES}
    used = [zone for zone in _ZONES if widths[zone]]
    across = sum(widths.values()) + AISLE * max(0, len(used) - 1)
    width = max(across + 2 * ROW_NAME, len(stage) + 2.0, 6.0)
    platform = _platform(stage, width) if stage or floor == 1 else None
    top = platform.height + BEFORE_STAGE if platform else 0.2
    zones = _bands(used, widths, (width - across) / 2, top, len(rows))
    first = top + ZONE_BAND
    spots = [*_stage_spots(stage, platform), *_hall_spots(zones, lines, rows, first)]
    return FloorLayout(
        spots=tuple(spots),
        stage=platform,
        zones=tuple(zones),
        rows=tuple((row, first + place) for place, row in enumerate(rows)),
        width=width,
        height=first + len(rows) + 0.2,
    )


def shorts_of(delegations: Iterable[str]) -> dict[str, str]:
    """What fits on a seat: a delegation's name from its first telling word on, where that tells it from the others.

    "Đoàn phường Sông Công" is "Sông Công".
    """
    names = list(dict.fromkeys(delegations))
    shorts = {name: _told_apart(name) for name in names}
    several = {short for short, count in Counter(shorts.values()).items() if count > 1}
    return {name: name if shorts[name] in several else shorts[name] for name in names}


def _told_apart(name: str) -> str:
    rest = name
    while begins := next((word for word in COMMON if rest.lower().startswith(f"{word} ")), ""):
        rest = rest[len(begins) :].strip()
    return f"{rest[:1].upper()}{rest[1:]}"


def tints_of(layout: FloorLayout, sitting: Mapping[str, Delegate]) -> dict[str, int]:
    """A tint 0 ... TINTS - 1 for each delegation, so that neighbours differ wherever so few tints allow it."""
    at = {(round(spot.x * 2), round(spot.y)): _delegation(spot, sitting) for spot in layout.spots}
    beside: dict[str, set[str]] = {}
    for (x, y), name in at.items():
        for dx, dy in _NEAR:
            other = at.get((x + round(dx * 2), y + round(dy)), "")
            if name and other and name != other:
                beside.setdefault(name, set()).add(other)
                beside.setdefault(other, set()).add(name)
    tints: dict[str, int] = {}
    for place, name in enumerate(dict.fromkeys(name for name in at.values() if name)):
        taken = {tints[other] for other in beside.get(name, ()) if other in tints}
        wanted = [(place + step) % TINTS for step in range(TINTS)]
        tints[name] = next((tint for tint in wanted if tint not in taken), wanted[0])
    return tints


def names_over(layout: FloorLayout, sitting: Mapping[str, Delegate]) -> tuple[NamePlace, ...]:
    """Each delegation's name once in every zone where it sits, on the middle one of its longest runs."""
    runs: dict[tuple[str, Zone], list[NamePlace]] = {}
    for run in _runs(layout, sitting):
        first, last = run[0], run[-1]
        name = _delegation(first, sitting)
        place = NamePlace(name=name, x=first.x, y=first.y, width=last.x - first.x + 1)
        runs.setdefault((name, first.seat.zone), []).append(place)
    chosen = []
    for places in runs.values():
        longest = max(place.width for place in places)
        best = [place for place in places if place.width == longest]
        chosen.append(best[(len(best) - 1) // 2])
    return tuple(chosen)


def neighbour(layout: FloorLayout, label: str, dx: int, dy: int) -> str:
    """The label of the nearest seat in that direction; the same one where there is none."""
    here = next((spot for spot in layout.spots if spot.seat.label == label), None)
    if here is None:
        return layout.spots[0].seat.label if layout.spots else ""
    best, shortest = label, float("inf")
    for spot in layout.spots:
        along = (spot.x - here.x) * dx + (spot.y - here.y) * dy
        aside = abs((spot.x - here.x) * dy) + abs((spot.y - here.y) * dx)
        if along > 0.3 and (length := along + 2.5 * aside) < shortest:
            best, shortest = spot.seat.label, length
    return best


def _delegation(spot: Spot, sitting: Mapping[str, Delegate]) -> str:
    person = sitting.get(spot.seat.label)
    return person.sheet.delegation if person is not None else ""


def _lines(hall: Sequence[Seat]) -> dict[tuple[Zone, str], list[Seat]]:
    lines: dict[tuple[Zone, str], list[Seat]] = {}
    for seat in hall:
        lines.setdefault((seat.zone, seat.row), []).append(seat)
    return lines


def _platform(stage: Sequence[Seat], width: float) -> Band:
    wide = max(width * 0.36, len(stage) + 1.0)
    return Band(zone=Zone.STAGE, x=(width - wide) / 2, y=0.2, width=wide, height=STAGE_BAND + 0.3 + bool(stage))


def _bands(used: Sequence[Zone], widths: Mapping[Zone, int], left: float, top: float, rows: int) -> list[Band]:
    bands = []
    for zone in used:
        bands.append(Band(zone=zone, x=left, y=top, width=widths[zone], height=ZONE_BAND + rows))
        left += widths[zone] + AISLE
    return bands


def _stage_spots(stage: Sequence[Seat], platform: Band | None) -> list[Spot]:
    if platform is None:
        return []
    left, top = platform.x + (platform.width - len(stage)) / 2, platform.y + STAGE_BAND
    return [Spot(seat=seat, x=left + place, y=top) for place, seat in enumerate(stage)]


def _hall_spots(
    zones: Sequence[Band], lines: Mapping[tuple[Zone, str], Sequence[Seat]], rows: Sequence[str], first: float
) -> list[Spot]:
    spots = []
    for band in zones:
        for place, row in enumerate(rows):
            line = lines.get((band.zone, row), ())
            left = band.x + (band.width - len(line)) / 2
            spots += [Spot(seat=seat, x=left + n, y=first + place) for n, seat in enumerate(line)]
    return spots


def _runs(layout: FloorLayout, sitting: Mapping[str, Delegate]) -> list[list[Spot]]:
    """Neighbours in a row of one delegation."""
    runs: list[list[Spot]] = []
    for spot in layout.spots:
        name = _delegation(spot, sitting)
        if not name:
            continue
        last = runs[-1][-1] if runs else None
        if last and last.y == spot.y and spot.x - last.x <= 1 and _delegation(last, sitting) == name:
            runs[-1].append(spot)
        else:
            runs.append([spot])
    return runs
