"""What was printed, as the reader needs it: the ink of the empty form, and what lies hidden under it.

A mark is what is left when the print is taken away; of a strike over a name only what lies between the letters can be
seen, so the print's own letters say how much of each name that is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from congress_desk.devices.ballots.normalising import Grey, ink_of
from congress_desk.devices.opencv import opencv
from congress_desk.domain.ballot_forms import PICTURE_DOTS_PER_MM as DOTS
from congress_desk.domain.ballot_forms import BallotForm
from congress_desk.domain.ballot_layout import Box, PageLayout, layout_of, pages_of
from congress_desk.plumbing.pdfium_lock import ONE_AT_A_TIME

Mask = NDArray[np.bool_]

_POINTS_PER_MM = 72 / 25.4
_FINER = 3  # times: letters are put on whole px when a page is drawn, so it is drawn larger and shrunk
_PRINTED = 40  # ink that belongs to the print
_HIDING = 3  # px a side: print hides what lies this close to it, for scanners are never exact
_HIDING_STRAYS = 7  # px: slivers along the print's edges are no strays
_STRONG = 150
_BLURS = (0.3, 0.6, 0.9, 1.2, 1.6)  # px
_SPILLS = 1.1  # a little more than computed
_EDGE = 6.0  # mm along the paper's edge where shadows and other sheets show
_NAME_ROOM = 0.9  # mm inside a name's cell, away from its lines


@dataclass(frozen=True, slots=True)
class Place:
    """A box in px: [top:bottom, left:right]."""

    top: int
    bottom: int
    left: int
    right: int

    @property
    def cut(self) -> tuple[slice, slice]:
        return slice(self.top, self.bottom), slice(self.left, self.right)

    def moved(self, dx: int, dy: int) -> Place:
        return Place(self.top + dy, self.bottom + dy, self.left + dx, self.right + dx)


def place_of(box: Box) -> Place:
    return Place(round(box.y * DOTS), round(box.bottom * DOTS), round(box.x * DOTS), round(box.right * DOTS))


@dataclass(frozen=True, slots=True, eq=False)
class PrintedName:
    """letters: where the name's letters stand in px of the page; core: top and bottom of its small letters."""

    letters: Place
    core: tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class PrintedPage:
    """ink: of the empty form. halos: how black its strokes are and what of them spills over, for sharp and for
    blurred pictures. hidden: where print hides ink. strong: black print. unseen: where nobody looks for stray ink."""

    form: BallotForm
    layout: PageLayout
    ink: Grey
    halos: tuple[tuple[float, Grey], ...]
    hidden: Mask
    strong: Mask
    unseen: Mask
    names: tuple[PrintedName, ...]

    @property
    def page(self) -> int:
        return self.layout.page

    def halo(self, black: float) -> Grey:
        """What the print leaves around itself in a picture as sharp as this."""
        return min(self.halos, key=lambda halo: abs(halo[0] - black))[1]


def printed_pages(form: BallotForm, pdf: bytes) -> Sequence[PrintedPage]:
    """Of one printed ballot."""
    rasters = _rasters(pdf, pages_of(form))
    return [_page(form, layout_of(form, page), raster) for page, raster in enumerate(rasters)]


def _rasters(pdf: bytes, pages: int) -> list[Grey]:
    import pypdfium2

    scale = _FINER * DOTS / _POINTS_PER_MM
    with ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            made = [document[page].render(scale=scale, grayscale=True) for page in range(pages)]
            return [bitmap.to_numpy().reshape(bitmap.height, -1)[:, : bitmap.width].copy() for bitmap in made]
        finally:
            document.close()


def _page(form: BallotForm, layout: PageLayout, raster: Grey) -> PrintedPage:
    cv2 = opencv()
    size = round(layout.width * DOTS), round(layout.height * DOTS)
    ink = ink_of(cv2.resize(raster, size, interpolation=cv2.INTER_AREA))
    hidden = cv2.dilate(ink, np.ones((_HIDING, _HIDING), np.uint8)) > _PRINTED
    return PrintedPage(
        form=form,
        layout=layout,
        ink=ink,
        halos=tuple(_halo(ink, place_of(layout.table), blur) for blur in _BLURS),
        hidden=hidden,
        strong=ink > _STRONG,
        unseen=_unseen(layout, cv2.dilate(ink, np.ones((_HIDING_STRAYS, _HIDING_STRAYS), np.uint8)) > _PRINTED),
        names=tuple(_name(ink, row.name) for row in layout.rows),
    )


def _halo(ink: Grey, table: Place, blur: float) -> tuple[float, Grey]:
    cv2 = opencv()
    soft = cv2.GaussianBlur(ink, (0, 0), blur)
    black = float(np.median(soft[table.cut][ink[table.cut] > _STRONG]))
    spilled = cv2.dilate(soft, np.ones((3, 3), np.uint8))
    return black, cv2.convertScaleAbs(spilled, alpha=_SPILLS)


def _unseen(layout: PageLayout, unseen: Mask) -> Mask:
    """Where stray ink is not looked for: under print, at the edge, on seal, code and square marks."""
    edge = round(_EDGE * DOTS)
    unseen[:edge] = unseen[-edge:] = True
    unseen[:, :edge] = unseen[:, -edge:] = True
    for box in (layout.seal.grown(6.0), layout.code.grown(1.0), *(box.grown(1.0) for box in layout.fiducials)):
        place = place_of(box)
        unseen[max(place.top, 0) : place.bottom, max(place.left, 0) : place.right] = True
    return unseen


def _name(ink: Grey, cell: Box) -> PrintedName:
    place = place_of(cell.grown(-_NAME_ROOM))
    written = ink[place.cut] > _PRINTED
    columns, lines = np.flatnonzero(written.any(axis=0)), written.sum(axis=1)
    if not len(columns):
        return PrintedName(place, (place.top, place.bottom))
    rows = np.flatnonzero(lines)
    letters = Place(
        place.top + rows[0], place.top + rows[-1] + 1, place.left + columns[0], place.left + columns[-1] + 1
    )
    core = np.flatnonzero(lines > 0.45 * np.sort(lines)[-6:].mean())  # the small letters' height holds most ink
    return PrintedName(letters, (place.top + int(core[0]), place.top + int(core[-1]) + 1))
