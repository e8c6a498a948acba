"""Issued documents: found, looked at, downloaded, made again."""

import re
from hashlib import sha256

import pytest
from offices import desk_of
from sent_reports import AFTER

from docgen.model.papers import PaperKind
from docgen.model.people import Role
from docgen.office import documents, numbers
from docgen.store import tables


@pytest.fixture
def reader(issued):
    return issued.signed_in(Role.LEADER)


def issue_letters(office, many):
    with office.store.writing() as session:
        desk = desk_of(session, Role.CLERK, now=AFTER)
        for number in range(1, many + 1):
            taken = numbers.enter_number(desk, PaperKind.LETTER, 2025, number)
            letter = documents.Signed(PaperKind.LETTER, "<b>đôn đốc</b>", f"{number}/SNV", b"PK", b"%PDF", {})
            documents.issue(desk, letter, taken.id, desk.today)


@pytest.mark.parametrize(
    ("query", "is_found"),
    [
        ("", True),
        ("?tim=ket qua cai cach", True),
        ("?tim=45/BC", True),
        ("?loai=BC&nam=2025", True),
        ("?tim=don doc", False),
        ("?loai=KH", False),
        ("?nam=2024", False),
    ],
)
def test_documents_are_found_with_or_without_marks(reader, query, is_found):
    page = reader.get(f"/van-ban{query}").text
    assert ('<a href="/van-ban/1">45/BC-SNV</a>' in page) is is_found
    assert ("Không có văn bản nào khớp." in page) is not is_found


@pytest.mark.parametrize("query", ["?nam=<script>", "?loai=XX", "?trang=0", f"?tim={'a' * 101}"])
def test_questions_that_make_no_sense_are_refused(reader, query):
    reply = reader.get(f"/van-ban{query}")
    assert reply.status_code == 422
    assert "<script>" not in reply.text


def test_long_lists_have_pages(issued, reader):
    issue_letters(issued, 51)
    first = reader.get("/van-ban?loai=CV").text
    assert "Trang 1/2" in first
    assert 'href="/van-ban?loai=CV&amp;trang=2"' in first
    assert "&lt;b&gt;đôn đốc" in first
    assert reader.get("/van-ban?loai=CV&trang=2").text.count('scope="row"') == 1


def test_nothing_is_issued_yet(office):
    assert "Chưa có văn bản nào được ban hành." in office.signed_in(Role.CLERK).get("/van-ban").text


def test_a_document_says_how_to_prove_it(reader):
    page = reader.get("/van-ban/1").text
    for name in re.findall(r'href="(/van-ban/1/45-BC-SNV\.\w+)"', page):
        assert sha256(reader.get(name).content).hexdigest() in page
    assert "Sổ đăng ký văn bản của cơ quan" in page
    assert "Kết quả công tác cải cách hành chính quý I năm 2025" in page


@pytest.mark.parametrize("address", ["/van-ban/99", "/van-ban/1/khac.pdf", "/van-ban/99/doi-chieu"])
def test_what_is_not_there_is_not_found(reader, address):
    assert reader.get(address).status_code == 404


def test_it_is_made_again_letter_for_letter(issued, reader):
    assert "giống từng chữ" in reader.get("/van-ban/1/doi-chieu").text
    with issued.store.writing() as session:
        document = session.get_one(tables.Document, 1)
        document.snapshot = {**document.snapshot, "sua": {}, "so": 46}
    page = reader.get("/van-ban/1/doi-chieu").text
    assert "khác bản đã ban hành" in page


def test_units_read_documents_and_do_not_compare_them(issued):
    unit = issued.signed_in(Role.REPORTER, "van-phong")
    assert "Tạo lại và đối chiếu" not in unit.get("/van-ban/1").text
    assert "Tạo lại và đối chiếu" in issued.signed_in(Role.CLERK).get("/van-ban/1").text
