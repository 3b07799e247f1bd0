"""Opinions on drafts: listed, sorted into the synthesis, answered, printed."""

from __future__ import annotations

from congress_desk.domain.documents import DocumentId
from congress_desk.domain.opinions import Opinion, OpinionId, Verdict
from congress_desk.ui.rooms.documents.paper import PaperActs
from congress_desk.ui.rooms.documents.scene import Scene
from congress_desk.ui.rooms.documents.stands import Answered
from congress_desk.ui.rooms.documents.state import Fact


class OpinionActs:
    def __init__(self, scene: Scene, paper: PaperActs) -> None:
        self._scene = scene
        self._paper = paper
        self._under_way = False

    def read(self) -> None:
        if not self._under_way:
            self._under_way = True
            self._scene.run(self._scene.library.opinions.opinions, self._on_read, self._on_lost)

    def choose(self, opinion: OpinionId | None) -> None:
        if opinion != self._scene.state.opining.chosen:
            self._scene.show_part("opining", chosen=opinion, needs_words=False)
            chosen = self._scene.state.chosen_opinion
            self._scene.show_part("opining", verdict=chosen.verdict if chosen else Verdict.OPEN)

    def show_answered(self, answered: Answered) -> None:
        self._scene.show_part("opining", answered=answered)

    def show_document(self, document: DocumentId | None) -> None:
        self._scene.show_part("opining", document=document)

    def sort(self, *, general: bool, part: str = "") -> None:
        """Into part I of the synthesis, or under a part of its document."""
        chosen, service = self._scene.state.opining.chosen, self._scene.library.opinions
        if chosen is not None:
            self._scene.act(
                lambda: service.sort(chosen, general=general, part=part),
                lambda _opinion: self._scene.tell(Fact.SORTED),
            )

    def choose_verdict(self, verdict: Verdict) -> None:
        self._scene.show_part("opining", verdict=verdict, needs_words=False)

    def answer(self, text: str) -> None:
        """The verdict that is chosen, with these words."""
        opining, service = self._scene.state.opining, self._scene.library.opinions
        if opining.chosen is None:
            return
        opinion, verdict = opining.chosen, opining.verdict
        if verdict is Verdict.EXPLAINED and not text.strip():
            self._scene.show_part("opining", needs_words=True)
            return
        self._scene.act(
            lambda: service.answer(opinion, verdict, text), lambda _opinion: self._scene.tell(Fact.ANSWERED)
        )

    def print_synthesis(self) -> None:
        """Of the documents that are listed."""
        document, service = self._scene.state.opining.document, self._scene.library.opinions
        self._paper.open(lambda: service.synthesis(document))

    def _on_read(self, opinions: tuple[Opinion, ...]) -> None:
        self._under_way = False
        self._scene.show(opinions=opinions)

    def _on_lost(self, error: Exception) -> None:
        self._under_way = False
        self._scene.fail(error)
