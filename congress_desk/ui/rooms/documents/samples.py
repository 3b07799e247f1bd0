"""Named states of the room, for the gallery, the tests and the README's pictures."""

from __future__ import annotations

from congress_desk.ui.rooms.documents import samples_library, samples_pages
from congress_desk.ui.rooms.documents.state import DocumentsState

SAMPLES = {
    name: value
    for module in (samples_library, samples_pages)
    for name, value in vars(module).items()
    if isinstance(value, DocumentsState)
}
