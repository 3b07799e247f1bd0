"""PDFs read back as a stranger reads them: text by two libraries, pixels, symbols."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import unicodedata
from collections import Counter

import numpy as np
import pypdfium2
import zxingcpp
from numpy.typing import NDArray
from pypdf import PdfReader

MM = 72 / 25.4
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def page_texts(pdf: bytes) -> list[str]:
    """By PDFium, in NFC, spaces single, one text a page."""
    document = pypdfium2.PdfDocument(pdf)
    texts = [_tidied(document[n].get_textpage().get_text_range()) for n in range(len(document))]
    document.close()
    return texts


def whole_text(pdf: bytes) -> str:
    return "\n".join(page_texts(pdf))


def pypdf_text(pdf: bytes) -> str:
    return "\n".join(_tidied(page.extract_text()) for page in PdfReader(io.BytesIO(pdf)).pages)


def poppler_text(pdf: bytes) -> str | None:
    """None where poppler is not installed."""
    if shutil.which("pdftotext") is None:
        return None
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return _tidied(done.stdout.decode())


def without_marks(text: str) -> str:
    """Without Arabic vowel marks, which extractors put where they like."""
    return "".join(c for c in text if not "\u064b" <= c <= "\u0652")


def numbers(text: str) -> Counter[str]:
    return Counter(_NUMBER.findall(text))


def line_with(text: str, label: str) -> str:
    """The line that holds the label; the test fails where none does."""
    return next(line for line in text.splitlines() if label in line)


def has_row(text: str, label: str, *figures: object) -> bool:
    """Some line holds the label and exactly these figures, in whatever direction it is read."""
    wanted = numbers(" ".join([label, *map(str, figures)]))
    return any(label in line and numbers(line) == wanted for line in text.splitlines())


def grey(pdf: bytes, page: int = 0, *, dots_per_inch: int = 100) -> NDArray[np.uint8]:
    """The page's pixels, 0 black to 255 white."""
    document = pypdfium2.PdfDocument(pdf)
    picture = document[page].render(scale=dots_per_inch / 72, grayscale=True).to_numpy()
    document.close()
    return np.asarray(picture, dtype=np.uint8).reshape(picture.shape[0], picture.shape[1])


def colours(pdf: bytes, page: int = 0, *, dots_per_inch: int = 100) -> NDArray[np.uint8]:
    """(height, width, 3) red, green, blue."""
    document = pypdfium2.PdfDocument(pdf)
    picture = document[page].render(scale=dots_per_inch / 72, rev_byteorder=True).to_numpy()
    document.close()
    return np.asarray(picture[:, :, :3], dtype=np.uint8)


def symbols(pdf: bytes, *, dots_per_inch: int = 150) -> list[str]:
    """The texts of all symbols on all pages as rendered."""
    found: list[str] = []
    for page in range(len(pypdfium2.PdfDocument(pdf))):
        picture = np.ascontiguousarray(grey(pdf, page, dots_per_inch=dots_per_inch))
        found += [symbol.text for symbol in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)]
    return found


def boxes(pdf: bytes, words: str, page: int = 0) -> list[tuple[float, float, float, float]]:
    """Left, bottom, right, top in points of every place where the words stand."""
    document = pypdfium2.PdfDocument(pdf)
    text = document[page].get_textpage()
    search = text.search(words, match_case=True)
    found = []
    while (place := search.get_next()) is not None:
        start, count = place
        each = [text.get_charbox(index) for index in range(start, start + count)]
        lefts, bottoms, rights, tops = zip(*each, strict=True)
        found.append((min(lefts), min(bottoms), max(rights), max(tops)))
    document.close()
    return found


def _tidied(text: str) -> str:
    kept = "".join(c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) != "Cf")
    lines = (re.sub(r"[ \u00a0\t]+", " ", line).strip() for line in kept.replace("\r", "").split("\n"))
    return "\n".join(lines)
