"""What the secretariat writes for minutes, resolution and action programme: kept part by part, tables whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from congress_desk.domain.closing_texts import ClosingTexts, Target, Task, TextPart
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.ui.rooms.records.scene import Scene, known
from congress_desk.ui.rooms.records.state import Fact
from congress_desk.ui.rooms.records.state_closing import ClosingPart, TablePart
from congress_desk.ui.running import Lane


class ClosingActs:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def read(self) -> None:
        self._scene.run(self._scene.desk.archive.closing.texts, self._on_read)

    def choose(self, part: ClosingPart) -> None:
        if part is not self._scene.state.closing.part:
            self._scene.show_closing(part=part, wrong_row=0)

    def keep_text(self, part: TextPart, text: str, then: ClosingPart | None = None) -> None:
        """The words of a part, and on to another one."""
        service = self._scene.desk.archive.closing
        self._act(lambda: service.write(part, text), Fact.TEXT_KEPT, then)

    def keep_targets(self, rows: Sequence[Target], then: ClosingPart | None = None) -> None:
        service = self._scene.desk.archive.closing
        self._act(lambda: service.put_targets(rows), Fact.TABLE_KEPT, then)

    def keep_tasks(self, rows: Sequence[Task], then: ClosingPart | None = None) -> None:
        """A row without one of the three clears is refused, and said which."""
        service = self._scene.desk.archive.closing
        self._act(lambda: service.put_tasks(rows), Fact.TABLE_KEPT, then)

    def import_table(self, path: Path) -> None:
        """Of the open part, in the place of its rows."""
        service, part = self._scene.desk.archive.closing, self._scene.state.closing.part
        take = service.import_targets if part is TablePart.TARGETS else service.import_tasks
        self._act(lambda: take(path), Fact.TABLE_KEPT, None, Lane.FREE)

    def _act(self, work: Callable[[], object], fact: Fact, then: ClosingPart | None, lane: Lane = Lane.STORE) -> None:
        def done(_result: object) -> None:
            part = then or self._scene.state.closing.part
            self._scene.show_closing(part=part, wrong_row=0)
            self._scene.tell(fact)
            self.read()

        self._scene.run(work, done, self._on_refused, lane)

    def _on_read(self, texts: ClosingTexts) -> None:
        """Shown anew where something is other than before, so that what is half typed stays."""
        before = self._scene.state.closing
        if texts != before.texts:
            self._scene.show_closing(texts=texts, kept=before.kept + 1)

    def _on_refused(self, error: Exception) -> None:
        """A row that was refused is pointed at; all else becomes a notice."""
        refused = known(error)
        row = refused.details.get("row", 0) if isinstance(refused, Refusal) else 0
        if isinstance(refused, Refusal) and refused.reason is Reason.BAD_VALUE and isinstance(row, int) and row:
            self._scene.show_closing(wrong_row=row)
        self._scene.fail(error)
