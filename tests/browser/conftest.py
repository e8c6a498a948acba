"""The demo office in a browser: its first quarter just opened, or answered for by most of its units."""

from contextlib import closing
from shutil import copyfile

import pytest
from browser import Service, chromium, served
from browsing import Office
from offices import _sqlite_template, at, desk_of

from docgen.office.founding import bring_answers
from docgen.office.periods import open_period
from docgen.store import Store

QUARTER = "2025-Q1"


@pytest.fixture(scope="module")
def _browser():
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def _kept(tmp_path_factory):
    """Return the bytes of an office's database once something was done in it."""

    def kept(do):
        path = copyfile(_sqlite_template(True), tmp_path_factory.mktemp("mau") / "a.sqlite")  # noqa: FBT003
        with closing(Store(f"sqlite:///{path}")) as store, store.writing() as session:
            do(session)
        return path.read_bytes()

    return kept


@pytest.fixture(scope="session")
def _opened(_kept):
    return _kept(
        lambda session: open_period(desk_of(session, "dau_moi", now=at("2025-02-28 07:00")), QUARTER)
    )


@pytest.fixture(scope="session")
def _answered(_kept):
    return _kept(bring_answers)


@pytest.fixture
def service(_opened, _browser, tmp_path):
    """The office on 10/3/2025: units answer for the first quarter."""
    yield from _running(_opened, _browser, tmp_path, "2025-03-10 09:00")


@pytest.fixture
def answered(_answered, _browser, tmp_path):
    """The office on the last day of the first quarter: one unit has not answered yet, and is late."""
    yield from _running(_answered, _browser, tmp_path, "2025-03-20 16:00")


def _running(kept, browser, folder, moment):
    (folder / "docgen.sqlite").write_bytes(kept)
    with closing(Store(f"sqlite:///{folder / 'docgen.sqlite'}")) as store:
        office = Office(store, folder)
        office.clock.now = at(moment)
        with served(office.app) as address:
            service = Service(office, address, browser)
            yield service
            for context in browser.contexts:
                context.close()
    assert service.outside == []
    assert service.complaints == []
