"""Paper: forms rendered to PDF, PDF shown as pictures, PDF sent to a printer. Preview and paper are one PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from congress_desk.domain.records import Heading


class FormRecord(Protocol):
    """Any record of domain/records.py and its siblings; reports/forms.py knows how each becomes paper."""

    @property
    def heading(self) -> Heading: ...


class Forms(Protocol):
    def render(self, record: FormRecord, language: str) -> bytes:
        """PDF bytes, the same for the same record. language: vi, en, ar.

        Trouble: NO_FONT_FOR(character, name, place), SYMBOL_UNREADABLE(code).
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePicture:
    """A page for the screen: packed RGB, width*height*3 bytes."""

    width: int
    height: int
    rgb: bytes


class Pages(Protocol):
    def count(self, pdf: bytes) -> int: ...

    def picture(self, pdf: bytes, page: int, width: int) -> PagePicture:
        """Page `page` (from 0), `width` px wide."""
        ...


class Printer(Protocol):
    def names(self) -> Sequence[str]:
        """The printers of this computer, the default one first."""
        ...

    def send(self, pdf: Path, printer: str) -> None:
        """Trouble: PRINTER_MISSING."""
        ...
