"""A folder that a scanner writes into: which of its files may be read now, each once, and which are not whole yet.

A file may be read when its size and time have not changed for a while and its end is there. Whatever cannot be read
stays in sight by its name; what was read stays in the folder and is known by its content.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from congress_desk.services.ports.ballots import FileSeen, ScanFolder

SETTLED_SECONDS = 2.0
REST_SECONDS = 8.0  # nothing new for so long: the stack in the scanner is through
PATIENCE_SECONDS = 20.0  # a scanner that stops in the middle of a file for so long has broken off

Stamp = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderLook:
    """ready: to be read now. writing, broken, copies: names of files still being written, of those that cannot be
    opened, and of those with the content of another one. held: ready, and waiting for the pages that belong to
    them. read: how many files were read so far."""

    ready: tuple[Path, ...] = ()
    held: tuple[str, ...] = ()
    writing: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    read: int = 0


class FolderWatch:
    """seconds(): of a steady clock."""

    def __init__(self, files: ScanFolder, folder: Path, seconds: Callable[[], float]) -> None:
        self.folder = folder
        self._files = files
        self._seconds = seconds
        self._since: dict[Path, tuple[Stamp, float]] = {}
        self._done: dict[Path, Stamp] = {}
        self._broken: dict[Path, Stamp] = {}
        self._copies: dict[Path, Stamp] = {}
        self._contents: dict[str, Path] = {}

    def look(self, *, whole_stacks: bool = False) -> FolderLook:
        """whole_stacks: pages of one ballot may come in several files; nothing is ready while the scanner works.

        Trouble: NO_SUCH_FILE where the folder is gone, CANNOT_READ.
        """
        ready: list[Path] = []
        writing: list[str] = []
        for seen in self._files.files(self.folder):
            stamp = (seen.size, seen.changed)
            if stamp in (self._done.get(seen.path), self._broken.get(seen.path), self._copies.get(seen.path)):
                continue
            if not self._may_be_read(seen, stamp):
                writing.append(seen.path.name)
            elif self._is_new(seen.path, stamp, ready):
                ready.append(seen.path)
        held = whole_stacks and bool(ready) and self._works(ready, writing)
        return FolderLook(
            ready=() if held else tuple(ready),
            held=_names(ready) if held else (),
            writing=tuple(writing),
            broken=_names(self._broken),
            copies=_names(self._copies),
            read=len(self._done),
        )

    def taken(self, paths: Iterable[Path]) -> None:
        """These were read, as they were when they were looked at."""
        for path in paths:
            if path in self._since:
                self._done[path] = self._since[path][0]

    def _works(self, ready: list[Path], writing: list[str]) -> bool:
        last = max(self._since[path][1] for path in ready)
        return bool(writing) or self._seconds() - last < REST_SECONDS

    def _may_be_read(self, seen: FileSeen, stamp: Stamp) -> bool:
        """Unchanged for a while, and whole; one that stays without its end is opened all the same, or is broken."""
        before, since = self._since.get(seen.path, (None, 0.0))
        if before != stamp:
            self._since[seen.path] = (stamp, self._seconds())
            return False
        rest = self._seconds() - since
        if rest < SETTLED_SECONDS or (not seen.size and rest < PATIENCE_SECONDS):
            return False
        return self._files.is_whole(seen.path) or rest >= PATIENCE_SECONDS

    def _is_new(self, path: Path, stamp: Stamp, ready: list[Path]) -> bool:
        if not self._files.opens(path):
            self._broken[path] = stamp
            return False
        self._broken.pop(path, None)
        content = self._files.digest(path)
        first = self._contents.setdefault(content, path)
        if first != path and (first in self._done or first in ready):
            self._copies[path] = stamp
            return False
        self._contents[content] = path
        return True


def _names(paths: Iterable[Path]) -> tuple[str, ...]:
    return tuple(sorted(path.name for path in paths))
