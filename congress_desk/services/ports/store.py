"""The congress file, as the services see it: one transaction an act, frozen values only.

`transaction()` takes the write lock at once (two desks cannot read the same state and both write on it);
`reading()` sees one consistent state and never waits for a writer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from congress_desk.domain.attendance import Session
from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.journal import Event, EventId, Kind, SessionId
from congress_desk.services.ports import documents_tables

HOME_ZONE = "Asia/Ho_Chi_Minh"


@dataclass(frozen=True, slots=True, kw_only=True)
class Congress:
    """The congress that a file holds; `zone` is an IANA name, `opens` the opening day."""

    id: str
    title: str
    convening_body: str
    opens: dt.date
    place: str = ""
    zone: str = HOME_ZONE
    rehearsal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """An act about to be written; the journal adds desk, sequence, recorded time and hashes."""

    id: EventId
    kind: Kind
    happened_at: dt.datetime
    session: SessionId | None = None
    delegate: DelegateId | None = None
    about: EventId | None = None
    body: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A number on a card: kind badge (ours, printed) or rfid (a chip linked at the desk)."""

    code: str
    delegate: DelegateId
    kind: str
    issued_at: dt.datetime
    revoked_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedTemplate:
    """A face template under AES-256-GCM; only the key of this congress opens it."""

    id: str
    delegate: DelegateId
    model_hash: str
    sealed: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class WrappedKey:
    """The key of the face templates under the secretariat's passphrase: scrypt(salt, cost), AES-256-GCM.

    key_id: tells keys apart and nothing of the key. cost: scrypt's N.
    """

    key_id: str
    salt: bytes
    cost: int
    sealed: bytes


class CongressTable(Protocol):
    def get(self) -> Congress: ...
    def put(self, congress: Congress) -> None: ...
    def rules(self) -> Mapping[str, str]: ...
    def put_rule(self, name: str, value: str) -> None: ...


class DelegateTable(Protocol):
    def all(self) -> Sequence[Delegate]:
        """In no order; the services sort."""
        ...

    def get(self, delegate: DelegateId) -> Delegate | None: ...
    def where(self, column: str, value: str) -> Sequence[Delegate]:
        """column: id, card_number or citizen_number."""
        ...

    def put(self, delegates: Iterable[Delegate]) -> None:
        """Insert or replace sheets, standings, photos and consents."""
        ...


class CodeTable(Protocol):
    def get(self, code: str) -> Code | None: ...
    def put(self, codes: Iterable[Code]) -> None: ...
    def revoke(self, delegate: DelegateId, kind: str, at: dt.datetime) -> Sequence[str]:
        """The codes of this delegate that were valid until now."""
        ...


class SessionTable(Protocol):
    def all(self) -> Sequence[Session]: ...
    def get(self, session: SessionId) -> Session | None: ...
    def put(self, session: Session) -> None: ...


class JournalTable(Protocol):
    @property
    def desk(self) -> str:
        """The desk that writes here: the name of its chain."""
        ...

    def append(self, event: NewEvent) -> Event: ...
    def find(self, event: EventId) -> Event | None: ...
    def void_of(self, event: EventId) -> Event | None:
        """The event that voided this one."""
        ...

    def of_session(self, session: SessionId, delegate: DelegateId | None = None) -> Sequence[Event]:
        """Movements, excuses (also those for the whole congress), refusals and voids that bear on a session."""
        ...

    def of_delegate(self, delegate: DelegateId) -> Sequence[Event]: ...
    def count(self, kinds: Sequence[Kind]) -> int:
        """How many events of these kinds there are: the stamp of whatever they have changed."""
        ...

    def newest(self) -> Mapping[str, EventId]:
        """The last event that each desk wrote, as noted apart from the journal itself."""
        ...

    def of_kinds(self, kinds: Sequence[Kind]) -> Sequence[Event]:
        """In order of recording."""
        ...

    def everything(self) -> Iterable[Event]:
        """By desk, then sequence."""
        ...


