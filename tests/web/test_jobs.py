"""Long work on its pages: how far it is, its files, what to do when nothing came of it."""

import pytest
from page_samples import PAGES, failed_job

from docgen.model.people import Role
from docgen.office.desk import SYSTEM, Desk
from docgen.office.work import ask_for, ask_once, begin, count, finish, tell


@pytest.fixture
def browser(office):
    return office.signed_in(Role.COORDINATOR)


def test_nothing_was_asked_for_yet(browser):
    assert "Chưa có công việc nào." in browser.get("/cong-viec").text


def test_a_job_under_way_says_how_far_it_is(office, browser):
    with office.store.writing() as session:
        desk = Desk(session, SYSTEM, office.clock())
        job = ask_for(desk, "bieu-mau", "Biểu mẫu", {"ky": "2025-Q1"})
        begin(desk, job)
        tell(session, job, "Đang soạn biểu mẫu của Thanh tra Sở")
        count(session, job, 3, 9)
    page = browser.get(f"/cong-viec/{job}").text
    assert "Đang soạn biểu mẫu của Thanh tra Sở." in page
    assert "3/9" in page
    assert '<noscript><meta http-equiv="refresh"' in page
    assert "3/9" in browser.get("/cong-viec").text


def test_the_files_of_a_job_are_downloaded(office, browser):
    job = PAGES["cong_viec_tep"].given(office, browser)["job"]
    page = browser.get(f"/cong-viec/{job}").text
    assert "Xong lúc 09:00 ngày 10/3/2025." in page
    assert "refresh" not in page
    file = browser.get(f"/cong-viec/{job}/tep/bieu-mau.zip")
    assert (file.content, file.headers["content-type"]) == (b"PK", "application/zip")
    assert browser.get(f"/cong-viec/{job}/tep/khac").status_code == 404


def test_what_failed_says_why_and_is_asked_for_again(office, browser):
    job = failed_job(office, browser)
    page = browser.get(f"/cong-viec/{job}").text
    assert "Hết dung lượng đĩa." in page
    again = browser.post(f"/cong-viec/{job}/lam-lai").headers["location"]
    assert again != f"/cong-viec/{job}"
    assert "Đã yêu cầu làm lại." in browser.get(again).text
    assert "Làm lại" not in office.signed_in(Role.LEADER).get(f"/cong-viec/{job}").text


def test_what_is_done_each_morning_is_not_listed_while_it_goes_well(office, browser):
    with office.store.writing() as session:
        desk = Desk(session, SYSTEM, office.clock())
        ask_once(desk, "nhac-han-2025-03-10", "nhac-han", "Nhắc hạn")
        finish(desk, "nhac-han-2025-03-10", {})
    assert "Nhắc hạn" not in browser.get("/cong-viec").text
    failed_job(office, browser)
    assert "Không làm được: Biểu mẫu của các đơn vị" in browser.get("/").text
