"""One picture to one reading: found, named by its code, straightened, subtracted, scored, judged.

Whatever cannot be read comes back as well, refused with its reason and its picture.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from congress_desk.devices.ballots.boxes import BoxInk, box_ink
from congress_desk.devices.ballots.codes import codes_in
from congress_desk.devices.ballots.finding import Lie, fiducials_in, lie_of
from congress_desk.devices.ballots.inks import Hue, apart, hue_of, is_coloured
from congress_desk.devices.ballots.judging import Picture, judged_boxes, judged_strikes, sheet_doubts
from congress_desk.devices.ballots.normalising import Colour, Grey, ink_of, without_streaks
from congress_desk.devices.ballots.printed import PrintedPage, place_of
from congress_desk.devices.ballots.registering import RowFit, blackness, row_fits
from congress_desk.devices.ballots.run_ons import run_on
from congress_desk.devices.ballots.straightening import Straight, straightened
from congress_desk.devices.ballots.strays import Strays, strays_on
from congress_desk.devices.ballots.strikes import Strike, strike_over
from congress_desk.devices.ballots.twins import ink_print
from congress_desk.devices.opencv import opencv
from congress_desk.domain.ballot_forms import (
    PICTURE_DOTS_PER_MM,
    BallotKind,
    CodeRead,
    Doubt,
    Mark,
    NotRead,
    RowReading,
    SheetReading,
    SheetStatus,
    code_read,
)
from congress_desk.domain.ballot_layout import Box, Row, pages_of
from congress_desk.services.ports.ballots import SheetSeen

_QUALITY = 82
_REFUSED_SIDE = 1800  # px: pictures of what was refused are kept no larger
_LIGHTEST_INK = 34.0  # 0..255
_LIGHTEST_TRACE = 18.0  # beside ink of the same stroke
_ABOVE_NOISE = 16.0
_BLANK_SHARE = 0.002  # of a page that is dark: less is an empty page
_HALO = 3.2  # mm around a marked box that its mark may reach
_BAND = 1.9  # mm above and below a struck name's cell
_RUN_BAND = 2.7  # mm on both sides of a line that runs on
_RUN_ON = (6.0, 10.0)  # mm before and behind a name: no strike is longer
_STRUCK = 0.5
_PRINT_SEEN = 0.9  # of the print's lines: then a sheet without its code is known


@dataclass(frozen=True, slots=True)
class Origin:
    """Which page of which file."""

    source: str
    place: int


def sheet_read(picture: Colour | Grey, origin: Origin, pages: Sequence[PrintedPage]) -> SheetSeen:
    """picture: grey or blue-green-red; it may be changed. pages: of all forms that may come."""
    cv2 = opencv()
    grey: Grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY) if picture.ndim == 3 else picture
    without_streaks(picture, grey)
    fiducials = fiducials_in(grey)
    codes = [code for text in codes_in(grey, fiducials) if (code := code_read(text)) is not None]
    if fiducials.several or len({(code.form_code, code.page, code.mark) for code in codes}) > 1:
        return _refused(picture, origin, NotRead.SEVERAL_SHEETS)
    if codes and not any(page.form.code == codes[0].form_code for page in pages):
        return _refused(picture, origin, NotRead.OTHER_FORM)
    for page in _candidates(codes, pages):
        lie = lie_of(fiducials, page.layout)
        if lie is None:
            continue
        sheet = _Sheet(straightened(picture, grey, lie, page.layout), lie, page)
        if codes or sheet.print_seen >= _PRINT_SEEN:
            return sheet.read(origin, codes[0] if codes else None)
    return _refused(picture, origin, _why_not(grey, len(fiducials.corners), bool(codes)))


def _candidates(codes: Sequence[CodeRead], pages: Sequence[PrintedPage]) -> Sequence[PrintedPage]:
    if not codes:
        return pages
    return [page for page in pages if (page.form.code, page.page) == (codes[0].form_code, codes[0].page)]


def _why_not(grey: Grey, fiducials: int, has_code: bool) -> NotRead:
    if has_code or fiducials >= 2:
        return NotRead.UNREADABLE
    if float((ink_of(grey) > 60).mean()) < _BLANK_SHARE:
        return NotRead.BLANK_PAGE
    return NotRead.NOT_A_BALLOT


def _refused(picture: Colour | Grey, origin: Origin, why: NotRead) -> SheetSeen:
    cv2 = opencv()
    shrink = min(1.0, _REFUSED_SIDE / max(picture.shape[:2]))
    if shrink < 1:
        picture = cv2.resize(picture, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    jpeg = jpeg_of(picture)
    reading = SheetReading(
        status=SheetStatus.REFUSED, reason=why, source=origin.source, place=origin.place, picture=_digest(jpeg)
    )
    return SheetSeen(reading=reading, picture=jpeg)


def jpeg_of(picture: Colour | Grey) -> bytes:
    cv2 = opencv()
    _, made = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])
    return bytes(made.tobytes())


def _digest(jpeg: bytes) -> str:
    return hashlib.sha256(jpeg).hexdigest()


class _Sheet:
    """A straightened sheet of a known form, with its ink."""

    def __init__(self, straight: Straight, lie: Lie, page: PrintedPage) -> None:
        self._straight = straight
        self._lie = lie
        self._page = page
        self._ink = ink_of(straight.grey)
        self._black = blackness(self._ink, page)
        self._noise = self._paper_noise()
        self._threshold = max(_LIGHTEST_INK, self._noise + _ABOVE_NOISE)
        self._fits: Sequence[RowFit] = row_fits(self._ink, page, self._black)
        self._left: Grey = opencv().subtract(self._ink, page.halo(self._black))

    @property
    def print_seen(self) -> float:
        """Of the rows' print, the poorest fifth left out."""
        seen = sorted(fit.name.seen for fit in self._fits)
        return seen[len(seen) // 5]

    def read(self, origin: Origin, code: CodeRead | None) -> SheetSeen:
        rows = self._rows()
        strays = self._strays(rows)
        form = self._page.form
        picture = self._quality(rows)
        doubts = sheet_doubts(form, pages_of(form), rows, strays, picture)
        if code is None:
            doubts = (*doubts, Doubt.CODE_UNREAD)
        asks = bool(doubts) or any(row.mark is Mark.ASK for row in rows)
        jpeg = jpeg_of(self._straight.picture)
        reading = SheetReading(
            status=SheetStatus.ASK if asks else SheetStatus.READ,
            source=origin.source,
            place=origin.place,
            picture=_digest(jpeg),
            form_code=form.code,
            page=self._page.page,
            mark=code.mark if code else "",
            rows=rows,
            doubts=doubts,
            scores=self._scores(picture, strays.area),
            straightened=True,
        )
        ink = ink_print(self._left, self._page, self._threshold, self._lie.slant)
        return SheetSeen(reading=replace(reading, ink=ink), picture=jpeg)

    def _strays(self, rows: Sequence[RowReading]) -> Strays:
        allowed = self._accounted(rows)
        return strays_on(self._ink, self._left, self._page, self._fits, allowed, threshold=self._threshold)

    def _rows(self) -> tuple[RowReading, ...]:
        numbers = [row.row for row in self._page.layout.rows]
        if self._page.form.kind is BallotKind.STRIKE:
            return judged_strikes(numbers, self._strikes, self._fits)
        return judged_boxes(numbers, self._boxes(), self._fits)

    @cached_property
    def _strikes(self) -> Sequence[Strike]:
        page, halo = self._page, self._page.halo(self._black)
        limits = {"threshold": self._threshold, "least": max(_LIGHTEST_TRACE, self._noise + _ABOVE_NOISE / 2)}
        return [strike_over(self._ink, halo, page, n, fit.name, **limits) for n, fit in enumerate(self._fits)]

    def _boxes(self) -> Sequence[tuple[BoxInk, BoxInk]]:
        found = []
        for row, fit in zip(self._page.layout.rows, self._fits, strict=True):
            assert row.yes is not None
            assert row.no is not None
            assert fit.boxes is not None
            yes, no = (box_ink(self._left, box, fit.boxes, threshold=self._threshold) for box in (row.yes, row.no))
            found.append((yes, no))
        return found

    def _accounted(self, rows: Sequence[RowReading]) -> list[Box]:
        """Where the marks that were read, or asked about, have their ink."""
        found = []
        for number, (row, place) in enumerate(zip(rows, self._page.layout.rows, strict=True)):
            if place.yes is None or place.no is None:
                found += self._struck(number, place) if row.no_score > _STRUCK else []
                continue
            marked = ((place.yes, row.yes_score), (place.no, row.no_score))
            found += [box.grown(_HALO) for box, score in marked if score > 0]
        return found

    def _struck(self, number: int, row: Row) -> list[Box]:
        """The name, and on both sides the way on which its strike runs on."""
        letters, ends = self._page.names[number].letters, self._strikes[number].ends
        begin, end = letters.left / PICTURE_DOTS_PER_MM, letters.right / PICTURE_DOTS_PER_MM
        left, right = (y / PICTURE_DOTS_PER_MM for y in ends)
        slope = (right - left) / max(end - begin, 1.0)
        limits = {"threshold": self._threshold, "band": _RUN_BAND}
        before = run_on(self._left, (letters.left, ends[0]), slope, most=-_RUN_ON[0], **limits)
        behind = run_on(self._left, (letters.right, ends[1]), slope, most=_RUN_ON[1], **limits)
        higher, lower = sorted((left, left - slope * before))
        upper, nether = sorted((right, right + slope * behind))
        return [
            Box(begin - 1, row.cell.y - _BAND, end - begin + 2, row.cell.height + 2 * _BAND),
            Box(begin - before, row.cell.y, before + end - begin + behind, row.cell.height),
            Box(begin - before, higher - _RUN_BAND, before, lower - higher + 2 * _RUN_BAND),
            Box(end, upper - _RUN_BAND, behind, nether - upper + 2 * _RUN_BAND),
        ]

    def _paper_noise(self) -> float:
        """Ink (0..255) that nine tenths of the bare paper in the table stay below."""
        table = place_of(self._page.layout.table).cut
        bare = self._ink[table][::2, ::2][~self._page.hidden[table][::2, ::2]]
        return float(np.percentile(bare, 90)) if bare.size else 0.0

    def _quality(self, rows: Sequence[RowReading]) -> Picture:
        return Picture(
            blackness=self._black,
            noise=self._noise,
            dots_per_mm=self._lie.dots_per_mm,
            ticks=self._straight.ticks_found,
            missing=len(self._lie.missing),
            hues_apart=apart(self._hues(rows)),
        )

    def _hues(self, rows: Sequence[RowReading]) -> list[Hue]:
        picture = self._straight.picture
        if not is_coloured(picture):
            return []
        found = []
        for number, (row, place) in enumerate(zip(rows, self._page.layout.rows, strict=True)):
            if place.yes is None or place.no is None:
                spots = [self._page.names[number].letters] if row.no_score > _STRUCK else []
            else:
                marked = ((place.yes, row.yes_score), (place.no, row.no_score))
                spots = [place_of(box.grown(-0.5)) for box, score in marked if score > 0]
            for spot in spots:
                hidden = self._page.hidden[spot.cut]
                hue = hue_of(picture, self._ink, spot, hidden, threshold=self._threshold + 20)
                found += [hue] if hue is not None else []
        return found

    def _scores(self, picture: Picture, stray_area: float) -> dict[str, float]:
        return {
            "blackness": round(picture.blackness, 1),
            "noise": round(picture.noise, 1),
            "dots_per_mm": round(picture.dots_per_mm, 2),
            "ticks": round(picture.ticks, 3),
            "hues_apart": round(picture.hues_apart, 3),
            "stray_area": round(stray_area, 2),
            "frames": round(min(min(f.name.seen, f.boxes.seen if f.boxes else 1.0) for f in self._fits), 3),
            "dots": float(PICTURE_DOTS_PER_MM),
        }
