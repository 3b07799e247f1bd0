"""The library's tables as ports.documents_tables describes them; every method runs in the caller's transaction."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, and_, delete, insert, select, true

from congress_desk.domain.documents import Copy, Document, DocumentId, PortalNotice, Version
from congress_desk.domain.documents_links import Link, LinkId
from congress_desk.domain.opinions import Opinion, OpinionId
from congress_desk.services.ports.documents_tables import Opening, Visit
from congress_desk.storage import document_rows as rows
from congress_desk.storage import document_tables as tables
from congress_desk.storage.queries import replace_rows


class Documents:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> Sequence[Document]:
        return self._found(select(tables.documents), select(tables.document_versions))

    def get(self, document: DocumentId) -> Document | None:
        versions = tables.document_versions
        found = self._found(
            select(tables.documents).where(tables.documents.c.id == document),
            select(versions).where(versions.c.document == document),
        )
        return next(iter(found), None)

    def put(self, document: Document) -> None:
        replace_rows(self._connection, tables.documents, "id", [rows.document_columns(document)])
        columns = [rows.version_columns(document.id, version) for version in document.versions]
        versions = tables.document_versions
        self._connection.execute(delete(versions).where(versions.c.document == document.id))
        self._connection.execute(insert(versions), columns)

    def texts(self, sha256: str) -> Sequence[str]:
        query = select(tables.document_texts.c.pages).where(tables.document_texts.c.sha256 == sha256)
        written = self._connection.execute(query).scalar()
        return list(json.loads(written)) if written else []

    def put_texts(self, sha256: str, texts: Sequence[str], folded: str) -> None:
        columns = {"sha256": sha256, "pages": json.dumps(list(texts), ensure_ascii=False), "folded": folded}
        replace_rows(self._connection, tables.document_texts, "sha256", [columns])

    def with_words(self, folded: Sequence[str]) -> Sequence[str]:
        c = tables.document_texts.c
        holds = [c.folded.contains(word, autoescape=True) for word in folded]
        return list(self._connection.execute(select(c.sha256).where(and_(true(), *holds))).scalars())

    def _found(self, documents: Select[Any], versions: Select[Any]) -> list[Document]:
        by_document: dict[str, list[Version]] = defaultdict(list)
        for row in self._connection.execute(versions.order_by(tables.document_versions.c.number)):
            by_document[row.document].append(rows.version_from(row))
        in_order = documents.order_by(tables.documents.c.added_at, tables.documents.c.id)
        return [rows.document_from(row, by_document[row.id]) for row in self._connection.execute(in_order)]


class Links:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> Sequence[Link]:
        query = select(tables.links).order_by(tables.links.c.issued_at, tables.links.c.id)
        return [rows.link_from(row) for row in self._connection.execute(query)]

    def get(self, link: LinkId) -> Link | None:
        return self._one(select(tables.links).where(tables.links.c.id == link))

    def by_hash(self, token_hash: str) -> Link | None:
        return self._one(select(tables.links).where(tables.links.c.hash == token_hash))

    def put(self, links: Iterable[Link]) -> None:
        replace_rows(self._connection, tables.links, "id", [rows.link_columns(link) for link in links])

    def _one(self, query: Select[Any]) -> Link | None:
        row = self._connection.execute(query).first()
        return rows.link_from(row) if row else None


class Openings:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self, document: DocumentId | None = None) -> Sequence[Opening]:
        query = select(tables.openings).order_by(tables.openings.c.first_at)
        if document is not None:
            query = query.where(tables.openings.c.document == document)
        return [rows.opening_from(row) for row in self._connection.execute(query)]

    def note(self, openings: Iterable[Opening], visits: Iterable[Visit]) -> None:
        for opening in openings:
            self._note_opening(opening)
        for visit in visits:
            self._note_visit(visit)

    def visits(self) -> Sequence[Visit]:
        query = select(tables.visits).order_by(tables.visits.c.first_at)
        return [rows.visit_from(row) for row in self._connection.execute(query)]

    def _note_opening(self, new: Opening) -> None:
        c = tables.openings.c
        reader = new.delegate or ""
        same = and_(
            c.device == new.device, c.document == new.document, c.version == new.version, c.delegate == reader
        )
        row = self._connection.execute(select(tables.openings).where(same)).first()
        if row is not None:
            old = rows.opening_from(row)
            finished = old.finished_at or new.finished_at
            new = replace(new, first_at=old.first_at, times=old.times + new.times, finished_at=finished)
            self._connection.execute(delete(tables.openings).where(same))
        self._connection.execute(insert(tables.openings), [rows.opening_columns(new)])

    def _note_visit(self, new: Visit) -> None:
        c = tables.visits.c
        same = and_(c.device == new.device, c.link == (new.link or ""))
        row = self._connection.execute(select(tables.visits).where(same)).first()
        if row is not None:
            old = rows.visit_from(row)
            new = replace(new, first_at=old.first_at, outside=old.outside or new.outside)
            self._connection.execute(delete(tables.visits).where(same))
        self._connection.execute(insert(tables.visits), [rows.visit_columns(new)])


class Opinions:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> Sequence[Opinion]:
        query = select(tables.opinions).order_by(tables.opinions.c.received_at, tables.opinions.c.id)
        return [rows.opinion_from(row) for row in self._connection.execute(query)]

    def get(self, opinion: OpinionId) -> Opinion | None:
        row = self._connection.execute(select(tables.opinions).where(tables.opinions.c.id == opinion)).first()
        return rows.opinion_from(row) if row else None

    def put(self, opinion: Opinion) -> None:
        replace_rows(self._connection, tables.opinions, "id", [rows.opinion_columns(opinion)])


class Copies:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self, document: DocumentId | None = None) -> Sequence[Copy]:
        c = tables.copies.c
        query = select(tables.copies).order_by(c.document, c.number, c.issued_at)
        if document is not None:
            query = query.where(c.document == document)
        return [rows.copy_from(row) for row in self._connection.execute(query)]

    def put(self, copies: Iterable[Copy]) -> None:
        replace_rows(self._connection, tables.copies, "id", [rows.copy_columns(copy) for copy in copies])


class Notices:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> Sequence[PortalNotice]:
        query = select(tables.notices).order_by(tables.notices.c.posted_at.desc(), tables.notices.c.id)
        return [rows.notice_from(row) for row in self._connection.execute(query)]

    def put(self, notice: PortalNotice) -> None:
        replace_rows(self._connection, tables.notices, "id", [rows.notice_columns(notice)])
