"""A printed ballot's square marks read back from the finished page; one that does not read stops the printing."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.domain.ballot_layout import FIDUCIAL_BITS, Box, PageLayout
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.plumbing.pdfium_lock import ONE_AT_A_TIME

_DOTS_PER_MM = 6
_POINTS_PER_MM = 72 / 25.4
_MODULES = 6
_GREY = 128


def prove_marks(pdf: bytes, pages: Sequence[PageLayout]) -> None:
    """Trouble: SYMBOL_UNREADABLE(code) where a mark is missing, covered or out of its place."""
    import pypdfium2

    with ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            for number, layout in enumerate(pages):
                scale = _DOTS_PER_MM / _POINTS_PER_MM
                raster = document[number].render(scale=scale, grayscale=True).to_numpy()
                for box, bits in zip(layout.fiducials, FIDUCIAL_BITS, strict=True):
                    if _read(raster, box) != bits:
                        raise Trouble(Problem.SYMBOL_UNREADABLE, code=f"{box.x:.0f}/{box.y:.0f} mm")
        finally:
            document.close()


def _read(raster: object, box: Box) -> tuple[str, ...]:
    """The inner modules; nothing where the frame is not black."""
    import numpy as np

    grey = np.asarray(raster).reshape(np.asarray(raster).shape[:2])
    step = box.width / _MODULES
    middles = (np.arange(_MODULES) + 0.5) * step
    rows = ((box.y + middles) * _DOTS_PER_MM).astype(int)
    columns = ((box.x + middles) * _DOTS_PER_MM).astype(int)
    white = grey[np.ix_(rows, columns)] > _GREY
    if white[0].any() or white[-1].any() or white[:, 0].any() or white[:, -1].any():
        return ()
    return tuple("".join("1" if bit else "0" for bit in line) for line in white[1:-1, 1:-1])
