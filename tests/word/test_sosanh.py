"""The comparison paper in Word: what it holds, how it lies on its pages, what outside judges find."""

from io import BytesIO

import docx
import pytest
from comparisons import comparison_2026, draft_2026

from docgen.documents import sosanh
from docgen.resources import shipped
from docgen.word import load_template, make_docx
from docgen.word.check import check_template

FOLDER = shipped("templates") / "sosanh"


@pytest.fixture(scope="module")
def paper(plan_2025, organisation):
    return sosanh.compose(comparison_2026(plan_2025), draft_2026(plan_2025), organisation)


@pytest.fixture(scope="module")
def template():
    return load_template(FOLDER)


def table_of(data):
    """Return the rows of the table as python-docx reads them."""
    tables = docx.Document(BytesIO(data)).tables
    (table,) = [one for one in tables if len(one.columns) == 5]
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_the_template_is_clean():
    assert check_template(FOLDER) == ()


def test_every_row_of_the_paper_is_in_the_table(paper, template):
    first, *rows = table_of(make_docx(paper, template))
    assert first == ["STT", "Vị trí", "Kế hoạch năm 2025", "Dự thảo năm 2026", "Lý do"]
    assert len(rows) == len(paper.rows)
    assert rows[1] == [
        "1",
        "Trích yếu",
        "Cải cách hành chính Sở Nội vụ năm 2025",
        "Cải cách hành chính Sở Nội vụ năm 2026",
        "Năm kế hoạch đổi từ 2025 sang 2026",
    ]
