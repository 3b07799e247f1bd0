"""Files of documents: what they are, where they are kept, how they look, and the papers of the library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from congress_desk.domain.documents import FileKind
from congress_desk.domain.documents_records import LibraryRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected:
    """What a file is by its content. texts: one a page, in NFC ("" where a page holds none).

    active: it holds scripts, actions or attached files.
    """

    kind: FileKind
    pages: int = 0
    texts: tuple[str, ...] = ()
    active: bool = False


class Inspector(Protocol):
    def inspect(self, path: Path) -> Inspected:
        """Trouble: NO_SUCH_FILE, CANNOT_READ, NOT_A_DOCUMENT, DOCUMENT_LOCKED, DOCUMENT_TOO_LARGE."""
        ...


class DocumentFiles(Protocol):
    """Files beside the congress file, each once, named by their SHA-256."""

    def take_in(self, path: Path) -> tuple[str, int]:
        """Copies the file in, durably; its SHA-256 and size. Trouble: CANNOT_READ, CANNOT_WRITE, DISK_FULL."""
        ...

    def path_of(self, sha256: str) -> Path:
        """Where it would be."""
        ...

    def is_sound(self, sha256: str) -> bool:
        """There, and byte for byte what it was; asked again it is quick unless the file was touched."""
        ...

    def made(self, name: str) -> Path:
        """Where something made from the files is kept (a watermarked copy); may be thrown away at any time."""
        ...

    def copy_to(self, folder: Path, sha256s: Sequence[str]) -> None:
        """For a backup. Trouble: CANNOT_WRITE, DISK_FULL."""
        ...


class PageImages(Protocol):
    def page(self, pdf: Path, page: int, width: int) -> bytes:
        """Page `page` (from 0) as a JPEG, `width` px wide. Trouble: CANNOT_READ."""
        ...


class SafeCopies(Protocol):
    """PDFs made fit to be handed out."""

    def without_actions(self, pdf: Path, target: Path) -> None:
        """A copy without scripts, actions, forms and attached files; whole or not at all."""
        ...

    def with_mark(self, pdf: Path, target: Path, lines: Sequence[str]) -> None:
        """A copy with these lines across every page, and without actions."""
        ...


class LibraryPapers(Protocol):
    def render(self, record: LibraryRecord, language: str) -> bytes:
        """PDF bytes. Trouble: NO_FONT_FOR, SYMBOL_UNREADABLE (every symbol was read back from the page)."""
        ...

    def pictures(self, pdf: bytes, width: int) -> Sequence[bytes]:
        """The pages as PNG, `width` px wide."""
        ...
