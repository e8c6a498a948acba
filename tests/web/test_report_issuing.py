"""A report gets its number and day, is looked at once more, and is frozen."""

import re

import pytest
from offices import desk_of
from reported import PROGRESS, REPORT
from sent_reports import AFTER, CODE

from docgen.model.collecting import PeriodState
from docgen.model.papers import NumberState, PaperKind, Register
from docgen.model.people import Role
from docgen.office import documents, numbers, reports
from docgen.office.periods import period_of

ISSUE, LOOK = f"{REPORT}/ban-hanh", f"{REPORT}/ban-hanh/kiem-tra"


@pytest.fixture
def clerk(reported):
    return reported.signed_in(Role.CLERK)


def look(browser, address):
    """Return what the last look sends when it is confirmed."""
    page = browser.get(address).text
    fields = dict(re.findall(r'type="hidden" name="(so|ngay|da_xem)" value="([^"]+)"', page))
    return {**fields, "xac_nhan": "co"}


def taken(office):
    with office.store.reading() as session:
        return numbers.numbers(session, 2025)


def use_own_numbers(office):
    with office.store.writing() as session:
        numbers.use_register(desk_of(session, Role.CLERK, now=AFTER), Register.BUILT_IN)


def test_the_clerk_issues_it(clerk, reported):
    assert "Việc chưa xong (10)" in clerk.get(ISSUE).text
    reply = clerk.post(ISSUE, {"ngay": "20/3/2025", "so": "45"})
    address = reply.headers["location"]
    assert address == f"{LOOK}?so=1&ngay=2025-03-20"
    assert "Chưa ban hành gì" in clerk.get(address).text
    form = look(clerk, address)
    for _ in range(2):
        assert clerk.post(LOOK, form).headers["location"] == "/van-ban/1"
    assert "Đã ban hành 45/BC-SNV" in clerk.get("/van-ban/1").text
    with reported.store.reading() as session:
        assert period_of(session, CODE).state is PeriodState.ISSUED
    assert clerk.get(ISSUE).headers["location"] == "/van-ban/1"
    assert "số 45/BC-SNV ngày 20/3/2025" in clerk.get(REPORT).text


def test_words_are_to_be_looked_at_again_until_it_is_issued(clerk, reported):
    said = {"phien_ban": "0", "loi_van": "Đã hoàn thành 99/48 nhiệm vụ."}
    reported.signed_in(Role.COORDINATOR).post(f"{REPORT}/doan/{PROGRESS}", said)
    assert "Lời đã sửa cần xem lại" in clerk.get(REPORT).text
    address = clerk.post(ISSUE, {"ngay": "20/3/2025", "so": "45"}).headers["location"]
    assert clerk.post(LOOK, look(clerk, address)).headers["location"] == "/van-ban/1"
    assert "99/48" in clerk.get(REPORT).text
    assert "Lời đã sửa cần xem lại" not in clerk.get(REPORT).text


def test_an_issued_report_is_worded_no_more(issued):
    editor = issued.signed_in(Role.COORDINATOR)
    assert "Sửa lời</a>" not in editor.get(REPORT).text
    reply = editor.post(f"{REPORT}/doan/{PROGRESS}", {"phien_ban": "0", "loi_van": "Khác."})
    assert reply.status_code == 409
    assert editor.get(f"{REPORT}/tep/pdf").content.startswith(b"%PDF")


def test_the_coordinator_sees_what_is_not_done_and_issues_nothing(reported):
    coordinator = reported.signed_in(Role.COORDINATOR)
    page = coordinator.get(ISSUE).text
    assert "báo cáo chưa được duyệt" in page
    assert 'name="ngay"' not in page


def test_doubts_must_be_confirmed(clerk, reported):
    address = clerk.post(ISSUE, {"ngay": "20/3/2025", "so": "45"}).headers["location"]
    reply = clerk.post(LOOK, look(clerk, address) | {"xac_nhan": ""})
    assert reply.status_code == 409
    assert "Chưa xác nhận các việc chưa xong" in reply.text
    assert [one.state for one in taken(reported)] == [NumberState.TAKEN]


def test_what_has_changed_since_the_last_look_is_looked_at_again(clerk, reported):
    address = clerk.post(ISSUE, {"ngay": "20/3/2025", "so": "45"}).headers["location"]
    form = look(clerk, address)
    with reported.store.writing() as session:
        reports.edit(desk_of(session, Role.COORDINATOR, now=AFTER), CODE, PROGRESS, "Khác.", 0)
    reply = clerk.post(LOOK, form)
    assert reply.status_code == 409
    assert "vừa thay đổi nên chưa ban hành" in reply.text
    with reported.store.reading() as session:
        assert documents.documents(session) == []


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"ngay": "", "so": "45"}, "Chưa nhập ngày."),
        ({"ngay": "31/2/2025", "so": "45"}, "không có trong lịch"),
        ({"ngay": "21/3/2025", "so": "45"}, "Ngày 21/3/2025 chưa tới."),
        ({"ngay": "14/3/2025", "so": "45"}, "chưa qua ngày cuối lấy số liệu"),
        ({"ngay": "20/3/2025", "so": ""}, "Chưa nhập số văn bản."),
        ({"ngay": "20/3/2025", "so": "<script>"}, "“&lt;script&gt;” không phải số văn bản."),
        ({"ngay": "20/3/2025", "so": "0"}, "0 không phải số văn bản."),
    ],
)
def test_what_cannot_be_a_day_or_a_number_is_refused(clerk, reported, form, told):
    reply = clerk.post(ISSUE, form)
    assert reply.status_code == 422
    assert told in reply.text
    assert "<script>" not in reply.text.replace('<script type="module"', "")
    assert taken(reported) == []


def test_a_number_of_another_year_is_refused_with_the_page(clerk):
    clerk.post("/so-van-ban", {"loai": "BC", "nam": "2024", "so": "9"})
    address = clerk.post(ISSUE, {"ngay": "20/3/2025", "so_da_cap": "1"}).headers["location"]
    reply = clerk.post(LOOK, look(clerk, address))
    assert reply.status_code == 409
    assert "Số 9 thuộc năm 2024 mà ngày ký thuộc năm 2025." in reply.text


def test_a_number_entered_twice_is_one_number(clerk):
    first = clerk.post(ISSUE, {"ngay": "20/3/2025", "so": "45"})
    again = clerk.post(ISSUE, {"ngay": "20/3/2025", "so": "045"})
    assert first.headers["location"] == again.headers["location"]
    assert "Số đã cấp, chưa phát hành" in clerk.get(ISSUE).text
    chosen = clerk.post(ISSUE, {"ngay": "20/3/2025", "so_da_cap": "1"})
    assert chosen.headers["location"] == first.headers["location"]


def test_where_docgen_keeps_the_register_the_next_number_is_taken(clerk, reported):
    use_own_numbers(reported)
    assert 'name="so"' not in clerk.get(ISSUE).text
    clerk.post(ISSUE, {"ngay": "20/3/2025"})
    (number,) = taken(reported)
    assert (number.kind, number.number) == (PaperKind.REPORT, 1)
