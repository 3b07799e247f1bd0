"""Ballots entered by keyboard: one person, one pass, one bundle, kept whole when the bundle is finished. No Qt."""

from __future__ import annotations

from dataclasses import replace

from congress_desk.domain.ballot_batches import EnteredRow
from congress_desk.domain.ballots import SheetId
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.count_checks import batch_of
from congress_desk.services.counting import FIRST_BATCH
from congress_desk.ui.rooms.elections.scene import Scene
from congress_desk.ui.rooms.elections.state import Entry, Fact, Form


class EntryActs:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def begin(self, batch: str, number: int, by: str) -> None:
        """A pass that was begun and not kept goes on where it was left."""
        named, person = batch.strip() or FIRST_BATCH, by.strip()
        if not person:
            self._scene.show(wrong="entered_by")
            return
        open_entry = self._scene.state.entry
        if open_entry is not None and (open_entry.batch, open_entry.number, open_entry.by) == (named, number, person):
            self._scene.show(form=Form.ENTRY)
            return
        one = self._scene.state.round
        known = batch_of(one, named) if one else None
        if known is not None and any(p.number == number for p in known.passes):
            self._scene.fail(Refusal(Reason.ENTERED_ALREADY, batch=f"{named} / {number}"))
            return
        self._scene.show(form=Form.ENTRY, entry=Entry(batch=named, number=number, by=person), wrong="")

    def accept(self, row: EnteredRow) -> None:
        """The ballot at this place says so; on to the next."""
        entry = self._scene.state.entry
        if entry is not None:
            rows = (*entry.rows[: entry.at], row, *entry.rows[entry.at + 1 :])
            self._scene.show(
                entry=replace(entry, rows=rows, at=len(rows) if entry.at >= len(rows) - 1 else entry.at + 1)
            )

    def go_to(self, place: int) -> None:
        """Back to a ballot of this bundle, to enter it again; len(rows) is the next new one."""
        entry = self._scene.state.entry
        if entry is not None and 0 <= place <= len(entry.rows):
            self._scene.show(entry=replace(entry, at=place))

    def remove_last(self) -> None:
        entry = self._scene.state.entry
        if entry is not None and entry.rows:
            rows = entry.rows[:-1]
            self._scene.show(entry=replace(entry, rows=rows, at=len(rows)))

    def keep(self) -> None:
        """The whole bundle is written at once, so that no ballot has a time."""
        entry, wanted, counting = self._scene.state.entry, self._scene.round, self._scene.voting.counting
        if entry is None or not entry.rows:
            return
        rows = {SheetId(f"{place:03}"): row for place, row in enumerate(entry.rows, 1)}
        self._scene.show(busy=True)

        def kept(_count: object) -> None:
            self._scene.show(form=Form.NONE, entry=None, batch=entry.batch)
            self._scene.tell(Fact.ENTERED, batch=entry.batch, count=len(rows), number=entry.number)

        self._scene.run(lambda: counting.enter(wanted, entry.number, rows, by=entry.by, batch=entry.batch), kept)

    def put_aside(self) -> None:
        """Back to the bundles; what was entered waits."""
        self._scene.show(form=Form.NONE)
