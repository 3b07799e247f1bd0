"""Symbols to hand out: a sheet's links are made once, and kept by another paper or language. And what is out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from congress_desk.domain.delegates import Delegate
from congress_desk.domain.documents import Document, DocumentId, Secrecy
from congress_desk.domain.documents_links import LinkId
from congress_desk.domain.documents_records import SheetKind, SheetRecord
from congress_desk.services.links import LinkUse
from congress_desk.ui.rooms.documents.paper import PaperActs
from congress_desk.ui.rooms.documents.scene import Scene
from congress_desk.ui.rooms.documents.stands import Handed, Sheets
from congress_desk.ui.rooms.documents.state import DocumentsState, Fact


class HandingOutActs:
    def __init__(self, scene: Scene, paper: PaperActs) -> None:
        self._scene = scene
        self._paper = paper

    def read(self) -> None:
        """The address that stands on symbols."""
        settings, encrypted = self._scene.library.settings, self._scene.state.portal.encrypted
        self._scene.run(
            lambda: settings.base(encrypted=encrypted), lambda base: self._scene.show_part("sheets", base=base)
        )

    def choose(self, handed: Handed) -> None:
        """What the symbols lead to: the links of the sheet that is shown are not those."""
        kind = self._scene.state.sheets.kind
        if handed in (Handed.LABELS, Handed.PERSONAL):
            kind = SheetKind.LABELS
        elif kind is SheetKind.LABELS:
            kind = SheetKind.POSTER
        self._scene.show_part("sheets", handed=handed, kind=kind)
        self._paper.put_away()

    def choose_delegation(self, delegation: str | None) -> None:
        self._scene.show_part("sheets", delegation=delegation)
        self._paper.put_away()

    def choose_kind(self, kind: SheetKind) -> None:
        """The same links on another paper."""
        self._scene.show_part("sheets", kind=kind)
        record = self._scene.state.paper.record
        if isinstance(record, SheetRecord):
            again = replace(record, kind=kind)
            self._paper.make(lambda: again)

    def make(self) -> None:
        """New links, and the sheet with them."""
        wanted = self._wanted(self._scene.state)
        if wanted is not None:
            self._paper.put_away()
            self._paper.make(wanted)

    def read_links(self) -> None:
        self._scene.run(self._scene.library.links.links, self._on_links)

    def revoke(self, links: Sequence[LinkId]) -> None:
        """They open nothing from this moment."""
        service, wanted = self._scene.library.links, tuple(links)

        def revoked() -> int:
            for link in wanted:
                service.revoke(link)
            return len(wanted)

        if wanted:
            self._scene.act(revoked, lambda count: self._scene.tell(Fact.REVOKED, count=count))

    def _wanted(self, state: DocumentsState) -> Callable[[], SheetRecord] | None:
        papers, sheets = self._scene.library.papers, state.sheets
        documents = sheets.documents if sheets.handed is Handed.CHOSEN else open_documents(state)
        people = [person.id for person in invited(state)]
        kind, base = sheets.kind, sheets.base
        match sheets.handed:
            case Handed.CONGRESS:
                return lambda: papers.congress_sheet(kind, base=base)
            case Handed.LABELS:
                return lambda: replace(papers.delegate_labels(people, base=base), kind=kind)
            case Handed.PERSONAL:
                one = next(iter(sheets.documents), None)
                return None if one is None else lambda: papers.personal_sheet(one, people, kind, base=base)
            case _:
                return lambda: papers.document_sheet(documents, kind, base=base)

    def _on_links(self, links: Sequence[LinkUse]) -> None:
        self._scene.show(links=tuple(links))


def open_documents(state: DocumentsState) -> tuple[DocumentId, ...]:
    """Every document that may go out."""
    return tuple(one.id for one in state.documents if may_go_out(one))


def may_go_out(document: Document) -> bool:
    return document.is_open and document.card.secrecy is not Secrecy.SECRET


def invited(state: DocumentsState) -> tuple[Delegate, ...]:
    """Whose labels: everybody's, or those of a delegation."""
    sheets: Sheets = state.sheets
    return tuple(p for p in state.people if sheets.delegation in (None, p.sheet.delegation))
