"""Who makes the record pack: this process, or one of its own that the window never waits for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from congress_desk.domain.packing import LeftOut, Packed, SealedFile

Progress = Callable[[int, int], bool]  # records made, of how many; gives False to stop


@dataclass(frozen=True, slots=True, kw_only=True)
class PackMade:
    """pages: of the bound file. manifest: SHA-256 of the list of hashes, kept in the journal."""

    folder: Path
    packed: tuple[Packed, ...]
    left_out: tuple[LeftOut, ...]
    sealed: tuple[SealedFile, ...] = ()
    pages: int
    manifest: str


class Press(Protocol):
    def press(self, folder: Path, language: str, progress: Progress) -> PackMade:
        """Every record into this empty folder; writes nothing into the congress file. language: vi, en, ar.

        Refusal: PACK_STOPPED. Trouble: NO_FONT_FOR, PACK_BROKEN_OFF. OSError where it cannot be written.
        """
        ...
