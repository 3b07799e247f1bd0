"""Pages of a PDF as pictures for the preview, by PDFium: what is seen is the file that is printed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.plumbing.pdfium_lock import ONE_AT_A_TIME
from congress_desk.services.ports.printer import PagePicture


class PdfiumPages:
    """Loads PDFium with the first page."""

    def count(self, pdf: bytes) -> int:
        """How many pages. Trouble: CANNOT_READ."""
        with _opened(pdf) as document:
            return len(document)

    def picture(self, pdf: bytes, page: int, width: int) -> PagePicture:
        """Page `page` (from 0), `width` px wide. Trouble: CANNOT_READ."""
        with _opened(pdf) as document:
            sheet = document[page]
            bitmap = sheet.render(scale=width / sheet.get_width(), rev_byteorder=True, prefer_bgrx=False)
            picture = _packed(bitmap, width)
            bitmap.close()
            sheet.close()
            return picture


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    import pypdfium2

    with ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise Trouble(Problem.CANNOT_READ, path="PDF") from error
        try:
            yield document
        finally:
            document.close()


def _packed(bitmap: Any, width: int) -> PagePicture:
    """Rows without the padding at their ends; a rounding pixel is cut off."""
    raw = bytes(bitmap.buffer)
    used = min(width, bitmap.width) * bitmap.n_channels
    rows = (raw[start : start + used] for start in range(0, bitmap.stride * bitmap.height, bitmap.stride))
    return PagePicture(width=min(width, bitmap.width), height=bitmap.height, rgb=b"".join(rows))
