"""The port LibraryPapers: papers of the library as PDF and PNG, and the mark over a reader's copy.

No sheet leaves before every symbol on it was read back from the finished page, by another library.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from congress_desk.domain.documents_records import LibraryRecord, SheetRecord
from congress_desk.plumbing.texts import words_for
from congress_desk.reports.wording import Say

if TYPE_CHECKING:
    from congress_desk.reports.fonts import FontSet


class PdfLibraryPapers:
    """Loads fonts and ReportLab with the first paper, not before; one paper is made at a time."""

    def __init__(self) -> None:
        self._fonts: FontSet | None = None
        self._one_at_a_time = threading.Lock()

    def render(self, record: LibraryRecord, language: str) -> bytes:
        """PDF bytes. language: vi, en, ar. Trouble: NO_FONT_FOR, SYMBOL_UNREADABLE."""
        say = Say(words_for(language))
        with self._one_at_a_time:
            return _rendered(record, self._loaded_fonts(), say)

    def pictures(self, pdf: bytes, width: int) -> Sequence[bytes]:
        from congress_desk.reports.raster import page_pngs

        return page_pngs(pdf, width)

    def mark(self, lines: Sequence[str], width: float, height: float) -> bytes:
        """One page of width x height points with these lines across it and in its foot, thin enough to read."""
        from congress_desk.reports.reader_mark import render_mark

        with self._one_at_a_time:
            return render_mark(lines, width, height, self._loaded_fonts())

    def _loaded_fonts(self) -> FontSet:
        from congress_desk.reports.fonts import FontSet

        if self._fonts is None:
            self._fonts = FontSet()
        return self._fonts


def _rendered(record: LibraryRecord, fonts: FontSet, say: Say) -> bytes:
    if isinstance(record, SheetRecord):
        from congress_desk.reports.document_sheet import render_sheet

        return render_sheet(record, fonts, say)
    from congress_desk.reports.forms import rendered

    return rendered(record, fonts, say)
