"""A camera over a table: each sheet laid down is written to disk before it counts as taken. No Qt.

The camera runs only while its page is open. Its pictures are shown and forgotten.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from congress_desk.domain.ballot_forms import SheetStatus
from congress_desk.domain.elections import RoundId
from congress_desk.domain.refusals import Reason, Refusal, Trouble
from congress_desk.services.counting import FIRST_BATCH
from congress_desk.services.ports.ballots import (
    BallotCamera,
    OnTable,
    PrintedForm,
    SheetSeen,
    TableReport,
    TableSeen,
)
from congress_desk.services.ports.camera import CameraStopped
from congress_desk.services.table_counting import TableCount
from congress_desk.ui.rooms.elections.scan_state import SheetNote, TableWork
from congress_desk.ui.rooms.elections.scene import Scene
from congress_desk.ui.rooms.elections.state import Fact, Form
from congress_desk.ui.running import Lane

SOUNDS = {SheetStatus.READ: "ok", SheetStatus.ASK: "ask", SheetStatus.REFUSED: "no"}
TOLD = frozenset({OnTable.SAME, OnTable.NOT_READ})  # what the ear is told of as well
CLOSED = frozenset({Reason.NO_BALLOTS_PRINTED, Reason.COUNT_STOPPED, Reason.ROUND_IS_SEALED, Reason.ROUND_IS_VOID})


class TableActs:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._camera: BallotCamera | None = None
        self._form: PrintedForm | None = None
        self._round: RoundId | None = None
        self._tell = scene.surroundings.carry(self._on_report)

    def open(self, batch: str) -> None:
        """The page, with the camera's picture, for sheets of this bundle."""
        named, source = batch.strip() or FIRST_BATCH, self._scene.surroundings.settings.current.table_camera
        wanted, table = self._scene.round, self._scene.voting.table
        self._round = wanted
        self._scene.show(form=Form.TABLE, table=TableWork(source=source, batch=named), batch=named, wrong="")

        def ready(form: PrintedForm) -> None:
            self._form = form
            self._start()

        def refused(error: Exception) -> None:
            self._scene.show(form=Form.NONE, table=None)
            self._scene.fail(error)

        self._scene.run(lambda: table.begin(wanted), ready, refused)

    def choose_camera(self, source: str) -> None:
        """Another camera; this computer remembers it."""
        work = self._scene.state.table
        if work is not None and source != work.source:
            self._scene.surroundings.settings.change(table_camera=source)
            self._show(source=source, on_table=None, problem=None, frame=None)
            self._release(self._start)

    def take(self) -> None:
        """What lies there now is taken as it lies."""
        if self._camera is not None:
            self._camera.take()

    def finish(self) -> None:
        """The camera rests; the last sheets go on record with their bundle."""
        wanted, table = self._round, self._scene.voting.table
        if wanted is None or self._scene.state.table is None:
            return
        taken = self._scene.state.table.taken

        def on_record(_count: TableCount) -> None:
            self._round = None
            self._scene.show(form=Form.NONE, table=None)
            self._scene.tell(Fact.LAID, count=taken)

        self._release(lambda: self._scene.run(lambda: table.finish(wanted), on_record, self._on_not_finished))

    def leave(self) -> None:
        """Another room or step: what lies on disk goes on record, and the camera is free."""
        if self._scene.state.table is not None:
            self.finish()

    def close(self) -> None:
        """The window closes. What is not on record yet is safe on disk, and is put on record the next time."""
        camera, self._camera = self._camera, None
        if camera is not None:
            camera.stop()

    def recover(self) -> None:
        """Sheets of this round that were safe on disk when the program ended go on record now."""
        wanted, table = self._scene.round, self._scene.voting.table
        if self._camera is None and table.waiting(wanted):
            self._scene.run(
                lambda: table.finish(wanted),
                lambda count: self._scene.tell(Fact.RECOVERED, count=count.kept),
                self._on_not_recovered,
            )

    def _on_report(self, report: SheetSeen | TableReport) -> None:
        """From the camera's listener, already on the screen's thread."""
        if isinstance(report, SheetSeen):
            self._save(report)
        elif self._camera is None or self._scene.state.table is None:
            return
        elif isinstance(report, TableSeen):
            self._on_frame(report)
        elif isinstance(report, CameraStopped):
            self._scene.surroundings.play("no")
            self._show(problem=report.problem, on_table=None, frame=None)

    def _on_frame(self, seen: TableSeen) -> None:
        work = self._scene.state.table
        if work is not None and (work.on_table, work.why) != (seen.on_table, seen.why):
            error = work.error if seen.on_table is OnTable.TAKEN else None
            self._show(on_table=seen.on_table, why=seen.why, problem=None, error=error, frame=seen)
            if seen.on_table in TOLD:
                self._scene.surroundings.play("ask")
        show: Any = self._scene.view
        if show is not None:
            show.show_table(seen)

    def _save(self, seen: SheetSeen) -> None:
        """First safe, then taken; also a sheet that was told while the camera was being stopped."""
        wanted, work, table = self._round, self._scene.state.table, self._scene.voting.table
        if wanted is None or work is None:
            return
        batch = work.batch
        self._show(saving=work.saving + 1, error=None)
        self._scene.run(
            lambda: table.take(wanted, seen, batch=batch),
            lambda count: self._on_saved(seen, count),
            self._on_not_saved,
        )

    def _on_saved(self, seen: SheetSeen, count: TableCount) -> None:
        work, reading = self._scene.state.table, seen.reading
        if work is None:
            return
        codes = [doubt.value for doubt in reading.all_doubts]
        codes = [reading.reason.value, *codes] if reading.reason else codes
        note = SheetNote(page=work.taken + 1, codes=tuple(codes), refused=reading.status is SheetStatus.REFUSED)
        self._show(
            saving=work.saving - 1,
            taken=work.taken + 1,
            waiting=count.waiting,
            last=note,
            last_status=reading.status,
            read=work.read + (reading.status is SheetStatus.READ),
            asked=work.asked + (reading.status is SheetStatus.ASK),
            refused=work.refused + (reading.status is SheetStatus.REFUSED),
            notes=work.notes if reading.status is SheetStatus.READ else (note, *work.notes),
        )
        self._scene.surroundings.play(SOUNDS[reading.status])

    def _on_not_saved(self, error: Exception) -> None:
        if not isinstance(error, Refusal | Trouble):
            raise error
        work = self._scene.state.table
        if work is not None:
            self._show(saving=work.saving - 1, error=error)
            self._scene.surroundings.play("no")

    def _on_not_finished(self, error: Exception) -> None:
        """What waits stays on disk."""
        self._scene.show(form=Form.NONE, table=None)
        self._scene.fail(error)

    def _on_not_recovered(self, error: Exception) -> None:
        """A round that is closed by now takes no sheets; they stay on disk for a count that is opened again."""
        if not (isinstance(error, Refusal) and error.reason in CLOSED):
            self._scene.fail(error)

    def _start(self) -> None:
        work = self._scene.state.table
        if work is None or self._form is None:
            return
        self._camera = self._scene.voting.make_camera()
        self._camera.start(work.source, [self._form], self._tell, self._tell)

    def _release(self, then: Any) -> None:
        """Waiting for the camera's process to end is not the screen's work."""
        camera, self._camera = self._camera, None
        if camera is None:
            then()
        else:
            self._scene.run(camera.stop, lambda _ended: then(), lane=Lane.FREE)

    def _show(self, **changes: Any) -> None:
        work = self._scene.state.table
        if work is not None:
            self._scene.show(table=replace(work, **changes))
