"""Binds PDFs to one with bookmarks, by pikepdf; each part keeps its own pages and fonts.

pikepdf lets no other thread run while it writes: never call this in the window's own process (pack_apart.py).
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from congress_desk.devices.signing.archive import save_for_archive
from congress_desk.services.ports.binding import BoundPart


class PdfBinder:
    def title_of(self, pdf: bytes) -> str:
        """As the file names itself."""
        import pikepdf

        with pikepdf.open(io.BytesIO(pdf)) as document:
            return str(document.docinfo.get("/Title", ""))

    def bind(
        self, first: bytes, parts: Sequence[BoundPart], target: Path, *, language: str, made_at: dt.datetime
    ) -> None:
        """See the port Binder."""
        import pikepdf

        with ExitStack() as opened:
            bound = opened.enter_context(pikepdf.open(io.BytesIO(first)))
            title = str(bound.docinfo.get("/Title", ""))
            marks = [pikepdf.OutlineItem(title, 0)]
            for part in parts:
                document = opened.enter_context(pikepdf.open(part.path))
                marks.append(pikepdf.OutlineItem(part.bookmark, len(bound.pages)))
                bound.pages.extend(document.pages)
            with bound.open_outline() as outline:
                outline.root.extend(marks)
            bound.Root.PageMode = pikepdf.Name.UseOutlines
            save_for_archive(bound, target, language=language, made_at=made_at)
