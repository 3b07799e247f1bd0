"""The documents of a congress: what they are, who may read them, where they stand in their life.

A document keeps its number, title and QR for life; its file may be replaced by a new version, and the old one
stays in the history. What is secret goes out on paper by number and never by QR (domain.md 7).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from congress_desk.domain.delegates import Category, Delegate, DelegateId, Standing
from congress_desk.domain.refusals import Reason, Refusal

DocumentId = NewType("DocumentId", str)


class DocumentType(StrEnum):
    """The types of a committee's year (domain.md 1), in the order of the register, and what only a congress has."""

    RESOLUTION = "resolution"
    DIRECTIVE = "directive"
    REGULATION = "regulation"
    PROVISION = "provision"
    INSTRUCTION = "instruction"
    PROGRAMME = "programme"
    PLAN = "plan"
    REPORT = "report"
    CONCLUSION = "conclusion"
    NOTICE = "notice"
    DRAFT = "draft"
    PRESENTATION = "presentation"
    CLIP = "clip"
    OTHER = "other"


class Secrecy(StrEnum):
    """Who may have it; the values are the words of the command line."""

    PUBLIC = "public"
    INTERNAL = "internal"
    RECALL = "recall"  # internal, and to be given back
    SECRET = "secret"  # never by QR


class Status(StrEnum):
    DRAFT = "draft"
    APPRAISED = "appraised"
    APPROVED = "approved"
    ISSUED = "issued"
    RECALLED = "recalled"


class FileKind(StrEnum):
    """Files that are taken in, told by what they hold and not by their names."""

    PDF = "pdf"
    DOCX = "docx"
    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    MP4 = "mp4"
    WEBM = "webm"

    @property
    def media_type(self) -> str:
        return MEDIA_TYPES[self]

    @property
    def is_picture(self) -> bool:
        return self in (FileKind.JPEG, FileKind.PNG, FileKind.WEBP)

    @property
    def is_clip(self) -> bool:
        return self in (FileKind.MP4, FileKind.WEBM)


MEDIA_TYPES = {
    FileKind.PDF: "application/pdf",
    FileKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileKind.JPEG: "image/jpeg",
    FileKind.PNG: "image/png",
    FileKind.WEBP: "image/webp",
    FileKind.MP4: "video/mp4",
    FileKind.WEBM: "video/webm",
}


class AskOpinions(StrEnum):
    """Whether opinions on a document are gathered, and with whose name."""

    NO = "no"
    NAMED = "named"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One file of a document; `sha256` names its bytes in the library's folder."""

    number: int
    sha256: str
    kind: FileKind
    size: int  # bytes
    pages: int  # 0 where a file has none
    called: str  # the name it came with
    added_at: dt.datetime
    active: bool = False  # holds scripts or actions, which are taken out before it is served


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What the secretariat writes about a document; text is NFC without spaces at its ends."""

    title: str
    number: str = ""  # "348-TB/TU"
    type: DocumentType = DocumentType.OTHER
    secrecy: Secrecy = Secrecy.INTERNAL
    language: str = "vi"
    agenda_item: str = ""
    parts: tuple[str, ...] = ()  # headings to which opinions are given
    opinions: AskOpinions = AskOpinions.NO
    watermark: bool = False  # the reader's name and time on his copy
    only_present: bool = False  # opens only while the delegate is checked in


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document as the journal has left it; `versions` oldest first, at least one."""

    id: DocumentId
    card: Card
    status: Status
    versions: tuple[Version, ...]
    added_at: dt.datetime
    issued_at: dt.datetime | None = None
    recalled_at: dt.datetime | None = None

    @property
    def current(self) -> Version:
        return self.versions[-1]

    @property
    def year(self) -> int:
        return (self.issued_at or self.added_at).year

    @property
    def is_open(self) -> bool:
        """On the portal: issued, or a draft on which opinions are asked."""
        gathers = self.card.opinions is not AskOpinions.NO and self.status is not Status.RECALLED
        return self.card.secrecy is not Secrecy.SECRET and (self.status is Status.ISSUED or gathers)


NEXT_STATUS = {
    Status.DRAFT: frozenset({Status.APPRAISED, Status.APPROVED, Status.ISSUED}),
    Status.APPRAISED: frozenset({Status.DRAFT, Status.APPROVED, Status.ISSUED}),
    Status.APPROVED: frozenset({Status.DRAFT, Status.ISSUED}),
    Status.ISSUED: frozenset({Status.RECALLED}),
    Status.RECALLED: frozenset({Status.ISSUED}),
}


def check_status(old: Status, new: Status) -> None:
    """Refusal: WRONG_STATUS. A recalled document may be issued again, nothing else."""
    if new not in NEXT_STATUS[old]:
        raise Refusal(Reason.WRONG_STATUS, status=old.value, wanted=new.value)


def may_be_handed_out(document: Document) -> None:
    """By QR or link. Refusal: SECRET_NEVER_BY_QR, DOCUMENT_RECALLED, NOT_ISSUED."""
    title = document.card.title
    if document.card.secrecy is Secrecy.SECRET:
        raise Refusal(Reason.SECRET_NEVER_BY_QR, document=document.id, title=title)
    if document.status is Status.RECALLED:
        raise Refusal(Reason.DOCUMENT_RECALLED, document=document.id, title=title)
    if not document.is_open:
        raise Refusal(Reason.NOT_ISSUED, document=document.id, title=title)


def admit_reader(document: Document, reader: Delegate | None, *, present: bool, addressed: bool = False) -> None:
    """Open it, or raise the Refusal that says why not. The order of the rules is the order of blame.

    reader: whose link was used, None without one. addressed: the link names this document and this reader.
    Refusal: as may_be_handed_out, and DELEGATE_NEEDED, NOT_FOR_GUESTS, BARRED, WITHDRAWN, NOT_CHECKED_IN.
    """
    may_be_handed_out(document)
    if document.card.secrecy is Secrecy.PUBLIC and not document.card.only_present:
        return
    if reader is None:
        raise Refusal(Reason.DELEGATE_NEEDED, document=document.id, title=document.card.title)
    if reader.standing is Standing.BARRED:
        raise Refusal(Reason.BARRED, delegate=reader.id)
    if reader.standing is Standing.WITHDRAWN:
        raise Refusal(Reason.WITHDRAWN, delegate=reader.id)
    if not addressed and reader.sheet.category in (Category.GUEST, Category.STAFF):
        raise Refusal(Reason.NOT_FOR_GUESTS, document=document.id, title=document.card.title)
    if document.card.only_present and not present:
        raise Refusal(Reason.NOT_CHECKED_IN, document=document.id, title=document.card.title)


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A paper copy by number, for a delegate or a whole delegation against signature."""

    id: str
    document: DocumentId
    number: int
    delegate: DelegateId | None
    delegation: str
    issued_at: dt.datetime
    returned_at: dt.datetime | None = None

    @property
    def is_out(self) -> bool:
        return self.returned_at is None


@dataclass(frozen=True, slots=True, kw_only=True)
class PortalNotice:
    """A short word of the secretariat on the portal's first page."""

    id: str
    text: str
    posted_at: dt.datetime
    delegates_only: bool = False
    withdrawn_at: dt.datetime | None = None
