"""What units owe in a period, on one sheet, with counts that add up."""

import re
from io import BytesIO

import openpyxl
import pytest
from unit_forms import Q1

from docgen.model.calendar import OfficeCalendar
from docgen.model.obligation import Duty
from docgen.rules.reporting_dates import dates_of
from docgen.sheets import write_obligations
from docgen.transform.reporting.obligations import obligations

DATES = dates_of(Q1, OfficeCalendar())


@pytest.fixture(scope="module")
def owed(plan_2025, organisation):
    return obligations(plan_2025, organisation, DATES).obligations


@pytest.fixture(scope="module")
def made(owed, plan_2025, organisation):
    return write_obligations(owed, plan_2025, organisation, DATES)


@pytest.fixture(scope="module")
def sheet(made):
    return openpyxl.load_workbook(BytesIO(made)).worksheets[0]


def test_every_duty_has_a_row(sheet, owed, plan_2025):
    rows = [row[1:5] for row in sheet.iter_rows(min_row=4, values_only=True) if row[3]]
    texts = {row.id: row.text for row in plan_2025.rows()}
    assert sorted(rows) == sorted(
        (one.name, texts[one.task], one.duty.label, one.urgency.label) for one in owed
    )


def test_tasks_are_told_as_the_plan_prints_them(sheet):
    row = next(row for row in sheet.iter_rows(min_row=4, values_only=True) if row[0] == 7)
    assert (row[1], row[5], row[6]) == ("Văn phòng Sở", "Quý I", "31/3/2025")


def test_counts_of_a_unit_add_up(sheet, owed):
    told = {row[1]: row[2] for row in sheet.iter_rows(min_row=4, values_only=True) if not row[3]}
    for name, words in told.items():
        every, *numbers = map(int, re.findall(r"\b\d+\b", words))
        duties = [one.duty for one in owed if one.name == name]
        kinds = [duties.count(duty) for duty in Duty if duty in duties]
        assert (every, numbers[: len(kinds)]) == (len(duties), kinds)
        assert sum(numbers[len(kinds) :]) == every
    assert len(told) == len({one.unit for one in owed})


def test_it_can_be_filtered_and_has_the_same_bytes(sheet, made, owed, plan_2025, organisation):
    assert sheet.auto_filter.ref == f"A3:G{3 + len(owed) + len({one.unit for one in owed})}"
    assert (sheet.freeze_panes, sheet["A1"].value) == ("A4", "ĐƠN VỊ BÁO CÁO GÌ TRONG KỲ: QUÝ I NĂM 2025")
    assert write_obligations(owed, plan_2025, organisation, DATES) == made
