"""Ballots entered by keyboard: safe on disk before they are said to be, counted as a whole. No Qt."""

from __future__ import annotations

from dataclasses import replace

from congress_desk.domain.ballot_batches import EnteredRow, EntryDraft
from congress_desk.services.counting import FIRST_BATCH
from congress_desk.ui.rooms.elections.scene import Scene
from congress_desk.ui.rooms.elections.state import Entry, Fact, Form


class EntryActs:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def begin(self, batch: str, number: int, by: str) -> None:
        """A pass that was begun and not finished goes on where it was left, also after a crash."""
        named, person = batch.strip() or FIRST_BATCH, by.strip()
        if not person:
            self._scene.show(wrong="entered_by")
            return
        wanted, service = self._scene.round, self._scene.voting.entry

        def begun(draft: EntryDraft) -> None:
            at, rows = len(draft.rows), draft.rows
            entry = Entry(batch=draft.batch, number=draft.number, by=draft.by, rows=rows, safe=rows, at=at)
            self._scene.show(form=Form.ENTRY, entry=entry, wrong="")

        self._scene.run(lambda: service.begin(wanted, named, number, person), begun)

    def accept(self, row: EnteredRow) -> None:
        """The ballot at this place says so; on to the next."""
        entry = self._scene.state.entry
        if entry is not None:
            rows = (*entry.rows[: entry.at], row, *entry.rows[entry.at + 1 :])
            at = len(rows) if entry.at >= len(rows) - 1 else entry.at + 1
            self._change(replace(entry, rows=rows, at=at))

    def go_to(self, place: int) -> None:
        """Back to a ballot of this bundle, to enter it again; len(rows) is the next new one."""
        entry = self._scene.state.entry
        if entry is not None and 0 <= place <= len(entry.rows):
            self._scene.show(entry=replace(entry, at=place))

    def remove_last(self) -> None:
        entry = self._scene.state.entry
        if entry is not None and entry.rows:
            rows = entry.rows[:-1]
            self._change(replace(entry, rows=rows, at=len(rows)))

    def keep(self) -> None:
        """The whole bundle is written at once, so that no ballot has a time."""
        entry, wanted, service = self._scene.state.entry, self._scene.round, self._scene.voting.entry
        if entry is None or not entry.rows or self._scene.state.busy:
            return
        self._scene.show(busy=True)

        def kept(_count: object) -> None:
            self._scene.show(form=Form.NONE, entry=None, batch=entry.batch)
            self._scene.tell(Fact.ENTERED, batch=entry.batch, count=len(entry.rows), number=entry.number)
            self._look_again()

        self._scene.run(lambda: service.finish(wanted, entry.draft), kept)

    def put_aside(self) -> None:
        """Back to the bundles; what was entered waits on disk."""
        self._scene.show(form=Form.NONE, entry=None)
        self._look_again()

    def throw_away(self, batch: str, number: int) -> None:
        """Of an unfinished pass nothing is kept."""
        wanted, service = self._scene.round, self._scene.voting.entry

        def gone(draft: EntryDraft) -> None:
            self._scene.tell(Fact.THROWN_AWAY, batch=draft.batch, number=draft.number, count=len(draft.rows))
            self._look_again()

        self._scene.run(lambda: service.throw_away(wanted, batch, number), gone)

    def _change(self, entry: Entry) -> None:
        """The next line is there at once; what is said to be entered is what came back from the disk."""
        wanted, service = self._scene.round, self._scene.voting.entry
        self._scene.show(entry=entry)

        def safe(draft: EntryDraft) -> None:
            now = self._scene.state.entry
            if now is not None and (now.batch, now.number) == (draft.batch, draft.number):
                self._scene.show(entry=replace(now, safe=draft.rows))

        self._scene.run(lambda: service.keep(wanted, entry.draft), safe)

    def _look_again(self) -> None:
        wanted, service = self._scene.round, self._scene.voting.entry

        def seen(found: tuple[EntryDraft, ...]) -> None:
            self._scene.show(unfinished=found)

        self._scene.run(lambda: tuple(service.unfinished(wanted)), seen)
