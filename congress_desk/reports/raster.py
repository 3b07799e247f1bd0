"""Finished pages as pictures: to be read back, and to be shown on a screen."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.plumbing.pdfium_lock import ONE_AT_A_TIME

_DOTS_PER_INCH = 200
_POINTS_PER_INCH = 72


def proved(pdf: bytes, codes: Sequence[str]) -> bytes:
    """The same PDF, if exactly these symbols are read from its pages. Trouble: SYMBOL_UNREADABLE."""
    missing = Counter(codes) - Counter(_symbols(pdf))
    if missing:
        raise Trouble(Problem.SYMBOL_UNREADABLE, code=next(iter(missing)))
    return pdf


def page_pngs(pdf: bytes, width: int) -> list[bytes]:
    """Every page as a PNG, `width` px wide."""
    found = []
    with _opened(pdf) as document:
        for page in document:
            target = io.BytesIO()
            bitmap = page.render(scale=width / page.get_width(), rev_byteorder=True, prefer_bgrx=False)
            bitmap.to_pil().save(target, "PNG")
            found.append(target.getvalue())
    return found


def _symbols(pdf: bytes) -> Iterator[str]:
    import zxingcpp

    with _opened(pdf) as document:
        for page in document:
            raster = page.render(scale=_DOTS_PER_INCH / _POINTS_PER_INCH, grayscale=True).to_numpy()
            found = zxingcpp.read_barcodes(raster, formats=zxingcpp.BarcodeFormat.QRCode)
            yield from (symbol.text for symbol in found if symbol.valid)


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    import pypdfium2

    with ONE_AT_A_TIME:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()
