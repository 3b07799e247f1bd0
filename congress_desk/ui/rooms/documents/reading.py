"""Who has opened what: by document, by delegation, and who has not; live while the page is shown."""

from __future__ import annotations

from congress_desk.domain.documents import DocumentId
from congress_desk.domain.documents_records import ReadingRecord
from congress_desk.ui.rooms.documents.paper import PaperActs
from congress_desk.ui.rooms.documents.scene import Scene


class ReadingActs:
    def __init__(self, scene: Scene, paper: PaperActs) -> None:
        self._scene = scene
        self._paper = paper
        self._under_way = False

    def read(self) -> None:
        if not self._under_way:
            self._under_way = True
            self._scene.run(self._scene.library.reading.record, self._on_read, self._on_lost)

    def choose(self, document: DocumentId | None) -> None:
        self._scene.show_part("reading", chosen=document)

    def print_all(self) -> None:
        self._paper.open(self._scene.library.reading.record)

    def print_chosen(self) -> None:
        """Of one document, with those who have not opened it."""
        reading, chosen = self._scene.library.reading, self._scene.state.reading.chosen
        if chosen is not None:
            self._paper.open(lambda: reading.record(chosen))

    def _on_read(self, record: ReadingRecord) -> None:
        self._under_way = False
        there = {one.document.id for one in record.documents}
        chosen = self._scene.state.reading.chosen
        if chosen not in there:
            chosen = record.documents[0].document.id if record.documents else None
        self._scene.show_part("reading", documents=record.documents, chosen=chosen)

    def _on_lost(self, error: Exception) -> None:
        self._under_way = False
        self._scene.fail(error)
