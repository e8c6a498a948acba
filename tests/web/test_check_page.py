"""Files checked at a page: findings beside the pages, the file mended; nobody else sees any of it."""

import re

import inside
import pytest
from checked_samples import hold_checked
from wordfile import word_file

from docgen.errors import RefusedError
from docgen.model.finding import Change, Where
from docgen.model.people import Role
from docgen.office.agency import CHECKS, settle
from docgen.office.desk import SYSTEM, Desk
from docgen.pdf import to_pdf
from docgen.store.tables import Blob, Upload
from docgen.web.pages.check_groups import in_order

UNIT = "van-phong"


@pytest.fixture(autouse=True)
def _here(monkeypatch):
    """Work in this process: to start another takes longer than the work."""
    for name in ("check", "convert", "fix", "page_pictures"):
        monkeypatch.setattr(f"docgen.services.{name}.ask", inside.ask)


@pytest.fixture
def browser(office):
    return office.signed_in(Role.REPORTER, UNIT)


def bring(browser, data, name="cong-van.docx"):
    """Bring a file; return where its findings are."""
    reply = browser.post("/kiem-tra", files={"tep": (name, data)})
    assert reply.status_code == 303, reply.text
    return reply.headers["location"]


def test_findings_stand_beside_the_pages(browser):
    address = bring(browser, word_file("Kính gửi:  Uỷ ban nhân dân xã\nKinh phí thực hiện kế hoạch"))
    page = browser.get(address).text
    assert "Kết quả kiểm tra “cong-van.docx”" in page
    assert "NĐ 30/2020/NĐ-CP" in page
    assert "<rect" in page
    assert 'viewBox="0 0 1000 ' in page
    assert "style=" not in page.partition("<main")[2]
    picture = browser.get(f"{address}/trang/1")
    assert picture.headers["content-type"] == "image/png"
    assert "cong-van.docx" in browser.get("/kiem-tra").text


def test_one_severity_is_shown_alone(browser, office):
    address = f"/kiem-tra/{hold_checked(office, browser.user_id)}"
    assert "Lề trái" not in browser.get(f"{address}?muc=canh-bao").text
    assert "khoảng trắng thừa" not in browser.get(f"{address}?muc=loi").text
    assert "khoảng trắng thừa" in browser.get(f"{address}?muc=gi-do").text


def test_a_file_is_mended_and_told_what_was_changed(browser):
    address = bring(browser, word_file("Kính gửi:  Uỷ ban nhân dân xã"), "công văn.docx")
    assert browser.post(f"{address}/sua").headers["location"] == f"{address}/da-sua"
    assert "Những chỗ đã sửa" in browser.get(f"{address}/da-sua").text
    mended = browser.get(f"{address}/da-sua/tep")
    assert mended.content.startswith(b"PK")
    assert "c%C3%B4ng%20v%C4%83n-da-sua.docx" in mended.headers["content-disposition"]
    browser.post(f"{address}/sua")
    assert browser.get(f"{address}/da-sua/tep").content == mended.content


def test_blanks_are_told_between_words(browser):
    address = bring(browser, word_file("Kế hoạch  năm 2025\nKinh phí thực hiện,gồm"))
    assert "Sửa các chỗ sửa được" in browser.get(address).text
    browser.post(f"{address}/sua")
    page = re.sub("<[^>]+>", "", browser.get(f"{address}/da-sua").text)
    assert "Bỏ dấu cách thừa\nTrước: hoạch  năm\nSau: hoạch năm" in page
    assert "Thêm dấu cách\nTrước: hiện,gồm\nSau: hiện, gồm" in page


def test_what_was_mended_is_told_as_one_reads_the_file():
    mended = [Change(rule="B23", message="", where=Where(paragraph=number)) for number in (5, None, 2)]
    assert [one.where.paragraph for one in in_order(mended)] == [None, 2, 5]


def test_a_file_without_pages_is_told_in_words(browser, monkeypatch):
    def too_heavy(*_, **__):
        raise RefusedError("Tệp quá nặng.", "Hãy tách tệp.")

    monkeypatch.setattr("docgen.services.convert.ask", too_heavy)
    address = bring(browser, word_file("Kế hoạch"))
    assert "Không dựng được hình các trang" in browser.get(address).text
    assert browser.get(f"{address}/trang/1").status_code == 404
    assert browser.get(f"{address}/da-sua").status_code == 404


