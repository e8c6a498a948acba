"""/api/v1: the service for other programs, by the same functions of the office as the pages."""

from docgen.web.api.checks import router as _checks
from docgen.web.api.describing import router as _describing
from docgen.web.api.documents import router as _documents
from docgen.web.api.jobs import router as _jobs
from docgen.web.api.numbers import router as _numbers
from docgen.web.api.periods import router as _periods
from docgen.web.api.plans import router as _plans
from docgen.web.api.reports import router as _reports
from docgen.web.api.rows import router as _rows
from docgen.web.api.submissions import router as _submissions
from docgen.web.api.tasks import router as _tasks

ROUTERS = (
    _plans,
    _tasks,
    _periods,
    _submissions,
    _rows,
    _reports,
    _documents,
    _numbers,
    _jobs,
    _checks,
    _describing,
)
"""A family of addresses each, in the order of the description."""
