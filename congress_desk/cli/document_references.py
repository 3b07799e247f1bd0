"""How a person on the command line names a document."""

from __future__ import annotations

from congress_desk.domain.documents import Document
from congress_desk.domain.names import folded, tidy_name
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.desk import Desk


def the_document(desk: Desk, named: str) -> Document:
    """By id, number or title (case and marks count only where they decide). Refusal: NO_SUCH_DOCUMENT, AMBIGUOUS."""
    documents = desk.library.documents.documents()
    name = tidy_name(named)
    for found in (
        [d for d in documents if d.id == named],
        [d for d in documents if name and d.card.number == name],
        [d for d in documents if d.card.title == name],
        [d for d in documents if name and folded(d.card.title) == folded(name)],
    ):
        if len(found) > 1:
            raise Refusal(Reason.AMBIGUOUS, what="document", document=named, candidates=tuple(d.id for d in found))
        if found:
            return found[0]
    raise Refusal(Reason.NO_SUCH_DOCUMENT, document=named)
