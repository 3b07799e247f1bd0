"""Sealed records: a fold of the journal that says whether a file is the one that was sealed.

A signature is appended to a PDF and leaves the bytes before it as they are; so a signed file begins with the
sealed one, byte for byte, and can be told from a changed file without trusting any signature.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from congress_desk.domain.journal import Event, EventId, Kind, SessionId
from congress_desk.domain.record_marks import RecordMark

SEAL_KINDS = (Kind.RECORD_SEALED, Kind.RECORD_SIGNED)


class Standing(StrEnum):
    """What a file is to this congress."""

    SEALED = "sealed"  # byte for byte the sealed file
    SIGNED = "signed"  # the sealed file with the signatures that were put on it here
    ADDED_TO = "added_to"  # the sealed file, whole, with something after it that was not put there here
    PRINTED = "printed"  # printed here, never sealed
    SAME_CONTENT = "same_content"  # another file whose symbol names a record that was printed or sealed here
    UNKNOWN_CONTENT = "unknown_content"  # its symbol names this congress, but nothing printed or sealed here
    OTHER_CONGRESS = "other_congress"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A file as it stood: SHA-256 of its bytes, and how many there are."""

    sha256: str
    size: int

    def begins(self, pdf: bytes) -> bool:
        return len(pdf) >= self.size and hashlib.sha256(pdf[: self.size]).hexdigest() == self.sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class PutSignature:
    """A signature that this congress put on a sealed record."""

    event: EventId
    signer: str
    organisation: str
    certificate: str  # SHA-256
    at: dt.datetime
    version: Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    event: EventId
    id: str  # as on the record's foot
    content: str
    form: str
    language: str
    session: SessionId | None
    subject: str
    pages: int
    at: dt.datetime
    desk: str
    actor: str
    version: Version
    signatures: tuple[PutSignature, ...] = ()

    @property
    def versions(self) -> tuple[Version, ...]:
        """As it was sealed, and after each signature."""
        return (self.version, *(one.version for one in self.signatures))


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """standing: what the file is; seal: the sealed record that it is or was; mark: read from its symbol."""

    standing: Standing
    seal: Seal | None = None
    mark: RecordMark | None = None
    printed_at: dt.datetime | None = None

    @property
    def genuine(self) -> bool:
        return self.standing in (Standing.SEALED, Standing.SIGNED)


def seals_of(events: Iterable[Event]) -> tuple[Seal, ...]:
    """In order of sealing, each with its signatures."""
    found: dict[EventId, Seal] = {}
    for event in events:
        if event.kind is Kind.RECORD_SEALED:
            found[event.id] = _seal(event)
        elif event.kind is Kind.RECORD_SIGNED and event.about in found:
            seal = found[event.about]
            found[event.about] = replace(seal, signatures=(*seal.signatures, _signature(event)))
    return tuple(found.values())


def compared(
    pdf: bytes, seals: Sequence[Seal], printed: Sequence[Event], mark: RecordMark | None, *, ours: bool
) -> Comparison:
    """What this file is. printed: the PRINTED events; ours: the mark names this congress."""
    for seal in reversed(seals):
        if seal.version.begins(pdf):
            return Comparison(standing=_with_signatures(pdf, seal), seal=seal, mark=mark)
    sha256 = hashlib.sha256(pdf).hexdigest()
    for event in printed:
        if event.body.get("sha256") == sha256:
            return Comparison(standing=Standing.PRINTED, mark=mark, printed_at=event.happened_at)
    return _by_mark(seals, printed, mark, ours=ours)


def _with_signatures(pdf: bytes, seal: Seal) -> Standing:
    if len(pdf) == seal.version.size:
        return Standing.SEALED
    known = any(len(pdf) == one.version.size and one.version.begins(pdf) for one in seal.signatures)
    return Standing.SIGNED if known else Standing.ADDED_TO


def _by_mark(seals: Sequence[Seal], printed: Sequence[Event], mark: RecordMark | None, *, ours: bool) -> Comparison:
    if mark is None:
        return Comparison(standing=Standing.UNKNOWN)
    if not ours:
        return Comparison(standing=Standing.OTHER_CONGRESS, mark=mark)
    seal = next((s for s in reversed(seals) if s.content == mark.content), None)
    paper = next((e for e in printed if e.body.get("content") == mark.content), None)
    if seal is None and paper is None:
        return Comparison(standing=Standing.UNKNOWN_CONTENT, mark=mark)
    moment = paper.happened_at if paper else None
    return Comparison(standing=Standing.SAME_CONTENT, seal=seal, mark=mark, printed_at=moment)


def _seal(event: Event) -> Seal:
    body = event.body
    return Seal(
        event=event.id,
        id=body["id"],
        content=body["content"],
        form=body["form"],
        language=body["language"],
        session=event.session,
        subject=body.get("subject", ""),
        pages=body["pages"],
        at=event.happened_at,
        desk=event.desk,
        actor=event.actor,
        version=Version(sha256=body["sha256"], size=body["size"]),
    )


def _signature(event: Event) -> PutSignature:
    body = event.body
    return PutSignature(
        event=event.id,
        signer=body["signer"],
        organisation=body["organisation"],
        certificate=body["certificate"],
        at=event.happened_at,
        version=Version(sha256=body["sha256"], size=body["size"]),
    )
