"""Does the print stand where it has to? Every row is sought within half a millimetre, and its lines are checked.

A registration that went wrong moves every mark to another name; so no box is trusted whose frame is not seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from congress_desk.devices.ballots.normalising import Grey
from congress_desk.devices.ballots.printed import Place, PrintedPage, place_of
from congress_desk.devices.opencv import opencv
from congress_desk.domain.ballot_forms import BallotKind
from congress_desk.domain.ballot_layout import Row

PRINT_REACH = 6  # px each way, where no ticks stand beside
_REACH = 3  # px each way
_SEEN = 0.35  # of the page's own blackness: a printed px that is there


@dataclass(frozen=True, slots=True)
class Fit:
    """How far a place of the page is off (px), how much of its black print was seen there (0..1)."""

    dx: int
    dy: int
    seen: float
    at_edge: bool


@dataclass(frozen=True, slots=True)
class RowFit:
    name: Fit
    boxes: Fit | None


def blackness(ink: Grey, page: PrintedPage) -> float:
    """Ink (0..255) of this picture where the form is black, in the table: small where blurred or pale."""
    table = place_of(page.layout.table).cut
    black = ink[table][page.strong[table]]
    return float(np.median(black)) if len(black) else 0.0


def row_fits(ink: Grey, page: PrintedPage, black: float) -> Sequence[RowFit]:
    return [_row_fit(ink, page, row, number, black) for number, row in enumerate(page.layout.rows)]


def _row_fit(ink: Grey, page: PrintedPage, row: Row, number: int, black: float) -> RowFit:
    letters = page.names[number].letters
    cell = place_of(row.cell)
    name = Place(cell.top - 2, cell.bottom + 3, letters.left - 6, letters.right + 6)
    if page.form.kind is BallotKind.STRIKE or row.yes is None or row.no is None:
        return RowFit(_fit(ink, page, name, black), None)
    yes, no = place_of(row.yes.grown(1.2)), place_of(row.no.grown(1.2))
    boxes = _fit(ink, page, Place(yes.top, yes.bottom, yes.left, no.right), black)
    return RowFit(_seen_at(ink, page, name, black, boxes.dx, boxes.dy), boxes)


def _fit(ink: Grey, page: PrintedPage, place: Place, black: float) -> Fit:
    """The likeliest shift."""
    dx, dy = shift_of(ink, page, place, _REACH)
    return _seen_at(ink, page, place, black, dx, dy)


def shift_of(ink: Grey, page: PrintedPage, place: Place, reach: int = PRINT_REACH) -> tuple[int, int]:
    """px to the right and down by which the print of a place is off, likeliest."""
    cv2 = opencv()
    wide = Place(place.top - reach, place.bottom + reach, place.left - reach, place.right + reach)
    likeness: NDArray[np.float32] = cv2.matchTemplate(ink[wide.cut], page.ink[place.cut], cv2.TM_CCOEFF_NORMED)
    down, across = divmod(int(likeness.argmax()), likeness.shape[1])
    return across - reach, down - reach


def _seen_at(ink: Grey, page: PrintedPage, place: Place, black: float, dx: int, dy: int) -> Fit:
    strong = page.strong[place.cut]
    there = ink[place.moved(dx, dy).cut][strong] > _SEEN * black
    return Fit(dx, dy, float(there.mean()) if there.size else 0.0, max(abs(dx), abs(dy)) == _REACH)
