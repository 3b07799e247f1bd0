"""Binding PDFs: every part opens at its bookmark, and the same parts make the same file."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import pikepdf
import pytest

from congress_desk.devices.signing.binding import PdfBinder
from congress_desk.services.ports.binding import BoundPart
from tests.library_files import a_pdf

NOW = dt.datetime(2025, 9, 22, 17, 30, tzinfo=dt.UTC)


@pytest.fixture
def parts(tmp_path: Path) -> list[BoundPart]:
    return [BoundPart(path=a_pdf(tmp_path / f"{n}.pdf", [f"Biên bản {n}"] * n), bookmark=f"Số {n}") for n in (1, 2)]


def test_the_same_parts_make_the_same_file_with_a_bookmark_each(parts: list[BoundPart], tmp_path: Path) -> None:
    first = a_pdf(tmp_path / "first.pdf", ["Mục lục"]).read_bytes()
    for name in ("one.pdf", "two.pdf"):
        PdfBinder().bind(first, parts, tmp_path / name, language="vi", made_at=NOW)
    bound = (tmp_path / "one.pdf").read_bytes()
    assert bound == (tmp_path / "two.pdf").read_bytes()
    with pikepdf.open(io.BytesIO(bound)) as pdf, pdf.open_outline() as outline:
        assert len(pdf.pages) == 4
        assert [one.title for one in outline.root][1:] == ["Số 1", "Số 2"]


def test_a_place_that_cannot_be_written_is_told(parts: list[BoundPart], tmp_path: Path) -> None:
    first = a_pdf(tmp_path / "first.pdf", ["Mục lục"]).read_bytes()
    with pytest.raises(OSError, match="nowhere"):
        PdfBinder().bind(first, parts, tmp_path / "nowhere" / "a.pdf", language="vi", made_at=NOW)
