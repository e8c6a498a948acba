"""Somebody who writes to a database and says so each time, until killed."""

from datetime import UTC, datetime

from docgen.store import Store
from docgen.store.blobs import keep
from docgen.store.tables import Upload


def write_on(url, told):
    """Keep a file and what points to it, again and again; tell the name of each when it is kept."""
    store = Store(url)
    number = 0
    while True:
        number += 1
        with store.writing() as session:
            name = keep(session, f"{datetime.now(UTC)} {number}".encode() * 500)
            session.add(Upload(kind="thu", name=name, sha256=name, told={}, made_at=datetime.now(UTC)))
        told.send(name)
