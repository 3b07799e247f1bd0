"""Pages of a PDF as JPEG pictures: a reader for phones that need no PDF viewer and no program code."""

from __future__ import annotations

import io
from pathlib import Path

from congress_desk.devices.documents.pdfium import opened_pdf
from congress_desk.domain.refusals import Problem, Trouble

_QUALITY = 78
_TALLEST = 4  # widths: a page that is a banner is not drawn in full


class PdfiumPageImages:
    """See services.ports.documents.PageImages."""

    def page(self, pdf: Path, page: int, width: int) -> bytes:
        with opened_pdf(pdf) as document:
            if not 0 <= page < len(document):
                raise Trouble(Problem.CANNOT_READ, path=str(pdf))
            sheet = document[page]
            across, down = sheet.get_size()
            scale = min(width / across, width * _TALLEST / down)
            bitmap = sheet.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
            picture = bitmap.to_pil().convert("RGB").copy()
            bitmap.close()
            sheet.close()
        target = io.BytesIO()
        picture.save(target, "JPEG", quality=_QUALITY, optimize=True)
        return target.getvalue()
