"""The port BallotPrinter: ballots as PDF, every page read back before it leaves.

All copies share one page in the file, so a thousand ballots are no larger than one; only where the congress allows
sheet marks is every sheet drawn by itself.
"""

from __future__ import annotations

import io
import secrets
import threading
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from congress_desk.domain.ballot_forms import BallotForm, sheet_code, sheet_mark
from congress_desk.domain.ballot_layout import PAGE_SIZES, layout_of, pages_of
from congress_desk.plumbing.texts import marked, words_for
from congress_desk.reports.wording import Say

if TYPE_CHECKING:
    from congress_desk.reports.fonts import FontSet
    from congress_desk.reports.pen import Pen

_MARK_BYTES = 16
_TITLE = marked("Ballot")


class PdfBallots:
    """Loads fonts and ReportLab with the first ballot, not before."""

    def __init__(self) -> None:
        self._fonts: FontSet | None = None
        self._one_at_a_time = threading.Lock()

    def pdf(self, form: BallotForm, copies: int) -> bytes:
        """See services.ports.ballots.BallotPrinter."""
        with self._one_at_a_time:
            if form.sheet_marks:
                marks = [sheet_mark(secrets.token_bytes(_MARK_BYTES)) for _ in range(copies)]
                return _proved(self._drawn(form, marks), form, marks)
            return _copied(_proved(self._drawn(form, [""]), form, [""]), copies)

    def test_print(self, form: BallotForm) -> bytes:
        """See services.ports.ballots.BallotPrinter."""
        from congress_desk.reports.ballot_calibration import draw_calibration

        test = replace(form, test=True, sheet_marks=False)
        with self._one_at_a_time:
            paper = _Sheets(self._loaded_fonts(), test)
            paper.ballot("")
            draw_calibration(paper.pen, test)
            paper.canvas.showPage()
            return _proved(paper.finished(), test, [""])

    def _drawn(self, form: BallotForm, marks: Sequence[str]) -> bytes:
        paper = _Sheets(self._loaded_fonts(), form)
        for mark in marks:
            paper.ballot(mark)
        return paper.finished()

    def _loaded_fonts(self) -> FontSet:
        from congress_desk.reports.fonts import FontSet

        if self._fonts is None:
            self._fonts = FontSet()
        return self._fonts


class _Sheets:
    """A PDF that grows by ballots."""

    def __init__(self, fonts: FontSet, form: BallotForm) -> None:
        from congress_desk.reports.canvas import official_canvas
        from congress_desk.reports.pen import Pen
        from congress_desk.reports.style import MM

        self._form = form
        self._say = Say(words_for("vi"))
        self._beside = Say(words_for(form.beside)) if form.beside else None
        self._target = io.BytesIO()
        width, height = (side * MM for side in PAGE_SIZES[form.paper])
        title = self._say(_TITLE)
        self.canvas = official_canvas(self._target, width=width, height=height, title=title, language="vi")
        self.pen: Pen = Pen(self.canvas, fonts, width=width, height=height, right_to_left=False)

    def ballot(self, mark: str) -> None:
        from congress_desk.reports.ballot_artist import BallotArtist

        artist = BallotArtist(self.pen, self._form, self._say, self._beside)
        for page in range(pages_of(self._form)):
            artist.draw(layout_of(self._form, page), sheet_code(self._form, page, mark))
            self.canvas.showPage()

    def finished(self) -> bytes:
        self.canvas.save()
        return self._target.getvalue()


def _proved(pdf: bytes, form: BallotForm, marks: Sequence[str]) -> bytes:
    """The same PDF. Trouble: SYMBOL_UNREADABLE."""
    from congress_desk.reports.ballot_proof import prove_marks
    from congress_desk.reports.raster import proved

    pages = range(pages_of(form))
    prove_marks(pdf, [layout_of(form, page) for _ in marks for page in pages])
    return proved(pdf, [sheet_code(form, page, mark) for mark in marks for page in pages])


def _copied(pdf: bytes, copies: int) -> bytes:
    """Every page as often as asked, ballot by ballot; the pages share what is drawn on them."""
    import pikepdf

    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        first = list(document.pages)
        for _ in range(copies - 1):
            document.pages.extend(first)
        document.save(target, deterministic_id=True)
    return target.getvalue()
