"""A JPEG on the page as it is, cropped to 3:4 by the frame and never compressed again."""

from __future__ import annotations

import hashlib
import io
from typing import Any

from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.reports.pen import Pen

_GREY = (0.62, 0.62, 0.62)
_CROPPED_ABOVE = 0.4  # share of what is cropped off: faces stand in the upper part


class _Source:
    """What ReportLab asks for when it shall take a JPEG's bytes as they are."""

    def __init__(self, jpeg: bytes) -> None:
        self._jpeg = jpeg

    def jpeg_fh(self) -> io.BytesIO:
        return io.BytesIO(self._jpeg)


def draw_photo(pen: Pen, jpeg: bytes, *, x: float, top: float, width: float, height: float, called: str) -> None:
    """Fills the frame, cropped at its edges. Trouble: NOT_A_PICTURE(called)."""
    name, across, down = _registered(pen.canvas, jpeg, called)
    left, bottom = pen.corner(x, top, width, height)
    scale = max(width / across, height / down)
    wide, tall = across * scale, down * scale
    pen.canvas.saveState()
    frame = pen.canvas.beginPath()
    frame.rect(left, bottom, width, height)
    pen.canvas.clipPath(frame, stroke=0)
    pen.canvas.translate(left - (wide - width) / 2, bottom - (tall - height) * (1 - _CROPPED_ABOVE))
    pen.canvas.scale(wide, tall)
    pen.canvas._code.append(f"/{name} Do")
    pen.canvas.restoreState()
    pen.frame(x, top, width, height, thickness=0.4)


def draw_silhouette(pen: Pen, *, x: float, top: float, width: float, height: float) -> None:
    """An outlined person where there is no photo."""
    left, bottom = pen.corner(x, top, width, height)
    middle = left + width / 2
    canvas = pen.canvas
    canvas.saveState()
    frame = canvas.beginPath()
    frame.rect(left, bottom, width, height)
    canvas.clipPath(frame, stroke=0)
    canvas.setStrokeColorRGB(*_GREY)
    canvas.setLineWidth(width * 0.018)
    canvas.circle(middle, bottom + height * 0.62, width * 0.19, stroke=1, fill=0)
    canvas.ellipse(middle - width * 0.36, bottom - height * 0.3, middle + width * 0.36, bottom + height * 0.37)
    canvas.restoreState()
    pen.frame(x, top, width, height, thickness=0.4, colour=_GREY)


def _registered(canvas: Any, jpeg: bytes, called: str) -> tuple[str, int, int]:
    """Name in the file, width and height in px; the same photo is stored once."""
    from reportlab.pdfbase.pdfdoc import PDFImageXObject

    document = canvas._doc
    key = hashlib.sha256(jpeg).hexdigest()[:24]
    name = document.getXObjectName(key)
    image = document.idToObject.get(name)
    if image is None:
        image = PDFImageXObject(key)
        if not image.loadImageFromJPEG(io.BytesIO(jpeg)):
            raise Trouble(Problem.NOT_A_PICTURE, called=called)
        document.Reference(image, name)
        document.addForm(key, image)
    canvas._formsinuse.append(key)
    canvas._currentPageHasImages = 1
    return str(name), int(image.width), int(image.height)
