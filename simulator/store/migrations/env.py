"""Alembic's entry. The connection is handed in, inside a transaction; logging is left alone."""

from alembic import context

from simulator.store.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    compare_type=True,
)
context.run_migrations()
