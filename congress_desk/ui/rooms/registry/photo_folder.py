"""Photos from a folder: shown first which file is whose, then all that are clear are added as one event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.photo_matching import PhotoMatches
from congress_desk.services.listing import PhotosAdded
from congress_desk.ui.rooms.registry.scene import Scene
from congress_desk.ui.rooms.registry.state import Fact, Page, PhotoFolder, PhotoMatch
from congress_desk.ui.running import LongJob

Matched = tuple[PhotoMatches, dict[str, Path], tuple[Delegate, ...]]


class PhotoFolderActs:
    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._job: LongJob | None = None

    def look_at(self, folder: Path) -> None:
        """Match the files by their names; nothing is written."""
        desk = self._scene.desk
        self._scene.show(photos=PhotoFolder(path=folder, reading=True), page=Page.PHOTOS)
        self._scene.run(
            lambda: (*desk.listing.match_photos(folder), desk.registry.delegates()), self._on_matched, self._on_failed
        )

    def forget(self) -> None:
        """Back to choosing a folder."""
        self._scene.show(photos=PhotoFolder())

    def add(self) -> None:
        """In the free lane. Cancelled, it adds nothing."""
        shown = self._scene.state.photos
        if shown.path is None or shown.progress is not None or not shown.matched:
            return
        folder, listing = shown.path, self._scene.desk.listing
        self._scene.show_photos(progress=(0, len(shown.matched)))
        self._job = self._scene.surroundings.runner.run_long(
            lambda progress: listing.add_photos(folder, progress),
            then=self._on_added,
            told=self._on_told,
            otherwise=self._on_failed,
        )

    def cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _on_matched(self, found: Matched) -> None:
        matches, files, everybody = found
        known = {d.id: d for d in everybody}
        names = {stem: path.name for stem, path in files.items()}
        without = tuple(known[d] for d in matches.without if d in known and not known[d].photo)
        self._scene.show_photos(
            reading=False,
            matched=_named({stem: (one,) for stem, one in matches.matched.items()}, names, known),
            ambiguous=_named(matches.ambiguous, names, known),
            unmatched=tuple(PhotoMatch(file=names.get(stem, stem)) for stem in matches.unmatched),
            without=without,
        )

    def _on_told(self, finished: int, total: int) -> None:
        self._scene.show_photos(progress=(finished, total))

    def _on_added(self, result: PhotosAdded) -> None:
        self._job = None
        self._scene.show_photos(progress=None, added=None if result.stopped else result.added, broken=result.broken)
        if result.stopped:
            self._scene.tell(Fact.PHOTOS_STOPPED)
        else:
            self._scene.tell(Fact.PHOTOS_ADDED, count=result.added)

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        self._scene.show_photos(progress=None, reading=False)
        self._scene.fail(error)


def _named(
    found: Mapping[str, Iterable[DelegateId]], names: Mapping[str, str], known: Mapping[DelegateId, Delegate]
) -> tuple[PhotoMatch, ...]:
    return tuple(
        PhotoMatch(file=names.get(stem, stem), delegates=tuple(known[d] for d in ids if d in known))
        for stem, ids in found.items()
    )
