"""Databases in trouble: held by another program, or on a disk that is full."""

import sqlite3
from contextlib import closing, contextmanager

from sqlalchemy import event


@contextmanager
def held(store):
    """Let another program hold the file, as copying ones do."""
    with closing(sqlite3.connect(store.url.database)) as foreign:
        foreign.execute("BEGIN EXCLUSIVE")
        yield


@contextmanager
def full(store):
    """Let the file not grow by a page."""

    def limit(connection, *_):
        connection.execute("PRAGMA max_page_count=1")  # it becomes as many as there are

    store.engine.dispose()
    event.listen(store.engine, "connect", limit)
    yield
    event.remove(store.engine, "connect", limit)
    store.engine.dispose()
