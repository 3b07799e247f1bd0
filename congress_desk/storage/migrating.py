"""Migrations: which version a store has, and the way up (and, for tests, down).

Alembic is imported only where a step is really made: opening a file of today's version costs one SELECT.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from congress_desk.storage.engine import changing_schema

FOLDER = Path(__file__).with_name("migrations")


def known_versions() -> list[str]:
    """The versions that this program knows, oldest first: the numbers that begin the files' names."""
    return sorted(path.name.split("_")[0] for path in (FOLDER / "versions").glob("[0-9]*.py"))


def version_of(connection: Connection) -> str:
    """ "" for an empty store."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")


def migrate(engine: Engine, target: str = "head") -> None:
    """Bring the store to a version, in one transaction; "base" takes everything down."""
    from alembic import command

    with changing_schema(engine) as connection:
        config = _config(connection)
        known = known_versions()
        wanted = known[-1] if target == "head" else target
        if wanted == "base" or wanted < version_of(connection):
            command.downgrade(config, wanted)
        else:
            command.upgrade(config, wanted)


def _config(connection: Connection):  # type: ignore[no-untyped-def]
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