def test_a_pdf_is_checked_but_not_mended(browser):
    address = bring(browser, to_pdf(word_file("Kế hoạch")), "a.pdf")
    assert "trang/1" in browser.get(address).text
    refused = browser.post(f"{address}/sua")
    assert refused.status_code == 422
    assert "docgen fix" not in refused.text


def test_tracked_changes_are_read_one_way_or_the_other(browser):
    changed = '<w:p><w:ins w:id="1" w:author="a"><w:r><w:t>thêm  vào</w:t></w:r></w:ins></w:p>'
    address = bring(browser, word_file(changed))
    page = browser.get(address).text
    assert "Thay đổi chưa duyệt trong tệp" in page
    assert "--changes" not in page
    assert browser.post(f"{address}/doc-lai", {"thay_doi": "original"}).status_code == 303
    assert '<option value="original" selected>' in browser.get(address).text


@pytest.mark.parametrize(
    ("files", "told"),
    [
        (None, "Chưa chọn tệp nào."),
        ({"tep": ("a.docx", b"")}, "Tệp rỗng"),
        ({"tep": ("a.docx", b"0" * (20 * 2**20 + 1))}, "nặng quá 20 MB"),
        ({"tep": ("hop<b>.docx", b"khong phai")}, "hop_b_.docx"),
        ({"tep": ("a.pdf", b"MZ\x90\0")}, "không phải tệp Word hay PDF (nội dung là chương trình Windows)"),
        ({"tep": ("a.pdf", b"MZ\x90\0")}, "Hãy chọn một tệp Word (.docx) hoặc PDF (.pdf)."),
    ],
)
def test_what_cannot_be_checked_is_refused(browser, files, told):
    reply = browser.post("/kiem-tra", files=files)
    assert (reply.status_code, "Có lỗi cần sửa" in reply.text) == (422, True)
    assert told in reply.text


def test_the_office_settles_what_is_checked(browser, office):
    data = word_file("Kế hoạch  cải cách hành chính")
    assert "Thừa dấu cách" in browser.get(bring(browser, data)).text
    with office.store.writing() as session:
        settle(Desk(session, SYSTEM, office.clock()), CHECKS, "[rules]\nB23 = false")
    assert "Thừa dấu cách" not in browser.get(bring(browser, data)).text


def test_what_others_brought_is_not_there(browser, office):
    address = f"/kiem-tra/{hold_checked(office, office.user(Role.COORDINATOR))}"
    for rest in ("", "/trang/1", "/da-sua", "/da-sua/tep"):
        assert browser.get(address + rest).status_code == 404
    for rest in ("/doc-lai", "/sua", "/xoa"):
        assert browser.post(address + rest).status_code == 404


def test_what_people_name_is_shown_as_it_is(browser, office):
    file = hold_checked(office, browser.user_id)
    for address in (f"/kiem-tra/{file}", f"/kiem-tra/{file}/da-sua", "/kiem-tra"):
        assert "<script>" not in browser.get(address).text.replace('<script type="module"', "")


def test_a_file_is_gone_when_it_is_taken_away_or_after_a_day(browser, office):
    taken, old = (hold_checked(office, browser.user_id, b"%PDF-" + mark) for mark in (b"1", b"2"))
    with office.store.reading() as session:
        before = session.query(Blob).count()
    assert browser.post(f"/kiem-tra/{taken}/xoa").headers["location"] == "/kiem-tra"
    assert browser.get(f"/kiem-tra/{taken}").status_code == 404
    office.clock.now = office.clock.now.replace(day=office.clock.now.day + 1)
    browser = office.signed_in(Role.REPORTER, UNIT)
    assert browser.get(f"/kiem-tra/{old}").status_code == 404
    bring(browser, word_file("Kế hoạch"))
    with office.store.reading() as session:
        assert session.get(Upload, old) is None
        assert session.query(Blob).count() == before - 4 + 2
