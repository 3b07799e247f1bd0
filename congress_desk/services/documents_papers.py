"""The library on paper: symbols to hand out, the register, the book of copies, the synthesis, the statistics.

A sheet's links are made with it, and every printing is in the journal.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import replace

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.documents import DocumentId
from congress_desk.domain.documents_records import FORMS, Invitation, LibraryRecord, SheetKind, SheetRecord
from congress_desk.domain.journal import Kind
from congress_desk.domain.record_marks import RecordMark, mark_of
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.congress import heading_of
from congress_desk.services.floor import Floor
from congress_desk.services.links import LinksService, NewLink, checked_base
from congress_desk.services.portal_settings import settings_of
from congress_desk.services.ports.documents import LibraryPapers


class LibraryPapersService:
    def __init__(self, floor: Floor, links: LinksService, papers: LibraryPapers) -> None:
        self._floor = floor
        self._links = links
        self._papers = papers

    def document_sheet(self, documents: Sequence[DocumentId], kind: SheetKind, *, base: str) -> SheetRecord:
        """New links for these documents, ready for paper or screen.

        Refusal: NO_DOCUMENT_TO_PRINT, BAD_VALUE, and as links.for_document: one that may not go out stops all.
        """
        if not documents:
            raise Refusal(Reason.NO_DOCUMENT_TO_PRINT)
        base = checked_base(base)
        return self._sheet(kind, self._links.for_documents(documents), base)

    def congress_sheet(self, kind: SheetKind, *, base: str) -> SheetRecord:
        """The one symbol for everything."""
        base = checked_base(base)
        return self._sheet(kind, (self._links.for_congress(),), base)

    def personal_sheet(
        self, document: DocumentId, delegates: Sequence[DelegateId], kind: SheetKind, *, base: str
    ) -> SheetRecord:
        """One document, a link of his own for each delegate. Refusal: as links.personal, NOBODY_TO_PRINT."""
        if not delegates:
            raise Refusal(Reason.NOBODY_TO_PRINT)
        base = checked_base(base)
        return self._sheet(kind, [self._links.personal(document, delegate) for delegate in delegates], base)

    def address_sheet(self, kind: SheetKind, *, base: str) -> SheetRecord:
        """The portal's address alone, for the screen beside the start button: no link is made by looking at it."""
        url = checked_base(base) + "/"
        return self._record(kind, (Invitation(url=url),))

    def delegate_labels(self, delegates: Collection[DelegateId], *, base: str) -> SheetRecord:
        """A label a delegate, for his badge; labels printed before are refused from now on."""
        if not delegates:
            raise Refusal(Reason.NOBODY_TO_PRINT)
        base = checked_base(base)
        return self._sheet(SheetKind.LABELS, self._links.for_delegates(delegates), base)

    def preview(self, record: LibraryRecord, *, language: str) -> bytes:
        """PDF for the screen; a record has its mark at the foot. Trouble: NO_FONT_FOR, SYMBOL_UNREADABLE."""
        mark = self._mark_of(record, language)
        if mark is None or isinstance(record, SheetRecord):
            return self._papers.render(record, language)
        return self._papers.render(replace(record, heading=replace(record.heading, mark=mark)), language)

    def pdf(self, record: LibraryRecord, *, language: str) -> bytes:
        """The same PDF for a printer or a file, journaled with its hash."""
        pdf = self.preview(record, language=language)
        self.note_printed(record, language=language, pdf=pdf)
        return pdf

    def note_printed(self, record: LibraryRecord, *, language: str, pdf: bytes) -> None:
        mark = self._mark_of(record, language)
        form = mark.form if mark else "sheet"
        named = {"id": mark.id, "content": mark.content} if mark else {}
        if isinstance(record, SheetRecord):
            named = {"sheet": record.kind.value}
        sha256 = hashlib.sha256(pdf).hexdigest()
        self._floor.note(Kind.PRINTED, body={"form": form, "language": language, "sha256": sha256, **named})

    def pictures(self, pdf: bytes, width: int) -> Sequence[bytes]:
        """Its pages as PNG, `width` px wide, for screens and messages."""
        return self._papers.pictures(pdf, width)

    def _mark_of(self, record: LibraryRecord, language: str) -> RecordMark | None:
        """None for sheets of symbols, which are no records."""
        form = FORMS.get(type(record))
        if form is None:
            return None
        with self._floor.reading() as work:
            congress = work.congress.get().id
        return mark_of(record, congress=congress, form=form.value, scope="", language=language)

    def _sheet(self, kind: SheetKind, links: Sequence[NewLink], base: str) -> SheetRecord:
        invitations = (Invitation(url=new.url(base), document=new.document, person=new.delegate) for new in links)
        return self._record(kind, tuple(invitations))

    def _record(self, kind: SheetKind, invitations: tuple[Invitation, ...]) -> SheetRecord:
        with self._floor.reading() as work:
            heading = heading_of(work.congress.get(), self._floor.clock.now())
            wireless = settings_of(work).wireless
        return SheetRecord(heading=heading, kind=kind, invitations=invitations, wireless=wireless)
