"""What the papers of the library say, before they are paper: plain values; reports compute nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.documents import Copy, Document, DocumentType
from congress_desk.domain.opinions import DocumentOpinions
from congress_desk.domain.records import Form, Heading


class SheetKind(StrEnum):
    """How symbols are handed out; the values are the words of the command line."""

    POSTER = "poster"  # A4, one document
    GRID = "grid"  # A4, many
    TENT = "tent"  # A4 folded in the middle, to be read from both sides
    SLIDE = "slide"  # 16:9, for the second screen
    LABELS = "labels"  # A4, 24 stickers of 64 x 34 mm


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """One symbol: `url` is what it holds, `document` what it opens (None: the congress's page).

    person: whose link it is, on a label.
    """

    url: str
    document: Document | None = None
    person: Delegate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WirelessNetwork:
    """The hall's Wi-Fi, for its own symbol; without a password it is an open one."""

    name: str
    password: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRecord:
    heading: Heading
    kind: SheetKind
    invitations: tuple[Invitation, ...]
    wireless: WirelessNetwork | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRecord:
    """The register of a year (None: all years): documents by type, in order of number and title."""

    heading: Heading
    year: int | None
    groups: tuple[tuple[DocumentType, tuple[Document, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SynthesisRecord:
    """names: of those who gave their name."""

    heading: Heading
    documents: tuple[DocumentOpinions, ...]
    names: dict[DelegateId, Delegate]


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyLine:
    document: Document
    copy: Copy
    delegate: Delegate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesRecord:
    """The book of paper copies; only_out: the list of what is still out."""

    heading: Heading
    lines: tuple[CopyLine, ...]
    only_out: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DelegationReading:
    """Of the delegates of a delegation: how many there are, opened it, read it to the end."""

    delegation: str
    expected: int
    opened: int
    finished: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReading:
    """devices: distinct ones, counted by a random number that the portal gave them."""

    document: Document
    devices: int
    opened: int  # delegates
    finished: int  # delegates who read it to the end
    times: int
    finished_devices: int
    delegations: tuple[DelegationReading, ...] = ()
    not_opened: tuple[Delegate, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRecord:
    heading: Heading
    documents: tuple[DocumentReading, ...]


FORMS: Mapping[type, Form] = {
    RegisterRecord: Form.DOCUMENTS,
    CopiesRecord: Form.COPIES,
    SynthesisRecord: Form.OPINIONS,
    ReadingRecord: Form.READING,
}
LibraryRecord = SheetRecord | RegisterRecord | SynthesisRecord | CopiesRecord | ReadingRecord


def is_empty(record: object) -> bool:
    """Whether a paper of the library has nothing to tell."""
    match record:
        case RegisterRecord():
            return not record.groups
        case CopiesRecord():
            return not record.lines
        case SynthesisRecord():
            return not record.documents
        case ReadingRecord():
            return not any(one.devices for one in record.documents)
    return False
