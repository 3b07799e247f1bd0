"""Alembic's entry: runs on the connection that storage.migrating hands over."""

from alembic import context

from congress_desk.storage.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
context.run_migrations()
