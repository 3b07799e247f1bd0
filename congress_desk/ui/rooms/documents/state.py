"""What the documents room shows: its pages, what is chosen on each, and what was last told. No sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from zoneinfo import ZoneInfo

from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.documents import Document, DocumentId
from congress_desk.domain.opinions import Opinion, Verdict
from congress_desk.domain.refusals import Refusal, Trouble
from congress_desk.services.links import LinkUse
from congress_desk.ui.rooms.documents.stands import (
    Answered,
    Copies,
    Filters,
    Form,
    Line,
    OpinionsShown,
    Paper,
    Portal,
    Preview,
    Reading,
    Sheets,
    Taking,
)

UTC = ZoneInfo("UTC")


class Page(StrEnum):
    """The room's pages; TAKING and PAPER are no tabs: they come from one and lead back to it."""

    LIBRARY = "library"
    SHEETS = "sheets"
    LINKS = "links"
    PORTAL = "portal"
    READING = "reading"
    OPINIONS = "opinions"
    COPIES = "copies"
    TAKING = "taking"
    PAPER = "paper"


TABS = tuple(page for page in Page if page not in (Page.TAKING, Page.PAPER))


class Fact(StrEnum):
    ADDED = "added"
    ADDED_ISSUED = "added_issued"
    ADDED_SOME = "added_some"
    SAVED_CARD = "saved_card"
    VERSION = "version"
    APPRAISED = "appraised"
    APPROVED = "approved"
    ISSUED = "issued"
    RECALLED = "recalled"
    DRAFTED = "drafted"
    REVOKED = "revoked"
    PRINTED = "printed"
    SAVED = "saved"
    FILE_SAVED = "file_saved"
    STARTED = "started"
    CAME_BACK = "came_back"
    STOPPED = "stopped"
    PORTAL_SAVED = "portal_saved"
    SPEECHES_OPENED = "speeches_opened"
    SPEECHES_CLOSED = "speeches_closed"
    NOTICE_POSTED = "notice_posted"
    NOTICE_WITHDRAWN = "notice_withdrawn"
    SORTED = "sorted"
    ANSWERED = "answered"
    COPIES_ISSUED = "copies_issued"
    COPIES_BACK = "copies_back"


class Follow(StrEnum):
    """What a notice offers to do next."""

    NONE = "none"
    UNDO_RECALL = "undo_recall"
    PAPER_COPIES = "paper_copies"
    RESTART = "restart"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    number: int
    fact: Fact | None = None
    places: Mapping[str, object] = field(default_factory=dict)
    error: Refusal | Trouble | None = None
    follow: Follow = Follow.NONE
    about: DocumentId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsState:
    """lines: None until the library was read. found: what the search words leave; None without words."""

    page: Page = Page.LIBRARY
    before: Page = Page.LIBRARY  # where PAPER and TAKING lead back to
    lines: tuple[Line, ...] | None = None
    found: frozenset[DocumentId] | None = None
    filters: Filters = field(default_factory=Filters)
    marked: tuple[DocumentId, ...] = ()
    form: Form = Form.FACTS
    preview: Preview | None = None
    taking: Taking = field(default_factory=Taking)
    sheets: Sheets = field(default_factory=Sheets)
    paper: Paper = field(default_factory=Paper)
    links: tuple[LinkUse, ...] | None = None
    portal: Portal = field(default_factory=Portal)
    reading: Reading = field(default_factory=Reading)
    opinions: tuple[Opinion, ...] | None = None
    opining: OpinionsShown = field(default_factory=OpinionsShown)
    copies: Copies = field(default_factory=Copies)
    people: tuple[Delegate, ...] = ()
    language: str = "vi"
    printers: tuple[str, ...] | None = None
    printer: str = ""
    saving: bool = False
    wrong: Mapping[str, str] = field(default_factory=dict)
    told: Told | None = None
    zone: ZoneInfo = UTC

    @property
    def shown(self) -> tuple[Line, ...]:
        """What the filters leave."""
        return tuple(line for line in self.lines or () if self._is_wanted(line.document))

    @property
    def chosen(self) -> Line | None:
        """The document of the panel: the one that is marked, if it is one alone."""
        if len(self.marked) != 1:
            return None
        return next((line for line in self.lines or () if line.document.id == self.marked[0]), None)

    @property
    def documents(self) -> tuple[Document, ...]:
        return tuple(line.document for line in self.lines or ())

    @property
    def delegations(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(person.sheet.delegation for person in self.people))

    @property
    def listed_opinions(self) -> tuple[Opinion, ...]:
        wanted = self.opining
        return tuple(one for one in self.opinions or () if _is_listed(one, wanted))

    @property
    def chosen_opinion(self) -> Opinion | None:
        return next((one for one in self.opinions or () if one.id == self.opining.chosen), None)

    @property
    def unanswered(self) -> int:
        return sum(one.verdict is Verdict.OPEN for one in self.opinions or ())

    def document(self, document: DocumentId | None) -> Document | None:
        return next((one for one in self.documents if one.id == document), None)

    def person(self, delegate: DelegateId | None) -> Delegate | None:
        return next((one for one in self.people if one.id == delegate), None)

    def _is_wanted(self, document: Document) -> bool:
        filters, card = self.filters, document.card
        return (
            (self.found is None or document.id in self.found)
            and filters.type in (None, card.type)
            and filters.status in (None, document.status)
            and filters.secrecy in (None, card.secrecy)
        )


def _is_listed(opinion: Opinion, wanted: OpinionsShown) -> bool:
    if wanted.document not in (None, opinion.document):
        return False
    if wanted.answered is Answered.ALL:
        return True
    return (opinion.verdict is Verdict.OPEN) == (wanted.answered is Answered.OPEN)
