"""The library: documents taken in, corrected, replaced by new versions, issued and recalled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from congress_desk.domain.documents import (
    AskOpinions,
    Card,
    Document,
    DocumentId,
    DocumentType,
    FileKind,
    Secrecy,
    Status,
    Version,
    check_status,
)
from congress_desk.domain.documents_naming import card_from, title_from
from congress_desk.domain.documents_records import RegisterRecord
from congress_desk.domain.journal import Kind, new_id
from congress_desk.domain.names import folded, tidy_name
from congress_desk.domain.records import Heading
from congress_desk.domain.refusals import Problem, Reason, Refusal, Trouble
from congress_desk.services.congress import heading_of
from congress_desk.services.documents_parts import place_of, sound_path, the_document
from congress_desk.services.floor import Act, Floor
from congress_desk.services.ports.documents import DocumentFiles, Inspected, Inspector, PageImages
from congress_desk.services.ports.store import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """What became of one of many files dropped at once."""

    path: Path
    document: Document | None = None
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A file that is about to be taken in; trouble says why it cannot be."""

    path: Path
    card: Card
    kind: FileKind | None = None
    pages: int = 0
    trouble: Trouble | None = None


class DocumentsService:
    def __init__(self, floor: Floor, files: DocumentFiles, inspector: Inspector, images: PageImages) -> None:
        self._floor = floor
        self._files = files
        self._inspector = inspector
        self._images = images

    def documents(self) -> tuple[Document, ...]:
        """In order of agenda item, type, number, title."""
        with self._floor.reading() as work:
            return tuple(sorted(work.documents.all(), key=place_of))

    def document(self, document: DocumentId) -> Document:
        """Refusal: NO_SUCH_DOCUMENT."""
        with self._floor.reading() as work:
            return the_document(work, document)

    def search(self, words: str) -> tuple[Document, ...]:
        """Those whose title, number or text holds every word; marks and case are ignored."""
        wanted = folded(words).split()
        with self._floor.reading() as work:
            in_text = set(work.documents.with_words(wanted)) if wanted else set()
            everything = work.documents.all()
        return tuple(
            sorted((d for d in everything if _is_named(d, wanted) or d.current.sha256 in in_text), key=place_of)
        )

    def add(self, path: Path, card: Card, *, status: Status = Status.DRAFT) -> Document:
        """Takes the file in by its content. Refusal: BAD_VALUE. Trouble: see ports.documents."""
        card = _checked(card)
        inspected = self._inspector.inspect(path)
        self._floor.store.assure_writable()
        sha256, size = self._files.take_in(path)
        with self._floor.act() as act:
            version = _version(1, sha256, size, inspected, path, act)
            issued = act.now if status is Status.ISSUED else None
            document = Document(
                id=DocumentId(new_id(act.now)),
                card=card,
                status=status,
                versions=(version,),
                added_at=act.now,
                issued_at=issued,
            )
            act.work.documents.put(document)
            _keep_texts(act, sha256, inspected)
            body = {"document": document.id, "card": asdict(card), "status": status.value, **_written(version)}
            act.write(Kind.DOCUMENT_ADDED, body=body)
        return document

    def look_at(self, path: Path) -> Looked:
        """What a file is by its content, and the card that its name proposes; nothing is kept."""
        try:
            found = self._inspector.inspect(path)
        except Trouble as trouble:
            return Looked(path=path, card=card_from(path.name), trouble=trouble)
        return Looked(
            path=path, card=card_from(path.name, clip=found.kind.is_clip), kind=found.kind, pages=found.pages
        )

    def add_many(self, paths: Sequence[Path], card: Card) -> tuple[Dropped, ...]:
        """Files dropped at once: each by its own name as title; one that is none spoils no other."""
        return tuple(self._dropped(path, card) for path in paths)

    def add_version(self, document: DocumentId, path: Path) -> Document:
        """The QR that is out leads to it from now on; the old file stays in the history.

        Refusal: NO_SUCH_DOCUMENT, SAME_FILE.
        """
        inspected = self._inspector.inspect(path)
        self._floor.store.assure_writable()
        sha256, size = self._files.take_in(path)
        with self._floor.act() as act:
            old = the_document(act.work, document)
            if sha256 == old.current.sha256:
                raise Refusal(Reason.SAME_FILE, title=old.card.title)
            version = _version(old.current.number + 1, sha256, size, inspected, path, act)
            new = replace(old, versions=(*old.versions, version))
            act.work.documents.put(new)
            _keep_texts(act, sha256, inspected)
            act.write(Kind.DOCUMENT_VERSION_ADDED, body={"document": document, **_written(version)})
        return new

    def edit(self, document: DocumentId, card: Card) -> Document:
        """Refusal: NO_SUCH_DOCUMENT, BAD_VALUE."""
        card = _checked(card)
        with self._floor.act() as act:
            old = the_document(act.work, document)
            new = replace(old, card=card)
            before, after = asdict(old.card), asdict(card)
            changes = {name: [before[name], after[name]] for name in after if before[name] != after[name]}
            if changes:
                act.work.documents.put(new)
                act.write(Kind.DOCUMENT_EDITED, body={"document": document, "changes": changes})
        return new

    def change_status(self, document: DocumentId, status: Status) -> Document:
        """Appraised, approved, issued, recalled. Refusal: NO_SUCH_DOCUMENT, WRONG_STATUS."""
        with self._floor.act() as act:
            old = the_document(act.work, document)
            check_status(old.status, status)
            new = replace(
                old,
                status=status,
                issued_at=act.now if status is Status.ISSUED else old.issued_at,
                recalled_at=act.now if status is Status.RECALLED else None,
            )
            act.work.documents.put(new)
            body = {"document": document, "from": old.status.value, "to": status.value}
            act.write(Kind.DOCUMENT_STATUS_CHANGED, body=body)
        return new

    def issue(self, document: DocumentId) -> Document:
        return self.change_status(document, Status.ISSUED)

    def recall(self, document: DocumentId) -> Document:
        """Opens for nobody from this moment; a document that was recalled before stays so."""
        known = self.document(document)
        return known if known.status is Status.RECALLED else self.change_status(document, Status.RECALLED)

    def file(self, document: DocumentId, *, version: int | None = None) -> Path:
        """The file as it came. Refusal: NO_SUCH_DOCUMENT. Trouble: DOCUMENT_DAMAGED."""
        known = self.document(document)
        wanted = [v for v in known.versions if version in (None, v.number)]
        if not wanted:
            raise Refusal(Reason.NO_SUCH_DOCUMENT, document=document)
        return sound_path(self._files, known, wanted[-1])

    def preview(self, document: DocumentId, page: int, width: int) -> bytes | None:
        """A page (from 0) of the current version as a JPEG; None for what has no pages to show."""
        known = self.document(document)
        if known.current.kind.is_picture:
            return self.file(document).read_bytes()
        if known.current.kind is not FileKind.PDF or page >= known.current.pages:
            return None
        return self._images.page(self.file(document), page, width)

    def damaged(self) -> tuple[Document, ...]:
        """Those of which a version's file is missing or was changed; reads every file once."""
        with self._floor.reading() as work:
            everything = work.documents.all()
        return tuple(d for d in everything if not all(self._files.is_sound(v.sha256) for v in d.versions))

    def back_up(self, folder: Path) -> None:
        """All files of all versions into the folder beside a backup."""
        with self._floor.reading() as work:
            everything = work.documents.all()
        if everything:
            self._files.copy_to(folder, [v.sha256 for d in everything for v in d.versions])

    def register(self, year: int | None = None) -> RegisterRecord:
        """By type; drafts that were never issued are left out."""
        with self._floor.reading() as work:
            return register_of(work, heading_of(work.congress.get(), self._floor.clock.now()), year)

    def _dropped(self, path: Path, card: Card) -> Dropped:
        try:
            return Dropped(path=path, document=self.add(path, replace(card, title=title_from(path.name))))
        except Trouble as trouble:
            if trouble.problem in (Problem.DISK_FULL, Problem.BUSY):
                raise
            return Dropped(path=path, trouble=trouble)


