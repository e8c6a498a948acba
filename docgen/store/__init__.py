"""The only room that knows the database: its tables, how it changes over time, how it is backed up."""

from docgen.store.database import Store

__all__ = ["Store"]
