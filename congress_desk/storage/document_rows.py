"""Rows of the library to frozen values and back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from congress_desk.domain.delegates import DelegateId
from congress_desk.domain.documents import (
    AskOpinions,
    Card,
    Copy,
    Document,
    DocumentId,
    DocumentType,
    FileKind,
    PortalNotice,
    Secrecy,
    Status,
    Version,
)
from congress_desk.domain.documents_links import Link, LinkId, Scope
from congress_desk.domain.journal import from_utc_text, utc_text
from congress_desk.domain.opinions import Opinion, OpinionId, Stance, Verdict
from congress_desk.services.ports.documents_tables import Opening, Visit
from congress_desk.storage.rows import moment, moment_text


def document_columns(document: Document) -> dict[str, Any]:
    card = document.card
    return {
        "id": document.id,
        "title": card.title,
        "number": card.number,
        "type": card.type.value,
        "secrecy": card.secrecy.value,
        "language": card.language,
        "agenda_item": card.agenda_item,
        "parts": json.dumps(card.parts, ensure_ascii=False),
        "opinions": card.opinions.value,
        "watermark": card.watermark,
        "only_present": card.only_present,
        "status": document.status.value,
        "added_at": utc_text(document.added_at),
        "issued_at": moment_text(document.issued_at),
        "recalled_at": moment_text(document.recalled_at),
    }


def document_from(row: Row[Any], versions: Sequence[Version]) -> Document:
    card = Card(
        title=row.title,
        number=row.number,
        type=DocumentType(row.type),
        secrecy=Secrecy(row.secrecy),
        language=row.language,
        agenda_item=row.agenda_item,
        parts=tuple(json.loads(row.parts)),
        opinions=AskOpinions(row.opinions),
        watermark=bool(row.watermark),
        only_present=bool(row.only_present),
    )
    return Document(
        id=DocumentId(row.id),
        card=card,
        status=Status(row.status),
        versions=tuple(versions),
        added_at=from_utc_text(row.added_at),
        issued_at=moment(row.issued_at),
        recalled_at=moment(row.recalled_at),
    )


def version_columns(document: DocumentId, version: Version) -> dict[str, Any]:
    plain = {name: getattr(version, name) for name in Version.__slots__}
    return plain | {"document": document, "kind": version.kind.value, "added_at": utc_text(version.added_at)}


def version_from(row: Row[Any]) -> Version:
    return Version(
        number=row.number,
        sha256=row.sha256,
        kind=FileKind(row.kind),
        size=row.size,
        pages=row.pages,
        called=row.called,
        added_at=from_utc_text(row.added_at),
        active=bool(row.active),
    )


def link_columns(link: Link) -> dict[str, Any]:
    plain = {name: getattr(link, name) for name in Link.__slots__}
    moments = {name: moment_text(plain[name]) for name in ("issued_at", "expires_at", "revoked_at")}
    return plain | moments | {"scope": link.scope.value}


def link_from(row: Row[Any]) -> Link:
    return Link(
        id=LinkId(row.id),
        hash=row.hash,
        scope=Scope(row.scope),
        document=DocumentId(row.document) if row.document else None,
        delegate=DelegateId(row.delegate) if row.delegate else None,
        issued_at=from_utc_text(row.issued_at),
        expires_at=from_utc_text(row.expires_at),
        revoked_at=moment(row.revoked_at),
    )


def opening_columns(opening: Opening) -> dict[str, Any]:
    plain = {name: getattr(opening, name) for name in Opening.__slots__}
    moments = {name: moment_text(plain[name]) for name in ("first_at", "last_at", "finished_at")}
    return plain | moments | {"delegate": opening.delegate or ""}


def opening_from(row: Row[Any]) -> Opening:
    return Opening(
        device=row.device,
        document=DocumentId(row.document),
        version=row.version,
        delegate=DelegateId(row.delegate) if row.delegate else None,
        link=LinkId(row.link) if row.link else None,
        first_at=from_utc_text(row.first_at),
        last_at=from_utc_text(row.last_at),
        times=row.times,
        finished_at=moment(row.finished_at),
    )


def visit_columns(visit: Visit) -> dict[str, Any]:
    moments = {"first_at": utc_text(visit.first_at), "last_at": utc_text(visit.last_at)}
    return moments | {"device": visit.device, "link": visit.link or "", "outside": visit.outside}


def visit_from(row: Row[Any]) -> Visit:
    return Visit(
        device=row.device,
        link=LinkId(row.link) if row.link else None,
        outside=bool(row.outside),
        first_at=from_utc_text(row.first_at),
        last_at=from_utc_text(row.last_at),
    )


def opinion_columns(opinion: Opinion) -> dict[str, Any]:
    plain = {name: getattr(opinion, name) for name in Opinion.__slots__}
    words = {"stance": opinion.stance.value, "verdict": opinion.verdict.value}
    return plain | words | {"received_at": utc_text(opinion.received_at)}


def opinion_from(row: Row[Any]) -> Opinion:
    return Opinion(
        id=OpinionId(row.id),
        document=DocumentId(row.document),
        version=row.version,
        part=row.part,
        stance=Stance(row.stance),
        text=row.text,
        delegate=DelegateId(row.delegate) if row.delegate else None,
        received_at=from_utc_text(row.received_at),
        general=bool(row.general),
        verdict=Verdict(row.verdict),
        answer=row.answer,
    )


def copy_columns(copy: Copy) -> dict[str, Any]:
    plain = {name: getattr(copy, name) for name in Copy.__slots__}
    return plain | {name: moment_text(plain[name]) for name in ("issued_at", "returned_at")}


def copy_from(row: Row[Any]) -> Copy:
    return Copy(
        id=row.id,
        document=DocumentId(row.document),
        number=row.number,
        delegate=DelegateId(row.delegate) if row.delegate else None,
        delegation=row.delegation,
        issued_at=from_utc_text(row.issued_at),
        returned_at=moment(row.returned_at),
    )


def notice_columns(notice: PortalNotice) -> dict[str, Any]:
    plain = {name: getattr(notice, name) for name in PortalNotice.__slots__}
    return plain | {name: moment_text(plain[name]) for name in ("posted_at", "withdrawn_at")}


def notice_from(row: Row[Any]) -> PortalNotice:
    return PortalNotice(
        id=row.id,
        text=row.text,
        posted_at=from_utc_text(row.posted_at),
        delegates_only=bool(row.delegates_only),
        withdrawn_at=moment(row.withdrawn_at),
    )
