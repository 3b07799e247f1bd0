"""The tables of a congress file, portable between SQLite and PostgreSQL.

The journal is the truth; every other table is what the journal's acts have left, kept for reading fast.
Moments are fixed-width UTC text, days ISO text, so that order of text is order of time in both databases.
"""

from __future__ import annotations

from dataclasses import fields

from sqlalchemy import (
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    false,
)

from congress_desk.domain.delegates import Sheet

metadata = MetaData()

congress = Table(
    "congress",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("convening_body", Text, nullable=False),
    Column("opens", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("rehearsal", Boolean, nullable=False),
)

rules = Table(
    "rules",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

delegates = Table(
    "delegates",
    metadata,
    Column("id", Text, primary_key=True),
    *(Column(f.name, Text, nullable=False) for f in fields(Sheet)),
    Column("standing", Text, nullable=False),
    Column("photo", Text, nullable=False),
    Column("consented", Boolean, nullable=False),
    Column("declined", Boolean, nullable=False, server_default=false()),
    Column("replaces", Text),
    Index("delegates_card_number", "card_number"),
    Index("delegates_citizen_number", "citizen_number"),
)

codes = Table(
    "codes",
    metadata,
    Column("code", Text, primary_key=True),
    Column("delegate", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("issued_at", Text, nullable=False),
    Column("revoked_at", Text),
)

sessions = Table(
    "sessions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("starts", Text, nullable=False),
    Column("ends", Text, nullable=False),
    Column("admits", Text, nullable=False),
    Column("listed", Text),
    Column("closed_at", Text),
)

journal = Table(
    "journal",
    metadata,
    Column("id", Text, primary_key=True),
    Column("desk", Text, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("happened_at", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("session", Text),
    Column("delegate", Text),
    Column("about", Text),
    Column("body", Text, nullable=False),
    Column("previous_hash", Text, nullable=False),
    Column("hash", Text, nullable=False),
    UniqueConstraint("desk", "sequence", name="journal_desk_sequence"),
    Index("journal_session_delegate", "session", "delegate"),
    Index("journal_delegate", "delegate"),
    Index("journal_kind", "kind"),
    Index("journal_about", "about"),
)

heads = Table(  # the newest event of each desk: shows that the end of a chain was cut off
    "heads",
    metadata,
    Column("desk", Text, primary_key=True),
    Column("sequence", Integer, nullable=False),
    Column("event", Text, nullable=False),
    Column("hash", Text, nullable=False),
)

photos = Table(
    "photos",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("jpeg", LargeBinary, nullable=False),
)

templates = Table(
    "templates",
    metadata,
    Column("id", Text, primary_key=True),
    Column("delegate", Text, nullable=False, index=True),
    Column("model_hash", Text, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)

face_key = Table(  # one row where the secretariat has set a passphrase, else none
    "face_key",
    metadata,
    Column("key_id", Text, primary_key=True),
    Column("salt", LargeBinary, nullable=False),
    Column("cost", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)
