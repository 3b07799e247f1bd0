"""Does a clip have sound: read from the tables of its container (MP4, WebM and Matroska, AVI), nothing decoded.

ISO/IEC 14496-12 (a track whose handler is "soun"), RFC 9559 (a track entry of type 2), AVI RIFF (a stream "auds").
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

_MOST_TABLE = 64 * 1024 * 1024
_SEGMENT, _TRACKS, _ENTRY, _TYPE = 0x18538067, 0x1654AE6B, 0xAE, 0x83
_AUDIO = 2
_AVI_HEAD = 256 * 1024


def has_sound(path: Path) -> bool | None:
    """None where the container is of another kind, or its tables cannot be read."""
    try:
        with path.open("rb") as file:
            head = file.read(12)
            file.seek(0)
            if head[4:8] == b"ftyp":
                return _mp4_has(file)
            if head.startswith(b"\x1aE\xdf\xa3"):
                return _matroska_has(file)
            if head[:4] == b"RIFF" and head[8:12] == b"AVI ":
                return b"auds" in file.read(_AVI_HEAD)
    except (OSError, ValueError):
        return None
    return None


def _mp4_has(file: BinaryIO) -> bool | None:
    for kind, length in _boxes(file):
        if kind == b"moov":
            table = file.read(min(length, _MOST_TABLE))
            return any(table[at + 12 : at + 16] == b"soun" for at in _places(table, b"hdlr"))
        file.seek(length, 1)
    return None


def _boxes(file: BinaryIO) -> Iterator[tuple[bytes, int]]:
    """Kind and length of the rest of each box; the file stands behind the box's head."""
    while len(head := file.read(8)) == 8:
        size, kind = int.from_bytes(head[:4], "big"), head[4:]
        if size == 1:
            size = int.from_bytes(file.read(8), "big") - 8
        if size < 8:
            return
        yield kind, size - 8


def _places(table: bytes, word: bytes) -> Iterator[int]:
    at = table.find(word)
    while at >= 0:
        yield at
        at = table.find(word, at + 4)


def _matroska_has(file: BinaryIO) -> bool | None:
    for name, length in _elements(file):
        if name == _SEGMENT:
            continue  # what is inside comes next
        if name == _TRACKS:
            return _AUDIO in _track_types(file.read(min(length, _MOST_TABLE)))
        file.seek(length, 1)
    return None


def _track_types(table: bytes) -> set[int]:
    """Entries are entered, so that their parts come by as elements too."""
    inside, found = BytesIO(table), set[int]()
    for name, length in _elements(inside):
        if name == _TYPE:
            found.add(int.from_bytes(inside.read(length), "big"))
        elif name != _ENTRY:
            inside.seek(length, 1)
    return found


def _elements(file: BinaryIO) -> Iterator[tuple[int, int]]:
    """Id and length of each element; the file stands behind the element's head."""
    while first := file.read(1):
        width = 9 - first[0].bit_length()
        if width > 4:
            raise ValueError("element id")
        name = int.from_bytes(first + file.read(width - 1), "big")
        size_first = file.read(1)
        if not size_first or not size_first[0]:
            raise ValueError("element size")
        size_width = 9 - size_first[0].bit_length()
        rest = int.from_bytes(size_first + file.read(size_width - 1), "big")
        yield name, rest & ((1 << (7 * size_width)) - 1)
