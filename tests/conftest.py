"""The real organisation, plan and document: what most examples start from."""

import pytest
from hypothesis import settings

from docgen.documents import DOCUMENT_TYPES, Document
from docgen.importers import read_organisation, read_plan
from docgen.importers.calendar_file import read_calendar
from docgen.importers.statistics_file import read_forms
from docgen.model.calendar import OfficeCalendar
from docgen.model.organisation import Organisation
from docgen.model.plan import Plan
from docgen.model.statistics import Forms
from docgen.resources import shipped

pytest_plugins = ["offices"]

settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")
"""What must be quick is timed by the processor; a busy machine makes anything slow."""


@pytest.fixture(scope="session")
def organisation() -> Organisation:
    return read_organisation(shipped("data") / "don-vi.yaml")


@pytest.fixture(scope="session")
def plan_2025(organisation) -> Plan:
    return read_plan(shipped("data") / "kehoach-2025.yaml", organisation)


@pytest.fixture(scope="session")
def forms_2025(organisation) -> Forms:
    return read_forms(shipped("data") / "bieu-thong-ke.yaml", organisation)


@pytest.fixture(scope="session")
def calendar_2025() -> OfficeCalendar:
    return read_calendar(shipped("data") / "lich-bao-cao.yaml")


@pytest.fixture(scope="session")
def document_2025(plan_2025, organisation) -> Document:
    return DOCUMENT_TYPES["Kế hoạch"].compose(plan_2025, organisation)


_ON_POSTGRESQL = ("postgresql", "tests/store/", "tests/cli/test_backup.py", "tests/web/test_troubles.py")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put what needs PostgreSQL first: of workers that take neighbours, one alone has to start it."""
    items.sort(key=lambda item: not any(name in item.nodeid for name in _ON_POSTGRESQL))
