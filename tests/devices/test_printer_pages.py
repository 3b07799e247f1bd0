"""The preview shows the printed file itself."""

from __future__ import annotations

import io
import threading

import numpy as np
import pytest

from congress_desk.devices.printer.pages import PdfiumPages
from congress_desk.domain.refusals import Problem, Trouble


def a_pdf(pages: int = 2) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(200, 300), invariant=1)
    for number in range(pages):
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(0, 150, 100, 150, stroke=0, fill=number == 0)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def test_pages_are_counted() -> None:
    assert PdfiumPages().count(a_pdf(3)) == 3


@pytest.mark.parametrize("width", [200, 333, 401])
def test_picture_is_as_wide_as_asked_in_red_green_blue(width: int) -> None:
    picture = PdfiumPages().picture(a_pdf(), 0, width)
    assert picture.width == width
    assert picture.height == pytest.approx(width * 1.5, abs=1)
    assert len(picture.rgb) == picture.width * picture.height * 3
    pixels = np.frombuffer(picture.rgb, dtype=np.uint8).reshape(picture.height, picture.width, 3)
    assert tuple(pixels[10, 10]) == (255, 0, 0)
    assert tuple(pixels[10, width - 10]) == (255, 255, 255)
    assert tuple(pixels[picture.height - 10, 10]) == (255, 255, 255)


def test_second_page_is_another_picture() -> None:
    first, second = (PdfiumPages().picture(a_pdf(), page, 200) for page in (0, 1))
    assert first.rgb != second.rgb


def test_what_is_no_pdf_is_a_trouble() -> None:
    with pytest.raises(Trouble) as stopped:
        PdfiumPages().count(b"no pdf")
    assert stopped.value.problem is Problem.CANNOT_READ


def test_several_threads_get_their_pages() -> None:
    pages, pdf = PdfiumPages(), a_pdf()
    heights: list[int] = []
    threads = [threading.Thread(target=lambda: heights.append(pages.picture(pdf, 0, 300).height)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert heights == [450] * 6
