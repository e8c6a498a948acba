"""The samples that docgen brings, added up twice: here once more, by hand, from the bare YAML."""

from functools import cache

import pytest
from answered import ALL, NAMES
from ruamel.yaml import YAML

from docgen.language.dates import parse_date
from docgen.model.period import ReportingPeriod
from docgen.model.results import Standing
from docgen.model.tally import tally
from docgen.resources import shipped
from docgen.services.submissions import gather
from docgen.transform.reporting import add_up

DATA = shipped("data")
LOADER = YAML(typ="safe")
IDS = {name.casefold(): unit for unit, name in NAMES.items()} | {
    "phòng cchc-vtlt": "cchc-vtlt",
    "phòng tcbc và tcpcp": "tcbc-tcpcp",
    "các đơn vị trực thuộc sở": "thi-dua-khen-thuong luu-tru-lich-su",
    "các đơn vị thuộc và trực thuộc sở": " ".join(ALL),
    "các cơ quan, đơn vị thuộc, trực thuộc sở": " ".join(ALL),
}
PARTS = {"Q1": ("2025-Q1",), "6T": ("2025-Q1", "2025-6T")}


def plan_rows():
    """Yield the counted tasks and the ids of the units that lead them, from the bare plan."""
    plan = LOADER.load((DATA / "kehoach-2025.yaml").read_text("utf-8"))
    for part in plan["phu_luc"][0]["phan"]:
        for group in part["nhom"]:
            for task in group["nhiem_vu"]:
                names = [task["chu_tri"]] if isinstance(task["chu_tri"], str) else task["chu_tri"]
                yield task["id"], " ".join(IDS[name.casefold()] for name in names).split()


@cache
def rows_of(folder):
    """Return the rows that units sent for a period, by unit and task, from the bare files."""
    files = {path.stem: path.read_text("utf-8") for path in (DATA / "submissions" / folder).glob("*.yaml")}
    sent = {unit: LOADER.load(text).get("ket_qua") or () for unit, text in files.items()}
    return {(unit, row["id"]): row for unit, rows in sent.items() for row in rows}


def last_words(part):
    """Return the last row that every unit sent of every task until a period."""
    told = {}
    for folder in PARTS[part]:
        told |= rows_of(folder)
    return told


def is_done(row):
    status = row and row["tinh_trang"]
    return status == "hoan_thanh" or (status == "cham_tien_do" and "ngay_hoan_thanh" in row)


@pytest.fixture(scope="module", params=PARTS)
def sample(request, plan_2025, organisation, forms_2025, calendar_2025):
    """Return a period of the samples, and what docgen makes of it."""
    period = ReportingPeriod(2025, request.param)
    folder = DATA / "submissions" / str(period)
    received = gather(folder, plan_2025, organisation, forms_2025, calendar_2025, period).received
    return request.param, add_up(plan_2025, organisation, period, received, calendar_2025, forms_2025)


def test_the_same_tasks_are_done(sample):
    part, results = sample
    told = last_words(part)
    done = {task for task, leads in plan_rows() if all(is_done(told.get((unit, task))) for unit in leads)}
    assert {one.task.id for one in results.counted if one.standing.is_done} == done
    assert tally(results).done.value == len(done)
    assert tally(results).total.value == len(list(plan_rows())) == 48


def test_the_same_days_are_in_time(sample):
    part, results = sample
    told = last_words(part)
    for one in results.counted:
        if one.standing.is_done and one.due:
            leads = dict(plan_rows())[one.task.id]
            days = [parse_date(told[unit, one.task.id]["ngay_hoan_thanh"]) for unit in leads]
            late = any(told[unit, one.task.id]["tinh_trang"] == "cham_tien_do" for unit in leads)
            in_time = max(days) <= one.due and not late
            assert (one.standing is Standing.DONE_IN_TIME) is in_time
            assert one.finished_on == max(days)


def test_standings_add_up(sample):
    _, results = sample
    whole = tally(results)
    assert sum(whole.of(standing).value for standing in Standing) == whole.total.value


def test_every_text_of_a_row_is_there_once(sample):
    part, results = sample
    rows = [
        (NAMES[unit], task, row["ket_qua"])
        for (unit, task), row in rows_of(PARTS[part][-1]).items()
        if row.get("ket_qua")
    ]
    found = [
        (one.unit, one.task, one.text) for one in results.texts if one.task and one.kind.name == "RESULT"
    ]
    assert sorted(found) == sorted(rows)
