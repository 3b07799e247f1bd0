"""QR symbols: level Q for badges, M for sheets, made once and read back by another library before it is printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from congress_desk.domain.refusals import Problem, Trouble

QUIET_ZONE = 4  # modules of white on every side (ISO/IEC 18004)
MASK = 2  # any mask can be read; choosing the best one takes ten times as long as all the rest
_PIXELS = 4  # of the raster that is read back, a module
_DARK, _LIGHT = 0, 255

Matrix = Sequence[Sequence[bool]]


@dataclass(frozen=True, slots=True)
class Symbol:
    """side: modules with the quiet zone. runs: (column, row, length) of dark modules."""

    side: int
    runs: tuple[tuple[int, int, int], ...]


def symbol_of(code: str, *, level: str = "Q") -> Symbol:
    """The symbol, proved to be readable; level of correction L, M, Q, H. Trouble: SYMBOL_UNREADABLE(code)."""
    matrix = _matrix(code, level) if code else []
    if not code or _read_back(matrix) != code:
        raise Trouble(Problem.SYMBOL_UNREADABLE, code=code)
    return Symbol(len(matrix), tuple(_runs(matrix)))


def _matrix(code: str, level: str) -> Matrix:
    from qrcode import constants
    from qrcode.main import QRCode

    correction = getattr(constants, f"ERROR_CORRECT_{level}")
    maker = QRCode(error_correction=correction, border=QUIET_ZONE, mask_pattern=MASK)
    maker.add_data(code)
    maker.make(fit=True)
    matrix: Matrix = maker.get_matrix()
    return matrix


def _read_back(matrix: Matrix) -> str:
    import numpy as np
    import zxingcpp

    raster = np.where(np.array(matrix, dtype=bool), _DARK, _LIGHT).astype(np.uint8)
    raster = raster.repeat(_PIXELS, axis=0).repeat(_PIXELS, axis=1)
    found = zxingcpp.read_barcode(raster, formats=zxingcpp.BarcodeFormat.QRCode, try_rotate=False, try_invert=False)
    return str(found.text) if found is not None else ""


def _runs(matrix: Matrix) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    for row, modules in enumerate(matrix):
        for column, dark in enumerate(modules):
            if not dark:
                continue
            before = found[-1] if found else (0, -1, 0)
            if before[1] == row and before[0] + before[2] == column:
                found[-1] = (before[0], row, before[2] + 1)
            else:
                found.append((column, row, 1))
    return found
