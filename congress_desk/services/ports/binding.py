"""Many PDFs bound to one, as the record pack needs it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundPart:
    """bookmark: what leads to its first page."""

    path: Path
    bookmark: str


class Binder(Protocol):
    def title_of(self, pdf: bytes) -> str:
        """As the file names itself."""
        ...

    def bind(
        self, first: bytes, parts: Sequence[BoundPart], target: Path, *, language: str, made_at: dt.datetime
    ) -> None:
        """`first` (contents), then the parts, each with its bookmark; finished for the archive.

        OSError where it cannot be written.
        """
        ...
