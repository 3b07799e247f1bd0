"""The tables as the services' ports describe them. Every method runs in the caller's transaction."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Delete, Select, Table, and_, delete, exists, func, insert, or_, select, update

from congress_desk.domain.attendance import Session
from congress_desk.domain.delegates import Delegate, DelegateId
from congress_desk.domain.journal import EventId, Kind, SessionId
from congress_desk.services.ports.store import Code, Congress, SealedTemplate, WrappedKey
from congress_desk.storage import rows, tables

BADGE = "badge"
CHUNK = 500  # rows of one IN (...): both databases limit the number of parameters


class Congresses:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self) -> Congress:
        row = self._connection.execute(select(tables.congress)).first()
        if row is None:
            raise rows.UnreadableRow("congress")
        return Congress(
            id=row.id,
            title=row.title,
            convening_body=row.convening_body,
            opens=dt.date.fromisoformat(row.opens),
            place=row.place,
            zone=row.zone,
            rehearsal=bool(row.rehearsal),
        )

    def exists(self) -> bool:
        return self._connection.execute(select(tables.congress.c.id)).first() is not None

    def put(self, congress: Congress) -> None:
        columns = {name: getattr(congress, name) for name in Congress.__slots__}
        replace_rows(self._connection, tables.congress, "id", [columns | {"opens": congress.opens.isoformat()}])

    def rules(self) -> Mapping[str, str]:
        return {row.name: row.value for row in self._connection.execute(select(tables.rules))}

    def put_rule(self, name: str, value: str) -> None:
        replace_rows(self._connection, tables.rules, "name", [{"name": name, "value": value}])


class Delegates:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> Sequence[Delegate]:
        return self._found(_delegates())

    def get(self, delegate: DelegateId) -> Delegate | None:
        return next(iter(self.where("id", delegate)), None)

    def where(self, column: str, value: str) -> Sequence[Delegate]:
        return self._found(_delegates().where(tables.delegates.c[column] == value))

    def put(self, delegates: Iterable[Delegate]) -> None:
        replace_rows(self._connection, tables.delegates, "id", [rows.delegate_columns(d) for d in delegates])

    def _found(self, query: Select[Any]) -> Sequence[Delegate]:
        return [rows.delegate_from(row) for row in self._connection.execute(query)]


class Codes:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, code: str) -> Code | None:
        row = self._connection.execute(select(tables.codes).where(tables.codes.c.code == code)).first()
        if row is None:
            return None
        issued_at = rows.moment(row.issued_at)
        assert issued_at is not None
        return Code(
            code=row.code,
            delegate=DelegateId(row.delegate),
            kind=row.kind,
            issued_at=issued_at,
            revoked_at=rows.moment(row.revoked_at),
        )

    def put(self, codes: Iterable[Code]) -> None:
        columns = [
            {
                "code": c.code,
                "delegate": c.delegate,
                "kind": c.kind,
                "issued_at": rows.moment_text(c.issued_at),
                "revoked_at": rows.moment_text(c.revoked_at),
            }
            for c in codes
        ]
        replace_rows(self._connection, tables.codes, "code", columns)

    def revoke(self, delegate: DelegateId, kind: str, at: dt.datetime) -> Sequence[str]:
        c = tables.codes.c
        statement = (
            update(tables.codes)
            .where(c.delegate == delegate, c.kind == kind, c.revoked_at.is_(None))
            .values(revoked_at=rows.moment_text(at))
            .returning(c.code)
        )
        return list(self._connection.execute(statement).scalars())


class Sessions:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> Sequence[Session]:
        query = select(tables.sessions).order_by(tables.sessions.c.starts, tables.sessions.c.id)
        return [rows.session_from(row) for row in self._connection.execute(query)]

    def get(self, session: SessionId) -> Session | None:
        query = select(tables.sessions).where(tables.sessions.c.id == session)
        row = self._connection.execute(query).first()
        return rows.session_from(row) if row else None

    def put(self, session: Session) -> None:
        replace_rows(self._connection, tables.sessions, "id", [rows.session_columns(session)])


class Photos:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.erased = False  # in this transaction

    def get(self, sha256: str) -> bytes | None:
        query = select(tables.photos.c.jpeg).where(tables.photos.c.sha256 == sha256)
        return self._connection.execute(query).scalar()

    def put(self, jpegs: Iterable[bytes]) -> Sequence[str]:
        named = [(hashlib.sha256(jpeg).hexdigest(), jpeg) for jpeg in jpegs]
        replace_rows(
            self._connection,
            tables.photos,
            "sha256",
            [{"sha256": name, "jpeg": jpeg} for name, jpeg in dict(named).items()],
        )
        return [name for name, _ in named]

    def erase(self, sha256s: Iterable[str]) -> int:
        c = tables.photos.c
        shown = exists().where(tables.delegates.c.photo == c.sha256)
        statement = delete(tables.photos).where(c.sha256.in_(list(sha256s)), ~shown).returning(c.sha256)
        gone = list(self._connection.execute(statement))
        self.erased = self.erased or bool(gone)
        return len(gone)


class Templates:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.erased = False  # in this transaction

    def all(self) -> Sequence[SealedTemplate]:
        return [
            SealedTemplate(id=r.id, delegate=DelegateId(r.delegate), model_hash=r.model_hash, sealed=r.sealed)
            for r in self._connection.execute(select(tables.templates).order_by(tables.templates.c.id))
        ]

    def put(self, templates: Iterable[SealedTemplate]) -> None:
        columns = [{n: getattr(t, n) for n in SealedTemplate.__slots__} for t in templates]
        replace_rows(self._connection, tables.templates, "id", columns)

    def erase(self, delegate: DelegateId | None = None) -> int:
        statement = delete(tables.templates)
        if delegate is not None:
            statement = statement.where(tables.templates.c.delegate == delegate)
        return self._gone(statement)

    def drop(self, ids: Iterable[EventId]) -> int:
        return self._gone(delete(tables.templates).where(tables.templates.c.id.in_(list(ids))))

    def _gone(self, statement: Delete) -> int:
        gone = list(self._connection.execute(statement.returning(tables.templates.c.id)))
        self.erased = self.erased or bool(gone)
        return len(gone)


class FaceKeys:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.erased = False  # in this transaction

    def get(self) -> WrappedKey | None:
        row = self._connection.execute(select(tables.face_key)).first()
        return WrappedKey(key_id=row.key_id, salt=row.salt, cost=row.cost, sealed=row.sealed) if row else None

    def put(self, key: WrappedKey) -> None:
        self.erase()
        self._connection.execute(insert(tables.face_key), [{n: getattr(key, n) for n in WrappedKey.__slots__}])

    def erase(self) -> bool:
        gone = list(self._connection.execute(delete(tables.face_key).returning(tables.face_key.c.key_id)))
        self.erased = self.erased or bool(gone)
        return bool(gone)


def replace_rows(connection: Connection, table: Table, key: str, columns: Sequence[dict[str, Any]]) -> None:
    """Delete and insert by primary key: the same in both databases."""
    if not columns:
        return
    keys = [row[key] for row in columns]
    for start in range(0, len(keys), CHUNK):
        connection.execute(delete(table).where(table.c[key].in_(keys[start : start + CHUNK])))
    connection.execute(insert(table), list(columns))


def bearing_on(session: SessionId, kinds: Sequence[str]) -> Any:
    """The condition for journal rows of a session, and excuses for the whole congress with their voids."""
    c = tables.journal.c
    whole = and_(c.session.is_(None), c.kind.in_((Kind.EXCUSED.value, Kind.VOIDED.value)))
    return or_(and_(c.session == session, c.kind.in_(kinds)), whole)


def _delegates() -> Select[Any]:
    """Delegates with their valid badge code and whether a face template is stored."""
    badge = (
        select(func.max(tables.codes.c.code))
        .where(
            tables.codes.c.delegate == tables.delegates.c.id,
            tables.codes.c.kind == BADGE,
            tables.codes.c.revoked_at.is_(None),
        )
        .scalar_subquery()
    )
    enrolled = exists().where(tables.templates.c.delegate == tables.delegates.c.id)
    return select(tables.delegates, badge.label("badge_code"), enrolled.label("enrolled"))
