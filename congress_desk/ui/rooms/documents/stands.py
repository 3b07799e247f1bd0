"""Parts of the documents room's state: files taken in, a paper, the portal, what is chosen: no sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from congress_desk.domain.documents import Document, DocumentId, DocumentType, PortalNotice, Secrecy, Status
from congress_desk.domain.documents_records import (
    CopiesRecord,
    DocumentReading,
    LibraryRecord,
    SheetKind,
    SheetRecord,
)
from congress_desk.domain.opinions import OpinionId, Verdict
from congress_desk.domain.refusals import Problem, Refusal, Trouble
from congress_desk.services.documents import Looked
from congress_desk.services.portal_settings import PortalSettings, Reachability
from congress_desk.services.ports.printer import PagePicture


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A document in the library's table. opened, finished: delegates; devices: without a name too."""

    document: Document
    opened: int = 0
    finished: int = 0
    devices: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    words: str = ""
    type: DocumentType | None = None
    status: Status | None = None
    secrecy: Secrecy | None = None

    @property
    def narrow(self) -> bool:
        return bool(self.words or self.type or self.status or self.secrecy)


class Form(StrEnum):
    """What the panel of the library shows."""

    FACTS = "facts"
    EDIT = "edit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A page (from 0) of the chosen document as a picture's bytes; None where its file has no pages to show."""

    document: DocumentId
    page: int = 0
    pages: int = 0
    picture: bytes | None = field(default=None, repr=False)
    reading: bool = False
    error: Refusal | Trouble | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """Files that were dropped, with the card proposed for each. marked: places in `files` that are edited together.

    finished, total: how far the looking or the taking in has come; total 0 when nothing is under way.
    """

    files: tuple[Looked, ...] = ()
    marked: tuple[int, ...] = ()
    finished: int = 0
    total: int = 0
    wrong: frozenset[int] = frozenset()  # without a title

    @property
    def sound(self) -> tuple[int, ...]:
        return tuple(place for place, one in enumerate(self.files) if one.trouble is None)

    @property
    def chosen(self) -> Looked | None:
        """The one that is marked, if it is one alone."""
        return self.files[self.marked[0]] if len(self.marked) == 1 and self.marked[0] < len(self.files) else None


class Stand(StrEnum):
    """Where a paper stands."""

    NONE = "none"
    WORKING = "working"
    SHOWN = "shown"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper of the library as PDF. page: from 0; picture: of that page, None until it is drawn."""

    stand: Stand = Stand.NONE
    record: LibraryRecord | None = field(default=None, repr=False)
    pdf: bytes = field(default=b"", repr=False)
    pages: int = 0
    page: int = 0
    picture: PagePicture | None = field(default=None, repr=False)
    zoom: float = 1.0
    error: Refusal | Trouble | None = None

    @property
    def is_sheet(self) -> bool:
        return isinstance(self.record, SheetRecord)


class Handed(StrEnum):
    """What a sheet of symbols leads to."""

    CONGRESS = "congress"  # one symbol for everything
    CHOSEN = "chosen"  # the documents that were marked in the library
    ISSUED = "issued"  # every document that may go out
    LABELS = "labels"  # an own page for each delegate
    PERSONAL = "personal"  # the chosen document, a link of his own for each delegate


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """delegation: whose labels; None is everybody. base: the portal's address on the symbols."""

    handed: Handed = Handed.CONGRESS
    kind: SheetKind = SheetKind.POSTER
    documents: tuple[DocumentId, ...] = ()
    delegation: str | None = None
    base: str = ""


class Live(StrEnum):
    """How the portal is."""

    STOPPED = "stopped"
    STARTING = "starting"
    RUNNING = "running"
    RETURNING = "returning"  # it died and is being brought back


@dataclass(frozen=True, slots=True, kw_only=True)
class Portal:
    """problem: why it ended by itself. slide: the symbols of address and Wi-Fi as a picture."""

    live: Live = Live.STOPPED
    settings: PortalSettings = field(default_factory=PortalSettings)
    reach: Reachability | None = None
    looking: bool = False
    notices: tuple[PortalNotice, ...] = ()
    slide: bytes | None = field(default=None, repr=False)
    certificate: str = ""
    key: str = ""
    problem: Problem | None = None
    wrong: Mapping[str, str] = field(default_factory=dict)

    @property
    def encrypted(self) -> bool:
        return bool(self.certificate)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Who has opened what. documents: None until it was read."""

    documents: tuple[DocumentReading, ...] | None = None
    chosen: DocumentId | None = None

    @property
    def shown(self) -> DocumentReading | None:
        return next((one for one in self.documents or () if one.document.id == self.chosen), None)


class Answered(StrEnum):
    """Which opinions are listed."""

    ALL = "all"
    OPEN = "open"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionsShown:
    answered: Answered = Answered.ALL
    document: DocumentId | None = None
    chosen: OpinionId | None = None
    verdict: Verdict = Verdict.OPEN
    needs_words: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """record: the book of copies, or what is still out; None until it was read."""

    record: CopiesRecord | None = None
    only_out: bool = True
    document: DocumentId | None = None
    wrong: Mapping[str, str] = field(default_factory=dict)
