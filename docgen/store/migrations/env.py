"""What Alembic runs the steps in: the transaction that `docgen.store.migrating` has opened."""

from alembic import context

from docgen.store.tables import Base

context.configure(
    connection=context.config.attributes["connection"], target_metadata=Base.metadata, render_as_batch=True
)
context.run_migrations()
