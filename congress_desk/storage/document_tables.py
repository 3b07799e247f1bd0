"""The library's tables: documents and versions, links, openings, opinions, paper copies, notices.

What was opened and who visited is counted here and is no journal; everything else is what the journal's acts
have left.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer, Table, Text, UniqueConstraint

from congress_desk.storage.tables import metadata

documents = Table(
    "documents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("number", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("secrecy", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("agenda_item", Text, nullable=False),
    Column("parts", Text, nullable=False),  # JSON
    Column("opinions", Text, nullable=False),
    Column("watermark", Boolean, nullable=False),
    Column("only_present", Boolean, nullable=False),
    Column("status", Text, nullable=False),
    Column("added_at", Text, nullable=False),
    Column("issued_at", Text),
    Column("recalled_at", Text),
)

document_versions = Table(
    "document_versions",
    metadata,
    Column("document", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("called", Text, nullable=False),
    Column("added_at", Text, nullable=False),
    Column("active", Boolean, nullable=False),
)

document_texts = Table(  # of a file's pages, as they are read and as they are searched
    "document_texts",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("pages", Text, nullable=False),  # JSON
    Column("folded", Text, nullable=False),
)

links = Table(
    "links",
    metadata,
    Column("id", Text, primary_key=True),
    Column("hash", Text, nullable=False),
    Column("scope", Text, nullable=False),
    Column("document", Text),
    Column("delegate", Text),
    Column("issued_at", Text, nullable=False),
    Column("expires_at", Text, nullable=False),
    Column("revoked_at", Text),
    UniqueConstraint("hash", name="links_hash"),
)

openings = Table(
    "openings",
    metadata,
    Column("device", Text, primary_key=True),
    Column("document", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("delegate", Text, primary_key=True),  # "" for nobody known
    Column("link", Text),
    Column("first_at", Text, nullable=False),
    Column("last_at", Text, nullable=False),
    Column("times", Integer, nullable=False),
    Column("finished_at", Text),
)

visits = Table(
    "visits",
    metadata,
    Column("device", Text, primary_key=True),
    Column("link", Text, primary_key=True),  # "" without one
    Column("outside", Boolean, nullable=False),
    Column("first_at", Text, nullable=False),
    Column("last_at", Text, nullable=False),
)

opinions = Table(
    "opinions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("document", Text, nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("part", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("delegate", Text),
    Column("received_at", Text, nullable=False),
    Column("general", Boolean, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("answer", Text, nullable=False),
)

copies = Table(
    "copies",
    metadata,
    Column("id", Text, primary_key=True),
    Column("document", Text, nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("delegate", Text),
    Column("delegation", Text, nullable=False),
    Column("issued_at", Text, nullable=False),
    Column("returned_at", Text),
)

notices = Table(
    "notices",
    metadata,
    Column("id", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("posted_at", Text, nullable=False),
    Column("delegates_only", Boolean, nullable=False),
    Column("withdrawn_at", Text),
)
