"""Acts of the library's page: search and filter, look at a document, correct it, its states, a new version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from congress_desk.domain.documents import Card, Document, DocumentId, Secrecy, Status
from congress_desk.domain.documents_records import ReadingRecord
from congress_desk.domain.refusals import Reason, Refusal, Trouble
from congress_desk.ui.printing import save_pdf
from congress_desk.ui.rooms.documents.paper import PaperActs
from congress_desk.ui.rooms.documents.scene import Scene, known
from congress_desk.ui.rooms.documents.stands import Filters, Form, Handed, Line, Preview
from congress_desk.ui.rooms.documents.state import Fact, Follow, Page

Read = tuple[tuple[Document, ...], ReadingRecord]
PREVIEW_WIDTH = 640  # device px, sharp in the panel at 200 %
_TOLD = {
    Status.DRAFT: Fact.DRAFTED,
    Status.APPRAISED: Fact.APPRAISED,
    Status.APPROVED: Fact.APPROVED,
    Status.ISSUED: Fact.ISSUED,
    Status.RECALLED: Fact.RECALLED,
}


class LibraryActs:
    def __init__(self, scene: Scene, paper: PaperActs) -> None:
        self._scene = scene
        self._paper = paper
        self._reading = False
        self._search = 0

    def read(self) -> None:
        """Documents with what was opened; a reading that is under way is enough."""
        if self._reading:
            return
        library, self._reading = self._scene.library, True
        self._scene.run(
            lambda: (library.documents.documents(), library.reading.record()), self._on_read, self._on_lost
        )

    def filter(self, **changes: Any) -> None:
        """words, type, status, secrecy. Words are looked for in titles, numbers and the text of the files."""
        before = self._scene.state.filters
        filters = replace(before, **changes)
        self._scene.show(filters=filters)
        if filters.words != before.words:
            self._look_for(filters.words)

    def clear_filters(self) -> None:
        self._search += 1
        self._scene.show(filters=Filters(), found=None)

    def mark(self, documents: Sequence[DocumentId]) -> None:
        marked = tuple(documents)
        if marked != self._scene.state.marked:
            self._scene.show(marked=marked, form=Form.FACTS, wrong={}, preview=None)
            self._draw_first_page()

    def turn(self, pages: int) -> None:
        """Another page of the preview."""
        preview = self._scene.state.preview
        if preview is not None and 0 <= preview.page + pages < preview.pages:
            self._draw_page(replace(preview, page=preview.page + pages, reading=True))

    def edit(self) -> None:
        if self._scene.state.chosen is not None:
            self._scene.show(form=Form.EDIT, wrong={})

    def cancel(self) -> None:
        self._scene.show(form=Form.FACTS, wrong={})

    def save(self, card: Card) -> None:
        chosen, documents = self._scene.state.chosen, self._scene.library.documents
        if chosen is None:
            return
        if not card.title.strip():
            self._scene.show(wrong={"title": "missing"})
            return
        document = chosen.document.id

        def saved(new: Document) -> None:
            self._scene.show(form=Form.FACTS, wrong={})
            self._scene.tell(Fact.SAVED_CARD, title=new.card.title)

        self._scene.act(lambda: documents.edit(document, card), saved)

    def change_status(self, status: Status) -> None:
        """Of all that are marked; what cannot take the step stops before any has."""
        self._change(self._scene.state.marked, status)

    def issue(self, documents: Sequence[DocumentId]) -> None:
        self._change(documents, Status.ISSUED)

    def recall(self) -> None:
        """In one act; the notice offers to take it back."""
        self._change(self._scene.state.marked, Status.RECALLED)

    def add_version(self, path: Path) -> None:
        chosen, documents = self._scene.state.chosen, self._scene.library.documents
        if chosen is None:
            return
        document = chosen.document.id

        def added(new: Document) -> None:
            self._scene.show(preview=None)
            self._draw_first_page()
            self._scene.tell(Fact.VERSION, title=new.card.title, number=new.current.number)

        self._scene.act(lambda: documents.add_version(document, path), added)

    def save_file(self, path: Path) -> None:
        """A copy of the file as it came."""
        chosen, documents = self._scene.state.chosen, self._scene.library.documents
        if chosen is not None:
            document = chosen.document.id
            self._scene.run(
                lambda: save_pdf(documents.file(document).read_bytes(), path),
                lambda where: self._scene.tell(Fact.FILE_SAVED, path=str(where)),
            )

    def hand_out(self) -> None:
        """To the sheets, with what is marked; what is secret never goes there."""
        state = self._scene.state
        marked = [line.document for line in state.lines or () if line.document.id in state.marked]
        secret = next((one for one in marked if one.card.secrecy is Secrecy.SECRET), None)
        if secret is not None:
            refusal = Refusal(Reason.SECRET_NEVER_BY_QR, document=secret.id, title=secret.card.title)
            self._scene.fail(refusal, follow=Follow.PAPER_COPIES, about=secret.id)
            return
        self._paper.put_away()
        handed = Handed.CHOSEN if marked else Handed.CONGRESS
        self._scene.show_part("sheets", documents=tuple(one.id for one in marked), handed=handed)
        self._scene.open(Page.SHEETS)
        self._scene.refresh()

    def print_register(self) -> None:
        self._paper.open(self._scene.library.documents.register)

    def _change(self, documents: Sequence[DocumentId], status: Status) -> None:
        wanted, library = tuple(documents), self._scene.library.documents
        if not wanted:
            return

        def changed() -> list[Document]:
            return [library.change_status(one, status) for one in wanted]

        def told(new: list[Document]) -> None:
            undo = Follow.UNDO_RECALL if status is Status.RECALLED and len(new) == 1 else Follow.NONE
            titles = ", ".join(one.card.title for one in new)
            self._scene.tell(_TOLD[status], follow=undo, about=new[0].id, title=titles)

        self._scene.act(changed, told)

    def _look_for(self, words: str) -> None:
        self._search += 1
        ticket, documents = self._search, self._scene.library.documents
        if not words.strip():
            self._scene.show(found=None)
            return

        def found(there: Sequence[Document]) -> None:
            if ticket == self._search:
                self._scene.show(found=frozenset(one.id for one in there))

        self._scene.run(lambda: documents.search(words), found)

    def _draw_first_page(self) -> None:
        chosen = self._scene.state.chosen
        if chosen is not None:
            version = chosen.document.current
            pages = 1 if version.kind.is_picture else version.pages
            self._draw_page(Preview(document=chosen.document.id, pages=pages, reading=True))

    def _draw_page(self, wanted: Preview) -> None:
        """An answer for a document that is not chosen any more is dropped."""
        documents = self._scene.library.documents
        self._scene.show(preview=wanted)

        def show(picture: bytes | None = None, error: Refusal | Trouble | None = None) -> None:
            now = self._scene.state.preview
            if now is not None and (now.document, now.page) == (wanted.document, wanted.page):
                self._scene.show(preview=replace(wanted, picture=picture, reading=False, error=error))

        self._scene.run(
            lambda: documents.preview(wanted.document, wanted.page, PREVIEW_WIDTH),
            show,
            lambda error: show(error=known(error)),
        )

    def _on_read(self, read: Read) -> None:
        self._reading = False
        documents, record = read
        read_of = {one.document.id: one for one in record.documents}
        lines = []
        for document in documents:
            one = read_of.get(document.id)
            figures = {"opened": one.opened, "finished": one.finished, "devices": one.devices} if one else {}
            lines.append(Line(document=document, **figures))
        there = {document.id for document in documents}
        marked = tuple(one for one in self._scene.state.marked if one in there)
        self._scene.show(lines=tuple(lines), marked=marked)
        if self._scene.state.preview is None:
            self._draw_first_page()

    def _on_lost(self, error: Exception) -> None:
        self._reading = False
        self._scene.fail(error)
