"""Long files take longer, and no more: time grows as the file does, whatever it says."""

import time

import good
import pytest
from plant import planted
from wordfile import word_file

from docgen.check import check, fix
from docgen.package import open_package

LETTERS = 40_000
SECONDS = 5
"""By far more than each takes; what grew with the square took minutes."""
UNITS = (
    "đ",
    "a-",
    "a.",
    "1,",
    "(",
    "“",
    "…",
    "ngày 1 ",
    "năm 2025 ",
    "Phụ lục I ",
    "Sở Nội vụ ",
    "khoản 1 ",
    "10% ",
)


def seconds(work):
    began = time.process_time()
    work()
    return time.process_time() - began


@pytest.mark.parametrize("unit", UNITS)
def test_an_endless_paragraph_is_soon_judged(unit):
    plan = planted(good.document("ke-hoach"))
    plan.paragraph("Trong quá trình").write(unit * (LETTERS // len(unit)))
    package = open_package(plan.bytes())
    assert seconds(lambda: check(package)) < SECONDS


def test_a_file_wrong_everywhere_is_soon_mended():
    face = '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:b/><w:color w:val="FF0000"/></w:rPr>'
    words = "Căn cứ Khoản 2 điều 3 , Uỷ ban nhân dân tỉnh Bình Định phối hợp  các sở,ngành ;"
    look = '<w:pPr><w:jc w:val="right"/><w:spacing w:line="720"/></w:pPr>'
    data = word_file(f"<w:p>{look}<w:r>{face}<w:t>{words}</w:t></w:r></w:p>" * 500)
    assert seconds(lambda: fix(data)) < SECONDS