def register_of(work: Work, heading: Heading, year: int | None = None) -> RegisterRecord:
    known = [d for d in work.documents.all() if d.issued_at is not None]
    wanted = sorted((d for d in known if year in (None, d.year)), key=place_of)
    groups = tuple((t, tuple(d for d in wanted if d.card.type is t)) for t in DocumentType)
    return RegisterRecord(heading=heading, year=year, groups=tuple(g for g in groups if g[1]))


def _checked(card: Card) -> Card:
    """Tidy, with a title, and no part twice. Refusal: BAD_VALUE, SECRET_NEVER_BY_QR for opinions on a secret."""
    parts = tuple(tidy_name(part) for part in card.parts if part.strip())
    if not tidy_name(card.title):
        raise Refusal(Reason.BAD_VALUE, field="document_title")
    if len(set(parts)) != len(parts):
        raise Refusal(Reason.BAD_VALUE, field="document_parts")
    if card.secrecy is Secrecy.SECRET and card.opinions is not AskOpinions.NO:
        raise Refusal(Reason.SECRET_NEVER_BY_QR, title=card.title)
    return replace(
        card,
        title=tidy_name(card.title),
        number=tidy_name(card.number),
        agenda_item=tidy_name(card.agenda_item),
        parts=parts,
    )


def _version(number: int, sha256: str, size: int, inspected: Inspected, path: Path, act: Act) -> Version:
    return Version(
        number=number,
        sha256=sha256,
        kind=inspected.kind,
        size=size,
        pages=inspected.pages,
        called=tidy_name(path.name),
        added_at=act.now,
        active=inspected.active,
    )


def _written(version: Version) -> dict[str, object]:
    facts = {"version": version.number, "sha256": version.sha256, "kind": version.kind.value}
    return facts | {"size": version.size, "pages": version.pages, "called": version.called}


def _keep_texts(act: Act, sha256: str, inspected: Inspected) -> None:
    act.work.documents.put_texts(sha256, inspected.texts, folded(" ".join(inspected.texts)))


def _is_named(document: Document, wanted: Sequence[str]) -> bool:
    named = folded(f"{document.card.title} {document.card.number} {document.card.agenda_item}")
    return all(word in named for word in wanted)
