"""Counting: sheets read from files and folders, bundles tallied, voided and counted anew. No Qt."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from congress_desk.domain.ballot_batches import Count, Way
from congress_desk.domain.ballot_forms import SheetStatus
from congress_desk.domain.election_rules import Undecided
from congress_desk.services.ballot_intake import Scanned, ScannedSheet
from congress_desk.services.counting import FIRST_BATCH
from congress_desk.ui.rooms.elections.scan_state import ScanSeen, SheetNote
from congress_desk.ui.rooms.elections.scene import Scene
from congress_desk.ui.rooms.elections.state import Fact, Form
from congress_desk.ui.running import LongJob, Progress

SCANNED = frozenset({".pdf", ".tif", ".tiff", ".jpg", ".jpeg", ".png"})


class CountActs:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._job: LongJob | None = None
        self._broken_off = threading.Event()
        self._then: Callable[[], None] | None = None

    def choose_way(self, way: Way) -> None:
        self._scene.show(way=way, wrong="")

    def scan(
        self, paths: Sequence[Path], batch: str, *, more: bool = False, then: Callable[[], None] | None = None
    ) -> None:
        """Reads files and folders in the background; what was taken in before is not counted again.

        more: its figures are added to those shown. then: called when all of it was read.
        """
        if self._scene.state.progress is not None or not paths:
            return
        self._broken_off.clear()
        self._then = then
        wanted, counting, broken_off = self._scene.round, self._scene.voting.counting, self._broken_off
        named = batch.strip() or FIRST_BATCH
        before = self._scene.state.scan if more and named == self._scene.state.batch else None
        self._scene.show(progress=(0, 0), scan=before, batch=named, wrong="")

        def read(progress: Progress) -> Scanned:
            def tell(done: int, total: int) -> None:
                if not progress(done, total):
                    broken_off.set()

            return counting.scan(wanted, list(paths), batch=named, progress=tell, cancelled=broken_off.is_set)

        self._job = self._scene.surroundings.runner.run_long(
            read, then=self._on_scanned, told=self._on_progress, otherwise=self._on_not_scanned
        )

    def cancel(self) -> None:
        """Whole bundles that were read stay; reading the same files again goes on where it was broken off."""
        self._broken_off.set()
        if self._job is not None:
            self._job.cancel()

    def tally(self, batch: str, count: Count) -> None:
        """Tally marks of a bundle, by the two people at this screen."""
        wanted, by, counting = self._scene.round, self._scene.state.by, self._scene.voting.counting
        named = batch.strip() or FIRST_BATCH
        self._scene.act(lambda: counting.tally(wanted, count, by, batch=named), Fact.TALLIED, batch=named)

    def choose_batch(self, batch: str) -> None:
        if batch != self._scene.state.batch:
            self._scene.show(batch=batch)

    def ask_void(self) -> None:
        if self._scene.state.batch:
            self._scene.open_form(Form.VOID_BATCH)

    def void(self, reason: str, way: Way | None, number: int | None, by: str) -> None:
        """The chosen bundle is counted anew: as a whole, one way, or one pass of entry."""
        wanted, batch, counting = self._scene.round, self._scene.state.batch, self._scene.voting.counting
        self._scene.act(
            lambda: counting.void(wanted, reason, batch=batch, way=way, number=number, by=by),
            Fact.BATCH_VOIDED,
            batch=batch,
        )

    def decide_nobody_agreed(self, decision: Undecided) -> None:
        """Ballots that only disagree, once for the round."""
        wanted, by, counting = self._scene.round, self._scene.state.by, self._scene.voting.counting
        self._scene.act(lambda: counting.decide_nobody_agreed(wanted, decision, by), Fact.DECIDED, closes=False)

    def _on_progress(self, done: int, total: int) -> None:
        if self._scene.state.progress is not None:
            self._scene.show(progress=(done, total))

    def _on_scanned(self, found: Scanned) -> None:
        seen = scan_seen(found)
        self._job = None
        self._scene.show(progress=None, scan=added(self._scene.state.scan, seen))
        then, self._then = self._then, None
        if self._broken_off.is_set():
            self._watch_no_more(then)
            self._scene.tell(Fact.BROKEN_OFF)
            return
        if then is not None:
            then()
        self._scene.tell(Fact.SCANNED, read=seen.read, asked=seen.asked, refused=seen.refused)

    def _on_not_scanned(self, error: Exception) -> None:
        then, self._then = self._then, None
        self._job = None
        self._scene.show(progress=None)
        self._watch_no_more(then)
        self._scene.fail(error)

    def _watch_no_more(self, then: Callable[[], None] | None) -> None:
        """A folder that was read by itself rests: else the same would begin again every few seconds."""
        watched = self._scene.state.watched
        if watched is not None and then is not None:
            self._scene.show(watched=replace(watched, on=False))


def scan_seen(found: Scanned) -> ScanSeen:
    """Its figures, and which pages people have to look at while the paper is at hand."""
    fresh = [one for one in found.sheets if not one.again]
    statuses = [one.sheet.status for one in fresh]
    asked = sorted((one for one in fresh if one.sheet.status is not SheetStatus.READ), key=_place)
    return ScanSeen(
        read=statuses.count(SheetStatus.READ),
        asked=statuses.count(SheetStatus.ASK),
        refused=statuses.count(SheetStatus.REFUSED),
        again=len(found.sheets) - len(fresh),
        seconds=found.seconds,
        notes=tuple(_note(one) for one in asked),
    )


def added(before: ScanSeen | None, seen: ScanSeen) -> ScanSeen:
    if before is None:
        return seen
    return ScanSeen(
        read=before.read + seen.read,
        asked=before.asked + seen.asked,
        refused=before.refused + seen.refused,
        again=before.again + seen.again,
        seconds=seen.seconds,
        notes=(*seen.notes, *before.notes),
    )


def _place(one: ScannedSheet) -> tuple[str, int]:
    return one.source, one.place


def _note(one: ScannedSheet) -> SheetNote:
    codes = tuple(dict.fromkeys((one.sheet.reason, *one.sheet.doubts)))
    refused = one.sheet.status is SheetStatus.REFUSED
    return SheetNote(sheet=one.sheet.id, file=Path(one.source).name, page=one.place + 1, codes=codes, refused=refused)