class PhotoTable(Protocol):
    def get(self, sha256: str) -> bytes | None: ...
    def put(self, jpegs: Iterable[bytes]) -> Sequence[str]:
        """Stores each once; gives their SHA-256."""
        ...

    def erase(self, sha256s: Iterable[str]) -> int:
        """Erases those that no delegate shows; how many there were."""
        ...


class TemplateTable(Protocol):
    def all(self) -> Sequence[SealedTemplate]: ...
    def put(self, templates: Iterable[SealedTemplate]) -> None: ...
    def erase(self, delegate: DelegateId | None = None) -> int:
        """Erases the templates of one delegate or of all; how many there were."""
        ...

    def drop(self, ids: Iterable[EventId]) -> int:
        """Erases these; how many there were."""
        ...


class FaceKeyTable(Protocol):
    """At most one row: without a passphrase there is none."""

    def get(self) -> WrappedKey | None: ...
    def put(self, key: WrappedKey) -> None: ...
    def erase(self) -> bool: ...


class Work(Protocol):
    """What one transaction can reach."""

    @property
    def congress(self) -> CongressTable: ...
    @property
    def delegates(self) -> DelegateTable: ...
    @property
    def codes(self) -> CodeTable: ...
    @property
    def sessions(self) -> SessionTable: ...
    @property
    def journal(self) -> JournalTable: ...
    @property
    def photos(self) -> PhotoTable: ...
    @property
    def templates(self) -> TemplateTable: ...
    @property
    def face_key(self) -> FaceKeyTable: ...
    @property
    def documents(self) -> documents_tables.DocumentTable: ...
    @property
    def links(self) -> documents_tables.LinkTable: ...
    @property
    def openings(self) -> documents_tables.OpeningTable: ...
    @property
    def opinions(self) -> documents_tables.OpinionTable: ...
    @property
    def copies(self) -> documents_tables.CopyTable: ...
    @property
    def notices(self) -> documents_tables.NoticeTable: ...


class Store(Protocol):
    """Trouble from any transaction: BUSY, DISK_FULL, READ_ONLY, DAMAGED, CANNOT_WRITE; nothing is half written."""

    @property
    def read_only(self) -> bool:
        """Every act is refused with READ_ONLY; what is there can be read and printed."""
        ...

    def assure_writable(self) -> None:
        """Asked before what goes out of the program ahead of its act. Trouble: READ_ONLY."""
        ...

    def transaction(self) -> AbstractContextManager[Work]: ...
    def reading(self) -> AbstractContextManager[Work]: ...
    def back_up(self, target: Path) -> None:
        """A whole, checked copy while the desk works on; never over an existing file (FILE_EXISTS)."""
        ...

    def check(self) -> str:
        """ "" if the file's own structure is sound, else what the database says."""
        ...

    def traces_of(self, secrets: Sequence[bytes]) -> int | None:
        """How many of these byte strings still stand anywhere in the file or its log; None: not ours to search."""
        ...

    def close(self) -> None: ...


class Vault(Protocol):
    """Seals face templates with the key of one congress, kept on this computer apart from the file."""

    def seal(self, plain: bytes, about: bytes) -> bytes: ...
    def open(self, sealed: bytes, about: bytes) -> bytes:
        """Trouble: FACE_KEY_MISSING if the key is not here or does not fit."""
        ...

    def destroy(self) -> None:
        """Take the key away from this computer. Trouble: CANNOT_WRITE."""
        ...

    def key_id(self) -> str:
        """Which key is here; "" for none."""
        ...

    def wrap(self, passphrase: str) -> WrappedKey:
        """The key (a new one, if none is here) under a passphrase."""
        ...

    def unlock(self, wrapped: WrappedKey, passphrase: str) -> None:
        """Keep the wrapped key on this computer. Refusal: WRONG_PASSPHRASE. Trouble: DAMAGED, CANNOT_WRITE."""
        ...
