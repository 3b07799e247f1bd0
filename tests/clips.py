"""Clips made on the spot: moving colours without sound, and tables of containers with and without a sound track."""

from __future__ import annotations

import struct
from pathlib import Path


def a_clip(path: Path, *, seconds: float = 2.0, rate: int = 10, width: int = 160, height: int = 90) -> Path:
    """An MJPEG film in an AVI, which every player can decode. Its colour goes from dark to light."""
    import cv2
    import numpy as np

    count = int(seconds * rate)
    codec = "MJPG" if path.suffix == ".avi" else "mp4v"
    film = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*codec), rate, (width, height))
    for number in range(count):
        film.write(np.full((height, width, 3), 40 + 200 * number // count, dtype=np.uint8))
    film.release()
    return path


def a_picture(path: Path, width: int = 64, height: int = 48) -> Path:
    from PIL import Image

    Image.new("RGB", (width, height), (120, 20, 30)).save(path)
    return path


def cut_off(path: Path, part: float = 0.5) -> Path:
    """Only the beginning of the file, as after a copy that was broken off."""
    whole = path.read_bytes()
    path.chmod(0o644)
    path.write_bytes(whole[: int(len(whole) * part)])
    return path


def mp4_tables(path: Path, *tracks: bytes) -> Path:
    """An MP4 of nothing but its tables: tracks by handler, b"vide" or b"soun"."""
    handlers = [_box(b"hdlr", b"\0" * 8 + track + b"\0" * 12) for track in tracks]
    moov = _box(b"moov", b"".join(_box(b"trak", _box(b"mdia", one)) for one in handlers))
    path.write_bytes(_box(b"ftyp", b"isom\0\0\2\0isomiso2") + _box(b"mdat", b"x" * 100) + moov)
    return path


def webm_tables(path: Path, *types: int) -> Path:
    """A WebM of nothing but its tables: tracks by type, 1 for pictures, 2 for sound."""
    entries = b"".join(_element(b"\xae", _element(b"\x83", bytes([one]))) for one in types)
    segment = _element(b"\x18\x53\x80\x67", _element(b"\x16\x54\xae\x6b", entries))
    path.write_bytes(_element(b"\x1a\x45\xdf\xa3", _element(b"\x42\x82", b"webm")) + segment)
    return path


def _box(kind: bytes, inside: bytes) -> bytes:
    return struct.pack(">I", len(inside) + 8) + kind + inside


def _element(name: bytes, inside: bytes) -> bytes:
    return name + struct.pack(">I", 0x10000000 | len(inside)) + inside
