"""Small plans, written as a few lines of YAML, and the real one."""

from textwrap import dedent

import pytest
from ruamel.yaml import YAML

from docgen.documents import DOCUMENT_TYPES
from docgen.importers import read_organisation, read_plan
from docgen.model.plan import Plan
from docgen.resources import shipped

SMALL_PLAN = """
nam: 2026
trich_yeu: Cải cách hành chính năm 2026
noi_dung:
  - {tieu_de: Mục đích, khoan: [{noi_dung: Làm tốt.}]}
noi_nhan: {danh_sach: [UBND tỉnh]}
ky: {chuc_vu: Giám đốc, ho_ten: Trần Văn An}
phu_luc:
  - {ten: Nhiệm vụ, phan: [{ten: Nội bộ, nhom: [{ten: Chung, nhiem_vu: [{id: mot, noi_dung: Việc một,
     chu_tri: Văn phòng Sở, thoi_gian: Quý I}]}]}]}
"""


@pytest.fixture(scope="session")
def organisation():
    return read_organisation(shipped("data") / "don-vi.yaml")


@pytest.fixture(scope="session")
def plan_2025(organisation):
    return read_plan(shipped("data") / "kehoach-2025.yaml", organisation)


@pytest.fixture(scope="session")
def document_2025(plan_2025, organisation):
    return DOCUMENT_TYPES["kehoach"].compose(plan_2025, organisation)


@pytest.fixture
def composed(organisation):
    """Word the small plan with some of its keys replaced by the YAML given."""

    def compose(changes: str = ""):
        yaml = YAML(typ="safe")
        data = yaml.load(SMALL_PLAN) | (yaml.load(dedent(changes)) or {})
        return DOCUMENT_TYPES["kehoach"].compose(Plan.model_validate(data), organisation)

    return compose
