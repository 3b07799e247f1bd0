"""One record pack under way, in its folder: records, sealed files, data, the bound file, the list of hashes.

Nothing is written into the congress file here: a press in another process reads it while the desk goes on.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path

from congress_desk.domain.documents_records import is_empty
from congress_desk.domain.elections_fold import ELECTION_KINDS, fold_elections
from congress_desk.domain.packing import (
    LeftOut,
    PackContentsRecord,
    Packed,
    Piece,
    SealedFile,
    Subjects,
    pieces_of,
)
from congress_desk.domain.record_marks import canonical_content
from congress_desk.domain.records import Form, Heading
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.domain.seals import SEAL_KINDS, Seal, seals_of
from congress_desk.domain.seating import PlanName
from congress_desk.domain.votes import HANDS_KINDS, fold_votes
from congress_desk.plumbing.form_titles import TITLES
from congress_desk.plumbing.seat_words import PLANS
from congress_desk.plumbing.sentences import sentence
from congress_desk.plumbing.texts import Words, words_for
from congress_desk.services.congress import heading_of
from congress_desk.services.floor import Floor
from congress_desk.services.pack_tables import PackTables
from congress_desk.services.ports.binding import Binder, BoundPart
from congress_desk.services.ports.documents import DocumentFiles
from congress_desk.services.ports.packing import PackMade, Progress
from congress_desk.services.ports.printer import Forms, Pages
from congress_desk.services.ports.sealing import Archiving
from congress_desk.services.records import RecordsService

BOUND = "record-pack.pdf"
MANIFEST = "SHA256SUMS"
_AFTER_RECORDS = 2  # binding, tables


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomPaper:
    """A paper that a room makes by itself. make(language): the record behind it and the PDF; Refusal: why not."""

    form: str  # its word on the command line
    title: str
    about: str = ""
    make: Callable[[str], tuple[object, bytes]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackTools:
    forms: Forms
    pages: Pages
    binder: Binder
    archiving: Archiving
    tables: PackTables
    files: DocumentFiles
    room_papers: Callable[[], Sequence[RoomPaper]] = tuple


@dataclass(frozen=True, slots=True)
class PackPress:
    """The port Press, in this process."""

    floor: Floor
    records: RecordsService
    tools: PackTools

    def press(self, folder: Path, language: str, progress: Progress) -> PackMade:
        """See services.ports.packing.Press."""
        return _Making(self, folder, words_for(language)).all(progress)


class _Making:
    def __init__(self, press: PackPress, folder: Path, say: Words) -> None:
        self._floor = press.floor
        self._records = press.records
        self._tools = press.tools
        self._folder = folder
        self._say = say
        self._made_at = dt.datetime.min  # as the heading of every paper of it says
        self._packed: list[Packed] = []
        self._left_out: list[LeftOut] = []

    def all(self, progress: Progress) -> PackMade:
        pieces, heading = self._planned()
        self._made_at = heading.printed_at
        papers = self._tools.room_papers()
        work = [*(partial(self._make, one) for one in pieces), *(partial(self._make_paper, one) for one in papers)]
        total = len(work) + _AFTER_RECORDS
        for folder in ("records", "data"):
            (self._folder / folder).mkdir()
        for number, make in enumerate(work):
            _go_on(progress, number, total)
            make()
        _go_on(progress, len(work), total)
        sealed = self._copy_sealed()
        pages = self._bind(heading, sealed)
        _go_on(progress, len(work) + 1, total)
        self._tools.tables.write(self._folder / "data", self._say)
        manifest = self._manifest(sealed)
        _go_on(progress, total, total)
        return PackMade(
            folder=self._folder,
            packed=tuple(self._packed),
            left_out=tuple(self._left_out),
            sealed=sealed,
            pages=pages,
            manifest=manifest,
        )

    def _planned(self) -> tuple[Sequence[Piece], Heading]:
        with self._floor.reading() as work:
            votes = [(v.id, f"{v.number}. {v.item}") for v in fold_votes(work.journal.of_kinds(HANDS_KINDS))]
            rounds = [
                (one.id, f"{election.title} ({one.number})")
                for election in fold_elections(work.journal.of_kinds(ELECTION_KINDS))
                for one in election.rounds
            ]
            heading = heading_of(work.congress.get(), self._floor.clock.now())
            subjects = Subjects(sessions=work.sessions.all(), votes=votes, rounds=rounds)
            return [self._named(one) for one in pieces_of(self._records.forms, subjects)], heading

    def _named(self, piece: Piece) -> Piece:
        """A seating plan says which of the two it is."""
        plan = piece.options.get("plan")
        return replace(piece, about=self._say(PLANS[PlanName(plan)])) if plan else piece

    def _make(self, piece: Piece) -> None:
        """The record as PDF and its content as JSON; one that does not apply is left out with the reason."""
        try:
            record = self._records.record(piece.form, piece.session, subject=piece.subject, options=piece.options)
            if is_empty(record):
                raise Refusal(Reason.NOTHING_ON_RECORD)
        except Refusal as refusal:
            self._leave_out(piece.form.value, self._say(TITLES[piece.form]), piece.about, refusal)
            return
        scope = piece.session or piece.subject
        content = canonical_content(record)
        pdf = self._records.rendered(record, piece.form, scope, self._say.language.value, content)
        mark = self._records.mark_of(pdf)
        self._add(piece.form.value, piece.about, content, pdf, id_=mark.id if mark else "")

    def _make_paper(self, paper: RoomPaper) -> None:
        try:
            record, pdf = paper.make(self._say.language.value)
        except Refusal as refusal:
            self._leave_out(paper.form, self._say(paper.title), paper.about, refusal)
            return
        self._add(paper.form, paper.about, canonical_content(record), pdf, title=self._say(paper.title))

    def _add(self, form: str, about: str, content: str, pdf: bytes, *, id_: str = "", title: str = "") -> None:
        name = f"{len(self._packed) + 1:02}-{form}"
        language, archiving = self._say.language.value, self._tools.archiving
        pdf = archiving.for_archive(pdf, language=language, made_at=self._made_at)
        (self._folder / "records" / f"{name}.pdf").write_bytes(pdf)
        (self._folder / "data" / f"{name}.json").write_text(content, encoding="utf-8")
        packed = Packed(
            form=form,
            title=title or self._tools.binder.title_of(pdf),
            about=about,
            file=f"records/{name}.pdf",
            pages=self._tools.pages.count(pdf),
            page=0,
            id=id_,
        )
        self._packed.append(packed)

    def _leave_out(self, form: str, title: str, about: str, refusal: Refusal) -> None:
        told = sentence(self._say, refusal)
        self._left_out.append(LeftOut(form=form, title=title, about=about, told=told))

    def _copy_sealed(self) -> tuple[SealedFile, ...]:
        """The last signed version of each; one that was sealed before files were kept is left out by name."""
        with self._floor.reading() as work:
            seals = seals_of(work.journal.of_kinds(SEAL_KINDS))
        found: list[SealedFile] = []
        for seal in seals:
            title = self._say(TITLES[Form(seal.form)])
            version = seal.versions[-1]
            if not self._tools.files.is_sound(version.sha256):
                self._leave_out(seal.form, title, seal.id, Refusal(Reason.SEALED_FILE_NOT_KEPT, id=seal.id))
                continue
            name = f"sealed/{len(found) + 1:02}-{seal.id}-{seal.language}.pdf"
            (self._folder / "sealed").mkdir(exist_ok=True)
            shutil.copyfile(self._tools.files.path_of(version.sha256), self._folder / name)
            found.append(_sealed_file(seal, title, name))
        return tuple(found)

    def _bind(self, heading: Heading, sealed: tuple[SealedFile, ...]) -> int:
        """Contents first; how many pages they take is known after they were made once."""
        first, language = b"", self._say.language.value
        before = 0
        for _ in range(2):
            self._number(before)
            contents = PackContentsRecord(
                heading=heading, packed=tuple(self._packed), left_out=tuple(self._left_out), sealed=sealed
            )
            first = self._tools.forms.render(contents, language)
            before = self._tools.pages.count(first)
        parts = [BoundPart(path=self._folder / one.file, bookmark=_bookmark(one)) for one in self._packed]
        self._tools.binder.bind(first, parts, self._folder / BOUND, language=language, made_at=self._made_at)
        return before + sum(one.pages for one in self._packed)

    def _number(self, before: int) -> None:
        page = before + 1
        for place, one in enumerate(self._packed):
            self._packed[place] = replace(one, page=page)
            page += one.pages

    def _manifest(self, sealed: tuple[SealedFile, ...]) -> str:
        """Hashes of all files in the form that `sha256sum -c` reads; gives the hash of that list."""
        index = {
            "records": [asdict(one) for one in self._packed],
            "sealed": [asdict(one) for one in sealed],
            "left_out": [{"form": o.form, "about": o.about, "why": o.told} for o in self._left_out],
        }
        (self._folder / "index.json").write_text(json.dumps(index, ensure_ascii=False, indent=1), encoding="utf-8")
        files = sorted(path for path in self._folder.rglob("*") if path.is_file())
        lines = [f"{_hash(path)}  {path.relative_to(self._folder).as_posix()}\n" for path in files]
        text = "".join(lines).encode()
        (self._folder / MANIFEST).write_bytes(text)
        return hashlib.sha256(text).hexdigest()


def _sealed_file(seal: Seal, title: str, name: str) -> SealedFile:
    return SealedFile(
        form=seal.form,
        title=title,
        file=name,
        id=seal.id,
        sha256=seal.versions[-1].sha256,
        signers=tuple(one.signer for one in seal.signatures),
    )


def _go_on(progress: Progress, made: int, total: int) -> None:
    if progress(made, total) is False:
        raise Refusal(Reason.PACK_STOPPED)


def _bookmark(one: Packed) -> str:
    return f"{one.title}: {one.about}" if one.about else one.title


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
