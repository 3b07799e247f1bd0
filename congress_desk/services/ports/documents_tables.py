"""The library's tables in the congress file; one transaction an act, as in ports.store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.documents import Copy, Document, DocumentId, PortalNotice
from congress_desk.domain.documents_links import Link, LinkId
from congress_desk.domain.opinions import Opinion, OpinionId


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """That one device opened one document, for whom, and whether to its end."""

    device: str
    document: DocumentId
    version: int
    delegate: DelegateId | None
    link: LinkId | None
    first_at: dt.datetime
    last_at: dt.datetime
    times: int
    finished_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """That one device came to the portal, by which link, from another machine or not."""

    device: str
    link: LinkId | None
    outside: bool
    first_at: dt.datetime
    last_at: dt.datetime


class DocumentTable(Protocol):
    def all(self) -> Sequence[Document]:
        """In order of addition, with all their versions."""
        ...

    def get(self, document: DocumentId) -> Document | None: ...
    def put(self, document: Document) -> None:
        """Insert or replace, with its versions."""
        ...

    def texts(self, sha256: str) -> Sequence[str]:
        """The text of each page."""
        ...

    def put_texts(self, sha256: str, texts: Sequence[str], folded: str) -> None: ...
    def with_words(self, folded: Sequence[str]) -> Sequence[str]:
        """SHA-256 of the files whose folded text holds every one of these."""
        ...


class LinkTable(Protocol):
    def all(self) -> Sequence[Link]: ...
    def get(self, link: LinkId) -> Link | None: ...
    def by_hash(self, token_hash: str) -> Link | None: ...
    def put(self, links: Iterable[Link]) -> None: ...


class OpeningTable(Protocol):
    def all(self, document: DocumentId | None = None) -> Sequence[Opening]: ...
    def note(self, openings: Iterable[Opening], visits: Iterable[Visit]) -> None:
        """Adds to what is known: first time, last time, how often, the end once reached."""
        ...

    def visits(self) -> Sequence[Visit]: ...


class OpinionTable(Protocol):
    def all(self) -> Sequence[Opinion]:
        """In order of receipt."""
        ...

    def get(self, opinion: OpinionId) -> Opinion | None: ...
    def put(self, opinion: Opinion) -> None: ...


class CopyTable(Protocol):
    def all(self, document: DocumentId | None = None) -> Sequence[Copy]:
        """By document, then number, then time."""
        ...

    def put(self, copies: Iterable[Copy]) -> None: ...


class NoticeTable(Protocol):
    def all(self) -> Sequence[PortalNotice]:
        """Newest first."""
        ...

    def put(self, notice: PortalNotice) -> None: ...
