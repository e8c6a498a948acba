"""A form of a unit, and what is read of it."""

import pytest
from unit_forms import Desk, asked

from docgen.sheets import read_unit_form, read_workbook, write_unit_form


@pytest.fixture(scope="package")
def form(plan_2025, organisation):
    return asked(plan_2025, organisation, "van-phong")


@pytest.fixture(scope="package")
def empty(form):
    return write_unit_form(form)


@pytest.fixture
def desk(empty):
    return Desk(empty)


@pytest.fixture(scope="package")
def answered(plan_2025):
    """Return a function that reads a form: what it says, and everything that is told of it."""

    def answered(data):
        workbook = read_workbook(data)
        answers = read_unit_form(workbook, plan_2025)
        return answers.submission, [str(one) for one in (*workbook.findings, *answers.findings)]

    return answered
