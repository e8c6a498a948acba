"""Answering for a period: the first quarter of 2025 open, and units that fill in and send."""

from functools import cache
from pathlib import Path

from offices import at, desk_of

from docgen.importers.submission_reading import read_submission
from docgen.office import periods
from docgen.office.submissions import RowName, save_row, submit, take_in, unit_page
from docgen.resources import shipped
from docgen.store.tables import RowKind

Q1 = "2025-Q1"
UNIT = "van-phong"
FILLED = {
    RowKind.TASK: {"tinh_trang": "dang_thuc_hien", "ket_qua": "Đang triển khai."},
    RowKind.STATISTIC: {"so_lieu": "1"},
}


def task(key):
    return RowName(RowKind.TASK, key)


def reporter(session, moment="2025-03-10 09:00", unit=UNIT):
    return desk_of(session, "chuyen_vien_don_vi", unit, at(moment))


def coordinator(session, moment="2025-03-10 09:00"):
    return desk_of(session, "dau_moi", now=at(moment))


def opened(store, code=Q1, moment="2025-02-28 07:00"):
    with store.writing() as session:
        return periods.open_period(coordinator(session, moment), code)


def fill(store, unit=UNIT, code=Q1, moment="2025-03-10 09:00"):
    """Fill in whatever a unit must answer."""
    with store.writing() as session:
        desk = reporter(session, moment, unit)
        for row in unit_page(desk, code, unit).rows:
            if row.asked.required and not row.typed:
                save_row(desk, code, unit, row.name, FILLED[row.name.kind], row.version)


def send(store, unit=UNIT, code=Q1, moment="2025-03-10 10:00", **said):
    with store.writing() as session:
        return submit(reporter(session, moment, unit), code, unit, **said)


def filled_and_sent(store, unit=UNIT, code=Q1, moment="2025-03-10 10:00"):
    fill(store, unit, code)
    return send(store, unit, code, moment)


@cache
def samples(code=Q1):
    """Return what comes along of units' answers for a period, by the ids of units."""
    folder = Path(shipped("data")) / "submissions" / code
    return {path.stem: read_submission(path)[0] for path in sorted(folder.glob("*.yaml"))}


def brought(store, code=Q1, moment="2025-03-17 15:00"):
    """Take in the answers of units that come along."""
    with store.writing() as session:
        desk = coordinator(session, moment)
        return [take_in(desk, one, code, unit, at(moment)) for unit, one in samples(code).items()]
