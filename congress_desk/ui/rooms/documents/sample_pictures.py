"""Pictures for the samples, drawn without fonts, PDF or Qt: a page of grey lines, and a slide with two codes."""

from __future__ import annotations

import struct
import zlib

from congress_desk.services.ports.printer import PagePicture

WHITE, GREY, BLACK = b"\xff\xff\xff", b"\xcc\xcc\xcc", b"\x11\x11\x11"
WIDTH, HEIGHT = 420, 594
SLIDE_WIDTH, SLIDE_HEIGHT = 640, 360
CODE, MODULE = 200, 8


def _page() -> list[bytes]:
    rows = []
    for y in range(HEIGHT):
        in_line = 60 < y < HEIGHT - 80 and y % 22 < 7
        length = WIDTH - 110 if (y // 22) % 4 else WIDTH - 220
        rows.append(WHITE * 55 + GREY * length + WHITE * (WIDTH - 55 - length) if in_line else WHITE * WIDTH)
    return rows


def _slide() -> list[bytes]:
    """Two squares of modules, where the codes of address and Wi-Fi stand."""
    rows = []
    for y in range(SLIDE_HEIGHT):
        line = bytearray(WHITE * SLIDE_WIDTH)
        for left in (80, 360):
            inside = y - (SLIDE_HEIGHT - CODE) // 2
            for x in range(CODE if 0 <= inside < CODE else 0):
                if _is_dark(x // MODULE, inside // MODULE, left):
                    line[3 * (left + x) : 3 * (left + x) + 3] = BLACK
        rows.append(bytes(line))
    return rows


def _is_dark(x: int, y: int, seed: int) -> bool:
    last = CODE // MODULE - 1
    for corner_x, corner_y in ((0, 0), (last - 6, 0), (0, last - 6)):
        inner_x, inner_y = x - corner_x, y - corner_y
        if 0 <= inner_x <= 6 and 0 <= inner_y <= 6:
            ring = max(abs(inner_x - 3), abs(inner_y - 3))
            return ring != 2
    return (x * 31 + y * 17 + x * y + seed) % 5 < 2


def _png(rows: list[bytes], width: int) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, len(rows), 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + one for one in rows))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


PAGE_PNG = _png(_page(), WIDTH)
SLIDE_PNG = _png(_slide(), SLIDE_WIDTH)
PAGE_PICTURE = PagePicture(width=WIDTH, height=HEIGHT, rgb=b"".join(_page()))
