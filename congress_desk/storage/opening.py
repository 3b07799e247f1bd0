"""Is this file a congress, whole, and ours to write or only to read? Asked before it is touched."""

from __future__ import annotations

import os
import struct
from pathlib import Path

from congress_desk.domain.refusals import Problem, Trouble
from congress_desk.storage.engine import APPLICATION_ID

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100


def inspect_file(path: Path) -> None:
    """Trouble: NO_SUCH_FILE, NOT_A_CONGRESS, DAMAGED, CANNOT_READ."""
    if not path.is_file():
        raise Trouble(Problem.NO_SUCH_FILE, path=str(path))
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except OSError as error:
        raise Trouble(Problem.CANNOT_READ, path=str(path)) from error
    _inspect_header(path, header)


def is_for_reading_only(path: Path) -> bool:
    """On a medium or in a folder that takes no writing, or without the right to write; root is asked the bits too."""
    may_write = path.stat().st_mode & 0o222 and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    return not may_write


def lacks_its_index(path: Path) -> bool:
    """A log with acts that are not in the file yet, and no index to read them by: only a writer can make one."""
    log, index = (path.with_name(path.name + ending) for ending in ("-wal", "-shm"))
    return log.exists() and log.stat().st_size > 0 and not index.exists()


def _inspect_header(path: Path, header: bytes) -> None:
    if not header.startswith(_MAGIC):
        raise Trouble(Problem.NOT_A_CONGRESS, path=str(path))
    if len(header) < _HEADER:
        raise Trouble(Problem.DAMAGED, path=str(path))
    (application_id,) = struct.unpack(">I", header[68:72])
    if application_id != APPLICATION_ID:
        raise Trouble(Problem.NOT_A_CONGRESS, path=str(path))
    if _is_shorter_than_it_says(path, header):
        raise Trouble(Problem.DAMAGED, path=str(path))


def _is_shorter_than_it_says(path: Path, header: bytes) -> bool:
    """The header tells pages and page size; a log beside the file may hold what is not written back yet."""
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:
        return False
    (written_size,) = struct.unpack(">H", header[16:18])
    page_size = 65536 if written_size == 1 else written_size
    (pages,) = struct.unpack(">I", header[28:32])
    return header[24:28] == header[92:96] and path.stat().st_size < pages * page_size
