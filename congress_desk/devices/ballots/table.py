"""What lies under the camera: nothing, a sheet that moves, one that lies still and is read, or the one read before.

A sheet stays the same one as long as it stays in sight, however it is pushed about. When a hand or another sheet
came between, its ink tells whether it is another one; where ink cannot tell (nobody wrote on it), people say so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from congress_desk.domain.ballot_forms import Doubt, NotRead, SheetReading, SheetStatus
from congress_desk.services.ports.ballots import OnTable, SheetSeen

if TYPE_CHECKING:
    from congress_desk.devices.ballots.finding import Fiducials
    from congress_desk.devices.ballots.printed import PrintedPage
    from congress_desk.services.ports.faces import Picture

STILL_FRAMES = 4
TRIES = 4
_STILL_PX = 1.5
_SAME_PLACE_PX = 25.0  # a sheet that nobody wrote on, so near to the last one: perhaps the same
_FARTHEST_PX = 120.0  # between two frames: what is pushed goes no farther
_GONE_FRAMES = 3
_PASSING = frozenset({Doubt.POOR_PICTURE, Doubt.REGISTRATION, Doubt.COVERED, Doubt.CODE_UNREAD})
_TAKEN_THOUGH_REFUSED = frozenset({NotRead.OTHER_FORM})  # it is a ballot, and it is known that it is not of this box


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Look:
    """One frame's answer. sheet: one that is taken now."""

    on_table: OnTable
    found: Fiducials
    why: NotRead | None = None
    sheet: SheetSeen | None = None


class Table:
    """last: the sheet that another process of this camera took last."""

    def __init__(self, pages: Sequence[PrintedPage], last: SheetReading | None = None) -> None:
        self._pages = pages
        self._taken = last
        self._before: Fiducials | None = None  # in the frame before
        self._read_at: Fiducials | None = None
        self._known: OnTable | None = None  # what the sheet in sight is, once it is known
        self._why: NotRead | None = None
        self._still = self._gone = self._tries = self._count = 0
        self._asked = False

    def take(self) -> None:
        """With the next frame, whatever lies there."""
        self._asked = True

    def look(self, frame: Picture) -> Look:
        """frame: RGB."""
        from congress_desk.devices.ballots.finding import LEAST_FIDUCIALS, fiducials_in
        from congress_desk.devices.opencv import opencv

        found = fiducials_in(opencv().cvtColor(frame, opencv().COLOR_RGB2GRAY))
        if self._asked:
            self._asked = False
            return self._take(found, self._read(frame))
        if len(found.corners) < LEAST_FIDUCIALS:
            return self._out_of_sight(found)
        moved = _apart(found, self._before)
        self._gone, self._before = 0, found
        self._still = self._still + 1 if moved < _STILL_PX else 0
        if self._known is not None and moved < _FARTHEST_PX:
            return Look(on_table=self._known, found=found, why=self._why)
        self._known = None
        if self._still < STILL_FRAMES:
            return Look(on_table=OnTable.READING if self._tries else OnTable.MOVING, found=found)
        return self._judge(found, self._read(frame))

    def _out_of_sight(self, found: Fiducials) -> Look:
        self._gone += 1
        self._before, self._still = None, 0
        if self._gone < _GONE_FRAMES and self._known is not None:
            return Look(on_table=self._known, found=found, why=self._why)
        self._known, self._tries = None, 0
        return Look(on_table=OnTable.NOTHING, found=found)

    def _judge(self, found: Fiducials, seen: SheetSeen) -> Look:
        reading = seen.reading
        if _may_pass(reading) and self._tries < TRIES:
            self._tries += 1
            self._still = 0
            return Look(on_table=OnTable.READING, found=found)
        near = _apart(found, self._read_at)
        if reading.status is SheetStatus.REFUSED and reading.reason not in _TAKEN_THOUGH_REFUSED:
            return self._know(found, OnTable.NOT_READ, reading.reason)
        if self._is_that_of_before(reading, near):
            return self._know(found, OnTable.TAKEN if self._surely_the_same(reading, near) else OnTable.SAME)
        return self._take(found, seen)

    def _take(self, found: Fiducials, seen: SheetSeen) -> Look:
        self._count += 1
        self._taken = seen.reading
        return replace(self._know(found, OnTable.TAKEN), sheet=seen)

    def _know(self, found: Fiducials, known: OnTable, why: NotRead | None = None) -> Look:
        self._known, self._why, self._tries = known, why, 0
        if known is not OnTable.NOT_READ:
            self._read_at = found
        return Look(on_table=known, found=found, why=why)

    def _is_that_of_before(self, reading: SheetReading, near: float) -> bool:
        from congress_desk.devices.ballots.twins import is_empty, twins_among

        last = self._taken
        if last is None:
            return False
        if reading.picture == last.picture or twins_among([last, reading]):
            return True
        same_page = (reading.form_code, reading.page) == (last.form_code, last.page)
        return same_page and near < _SAME_PLACE_PX and is_empty(reading) and is_empty(last)

    def _surely_the_same(self, reading: SheetReading, near: float) -> bool:
        """A hand went over it: it lies where it lay."""
        from congress_desk.devices.ballots.twins import is_empty

        return near < (_STILL_PX if is_empty(reading) else _SAME_PLACE_PX)

    def _read(self, frame: Picture) -> SheetSeen:
        import numpy as np

        from congress_desk.devices.ballots.reading import Origin, sheet_read

        return sheet_read(np.ascontiguousarray(frame[:, :, ::-1]), Origin("camera", self._count), self._pages)


def _may_pass(reading: SheetReading) -> bool:
    """A lens that still looks for its focus, or a hand that is still there."""
    if reading.status is SheetStatus.REFUSED:
        return reading.reason not in _TAKEN_THOUGH_REFUSED
    return bool(_PASSING & set(reading.doubts))


def _apart(one: Fiducials, other: Fiducials | None) -> float:
    """px that the square marks seen in both moved at most; endless where there are none."""
    import numpy as np

    both = set(one.corners) & set(other.corners) if other is not None else set()
    if other is None or len(both) < 3:
        return float("inf")
    return max(float(np.abs(one.corners[number] - other.corners[number]).max()) for number in both)
