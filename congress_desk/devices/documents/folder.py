"""The library's folder beside the congress file: NAME.congress.files/ab/abcdef..., each file once.

A file is copied, flushed and renamed, so that what the congress file names is there. `made/` holds copies that
can be made again (cleaned, watermarked) and is never in a backup.
"""

from __future__ import annotations

import errno
import hashlib
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from congress_desk.domain.refusals import Problem, Trouble

_AT_ONCE = 1024 * 1024
_MADE = "made"


def folder_beside(congress: Path) -> Path:
    return congress.with_name(congress.name + ".files")


class LibraryFolder:
    """See services.ports.documents.DocumentFiles. Nothing is made before the first file comes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sound: dict[str, tuple[int, int, int]] = {}  # size, time of change, inode when it was proved

    def take_in(self, path: Path) -> tuple[str, int]:
        with _writing(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            handle, draft = tempfile.mkstemp(dir=self._folder, prefix=".new-")
            try:
                with os.fdopen(handle, "wb") as target:
                    sha256, size = _copied(path, target)
                    target.flush()
                    os.fsync(target.fileno())
                self._keep(Path(draft), sha256)
            finally:
                Path(draft).unlink(missing_ok=True)
        return sha256, size

    def path_of(self, sha256: str) -> Path:
        return self._folder / sha256[:2] / sha256

    def is_sound(self, sha256: str) -> bool:
        path = self.path_of(sha256)
        try:
            stamp = _stamp(path)
            if self._sound.get(sha256) == stamp:
                return True
            with path.open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            return False
        if found != sha256:
            return False
        self._sound[sha256] = stamp
        return True

    def made(self, name: str) -> Path:
        folder = self._folder / _MADE
        with _writing(folder):
            folder.mkdir(parents=True, exist_ok=True)
        return folder / name

    def copy_to(self, folder: Path, sha256s: Sequence[str]) -> None:
        other = LibraryFolder(folder)
        for sha256 in sha256s:
            source = self.path_of(sha256)
            if source.exists() and not other.path_of(sha256).exists():
                other.take_in(source)

    def _keep(self, draft: Path, sha256: str) -> None:
        target = self.path_of(sha256)
        target.parent.mkdir(exist_ok=True)
        if not self.is_sound(sha256):
            os.replace(draft, target)
            os.chmod(target, 0o444)
        flush_folder(target.parent)
        flush_folder(self._folder)


def _copied(path: Path, target: BinaryIO) -> tuple[str, int]:
    """Digest and size of what was read. Trouble: CANNOT_READ."""
    digest, size = hashlib.sha256(), 0
    try:
        source = path.open("rb")
    except OSError as error:
        raise Trouble(Problem.CANNOT_READ, path=str(path)) from error
    with source:
        while block := source.read(_AT_ONCE):
            digest.update(block)
            size += len(block)
            target.write(block)
    return digest.hexdigest(), size


def _stamp(path: Path) -> tuple[int, int, int]:
    state = path.stat()
    return state.st_size, state.st_mtime_ns, state.st_ino


def flush_folder(folder: Path) -> None:
    """The new name survives a power cut; Windows has no such call and needs none."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise Trouble(Problem.DISK_FULL if full else Problem.CANNOT_WRITE, path=str(folder)) from error
