"""What the portal hands out: never a file as it came if it holds actions, and with the reader's name if asked.

A copy is made once (for a document, or for a delegate) and kept; two phones that ask at the same moment wait for
the same copy.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from congress_desk.domain.delegates import Delegate
from congress_desk.domain.documents import FileKind
from congress_desk.services.documents_parts import sound_path
from congress_desk.services.floor import Floor
from congress_desk.services.portal import Reading
from congress_desk.services.ports.documents import DocumentFiles, PageImages, SafeCopies

PICTURES_IN_MEMORY = 200  # pages with a name on them are too many to be kept on the disk


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A file for a phone: `tag` changes whenever its bytes do."""

    path: Path
    kind: FileKind
    tag: str


@dataclass(slots=True)
class _Turns:
    """One maker a name."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    busy: dict[str, threading.Lock] = field(default_factory=dict)

    @contextmanager
    def of(self, name: str) -> Iterator[None]:
        with self.lock:
            own = self.busy.setdefault(name, threading.Lock())
        with own:
            yield
        with self.lock:
            self.busy.pop(name, None)


class PortalFilesService:
    def __init__(self, floor: Floor, files: DocumentFiles, copies: SafeCopies, images: PageImages) -> None:
        self._floor = floor
        self._files = files
        self._copies = copies
        self._images = images
        self._turns = _Turns()
        self._pictures: OrderedDict[str, bytes] = OrderedDict()

    def served(self, reading: Reading) -> Served:
        """Trouble: DOCUMENT_DAMAGED, CANNOT_READ, CANNOT_WRITE, DISK_FULL."""
        version = reading.document.current
        original = sound_path(self._files, reading.document, version)
        if version.kind is not FileKind.PDF:
            return Served(path=original, kind=version.kind, tag=version.sha256)
        if reading.reader is not None and reading.document.card.watermark:
            lines = self._lines(reading.reader)
            name = f"{version.sha256}-{reading.reader.id}.pdf"
            path = self._made(name, lambda target: self._copies.with_mark(original, target, lines))
            return Served(path=path, kind=version.kind, tag=f"{version.sha256}-{reading.reader.id}")
        if version.active:
            name = f"{version.sha256}-clean.pdf"
            path = self._made(name, lambda target: self._copies.without_actions(original, target))
            return Served(path=path, kind=version.kind, tag=f"{version.sha256}-clean")
        return Served(path=original, kind=version.kind, tag=version.sha256)

    def picture(self, reading: Reading, page: int, width: int) -> bytes:
        """A page (from 0) as a JPEG. Trouble: as served."""
        served = self.served(reading)
        name = f"{served.tag}-{page}-{width}.jpg"
        if reading.document.card.watermark and reading.reader is not None:
            return self._remembered(name, served.path, page, width)
        made = self._made(name, lambda target: _write(target, self._images.page(served.path, page, width)))
        return made.read_bytes()

    def _made(self, name: str, make: Callable[[Path], None]) -> Path:
        target = self._files.made(name)
        if not target.exists():
            with self._turns.of(name):
                if not target.exists():
                    make(target)
        return target

    def _remembered(self, name: str, pdf: Path, page: int, width: int) -> bytes:
        with self._turns.of(name):
            found = self._pictures.get(name)
            if found is None:
                found = self._pictures[name] = self._images.page(pdf, page, width)
                while len(self._pictures) > PICTURES_IN_MEMORY:
                    self._pictures.popitem(last=False)
        return found

    def _lines(self, reader: Delegate) -> tuple[str, ...]:
        with self._floor.reading() as work:
            zone = ZoneInfo(work.congress.get().zone)
        now = self._floor.clock.now().astimezone(zone)
        moment = now.strftime("%d/%m/%Y %H:%M")
        return tuple(line for line in (reader.sheet.full_name, reader.sheet.delegation, moment) if line)


def _write(target: Path, content: bytes) -> None:
    draft = target.with_name(f".{target.name}.{threading.get_ident()}")
    draft.write_bytes(content)
    draft.replace(target)
