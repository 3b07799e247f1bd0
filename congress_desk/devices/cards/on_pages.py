"""QR symbols on the pages of a PDF, also of a scanned one: rendered and read, the first pages only."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.devices.cards.zxing import QR_ONLY, ZxingCodeReader
from congress_desk.devices.printer.pages import PdfiumPages
from congress_desk.domain.refusals import Trouble

MOST_PAGES = 3  # a record carries its mark on every page
_WIDTHS = (1654, 2480)  # pixels: A4 at 200 dpi, then at 300


def codes_in_pdf(pdf: bytes) -> Sequence[str]:
    """What the symbols say, each once; () for what is no PDF."""
    import numpy as np

    pages, reader = PdfiumPages(), ZxingCodeReader(QR_ONLY)
    try:
        count = min(pages.count(pdf), MOST_PAGES)
        for width in _WIDTHS:
            for page in range(count):
                picture = pages.picture(pdf, page, width)
                shape = (picture.height, picture.width, 3)
                found = reader.codes(np.frombuffer(picture.rgb, dtype=np.uint8).reshape(shape))
                if found:
                    return found
    except Trouble:
        return ()
    return ()
