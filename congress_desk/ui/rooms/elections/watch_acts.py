"""The scanner's folder, read by itself: what is whole and new in it, each file once. No Qt.

Which folder belongs to which round and bundle is remembered on this computer.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from congress_desk.domain.ballot_layout import pages_of
from congress_desk.domain.elections import RoundId, RoundState
from congress_desk.domain.refusals import Trouble
from congress_desk.services.counting import FIRST_BATCH
from congress_desk.services.scan_folder import FolderLook, FolderWatch
from congress_desk.ui.rooms.elections.count_acts import CountActs
from congress_desk.ui.rooms.elections.scan_state import Watched
from congress_desk.ui.rooms.elections.scene import Scene
from congress_desk.ui.rooms.elections.state import Fact
from congress_desk.ui.running import Lane

REMEMBERED = 12
BETWEEN = "\t"


class WatchActs:
    """seconds(): of a steady clock."""

    def __init__(self, scene: Scene, counts: CountActs, seconds: Callable[[], float] = time.monotonic) -> None:
        self._scene = scene
        self._counts = counts
        self._seconds = seconds
        self._watches: dict[tuple[RoundId, Path], FolderWatch] = {}
        self._looking = False

    def choose(self, folder: Path, batch: str) -> None:
        """The folder is read now, and again whenever there is something new in it."""
        self._scene.show(watched=Watched(folder=folder), batch=batch.strip() or FIRST_BATCH)
        self.switch(True)

    def switch(self, on: bool) -> None:
        """Whether the folder is read by itself; remembered for this round."""
        watched = self._scene.state.watched
        if watched is None:
            return
        self._scene.show(watched=replace(watched, on=on, away=False))
        self._remember(watched.folder if on else None)
        self._scene.tell(Fact.WATCHING if on else Fact.WATCHED_NO_MORE, folder=watched.folder.name)
        if on:
            self.look()

    def recall(self) -> None:
        """Another round is shown: the folder that was watched for it, if any."""
        known = self._known().get(self._scene.round)
        if known is None:
            self._scene.show(watched=None)
            return
        batch, folder = known
        self._scene.show(watched=Watched(folder=Path(folder), on=True), batch=batch)
        self.look()

    def name_batch(self, batch: str) -> None:
        """Files that come from now on belong to this bundle."""
        watched, named = self._scene.state.watched, batch.strip() or FIRST_BATCH
        if watched is not None and watched.on and named != self._scene.state.batch:
            self._scene.show(batch=named)
            self._remember(watched.folder)

    def look(self) -> None:
        """Something stirred in the folder, or it is time to look again."""
        watched = self._scene.state.watched
        if watched is None or not watched.on or self._looking or self._scene.state.progress is not None:
            return
        if self._is_closed():
            return
        self._looking = True
        watch, stacks = self._watch_of(watched.folder), self._has_several_pages()
        self._scene.run(
            lambda: watch.look(whole_stacks=stacks),
            lambda looked: self._on_looked(watch, looked),
            self._on_away,
            Lane.FREE,
        )

    def _on_looked(self, watch: FolderWatch, looked: FolderLook) -> None:
        self._looking = False
        watched = self._scene.state.watched
        if watched is None or not watched.on or watched.folder != watch.folder:
            return
        if watched.away or watched.looked != looked:
            self._scene.show(watched=replace(watched, away=False, looked=looked))
        if looked.ready:
            batch, read = self._scene.state.batch, partial(self._on_read, watch, looked.ready)
            self._counts.scan(looked.ready, batch, more=True, then=read)

    def _on_read(self, watch: FolderWatch, paths: Sequence[Path]) -> None:
        watch.taken(paths)
        self.look()

    def _on_away(self, error: Exception) -> None:
        """Said once, and tried again: the network share comes back."""
        self._looking = False
        watched = self._scene.state.watched
        if not isinstance(error, Trouble):
            raise error
        if watched is not None and not watched.away:
            self._scene.show(watched=replace(watched, away=True))
            self._scene.surroundings.play("ask")

    def _is_closed(self) -> bool:
        """A sealed or void round, and one whose count is stopped, takes no sheets."""
        one = self._scene.state.round
        return one is None or one.stopped or one.state in (RoundState.SEALED, RoundState.VOID)

    def _has_several_pages(self) -> bool:
        one = self._scene.state.round
        return one is not None and one.form is not None and pages_of(one.form) > 1

    def _watch_of(self, folder: Path) -> FolderWatch:
        """One for each round: a folder may hold the sheets of several, and foreign ones are refused by each."""
        key = (self._scene.round, folder)
        if key not in self._watches:
            self._watches[key] = FolderWatch(self._scene.voting.folders, folder, self._seconds)
        return self._watches[key]

    def _known(self) -> dict[RoundId, tuple[str, str]]:
        kept = (line.split(BETWEEN, 2) for line in self._scene.surroundings.settings.current.scan_folders)
        return {RoundId(parts[0]): (parts[1], parts[2]) for parts in kept if len(parts) == 3}

    def _remember(self, folder: Path | None) -> None:
        known: dict[Any, tuple[str, str]] = self._known()
        known.pop(self._scene.round, None)
        if folder is not None:
            known[self._scene.round] = (self._scene.state.batch or FIRST_BATCH, str(folder))
        lines = tuple(BETWEEN.join((one, *rest)) for one, rest in known.items())
        self._scene.surroundings.settings.change(scan_folders=lines[-REMEMBERED:])
