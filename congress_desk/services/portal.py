"""The portal's own questions: who is this visitor, what may he open, what did he open.

Every answer is read from the congress file at that moment, so a recall or a revoked link holds with the next
request. Openings are gathered in memory and written together once a second: a desk must never wait for phones.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from congress_desk.domain.attendance import Presence, Session, fold
from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.documents import AskOpinions, Document, DocumentId, PortalNotice, admit_reader
from congress_desk.domain.documents_links import Link, LinkId, Scope, check_link, is_token, token_hash
from congress_desk.domain.journal import EventId
from congress_desk.domain.opinions import Opinion
from congress_desk.domain.records import Heading
from congress_desk.domain.refusals import Reason, Refusal
from congress_desk.services.congress import heading_of
from congress_desk.services.documents_parts import place_of
from congress_desk.services.floor import Floor
from congress_desk.services.ports.documents_tables import Opening, Visit
from congress_desk.services.ports.store import Work

K = TypeVar("K")
V = TypeVar("V")

EARLY = dt.timedelta(hours=2)  # check-in begins before the session does
LATE = dt.timedelta(minutes=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """A phone with what it has shown: `device` is the random number the portal gave it."""

    device: str
    links: tuple[Link, ...] = ()
    delegate: Delegate | None = None  # by his own page's link

    def link_for(self, document: DocumentId) -> Link | None:
        """The link by which he reads this document: his personal one for it, else his own page's."""
        personal = [x for x in self.links if x.scope is Scope.PERSONAL and x.document == document]
        own = [x for x in self.links if x.scope is Scope.DELEGATE]
        return next(iter([*personal, *own]), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A document that was opened: by whom, with which link."""

    document: Document
    reader: Delegate | None
    link: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstPage:
    """What the visitor may see on the congress's page; `running` is the session of this moment."""

    heading: Heading
    documents: tuple[Document, ...]
    locked: int  # documents that open with a delegate's link only
    notices: tuple[PortalNotice, ...]
    sessions: tuple[Session, ...]
    running: Session | None
    delegate: Delegate | None


@dataclass(slots=True)
class _Seen:
    """What was read since the journal last grew; `stamp` is the newest event of every desk."""

    stamp: Mapping[str, EventId] = field(default_factory=dict)
    documents: dict[DocumentId, Document | None] = field(default_factory=dict)
    links: dict[LinkId, Link | None] = field(default_factory=dict)
    delegates: dict[DelegateId, Delegate | None] = field(default_factory=dict)


class PortalService:
    def __init__(self, floor: Floor) -> None:
        self._floor = floor
        self._last = _Seen()
        self._lock = threading.Lock()
        self._openings: dict[tuple[str, DocumentId, int, DelegateId | None], Opening] = {}
        self._visits: dict[tuple[str, LinkId | None], Visit] = {}

    def enter(self, token: str) -> Link:
        """The link of a scanned token. Refusal: NO_SUCH_LINK, LINK_REVOKED, LINK_EXPIRED."""
        if not is_token(token):
            raise Refusal(Reason.NO_SUCH_LINK)
        with self._floor.reading() as work:
            return check_link(work.links.by_hash(token_hash(token)), self._floor.clock.now())

    def visitor(self, device: str, links: Iterable[LinkId]) -> Visitor:
        """Who it is now: links that were revoked or have expired are left out."""
        with self._floor.reading() as work:
            return self._visitor(work, device, links)

    def first_page(self, visitor: Visitor) -> FirstPage:
        now = self._floor.clock.now()
        with self._floor.reading() as work:
            heading = heading_of(work.congress.get(), now)
            documents = [d for d in work.documents.all() if d.is_open]
            readable = [d for d in documents if self._may_read(work, visitor, d)]
            notices = [n for n in work.notices.all() if n.withdrawn_at is None]
            sessions = tuple(work.sessions.all())
        return FirstPage(
            heading=heading,
            documents=tuple(sorted(readable, key=place_of)),
            locked=len(documents) - len(readable),
            notices=tuple(n for n in notices if visitor.delegate is not None or not n.delegates_only),
            sessions=sessions,
            running=next((s for s in sessions if s.starts <= now < s.ends), None),
            delegate=visitor.delegate,
        )

    def open(self, device: str, links: Iterable[LinkId], document: DocumentId) -> Reading:
        """The document for this phone. Refusal: NO_SUCH_DOCUMENT, and as domain.documents.admit_reader."""
        with self._floor.reading() as work:
            link = self._visitor(work, device, links).link_for(document)
            found = _remembered(self._seen(work).documents, document, work.documents.get)
            if found is None:
                raise Refusal(Reason.NO_SUCH_DOCUMENT, document=document)
            reader = self._reader(work, link)
            self._admit(work, found, reader, link)
        return Reading(document=found, reader=reader, link=link)

    def texts(self, sha256: str) -> Sequence[str]:
        """What stands on each page, for screen readers."""
        with self._floor.reading() as work:
            return work.documents.texts(sha256)

    def heading(self) -> Heading:
        with self._floor.reading() as work:
            return heading_of(work.congress.get(), self._floor.clock.now())

    def own_opinions(self, reading: Reading) -> tuple[Opinion, ...]:
        """What this delegate has said on the document, where names are kept."""
        if reading.reader is None or reading.document.card.opinions is not AskOpinions.NAMED:
            return ()
        with self._floor.reading() as work:
            everything = work.opinions.all()
        return tuple(o for o in everything if o.document == reading.document.id and o.delegate == reading.reader.id)

    def note_visit(self, device: str, link: LinkId | None, *, outside: bool) -> None:
        now = self._floor.clock.now()
        with self._lock:
            old = self._visits.get((device, link))
            first = old.first_at if old else now
            visit = Visit(device=device, link=link, outside=outside, first_at=first, last_at=now)
            self._visits[device, link] = visit

    def note_opening(self, device: str, reading: Reading, *, finished: bool = False, again: bool = False) -> None:
        """again: another part of what was opened before, which is no new opening."""
        now = self._floor.clock.now()
        reader = reading.reader.id if reading.reader else None
        key = (device, reading.document.id, reading.document.current.number, reader)
        with self._lock:
            old = self._openings.get(key)
            self._openings[key] = _noted(old, key, reading, now, finished=finished, again=again)

    def write_down(self) -> int:
        """What was gathered since the last time goes into the congress file; how much it was."""
        with self._lock:
            openings, visits = list(self._openings.values()), list(self._visits.values())
            self._openings.clear()
            self._visits.clear()
        if openings or visits:
            with self._floor.store.transaction() as work:
                work.openings.note(openings, visits)
        return len(openings) + len(visits)

    def _seen(self, work: Work) -> _Seen:
        """What is known as of this transaction: every act writes an event, so the same newest events are the same
        documents, links and delegates.
        """
        stamp = work.journal.newest()
        if stamp != self._last.stamp:
            self._last = _Seen(stamp)
        return self._last

    def _visitor(self, work: Work, device: str, links: Iterable[LinkId]) -> Visitor:
        seen, now = self._seen(work), self._floor.clock.now()
        known = (_remembered(seen.links, one, work.links.get) for one in links)
        valid = tuple(x for x in known if x is not None and x.revoked_at is None and now < x.expires_at)
        own = next((x for x in valid if x.scope is Scope.DELEGATE), None)
        return Visitor(device=device, links=valid, delegate=self._reader(work, own))

    def _reader(self, work: Work, link: Link | None) -> Delegate | None:
        if link is None or link.delegate is None:
            return None
        return _remembered(self._seen(work).delegates, link.delegate, work.delegates.get)

    def _may_read(self, work: Work, visitor: Visitor, document: Document) -> bool:
        link = visitor.link_for(document.id)
        try:
            self._admit(work, document, self._reader(work, link), link)
        except Refusal:
            return False
        return True

    def _admit(self, work: Work, document: Document, reader: Delegate | None, link: Link | None) -> None:
        addressed = link is not None and link.scope is Scope.PERSONAL
        asked = document.card.only_present and reader is not None
        present = asked and reader is not None and self._is_present(work, reader.id)
        admit_reader(document, reader, present=present, addressed=addressed)

    def _is_present(self, work: Work, delegate: DelegateId) -> bool:
        """In the hall, in a session that runs now."""
        now = self._floor.clock.now()
        running = [s for s in work.sessions.all() if s.starts - EARLY <= now < s.ends + LATE]
        return any(
            fold(s, work.journal.of_session(s.id, delegate)).of(delegate).presence is Presence.PRESENT
            for s in running
        )


def _remembered(known: dict[K, V | None], key: K, ask: Callable[[K], V | None]) -> V | None:
    if key not in known:
        known[key] = ask(key)
    return known[key]


def _noted(
    old: Opening | None,
    key: tuple[str, DocumentId, int, DelegateId | None],
    reading: Reading,
    now: dt.datetime,
    *,
    finished: bool,
    again: bool,
) -> Opening:
    if old is not None:
        ended = old.finished_at or (now if finished else None)
        return replace(old, last_at=now, times=old.times + (not again), finished_at=ended)
    device, document, version, reader = key
    return Opening(
        device=device,
        document=document,
        version=version,
        delegate=reader,
        link=reading.link.id if reading.link else None,
        first_at=now,
        last_at=now,
        times=int(not again),
        finished_at=now if finished else None,
    )
