"""PDFs made fit to be handed out: scripts, actions and attached files are taken out of a copy.

Every object is gone through, because an action may hang on the document, a page, a bookmark, a field, or on
another action. The original in the library stays as it came, byte for byte; only phones get the copy.
"""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pikepdf import Pdf

ALWAYS_OUT = ("/OpenAction", "/AA", "/JS", "/JavaScript", "/EmbeddedFiles", "/AF", "/EF", "/XFA", "/Collection")
ACTIONS = ("/A", "/PA", "/Next")
HARMLESS_ACTIONS = ("/GoTo", "/URI", "/Named")
ANNOTATIONS = ("/FileAttachment", "/Screen", "/Movie", "/Sound", "/3D", "/RichMedia")

Overlay = Callable[[float, float], bytes]  # a one-page PDF for a page of this width and height in points


def holds_actions(pdf: Pdf) -> bool:
    """Whether `clean` would change anything."""
    return any(_outgoing(one) or str(one.get("/Subtype")) in ANNOTATIONS for one in _dictionaries(pdf))


def clean(pdf: Pdf) -> None:
    """In place."""
    for page in pdf.pages:
        _drop_annotations(page.obj)
    for one in _dictionaries(pdf):
        for key in _outgoing(one):
            del one[key]


def clean_copy(source: Path, target: Path, overlay: Overlay | None = None) -> None:
    """A cleaned copy, with an overlay over every page where one is given; whole or not at all."""
    import pikepdf

    with pikepdf.open(source) as pdf, _whole(target) as draft:
        clean(pdf)
        if overlay is not None:
            _lay_over(pdf, overlay)
        pdf.save(draft, linearize=True)


def _outgoing(one: Any) -> list[str]:
    """The keys of a dictionary that must not go out."""
    found = [key for key in ALWAYS_OUT if key in one]
    return found + [key for key in ACTIONS if key in one and _is_harmful(one[key])]


def _is_harmful(action: Any) -> bool:
    """An action, or a list of them, that does more than lead to another page or address."""
    import pikepdf

    if isinstance(action, pikepdf.Array):
        return any(_is_harmful(one) for one in action)
    if not isinstance(action, pikepdf.Dictionary) or "/S" not in action:
        return False  # no action: the attributes of a structure element have the same key
    return str(action["/S"]) not in HARMLESS_ACTIONS


def _dictionaries(pdf: Pdf) -> Iterator[Any]:
    """Every dictionary of the file, those inside others too."""
    import pikepdf

    yield pdf.Root
    waiting = list(pdf.objects)
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Stream | pikepdf.Dictionary):
            yield one
            inside: Any = one.stream_dict if isinstance(one, pikepdf.Stream) else one
            waiting += _own(list(inside.values()))
        elif isinstance(one, pikepdf.Array):
            waiting += _own(list(one))


def _own(values: list[Any]) -> list[Any]:
    """Those that stand inside; what is only referred to comes by itself, and numbers hold nothing."""
    import pikepdf

    return [value for value in values if isinstance(value, pikepdf.Object) and not value.is_indirect]


def _drop_annotations(page: Any) -> None:
    import pikepdf

    annotations = page.get("/Annots")
    if isinstance(annotations, pikepdf.Array):
        for place in reversed(range(len(annotations))):
            one = annotations[place]
            if isinstance(one, pikepdf.Dictionary) and str(one.get("/Subtype")) in ANNOTATIONS:
                del annotations[place]


def _lay_over(pdf: Pdf, overlay: Overlay) -> None:
    import pikepdf

    made: dict[tuple[int, int], Any] = {}
    for page in pdf.pages:
        left, bottom, right, top = (float(x) for x in page.mediabox)
        turned = int(page.obj.get("/Rotate", 0)) % 180 == 90
        size = (round(top - bottom), round(right - left)) if turned else (round(right - left), round(top - bottom))
        if size not in made:
            made[size] = pikepdf.open(io.BytesIO(overlay(*size)))
        page.add_overlay(made[size].pages[0], pikepdf.Rectangle(left, bottom, right, top))


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
