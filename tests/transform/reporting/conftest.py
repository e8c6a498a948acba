"""A period of the real plan, added up from what the examples say that units sent."""

import pytest
from answered import together
from told_statistics import forms, summed

from docgen.model.calendar import OfficeCalendar
from docgen.model.period import ReportingPeriod
from docgen.transform.reporting import add_up

FORMS = forms(summed("1", "Văn phòng Sở"))
OF_THE_LAW = OfficeCalendar()


@pytest.fixture
def added(plan_2025, organisation):
    """Return a function that adds up a period."""

    def added(part, *files, plan=plan_2025, agency=organisation, calendar=OF_THE_LAW):
        period = ReportingPeriod(2025, part)
        return add_up(plan, agency, period, together(*files), calendar, FORMS)

    return added


@pytest.fixture
def task_of(added):
    """Return a function that gives one task of a period, added up."""

    def task_of(part, task, *files, **more):
        return next(one for one in added(part, *files, **more).tasks if one.task.id == task)

    return task_of


@pytest.fixture
def told(added):
    """Return a function that gives the codes and words of what is told of a period, without what lacks."""

    def told(part, *files, codes, **more):
        found = added(part, *files, **more).findings
        return [str(finding) for finding in found if finding.code in codes]

    return told
