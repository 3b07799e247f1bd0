"""Binds PDFs to one with bookmarks, by pikepdf; each part keeps its own pages and fonts.

pikepdf lets no other thread run while it writes: 20 MB stopped the desk's window for 1.5 s. So much is bound in a
process of its own.
"""

from __future__ import annotations

import io
import multiprocessing
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from pathlib import Path

from congress_desk.services.ports.binding import BoundPart

MUCH = 4_000_000  # bytes


class PdfBinder:
    """apart_from: so many bytes of parts are bound in a process of their own."""

    def __init__(self, apart_from: int = MUCH) -> None:
        self._apart_from = apart_from

    def title_of(self, pdf: bytes) -> str:
        """As the file names itself."""
        import pikepdf

        with pikepdf.open(io.BytesIO(pdf)) as document:
            return str(document.docinfo.get("/Title", ""))

    def bind(self, first: bytes, parts: Sequence[BoundPart], target: Path, *, language: str) -> None:
        """`first` (contents), then the parts, each with its bookmark. OSError where it cannot be written."""
        if sum(part.path.stat().st_size for part in parts) < self._apart_from:
            _bind(first, tuple(parts), target, language)
            return
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(max_workers=1, mp_context=context) as apart:
            apart.submit(_bind, first, tuple(parts), target, language).result()


def _bind(first: bytes, parts: Sequence[BoundPart], target: Path, language: str) -> None:
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
