"""Offices prepared once for many tests: each test has a copy of its own."""

from contextlib import closing, contextmanager

from browsing import Office

from docgen.store import Store


def prepared(begun, folder, prepare):
    """Return the bytes of a database that `begun` are, once `prepare` has worked on it."""
    with copied(begun, folder) as office:
        prepare(office.store)
    return (folder / "docgen.sqlite").read_bytes()


@contextmanager
def copied(data, folder):
    """Give the office over a copy of a database."""
    (folder / "docgen.sqlite").write_bytes(data)
    with closing(Store(f"sqlite:///{folder / 'docgen.sqlite'}")) as store:
        yield Office(store, folder)
