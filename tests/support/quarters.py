"""The demo office while units answer for the first quarter, and for the half year after it.

The fixtures of tests/web: `collecting` (the quarter is open), and those here.
"""

from contextlib import closing
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from browsing import Office
from offices import at

from docgen.model.people import Role
from docgen.model.submission import Submission
from docgen.office.desk import SYSTEM, Desk
from docgen.office.periods import open_period
from docgen.office.submissions import save_row, take_in, unit_page
from docgen.store import Store

QUARTER, HALF = "2025-Q1", "2025-6T"
UNIT = "van-phong"
_IN_JUNE = at("2025-06-10 09:00")
TASK = "xay-dung-vbqppl"
"""A task that the unit leads and is asked about in both."""
SENT = {
    "nam": 2025,
    "ky": QUARTER,
    "don_vi": "Văn phòng Sở",
    "ket_qua": [{"id": TASK, "tinh_trang": "dang_thuc_hien", "ket_qua": "Đang rà soát 03 văn bản."}],
    "thong_ke": [{"ma": "4.8", "so_lieu": "75"}],
}
"""What the unit sent for the quarter."""


def address(page="", period=QUARTER, unit=UNIT):
    """Return the address of a page of the unit."""
    return f"/ky/{period}/don-vi/{unit}{page}"


def row(key=TASK, kind="nhiem_vu", page="", period=QUARTER):
    """Return the address of a row."""
    return address(f"/dong/{kind}/{key}{page}", period)


@cache
def _prepared(prepare, begun):
    """Return the bytes of a database that was `begun`, prepared once for all tests."""
    with TemporaryDirectory() as folder:
        return _with(begun, Path(folder), prepare)


def _with(data, folder, prepare):
    path = folder / "ky.sqlite"
    path.write_bytes(data)
    with closing(Store(f"sqlite:///{path}")) as store:
        prepare(Office(store, folder))
    return path.read_bytes()


def _opened(prepare, begun, folder):
    path = folder / "ky.sqlite"
    path.write_bytes(_prepared(prepare, begun))
    return closing(Store(f"sqlite:///{path}"))


@pytest.fixture
def answered(_collecting_bytes, tmp_path):
    """The office when the unit has answered everything that it must for the quarter."""
    with _opened(answer_all, _collecting_bytes, tmp_path) as store:
        yield Office(store, tmp_path)


@pytest.fixture
def half_year(_collecting_bytes, tmp_path):
    """The office while the half year is answered for; the unit has sent the quarter."""
    with _opened(_go_on, _collecting_bytes, tmp_path) as store:
        office = Office(store, tmp_path)
        office.clock.now = _IN_JUNE
        yield office


def _go_on(office):
    said = Submission.model_validate(SENT)
    with office.store.writing() as session:
        desk = Desk(session, SYSTEM, office.clock())
        take_in(desk, said, QUARTER, UNIT, office.clock())
        open_period(replace(desk, now=_IN_JUNE), HALF)


def reporter(office):
    """Return the browser of the unit's reporter."""
    return office.signed_in(Role.REPORTER, UNIT)


def later(office, moment):
    """Turn the clock; return the browser of the unit's reporter, signed in anew."""
    office.clock.now = at(moment)
    return reporter(office)


def kept(office, key=TASK, kind="nhiem_vu", period=QUARTER):
    """Return a row as it is kept."""
    with office.store.reading() as session:
        page = unit_page(Desk(session, SYSTEM, office.clock()), period, UNIT)
    return next(one for one in page.rows if one.name == (kind, key))


def answer_all(office):
    """Let the unit answer everything that it must for the quarter."""
    with office.store.writing() as session:
        desk = Desk(session, SYSTEM, office.clock())
        for one in unit_page(desk, QUARTER, UNIT).rows:
            if one.asked.required:
                typed = {"so_lieu": "0"} if one.name.kind == "thong_ke" else {"tinh_trang": "dang_thuc_hien"}
                save_row(desk, QUARTER, UNIT, one.name, typed, one.version)
