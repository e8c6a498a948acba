"""The demo office when everything is sent for the first quarter of 2025, and when its report is issued.

The fixtures of tests/web that pages of reports and documents need.
"""

from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from browsing import Office
from offices import desk_of
from sent_reports import AFTER, CODE, new_store

from docgen.model.papers import PaperKind
from docgen.model.people import Role
from docgen.office import numbers, reports
from docgen.store import Store

REPORT = f"/ky/{CODE}/bao-cao"
PROGRESS = "cong-tac-chi-dao/ke-hoach-cai-cach/doan.tinh-den-het-ngay"
DAY = date(2025, 3, 20)


def anchor(place=PROGRESS):
    """Return what the page calls a paragraph."""
    return f"doan-{sha256(place.encode()).hexdigest()[:8]}"


@cache
def _sent():
    """Return the bytes of a database in which everything is sent, and the files of the report are kept."""
    with TemporaryDirectory() as folder:
        with closing(new_store(Path(folder))) as store, store.writing() as session:
            desk = desk_of(session, Role.COORDINATOR, now=AFTER)
            reports.keep_papers(desk, reports.report_papers(session, CODE))
        return (Path(folder) / "bao-cao.sqlite").read_bytes()


@cache
def _issued():
    """Return the bytes of that database after the report was issued."""
    with TemporaryDirectory() as folder:
        with _opened(_sent(), Path(folder)) as store:
            with store.writing() as session:
                clerk = desk_of(session, Role.CLERK, now=AFTER)
                number = numbers.enter_number(clerk, PaperKind.REPORT, DAY.year, 45).id
            with store.reading() as session:
                made = reports.prepare_issue(session, CODE, number, DAY)
            with store.writing() as session:
                reports.issue_report(replace(clerk, session=session), made, confirmed=True)
        return (Path(folder) / "ky.sqlite").read_bytes()


def _opened(data, folder):
    path = folder / "ky.sqlite"
    path.write_bytes(data)
    return closing(Store(f"sqlite:///{path}"))


@pytest.fixture
def reported(tmp_path):
    """The office when everything is sent; its report is drafted and printed."""
    with _opened(_sent(), tmp_path) as store:
        yield _at_work(store, tmp_path)


@pytest.fixture
def issued(tmp_path):
    """The office when the report is issued as document 1."""
    with _opened(_issued(), tmp_path) as store:
        yield _at_work(store, tmp_path)


def _at_work(store, folder):
    office = Office(store, folder)
    office.clock.now = AFTER
    return office
