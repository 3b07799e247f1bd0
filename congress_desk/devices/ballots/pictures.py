"""Pictures for those who judge: a mark, a row, the whole sheet with its reading drawn beside every row."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from congress_desk.devices.ballots.normalising import Colour
from congress_desk.devices.opencv import opencv
from congress_desk.domain.ballot_forms import PICTURE_DOTS_PER_MM as DOTS
from congress_desk.domain.ballot_forms import BallotForm, Mark, RowReading, SheetReading
from congress_desk.domain.ballot_layout import Box, PageLayout, Row, layout_of

Shade = tuple[int, int, int]  # blue, green, red

_ROW_TIMES, _MARK_TIMES = 2, 4
_AROUND_ROW, _AROUND_MARK = 3.0, 2.5  # mm
_QUALITY = 88
_SIGN_WIDTH = 5.5  # mm, in the margin beside the row's tick
_SHADES: dict[Mark, Shade] = {
    Mark.YES: (70, 130, 40),
    Mark.NO: (40, 40, 190),
    Mark.NONE: (120, 120, 120),
    Mark.BOTH: (20, 130, 210),
    Mark.ASK: (20, 130, 210),
}


class DrawnBallots:
    """See services.ports.ballots.BallotPictures."""

    def row(self, picture: bytes, form: BallotForm, reading: SheetReading, row: int) -> bytes:
        layout, place = _row_of(form, reading, row)
        cell = Box(layout.table.x, place.cell.y, layout.table.width, place.cell.height)
        return _packed(_cut(_opened(picture), cell.grown(_AROUND_ROW), _ROW_TIMES))

    def mark(self, picture: bytes, form: BallotForm, reading: SheetReading, row: int) -> bytes:
        _, place = _row_of(form, reading, row)
        if place.yes is not None and place.no is not None:
            box = Box(place.yes.x, place.yes.y, place.no.right - place.yes.x, place.yes.height)
        else:
            box = place.name
        return _packed(_cut(_opened(picture), box.grown(_AROUND_MARK), _MARK_TIMES if place.yes else _ROW_TIMES))

    def sheet(self, picture: bytes, form: BallotForm, reading: SheetReading) -> bytes:
        if not reading.straightened:
            return picture
        cv2 = opencv()
        drawn = _opened(picture).copy()
        layout = layout_of(form, reading.page)
        for read, place in zip(reading.rows, layout.rows, strict=True):
            _sign(drawn, layout, place, read)
        return _packed(cv2.copyMakeBorder(drawn, 2, 2, 2, 2, cv2.BORDER_CONSTANT, value=(200, 200, 200)))


def _row_of(form: BallotForm, reading: SheetReading, row: int) -> tuple[PageLayout, Row]:
    layout = layout_of(form, reading.page)
    return layout, next(place for place in layout.rows if place.row == row)


def _opened(picture: bytes) -> Colour:
    cv2 = opencv()
    opened: Colour = cv2.imdecode(np.frombuffer(picture, np.uint8), cv2.IMREAD_COLOR)
    return opened


def _packed(picture: Colour) -> bytes:
    cv2 = opencv()
    _, made = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])
    return bytes(made.tobytes())


def _cut(picture: Colour, box: Box, times: int) -> Colour:
    cv2 = opencv()
    top, left = max(0, round(box.y * DOTS)), max(0, round(box.x * DOTS))
    part = picture[top : round(box.bottom * DOTS), left : round(box.right * DOTS)]
    larger: Colour = cv2.resize(part, None, fx=times, fy=times, interpolation=cv2.INTER_CUBIC)
    return larger


def _sign(picture: Colour, layout: PageLayout, place: Row, read: RowReading) -> None:
    """In the margin at the row's end: a sign for the reading, and a frame around what people are asked about.

    A tick, a bar, a ring and a question mark: told by form as well as by colour.
    """
    cv2 = opencv()
    shade = _SHADES[read.mark]
    _plate(picture, layout.table.right + 5.0, place.cell)
    x, y = layout.table.right + 5.2 + _SIGN_WIDTH / 2, place.cell.middle[1]
    if read.mark is Mark.YES:
        points = [(x - 1.8, y), (x - 0.5, y + 1.4), (x + 1.9, y - 1.6)]
        cv2.polylines(picture, [_px(points)], False, shade, 4, cv2.LINE_AA)
    elif read.mark is Mark.NO:
        cv2.polylines(picture, [_px([(x - 1.8, y), (x + 1.8, y)])], False, shade, 5, cv2.LINE_AA)
    elif read.mark is Mark.NONE:
        cv2.circle(picture, tuple(_px([(x, y)])[0].tolist()), round(1.4 * DOTS), shade, 3, cv2.LINE_AA)
    else:
        corner = _px([(x - 1.2, y + 1.9)])[0].tolist()
        cv2.putText(picture, "?", tuple(corner), cv2.FONT_HERSHEY_SIMPLEX, 0.95, shade, 3, cv2.LINE_AA)
        cell = place.cell
        corners = _px([(cell.x, cell.y), (cell.right, cell.bottom)]).tolist()
        cv2.rectangle(picture, tuple(corners[0]), tuple(corners[1]), shade, 3, cv2.LINE_AA)


def _plate(picture: Colour, x: float, cell: Box) -> None:
    """White under the sign, which else would stand on a square mark."""
    top, left = round((cell.middle[1] - 2.4) * DOTS), round(x * DOTS)
    picture[top : top + round(4.8 * DOTS), left : left + round((_SIGN_WIDTH + 0.4) * DOTS)] = 255


def _px(points: list[tuple[float, float]]) -> NDArray[np.int32]:
    rounded: NDArray[np.int32] = np.rint(np.array(points) * DOTS).astype(np.int32)
    return rounded
