"""The port SafeCopies: cleaned copies, and copies with the reader's name across every page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from congress_desk.devices.documents.cleaning import clean_copy
from congress_desk.domain.refusals import Problem, Trouble

DrawMark = Callable[[Sequence[str], float, float], bytes]  # lines, width and height in points: a one-page PDF


class PdfSafeCopies:
    def __init__(self, draw_mark: DrawMark) -> None:
        self._draw_mark = draw_mark

    def without_actions(self, pdf: Path, target: Path) -> None:
        self._make(pdf, target, None)

    def with_mark(self, pdf: Path, target: Path, lines: Sequence[str]) -> None:
        self._make(pdf, target, lines)

    def _make(self, pdf: Path, target: Path, lines: Sequence[str] | None) -> None:
        import pikepdf

        overlay = None if lines is None else lambda width, height: self._draw_mark(lines, width, height)
        try:
            clean_copy(pdf, target, overlay)
        except pikepdf.PdfError as error:
            raise Trouble(Problem.CANNOT_READ, path=str(pdf)) from error
        except OSError as error:
            raise Trouble(Problem.CANNOT_WRITE, path=str(target)) from error
