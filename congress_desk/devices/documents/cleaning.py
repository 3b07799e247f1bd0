"""PDFs made fit to be handed out: scripts, actions, forms and attached files are taken out of a copy.

The original in the library stays as it came, byte for byte; only phones get the copy.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pikepdf import Pdf

ROOT_KEYS = ("/OpenAction", "/AA", "/AcroForm", "/Collection")
NAME_TREES = ("/JavaScript", "/EmbeddedFiles", "/Renditions", "/AlternatePresentations")
ANNOTATIONS = ("/FileAttachment", "/Screen", "/Movie", "/Sound", "/3D", "/RichMedia", "/Widget")
HARMLESS_ACTIONS = ("/GoTo", "/URI", "/Named")

Overlay = Callable[[float, float], bytes]  # a one-page PDF for a page of this width and height in points


def holds_actions(pdf: Pdf) -> bool:
    """Whether `clean` would change anything."""
    root = pdf.Root
    names = root.get("/Names")
    if any(key in root for key in ROOT_KEYS[:2]) or (names is not None and any(t in names for t in NAME_TREES)):
        return True
    if _runs_forms(root):
        return True
    return any("/AA" in page.obj or any(map(_is_active, _annotations(page.obj))) for page in pdf.pages)


def clean(pdf: Pdf) -> None:
    """In place."""
    root = pdf.Root
    for key in ROOT_KEYS:
        if key in root:
            del root[key]
    names = root.get("/Names")
    for tree in NAME_TREES:
        if names is not None and tree in names:
            del names[tree]
    for page in pdf.pages:
        _clean_page(pdf, page.obj)


def clean_copy(source: Path, target: Path, overlay: Overlay | None = None) -> None:
    """A cleaned copy, with an overlay over every page where one is given; whole or not at all."""
    import pikepdf

    with pikepdf.open(source) as pdf, _whole(target) as draft:
        clean(pdf)
        if overlay is not None:
            _lay_over(pdf, overlay)
        pdf.remove_unreferenced_resources()
        pdf.save(draft, linearize=True)


def _lay_over(pdf: Pdf, overlay: Overlay) -> None:
    import io

    import pikepdf

    made: dict[tuple[int, int], Any] = {}
    for page in pdf.pages:
        left, bottom, right, top = (float(x) for x in page.mediabox)
        turned = int(page.obj.get("/Rotate", 0)) % 180 == 90
        size = (round(top - bottom), round(right - left)) if turned else (round(right - left), round(top - bottom))
        if size not in made:
            made[size] = pikepdf.open(io.BytesIO(overlay(*size)))
        page.add_overlay(made[size].pages[0], pikepdf.Rectangle(left, bottom, right, top))


def _clean_page(pdf: Pdf, page: Any) -> None:
    import pikepdf

    if "/AA" in page:
        del page["/AA"]
    if "/Annots" not in page:
        return
    kept = []
    for annotation in _annotations(page):
        if str(annotation.get("/Subtype")) in ANNOTATIONS:
            continue
        for key in ("/A", "/AA", "/PA"):
            if key in annotation and (key == "/AA" or not _is_harmless(annotation[key])):
                del annotation[key]
        kept.append(annotation)
    page["/Annots"] = pikepdf.Array([pdf.make_indirect(annotation) for annotation in kept])


def _annotations(page: Any) -> list[Any]:
    import pikepdf

    found = page.get("/Annots")
    if not isinstance(found, pikepdf.Array):
        return []
    return [one for one in found if isinstance(one, pikepdf.Dictionary)]


def _is_active(annotation: Any) -> bool:
    if str(annotation.get("/Subtype")) in ANNOTATIONS or "/AA" in annotation:
        return True
    return any(key in annotation and not _is_harmless(annotation[key]) for key in ("/A", "/PA"))


def _is_harmless(action: Any) -> bool:
    return "/Next" not in action and str(action.get("/S")) in HARMLESS_ACTIONS


def _runs_forms(root: Any) -> bool:
    form = root.get("/AcroForm")
    return form is not None and ("/XFA" in form or len(form.get("/Fields", [])) > 0)


@contextmanager
def _whole(target: Path) -> Iterator[Path]:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".making-")
    os.close(handle)
    draft = Path(name)
    try:
        yield draft
        os.replace(draft, target)
    finally:
        draft.unlink(missing_ok=True)
