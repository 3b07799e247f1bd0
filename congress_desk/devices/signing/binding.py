"""Binds PDFs to one with bookmarks, by pikepdf; each part keeps its own pages and fonts.

pikepdf lets no other thread run while it writes: never call this in the window's own process (pack_apart.py).
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from congress_desk.services.ports.binding import BoundPart


class PdfBinder:
    def title_of(self, pdf: bytes) -> str:
        """As the file names itself."""
        import pikepdf

        with pikepdf.open(io.BytesIO(pdf)) as document:
            return str(document.docinfo.get("/Title", ""))

    def bind(self, first: bytes, parts: Sequence[BoundPart], target: Path, *, language: str) -> None:
        """`first` (contents), then the parts, each with its bookmark. OSError where it cannot be written."""
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
            bound.Root.Lang = pikepdf.String(language)
            bound.save(target, deterministic_id=True)
