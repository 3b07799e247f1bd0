"""An automatic arrangement: delegations in order, each kept together, zone after zone from the front.

It proposes; the secretariat then moves single people. The same people and hall give the same arrangement.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby

from congress_desk.domain.delegates import Category, Delegate, DelegateId
from congress_desk.domain.seating import Seat, Zone, is_seated, seat_order

_ZONES = (Zone.MIDDLE, Zone.LEFT, Zone.RIGHT)  # the middle is filled first


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """given: label by delegate. parted: delegations that sit in more than one zone. seatless: no seat was left."""

    given: dict[DelegateId, str]
    parted: tuple[str, ...] = ()
    seatless: tuple[Delegate, ...] = ()


def arranged(seats: Sequence[Seat], people: Sequence[Delegate], *, stage: Sequence[DelegateId] = ()) -> Arrangement:
    """people: in order of delegation. stage: who sits on the stage, in their order from its middle outwards.

    Guests sit in front, then the delegations. A delegation goes where it fits whole; if nowhere, it is parted.
    """
    free = {zone: sorted((s for s in seats if s.zone is zone), key=seat_order) for zone in Zone}
    given = dict(zip(stage, (seat.label for seat in _from_the_middle(free[Zone.STAGE])), strict=False))
    blocks = _blocks(free)
    waiting = [d for d in people if is_seated(d) and d.id not in given]
    guests = [d for d in waiting if d.sheet.category is Category.GUEST]
    others = [d for d in waiting if d.sheet.category is not Category.GUEST]
    groups = [("", guests)] if guests else []
    groups += [(name, list(members)) for name, members in groupby(others, key=lambda d: d.sheet.delegation)]
    parted: list[str] = []
    seatless: list[Delegate] = []
    for name, members in groups:
        taken = _take(blocks, len(members))
        given |= {d.id: seat.label for d, seat in zip(members, taken, strict=False)}
        seatless += members[len(taken) :]
        if len({(seat.floor, seat.zone) for seat in taken}) > 1:
            parted.append(name)
    return Arrangement(given=given, parted=tuple(parted), seatless=tuple(seatless))


def left_without(arrangement: Arrangement, people: Collection[Delegate]) -> int:
    return sum(d.id not in arrangement.given for d in people if is_seated(d))


def _blocks(free: dict[Zone, list[Seat]]) -> list[list[Seat]]:
    """The zones of each floor, the ground floor first; each from the front row on."""
    floors = sorted({seat.floor for zone in _ZONES for seat in free[zone]})
    blocks = [[seat for seat in free[zone] if seat.floor == floor] for floor in floors for zone in _ZONES]
    return [block for block in blocks if block]


def _take(blocks: list[list[Seat]], count: int) -> list[Seat]:
    """The first so many seats of the first block that has them all; else what is free, block after block."""
    whole = next((block for block in blocks if len(block) >= count), None)
    taken: list[Seat] = []
    for block in [whole] if whole is not None else blocks:
        wanted = count - len(taken)
        taken += block[:wanted]
        del block[:wanted]
    return taken


def _from_the_middle(seats: Sequence[Seat]) -> list[Seat]:
    """The seat in the middle first, then its neighbours by turns."""
    middle = (len(seats) - 1) / 2
    return [seat for _, seat in sorted(enumerate(seats), key=lambda placed: (abs(placed[0] - middle), placed[0]))]
