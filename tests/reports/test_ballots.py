"""Ballots on paper: every name, every mark, a code per round and page, and nothing that tells sheets apart."""

from __future__ import annotations

import io
import unicodedata
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest

from congress_desk.domain.ballot_forms import BallotForm, BallotKind, BallotPaper, code_read, sheet_code
from congress_desk.domain.ballot_layout import layout_of, pages_of, rows_on
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.reports.ballot_proof import prove_marks
from congress_desk.reports.ballots import PdfBallots
from tests.ballots.sheets import a_form

PRINTER = PdfBallots()


def texts(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    found = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return [unicodedata.normalize("NFC", text) for text in found]


@pytest.mark.parametrize("paper", list(BallotPaper))
@pytest.mark.parametrize("kind", list(BallotKind))
@pytest.mark.parametrize("count", [1, 12, 25, 60])
def test_every_name_stands_once_on_a_page_that_reads_back(kind: BallotKind, paper: BallotPaper, count: int) -> None:
    form = a_form(kind, count, paper=paper)
    pages = texts(PRINTER.pdf(form, 1))
    assert len(pages) == pages_of(form)
    for page, text in enumerate(pages):
        for row in rows_on(form, page):
            assert form.names[row] in text


@pytest.mark.parametrize("beside", ["en", "ar"])
@pytest.mark.parametrize("kind", list(BallotKind))
def test_a_second_language_stands_beside_the_first(kind: BallotKind, beside: str) -> None:
    form = replace(a_form(kind, 12), beside=beside, title_beside="Provincial Party Committee")
    (text,) = texts(PRINTER.pdf(form, 1))
    assert "PHIẾU BẦU" in text
    assert "Provincial Party Committee" in text
    assert ("BALLOT" if beside == "en" else "ورقة") in text


def test_all_copies_are_one_page_drawn_once() -> None:
    form = a_form(BallotKind.STRIKE)
    one, many = PRINTER.pdf(form, 1), PRINTER.pdf(form, 300)
    with pikepdf.open(io.BytesIO(many)) as document:
        assert len(document.pages) == 300
    assert len(many) < 4 * len(one)
    assert len(set(texts(PRINTER.pdf(form, 3)))) == 1


def test_sheets_carry_marks_of_their_own_only_where_the_congress_allows_it() -> None:
    import zxingcpp

    form = replace(a_form(BallotKind.COLUMNS, 3), sheet_marks=True)
    document = pypdfium2.PdfDocument(PRINTER.pdf(form, 3))
    rasters = [page.render(scale=3).to_numpy() for page in document]
    document.close()
    codes = [code_read(zxingcpp.read_barcode(raster).text) for raster in rasters]
    assert len({code.mark for code in codes if code}) == 3
    assert code_read(sheet_code(a_form(BallotKind.COLUMNS, 3), 0)) is not None
    assert not (code_read(sheet_code(a_form(BallotKind.COLUMNS, 3), 0)) or codes[0]).mark  # type: ignore[union-attr]


def test_another_round_election_or_list_has_another_code() -> None:
    form = a_form(BallotKind.COLUMNS, 5)
    others: list[BallotForm] = [
        replace(form, round=2),
        replace(form, election="E2"),
        replace(form, names=form.names[::-1]),
        replace(form, test=True),
        replace(form, rehearsal=True),
    ]
    assert len({form.code, *(other.code for other in others)}) == 6
    assert replace(form).code == form.code


def test_a_test_print_ends_with_a_calibration_page() -> None:
    pages = texts(PRINTER.test_print(replace(a_form(BallotKind.COLUMNS, 5), beside="en")))
    assert "IN THỬ" in pages[0]
    assert "TRANG HIỆU CHỈNH" in pages[-1]
    assert "Print at 100 %" in pages[-1]


def test_a_mark_that_is_covered_stops_the_printing() -> None:
    form = a_form(BallotKind.COLUMNS, 5)
    layout = layout_of(form, 0)
    moved = replace(layout, fiducials=(*layout.fiducials[:5], layout.seal))
    prove_marks(PRINTER.pdf(form, 1), [layout])
    with pytest.raises(Trouble) as told:
        prove_marks(PRINTER.pdf(form, 1), [moved])
    assert told.value.problem is Problem.SYMBOL_UNREADABLE


@pytest.mark.parametrize("kind", list(BallotKind))
@pytest.mark.parametrize("paper", list(BallotPaper))
def test_rows_stay_between_head_and_square_marks(kind: BallotKind, paper: BallotPaper) -> None:
    for count in range(1, 61):
        form = a_form(kind, count, paper=paper)
        rows = [row for page in range(pages_of(form)) for row in layout_of(form, page).rows]
        assert [row.row for row in rows] == list(range(count))
        assert max(row.cell.bottom for row in rows) <= layout_of(form, 0).fiducials[4].y
        assert min(row.cell.height for row in rows) >= 7.0
