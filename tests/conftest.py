"""The real organisation, plan and document: what most examples start from."""

import pytest

from docgen.documents import DOCUMENT_TYPES, Document
from docgen.importers import read_organisation, read_plan
from docgen.model.organisation import Organisation
from docgen.model.plan import Plan
from docgen.resources import shipped


@pytest.fixture(scope="session")
def organisation() -> Organisation:
    return read_organisation(shipped("data") / "don-vi.yaml")


@pytest.fixture(scope="session")
def plan_2025(organisation) -> Plan:
    return read_plan(shipped("data") / "kehoach-2025.yaml", organisation)


@pytest.fixture(scope="session")
def document_2025(plan_2025, organisation) -> Document:
    return DOCUMENT_TYPES["Kế hoạch"].compose(plan_2025, organisation)
