"""Rows to frozen values and back. The only place that knows how a value looks in a column."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import fields
from typing import Any

from sqlalchemy import Row

from congress_desk.domain.attendance import Session, SessionKind
from congress_desk.domain.dates import PartialDate, parse_partial_date
from congress_desk.domain.delegates import Category, Delegate, DelegateId, Gender, Sheet, Standing, as_text
from congress_desk.domain.journal import Event, EventId, Kind, SessionId, canonical, from_utc_text, utc_text

SHEET_FIELDS = tuple(f.name for f in fields(Sheet))
_DATES = ("birth_date", "party_joined", "party_official")


class UnreadableRow(Exception):  # noqa: N818
    """Somebody wrote something into a row that no event can hold; told to people as a damaged file."""


def sheet_columns(sheet: Sheet) -> dict[str, str]:
    return {name: as_text(getattr(sheet, name)) for name in SHEET_FIELDS}


def sheet_from(columns: dict[str, Any]) -> Sheet:
    """A Sheet from text columns; names that it does not know are left out."""
    values: dict[str, Any] = {name: columns[name] for name in SHEET_FIELDS if name in columns}
    for name in _DATES:
        if name in values:
            values[name] = _date(values[name])
    if "gender" in values:
        values["gender"] = Gender(values["gender"])
    if "category" in values:
        values["category"] = Category(values["category"])
    return Sheet(**values)


def delegate_columns(delegate: Delegate) -> dict[str, Any]:
    return {
        "id": delegate.id,
        **sheet_columns(delegate.sheet),
        "standing": delegate.standing.value,
        "photo": delegate.photo,
        "consented": delegate.consented,
        "declined": delegate.declined,
        "replaces": delegate.replaces,
    }


def delegate_from(row: Row[Any]) -> Delegate:
    """`row` carries badge_code and enrolled besides the columns of the table."""
    columns = dict(row._mapping)
    return Delegate(
        id=DelegateId(columns["id"]),
        sheet=sheet_from(columns),
        standing=Standing(columns["standing"]),
        badge_code=columns["badge_code"] or "",
        photo=columns["photo"],
        consented=bool(columns["consented"]),
        declined=bool(columns["declined"]),
        enrolled=bool(columns["enrolled"]),
        replaces=DelegateId(columns["replaces"]) if columns["replaces"] else None,
    )


def session_columns(session: Session) -> dict[str, Any]:
    return {
        "id": session.id,
        "name": session.name,
        "kind": session.kind.value,
        "starts": utc_text(session.starts),
        "ends": utc_text(session.ends),
        "admits": ",".join(sorted(session.admits)),
        "listed": None if session.listed is None else json.dumps(sorted(session.listed)),
        "closed_at": moment_text(session.closed_at),
    }


def session_from(row: Row[Any]) -> Session:
    listed = None if row.listed is None else frozenset(DelegateId(i) for i in json.loads(row.listed))
    return Session(
        id=SessionId(row.id),
        name=row.name,
        kind=SessionKind(row.kind),
        starts=from_utc_text(row.starts),
        ends=from_utc_text(row.ends),
        admits=frozenset(Category(code) for code in row.admits.split(",") if code),
        listed=listed,
        closed_at=moment(row.closed_at),
    )


def event_columns(event: Event) -> dict[str, Any]:
    return {
        "id": event.id,
        "desk": event.desk,
        "sequence": event.sequence,
        "happened_at": utc_text(event.happened_at),
        "recorded_at": utc_text(event.recorded_at),
        "actor": event.actor,
        "kind": event.kind.value,
        "session": event.session,
        "delegate": event.delegate,
        "about": event.about,
        "body": canonical(event.body),
        "previous_hash": event.previous_hash,
        "hash": event.hash,
    }


def event_from(row: Row[Any]) -> Event:
    """UnreadableRow if somebody has written something into the row that no event can hold."""
    try:
        event = _event(row)
    except (ValueError, TypeError, AttributeError) as error:
        raise UnreadableRow(row.id) from error
    if not isinstance(event.body, dict):
        raise UnreadableRow(row.id)
    return event


def untouched_event_from(row: Row[Any]) -> Event:
    """The same, but every column must be, letter by letter, what event_columns writes."""
    event = event_from(row)
    if event_columns(event) != dict(row._mapping):
        raise UnreadableRow(row.id)
    return event


def _event(row: Row[Any]) -> Event:
    return Event(
        id=EventId(row.id),
        desk=row.desk,
        sequence=row.sequence,
        happened_at=from_utc_text(row.happened_at),
        recorded_at=from_utc_text(row.recorded_at),
        actor=row.actor,
        kind=Kind(row.kind),
        session=SessionId(row.session) if row.session else None,
        delegate=DelegateId(row.delegate) if row.delegate else None,
        about=EventId(row.about) if row.about else None,
        body=json.loads(row.body),
        previous_hash=row.previous_hash,
        hash=row.hash,
    )


def moment(text: str | None) -> dt.datetime | None:
    return from_utc_text(text) if text else None


def moment_text(value: dt.datetime | None) -> str | None:
    return utc_text(value) if value else None


def _date(text: str) -> PartialDate | None:
    return parse_partial_date(text) if text else None
