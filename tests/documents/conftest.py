"""Small plans, written as a few lines of YAML."""

from textwrap import dedent

import pytest
from ruamel.yaml import YAML

from docgen.documents import DOCUMENT_TYPES
from docgen.model.plan import Plan

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


@pytest.fixture
def composed(organisation):
    """Word the small plan with some of its keys replaced by the YAML given."""

    def compose(changes: str = ""):
        yaml = YAML(typ="safe", pure=True)
        data = yaml.load(SMALL_PLAN) | (yaml.load(dedent(changes)) or {})
        return DOCUMENT_TYPES["Kế hoạch"].compose(Plan.model_validate(data), organisation)

    return compose
