"""The ReportLab canvas as records need it: same bytes for the same content, no font that is not embedded."""

from __future__ import annotations

from typing import Any, BinaryIO


def official_canvas(target: BinaryIO, *, width: float, height: float, title: str, language: str) -> Any:
    """A canvas of width x height points; ReportLab's own Helvetica is taken out of it."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # ASCII85 in pure Python takes longer than all the rest
    canvas = Canvas(target, pagesize=(width, height), invariant=1, pageCompression=1, lang=language)
    canvas.setTitle(title)
    canvas.setAuthor("Congress Desk")
    canvas.setCreator("Congress Desk")
    canvas.setViewerPreference("PrintScaling", "None")
    canvas._preamble = "1 0 0 1 0 0 cm"
    canvas._doc.idToObject["BasicFonts"].dict.clear()
    canvas._doc.fontMapping.clear()
    return canvas
