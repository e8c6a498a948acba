"""The 2025 plan as a Word file, and as a draft for the next year might leave it."""

import re

import pytest
from plan_edits import data_of

from docgen.documents import DOCUMENT_TYPES
from docgen.model.plan import Plan
from docgen.word import make_docx


@pytest.fixture(scope="session")
def docx(organisation, template):
    """Return a function that writes a plan as a Word file."""
    return lambda plan: make_docx(DOCUMENT_TYPES["Kế hoạch"].compose(plan, organisation), template)


@pytest.fixture(scope="session")
def plan_2026(plan_2025, organisation):
    """Return the plan a year later: years, rows and words of it changed by hand."""
    data = _a_year_later(data_of(plan_2025)) | {"nam": 2026, "nam_ban_hanh": 2025}
    first, second, third, *_ = data["phu_luc"][0]["phan"][0]["nhom"]
    moved = first["nhiem_vu"].pop(1)
    second["nhiem_vu"][:1] = []
    second["nhiem_vu"].append(moved)
    third["nhiem_vu"].insert(1, moved | {"id": "hoan-toan-moi", "noi_dung": "Tổ chức hội nghị mới"})
    items = data["noi_dung"][2]["khoan"]
    del items[3]
    items.insert(5, items[0] | {"noi_dung": "Thực hiện sắp xếp bộ máy theo chỉ đạo của **Trung ương**."})
    data["noi_nhan"]["danh_sach"].append("Lãnh đạo Sở")
    return Plan.model_validate(data, context={"organisation": organisation})


@pytest.fixture(scope="session")
def old(docx, plan_2025):
    return docx(plan_2025)


@pytest.fixture(scope="session")
def new(docx, plan_2026):
    return docx(plan_2026)


def _a_year_later(data):
    if isinstance(data, str):
        return re.sub(r"\b202[45]\b", lambda year: str(int(year[0]) + 1), data)
    if isinstance(data, list):
        return [_a_year_later(entry) for entry in data]
    if isinstance(data, dict):
        return {key: text if key == "id" else _a_year_later(text) for key, text in data.items()}
    return data
