"""The tables of the program compared with those of a database."""

from __future__ import annotations

from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine

from congress_desk.storage.tables import metadata


def differences(engine: Engine) -> list[Any]:
    """What Alembic would still have to change; nothing in a migrated store."""
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        return list(compare_metadata(context, metadata))


def table_names() -> list[str]:
    return sorted(metadata.tables)
