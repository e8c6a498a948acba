"""The mark of a draft in a head is told apart from the names of agencies, wherever it stands."""

import pytest
from marked import MARKED
from wordfile import word_file

from docgen.components import is_draft_mark, read_paper
from docgen.package import open_package
from docgen.word.reading import read_document


@pytest.mark.parametrize("name", MARKED)
def test_the_mark_is_no_agency(name):
    paper = read_paper(read_document(open_package(word_file(f"{MARKED[name]}both | I. NỘI DUNG"))))
    head = paper.main.head
    assert [piece.text for piece in head.superior] == ["UBND TỈNH GIA LAI"]
    assert [piece.text for piece in head.issuer] == ["SỞ NỘI VỤ"]
    assert head.number.text == "Số: 05-KH"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("DỰ THẢO", True),
        ("Dự thảo lần 2", True),
        ("BẢN DỰ THẢO LẦN II", True),
        ("(dự thảo ngày 12/3/2025)", True),
        ("Dự thảo lần thứ nhất", True),
        ("Dự thảo lần cuối", True),
        ("Dự thảo Nghị quyết", False),
        ("Ban soạn thảo", False),
        ("Góp ý dự thảo", False),
        ("", False),
    ],
)
def test_a_mark_says_nothing_but_that_it_is_a_draft(words, expected):
    assert is_draft_mark(words) is expected
