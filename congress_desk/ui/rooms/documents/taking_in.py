"""Many files at once: looked at by what they hold, their cards completed together, then taken in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from congress_desk.domain.documents import Document, Status
from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.services.documents import Looked
from congress_desk.ui.rooms.documents.scene import Scene
from congress_desk.ui.rooms.documents.stands import Taking
from congress_desk.ui.rooms.documents.state import Fact, Page
from congress_desk.ui.running import Lane, LongJob, Progress

Taken = tuple[list[Document], list[Looked]]


class TakingInActs:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._job: LongJob | None = None

    def look_at(self, paths: Sequence[Path]) -> None:
        """Files and folders that were dropped or chosen; more may be dropped onto those that wait."""
        waiting = {one.path for one in self._scene.state.taking.files}
        documents = self._scene.library.documents

        def looked(progress: Progress) -> list[Looked]:
            wanted = [path for path in _files_of(paths) if path not in waiting]
            found = []
            for number, path in enumerate(wanted):
                if not progress(number, len(wanted)):
                    break
                found.append(documents.look_at(path))
            return found

        self._scene.open(Page.TAKING)
        self._scene.show_part("taking", finished=0, total=max(1, len(paths)))
        self._start(looked, self._on_looked)

    def mark(self, places: Sequence[int]) -> None:
        self._scene.show_part("taking", marked=tuple(places))

    def mark_next(self) -> None:
        """The next file that can be taken, below the last that is marked."""
        taking = self._scene.state.taking
        last = max(taking.marked, default=-1)
        following = next((place for place in taking.sound if place > last), None)
        if following is not None:
            self.mark([following])

    def change(self, **changes: Any) -> None:
        """The card of what is marked: title, number, type, secrecy, agenda_item, language, opinions ..."""
        taking = self._scene.state.taking
        files = list(taking.files)
        for place in taking.marked:
            card = replace(files[place].card, **changes)
            files[place] = replace(files[place], card=card)
        wrong = frozenset(place for place in taking.wrong if not files[place].card.title.strip())
        self._scene.show_part("taking", files=tuple(files), wrong=wrong)

    def leave_out(self) -> None:
        """What is marked is not taken in."""
        taking = self._scene.state.taking
        files = tuple(one for place, one in enumerate(taking.files) if place not in taking.marked)
        self._scene.show_part("taking", files=files, marked=(), wrong=frozenset())
        if not files:
            self.cancel()

    def cancel(self) -> None:
        """Nothing more is looked at or taken in, and the list is put away."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._scene.show(taking=Taking(), page=Page.LIBRARY)

    def take_in(self, *, issued: bool = False) -> None:
        """All that are sound; what fails stays in the list with its reason. issued: at once, for finished papers."""
        taking, documents = self._scene.state.taking, self._scene.library.documents
        wrong = frozenset(place for place in taking.sound if not taking.files[place].card.title.strip())
        if wrong or not taking.sound:
            self._scene.show_part("taking", wrong=wrong, marked=tuple(sorted(wrong))[:1])
            return
        files = [taking.files[place] for place in taking.sound]
        status = Status.ISSUED if issued else Status.DRAFT

        def taken(progress: Progress) -> Taken:
            added: list[Document] = []
            failed: list[Looked] = []
            for number, one in enumerate(files):
                if not progress(number, len(files)):
                    return added, [*failed, *files[number:]]
                try:
                    added.append(documents.add(one.path, one.card, status=status))
                except Trouble as trouble:
                    if trouble.problem in (Problem.DISK_FULL, Problem.BUSY):
                        raise
                    failed.append(replace(one, trouble=trouble))
            return added, failed

        self._scene.show_part("taking", finished=0, total=len(files))
        self._start(taken, lambda done: self._on_taken(done, issued=issued))

    def _start(self, work: Any, then: Any) -> None:
        def told(finished: int, total: int) -> None:
            self._scene.show_part("taking", finished=finished, total=total)

        runner = self._scene.surroundings.runner
        self._job = runner.run_long(work, then=then, told=told, otherwise=self._on_failed, lane=Lane.FREE)

    def _on_looked(self, found: list[Looked]) -> None:
        self._job = None
        taking = self._scene.state.taking
        files = (*taking.files, *found)
        if self._scene.state.page is not Page.TAKING or not files:
            self.cancel()
            return
        sound = tuple(place for place, one in enumerate(files) if one.trouble is None)
        self._scene.show(taking=Taking(files=files, marked=sound))

    def _on_taken(self, taken: Taken, *, issued: bool) -> None:
        self._job = None
        added, left = taken
        failed = [one for one in self._scene.state.taking.files if one.trouble is not None]
        rest = (*failed, *left)
        if added:
            whole = Fact.ADDED_ISSUED if issued else Fact.ADDED
            self._scene.tell(Fact.ADDED_SOME if rest else whole, count=len(added), left=len(rest))
        kept = tuple(place for place, one in enumerate(rest) if one.trouble is None)
        page = Page.TAKING if rest and self._scene.state.page is Page.TAKING else Page.LIBRARY
        self._scene.show(taking=Taking(files=rest, marked=kept), page=page, marked=tuple(d.id for d in added))
        self._scene.refresh()

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._scene.show_part("taking", finished=0, total=0)
        self._scene.fail(error)


def _files_of(paths: Sequence[Path]) -> list[Path]:
    """Folders give the files in them, in order of their names; hidden files stay where they are."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(one for one in path.rglob("*") if one.is_file() and not one.name.startswith("."))
        else:
            found.append(path)
    return list(dict.fromkeys(found))
