"""Paper copies: issued by number to a delegate or a delegation against signature, taken back, what is still out."""

from __future__ import annotations

from collections.abc import Sequence

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.documents import DocumentId
from congress_desk.domain.documents_records import CopiesRecord, CopyLine
from congress_desk.domain.refusals import Refusal
from congress_desk.services.documents_copies import numbers_in
from congress_desk.ui.rooms.documents.paper import PaperActs
from congress_desk.ui.rooms.documents.scene import Scene
from congress_desk.ui.rooms.documents.state import Fact, Page


class CopyActs:
    def __init__(self, scene: Scene, paper: PaperActs) -> None:
        self._scene = scene
        self._paper = paper

    def read(self) -> None:
        service, only_out = self._scene.library.copies, self._scene.state.copies.only_out
        self._scene.run(lambda: service.record(only_out=only_out), self._on_read)

    def open_for(self, document: DocumentId) -> None:
        """The page, with this document to be issued."""
        self._scene.show_part("copies", document=document)
        self._scene.open(Page.COPIES)
        self._scene.refresh()

    def show_only_out(self, only_out: bool) -> None:
        self._scene.show_part("copies", only_out=only_out)
        self.read()

    def choose_document(self, document: DocumentId) -> None:
        self._scene.show_part("copies", document=document)

    def issue(self, numbers: str, *, delegate: DelegateId | None = None, delegation: str = "") -> None:
        """numbers as "1-20, 25"; to one delegate, or to a delegation."""
        document, service = self._scene.state.copies.document, self._scene.library.copies
        wrong = {}
        try:
            wanted = numbers_in(numbers)
        except Refusal:
            wrong["copies"] = "wrong"
        if document is None:
            wrong["document"] = "missing"
        if (delegate is None) == (not delegation):
            wrong["holder"] = "missing"
        self._scene.show_part("copies", wrong=wrong)
        if wrong or document is None:
            return
        self._scene.act(
            lambda: service.issue(document, wanted, delegate=delegate, delegation=delegation),
            lambda copies: self._scene.tell(Fact.COPIES_ISSUED, count=len(copies)),
        )

    def take_back(self, lines: Sequence[CopyLine]) -> None:
        """The copies that are marked, of one document or of several."""
        service = self._scene.library.copies
        wanted: dict[DocumentId, list[int]] = {}
        for line in lines:
            if line.copy.is_out:
                wanted.setdefault(line.document.id, []).append(line.copy.number)

        def back() -> int:
            return sum(len(service.take_back(document, numbers)) for document, numbers in wanted.items())

        if wanted:
            self._scene.act(back, lambda count: self._scene.tell(Fact.COPIES_BACK, count=count))

    def print_book(self) -> None:
        """The list as it is shown: the whole book, or what is still out."""
        service, only_out = self._scene.library.copies, self._scene.state.copies.only_out
        self._paper.open(lambda: service.record(only_out=only_out))

    def _on_read(self, record: CopiesRecord) -> None:
        self._scene.show_part("copies", record=record)
