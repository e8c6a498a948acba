"""Documents that came out of tasks."""

from datetime import date

import pytest
from period_results import answer

from docgen.documents.baocao.citing import cited, cited_whole, document_type, is_said
from docgen.model.figure import read
from docgen.model.outcome import Product


def product(number="", day=None, subject=""):
    return Product(number=number, day=day, subject=subject)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("35/QĐ-SNV", "Quyết định"),
        ("246/SNV-VP", "Công văn"),
        ("41/2023/NQ-HĐND", "Nghị quyết"),
        ("01/2025/TT-BNV", "Văn bản"),
        ("12", "Văn bản"),
    ],
)
def test_the_type_follows_from_the_symbol(number, kind):
    assert document_type(number) == kind


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (
            product("35/QĐ-SNV", date(2025, 1, 22), "Về việc giao biên chế."),
            "Quyết định số 35/QĐ-SNV ngày 22/01/2025 của Sở Nội vụ về việc giao biên chế",
        ),
        (
            product("18/KH-UBND", date(2025, 4, 5), "Kiểm tra năm 2025"),
            "Kế hoạch số 18/KH-UBND ngày 05/4/2025 của UBND tỉnh Bình Định về kiểm tra năm 2025",
        ),
        (product("246/SNV-VP"), "Công văn số 246/SNV-VP của Sở Nội vụ"),
        (product("06/QĐ-TTLTLS"), "Quyết định số 06/QĐ-TTLTLS"),
        (product(subject="Danh sách thủ tục"), "Danh sách thủ tục"),
        (product(day=date(2025, 4, 5)), "văn bản ngày 05/4/2025"),
    ],
)
def test_a_document_is_cited_with_what_is_known(organisation, made, told):
    assert read(cited_whole(made, answer(), organisation)) == told


def test_a_table_cites_in_short():
    short = cited(product("35/QĐ-SNV", date(2025, 1, 22), "Về việc giao biên chế"), answer())
    assert read(short) == "Quyết định số 35/QĐ-SNV ngày 22/01/2025"


def test_what_a_text_says_is_not_cited_again():
    assert is_said(product("35/QĐ-SNV"), "đã ban hành Quyết định số 35/qđ-snv")
    assert not is_said(product(subject="Danh sách"), "Danh sách")
