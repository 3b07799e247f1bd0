"""Counting: sheets read from files and folders, bundles tallied, voided and counted anew. No Qt."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

from congress_desk.domain.ballot_batches import Count, Way
from congress_desk.domain.ballot_forms import SheetStatus
from congress_desk.domain.election_rules import Undecided
from congress_desk.services.ballot_intake import Scanned
from congress_desk.services.counting import FIRST_BATCH
from congress_desk.ui.rooms.elections.scene import Scene
from congress_desk.ui.rooms.elections.state import Fact, Form, ScanSeen
from congress_desk.ui.running import LongJob, Progress

SCANNED = frozenset({".pdf", ".tif", ".tiff", ".jpg", ".jpeg", ".png"})


class CountActs:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._job: LongJob | None = None
        self._broken_off = threading.Event()
        self._paths: tuple[Path, ...] = ()

    @property
    def may_read_again(self) -> bool:
        """A folder was read that the scanner may have written into since."""
        return any(path.is_dir() for path in self._paths)

    def choose_way(self, way: Way) -> None:
        self._scene.show(way=way, wrong="")

    def scan(self, paths: Sequence[Path], batch: str) -> None:
        """Reads files and folders in the background; what was taken in before is not counted again."""
        if self._scene.state.progress is not None or not paths:
            return
        self._paths = tuple(paths)
        self._broken_off.clear()
        wanted, counting, broken_off = self._scene.round, self._scene.voting.counting, self._broken_off
        named = batch.strip() or FIRST_BATCH
        self._scene.show(progress=(0, 0), scan=None, batch=named, wrong="")

        def read(progress: Progress) -> Scanned:
            def tell(done: int, total: int) -> None:
                if not progress(done, total):
                    broken_off.set()

            return counting.scan(wanted, list(paths), batch=named, progress=tell, cancelled=broken_off.is_set)

        self._job = self._scene.surroundings.runner.run_long(
            read, then=self._on_scanned, told=self._on_progress, otherwise=self._on_not_scanned
        )

    def read_again(self) -> None:
        """The same folder once more: only what is new in it is counted."""
        self.scan(self._paths, self._scene.state.batch)

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
        fresh = [one.sheet for one in found.sheets if not one.again]
        seen = ScanSeen(
            read=sum(1 for s in fresh if s.status is SheetStatus.READ),
            asked=sum(1 for s in fresh if s.status is SheetStatus.ASK),
            refused=sum(1 for s in fresh if s.status is SheetStatus.REFUSED),
            again=len(found.sheets) - len(fresh),
            seconds=found.seconds,
        )
        self._job = None
        self._scene.show(progress=None, scan=seen)
        fact = Fact.BROKEN_OFF if self._broken_off.is_set() else Fact.SCANNED
        self._scene.tell(fact, read=seen.read, asked=seen.asked, refused=seen.refused)

    def _on_not_scanned(self, error: Exception) -> None:
        self._job = None
        self._scene.show(progress=None)
        self._scene.fail(error)
