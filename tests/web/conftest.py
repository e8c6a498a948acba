"""The service over the demo office."""

from contextlib import closing
from shutil import copyfile

import pytest
from browsing import Office
from offices import _sqlite_template
from page_samples import open_quarter
from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher
from quarters import answered, half_year  # noqa: F401 - fixtures
from reported import issued, reported  # noqa: F401 - fixtures

from docgen.office.accounts import passwords
from docgen.store import Store


@pytest.fixture
def office(sqlite_founded, tmp_path):
    return Office(sqlite_founded, tmp_path)


@pytest.fixture(scope="session")
def _collecting_bytes(tmp_path_factory):
    """The database of the demo office while the first quarter is answered for: opening it takes its time."""
    folder = tmp_path_factory.mktemp("collecting")
    path = copyfile(_sqlite_template(True), folder / "a.sqlite")  # noqa: FBT003 - cached as it is called
    with closing(Store(f"sqlite:///{path}")) as store:
        open_quarter(Office(store, folder))
    return path.read_bytes()


@pytest.fixture
def collecting(_collecting_bytes, tmp_path):
    """The office while the first quarter is answered for."""
    (tmp_path / "docgen.sqlite").write_bytes(_collecting_bytes)
    with closing(Store(f"sqlite:///{tmp_path / 'docgen.sqlite'}")) as store:
        yield Office(store, tmp_path)


@pytest.fixture(autouse=True)
def _quick_passwords(monkeypatch):
    """What is kept of passwords says how it was made: the demo office's stay slow."""
    quick = Argon2Hasher(time_cost=1, memory_cost=8, parallelism=1)
    monkeypatch.setattr(passwords, "_hasher", PasswordHash((quick,)))
    passwords._of_nobody.cache_clear()
    yield
    passwords._of_nobody.cache_clear()
