"""The record pack: every record of the congress as a folder and as one bound PDF, with its data and their hashes.

It is made beside its place and moved there only when it is whole; stopped, or with the disk full, nothing is left.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from congress_desk.domain.elections_fold import ELECTION_KINDS, fold_elections
from congress_desk.domain.journal import Kind
from congress_desk.domain.packing import LeftOut, PackContentsRecord, Packed, Piece, pieces_of
from congress_desk.domain.record_marks import canonical_content
from congress_desk.domain.records import Heading
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.plumbing.form_titles import TITLES
from congress_desk.plumbing.sentences import sentence
from congress_desk.plumbing.texts import Words
from congress_desk.services.congress import heading_of
from congress_desk.services.floor import Floor
from congress_desk.services.pack_tables import PackTables
from congress_desk.services.ports.binding import Binder, BoundPart
from congress_desk.services.ports.printer import Forms, Pages
from congress_desk.services.records import RecordsService

Progress = Callable[[int, int], bool]  # records made, of how many; gives False to stop
BOUND = "record-pack.pdf"
MANIFEST = "SHA256SUMS"
_MAKING = ".making"
_AFTER_RECORDS = 2  # binding, tables


@dataclass(frozen=True, slots=True, kw_only=True)
class PackMade:
    """pages: of the bound file. manifest: SHA-256 of the list of hashes, kept in the journal."""

    folder: Path
    packed: tuple[Packed, ...]
    left_out: tuple[LeftOut, ...]
    pages: int
    manifest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackTools:
    forms: Forms
    pages: Pages
    binder: Binder
    tables: PackTables


class PackService:
    def __init__(self, floor: Floor, records: RecordsService, tools: PackTools) -> None:
        self._floor = floor
        self._records = records
        self._tools = tools

    def make(
        self,
        folder: Path,
        say: Words,
        progress: Progress = lambda _made, _of: True,
    ) -> PackMade:
        """A new folder with everything. say: the papers' language.

        Refusal: PACK_STOPPED. Trouble: FILE_EXISTS, CANNOT_WRITE, DISK_FULL, NO_FONT_FOR.
        """
        if folder.exists():
            raise Trouble(Problem.FILE_EXISTS, path=str(folder))
        making = folder.with_name(folder.name + _MAKING)
        try:
            shutil.rmtree(making, ignore_errors=True)
            making.mkdir()
            made = _Making(self._floor, self._records, self._tools, making, say).all(progress)
            os.replace(making, folder)
        except OSError as error:
            raise _trouble(error, folder) from error
        finally:
            shutil.rmtree(making, ignore_errors=True)
        self._note(made, say)
        return replace(made, folder=folder)

    def _note(self, made: PackMade, say: Words) -> None:
        with self._floor.act() as act:
            body = {"records": len(made.packed), "language": say.language.value, "manifest": made.manifest}
            act.write(Kind.PACK_MADE, body=body)


def _trouble(error: OSError, folder: Path) -> Trouble:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Trouble(Problem.DISK_FULL)
    return Trouble(Problem.CANNOT_WRITE, path=str(folder))


class _Making:
    """One pack under way, in its folder beside the place where it will stand."""

    def __init__(
        self,
        floor: Floor,
        records: RecordsService,
        tools: PackTools,
        folder: Path,
        say: Words,
    ) -> None:
        self._floor = floor
        self._records = records
        self._tools = tools
        self._folder = folder
        self._say = say
        self._packed: list[Packed] = []
        self._left_out: list[LeftOut] = []

    def all(self, progress: Progress) -> PackMade:
        pieces, heading = self._planned()
        total = len(pieces) + _AFTER_RECORDS
        for folder in ("records", "data"):
            (self._folder / folder).mkdir()
        for number, piece in enumerate(pieces):
            _go_on(progress, number, total)
            self._make(piece)
        _go_on(progress, len(pieces), total)
        pages = self._bind(heading)
        _go_on(progress, len(pieces) + 1, total)
        self._tools.tables.write(self._folder / "data", self._say)
        manifest = self._manifest()
        _go_on(progress, total, total)
        return PackMade(
            folder=self._folder,
            packed=tuple(self._packed),
            left_out=tuple(self._left_out),
            pages=pages,
            manifest=manifest,
        )

    def _planned(self) -> tuple[Sequence[Piece], Heading]:
        with self._floor.reading() as work:
            rounds = [
                (one.id, f"{election.title} ({one.number})")
                for election in fold_elections(work.journal.of_kinds(ELECTION_KINDS))
                for one in election.rounds
            ]
            heading = heading_of(work.congress.get(), self._floor.clock.now())
            return pieces_of(self._records.forms, work.sessions.all(), rounds), heading

    def _make(self, piece: Piece) -> None:
        """The record as PDF and its content as JSON; one that does not apply is left out with the reason."""
        language = self._say.language.value
        try:
            record = self._records.record(piece.form, piece.session, subject=piece.subject)
        except Refusal as refusal:
            told = sentence(self._say, refusal)
            title = self._say(TITLES[piece.form])
            self._left_out.append(LeftOut(form=piece.form, title=title, about=piece.about, told=told))
            return
        pdf = self._records.rendered(record, piece.form, piece.session or piece.subject, language)
        mark = self._records.mark_of(pdf)
        name = f"{len(self._packed) + 1:02}-{piece.form.value}"
        (self._folder / "records" / f"{name}.pdf").write_bytes(pdf)
        (self._folder / "data" / f"{name}.json").write_text(canonical_content(record), encoding="utf-8")
        packed = Packed(
            form=piece.form,
            title=self._tools.binder.title_of(pdf),
            about=piece.about,
            file=f"records/{name}.pdf",
            pages=self._tools.pages.count(pdf),
            page=0,
            id=mark.id if mark else "",
        )
        self._packed.append(packed)

    def _bind(self, heading: Heading) -> int:
        """Contents first; how many pages they take is known after they were made once."""
        first, language = b"", self._say.language.value
        before = 0
        for _ in range(2):
            self._number(before)
            contents = PackContentsRecord(heading=heading, packed=tuple(self._packed), left_out=tuple(self._left_out))
            first = self._tools.forms.render(contents, language)
            before = self._tools.pages.count(first)
        parts = [BoundPart(path=self._folder / one.file, bookmark=_bookmark(one)) for one in self._packed]
        self._tools.binder.bind(first, parts, self._folder / BOUND, language=language)
        return before + sum(one.pages for one in self._packed)

    def _number(self, before: int) -> None:
        page = before + 1
        for place, one in enumerate(self._packed):
            self._packed[place] = replace(one, page=page)
            page += one.pages

    def _manifest(self) -> str:
        """Hashes of all files in the form that `sha256sum -c` reads; gives the hash of that list."""
        index = {
            "records": [
                {
                    "file": p.file,
                    "form": p.form.value,
                    "title": p.title,
                    "about": p.about,
                    "id": p.id,
                    "pages": p.pages,
                }
                for p in self._packed
            ],
            "left_out": [{"form": o.form.value, "about": o.about, "why": o.told} for o in self._left_out],
        }
        (self._folder / "index.json").write_text(json.dumps(index, ensure_ascii=False, indent=1), encoding="utf-8")
        files = sorted(path for path in self._folder.rglob("*") if path.is_file())
        lines = [f"{_hash(path)}  {path.relative_to(self._folder).as_posix()}\n" for path in files]
        text = "".join(lines).encode()
        (self._folder / MANIFEST).write_bytes(text)
        return hashlib.sha256(text).hexdigest()


def _go_on(progress: Progress, made: int, total: int) -> None:
    if progress(made, total) is False:
        raise Refusal(Reason.PACK_STOPPED)


def _bookmark(one: Packed) -> str:
    return f"{one.title}: {one.about}" if one.about else one.title


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
