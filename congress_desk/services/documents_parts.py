"""What the services of the library share: finding a document, its file, an order for people."""

from __future__ import annotations

from pathlib import Path

from congress_desk.domain.documents import Document, DocumentId, DocumentType, Version
from congress_desk.domain.names import SortKey, text_sort_key
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.services.ports.documents import DocumentFiles
from congress_desk.services.ports.store import Work

_TYPES = list(DocumentType)


def the_document(work: Work, document: DocumentId) -> Document:
    """Refusal: NO_SUCH_DOCUMENT."""
    found = work.documents.get(document)
    if found is None:
        raise Refusal(Reason.NO_SUCH_DOCUMENT, document=document)
    return found


def sound_path(files: DocumentFiles, document: Document, version: Version) -> Path:
    """Trouble: DOCUMENT_DAMAGED."""
    if not files.is_sound(version.sha256):
        raise Trouble(Problem.DOCUMENT_DAMAGED, document=document.id, title=document.card.title)
    return files.path_of(version.sha256)


def place_of(document: Document) -> tuple[SortKey, int, SortKey, SortKey, str]:
    """By agenda item, then type, number, title."""
    card = document.card
    number = text_sort_key(_padded(card.number))
    return (
        text_sort_key(_padded(card.agenda_item)),
        _TYPES.index(card.type),
        number,
        text_sort_key(card.title),
        document.id,
    )


def _padded(text: str) -> str:
    """Numbers in front are ordered as numbers: 9 before 10."""
    digits = len(text) - len(text.lstrip("0123456789"))
    return text[:digits].zfill(8) + text[digits:] if digits else text
