"""The office while the first quarter of 2025 is answered for."""

from shutil import copyfile

import pytest
from answering import brought, fill, opened
from sent_reports import new_store

from docgen.store import Store


def _template(founded, folder, prepare):
    """Return the file of a database that `prepare` has worked on."""
    copyfile(founded, folder / "mau.sqlite")
    store = Store(f"sqlite:///{folder / 'mau.sqlite'}")
    prepare(store)
    store.close()
    return folder / "mau.sqlite"


@pytest.fixture(scope="session")
def _open_office(tmp_path_factory):
    from offices import _sqlite_template  # noqa: PLC0415  only where it is asked for

    return _template(_sqlite_template(is_founded=True), tmp_path_factory.mktemp("mo"), opened)


@pytest.fixture(scope="session")
def _filled_office(_open_office, tmp_path_factory):
    return _template(_open_office, tmp_path_factory.mktemp("du"), fill)


@pytest.fixture(scope="session")
def _half_year_office(_open_office, tmp_path_factory):
    return _template(_open_office, tmp_path_factory.mktemp("sau"), _ask_for_half_year)


def _ask_for_half_year(store):
    brought(store)
    opened(store, "2025-6T", "2025-06-02 07:00")


def _copied(path, folder):
    copyfile(path, folder / "docgen.sqlite")
    store = Store(f"sqlite:///{folder / 'docgen.sqlite'}")
    yield store
    store.close()


@pytest.fixture
def office(_open_office, tmp_path):
    """The first quarter is open, nobody has answered."""
    yield from _copied(_open_office, tmp_path)


@pytest.fixture
def filled(_filled_office, tmp_path):
    """One unit has filled in all that it must."""
    yield from _copied(_filled_office, tmp_path)


@pytest.fixture
def half_year(_half_year_office, tmp_path):
    """The half year is open, and the first quarter was answered."""
    yield from _copied(_half_year_office, tmp_path)


@pytest.fixture(scope="session")
def sent_office(tmp_path_factory):
    """Everything is sent for the first quarter."""
    store = new_store(tmp_path_factory.mktemp("gui"))
    yield store
    store.close()


@pytest.fixture
def session(sent_office):
    """A transaction in that office; what a test does is undone."""
    with sent_office.writing() as session:
        yield session
        session.rollback()
