"""The letter to late units gets its number and day, is looked at once more, and is frozen."""

import re

import pytest
from offices import at, desk_of
from sent_reports import CODE, send, shipped_period

from docgen.model.papers import PaperKind, Register
from docgen.model.people import Role
from docgen.office import documents, numbers, reports

LETTER = f"/ky/{CODE}/don-doc"
ISSUE, LOOK = f"{LETTER}/ban-hanh", f"{LETTER}/ban-hanh/kiem-tra"
NOW = at("2025-03-17 16:00")


@pytest.fixture
def office(reported):
    reported.clock.now = NOW
    return reported


@pytest.fixture
def clerk(office):
    return office.signed_in(Role.CLERK)


def seen(browser, address):
    """Return what the last look sends."""
    return dict(
        re.findall(r'type="hidden" name="(so|ngay|da_xem)" value="([^"]+)"', browser.get(address).text)
    )


def test_the_clerk_issues_it(clerk, office):
    assert "chưa gửi báo cáo, " in clerk.get(ISSUE).text
    address = clerk.post(ISSUE, {"ngay": "17/3/2025", "so": "45"}).headers["location"]
    assert address == f"{LOOK}?so=1&ngay=2025-03-17"
    assert "Chưa ban hành gì" in clerk.get(address).text
    form = seen(clerk, address)
    for _ in range(2):
        assert clerk.post(LOOK, form).headers["location"] == "/van-ban/1"
    page = clerk.get("/van-ban/1").text
    assert "Đã ban hành công văn số 45/SNV-CCHC-VTLT" in page
    assert "45/SNV-CCHC-VTLT" in clerk.get("/van-ban").text
    assert "công văn số 45/SNV-CCHC-VTLT ngày 17/3/2025" in clerk.get(LETTER).text
    leader = office.signed_in(Role.LEADER)
    assert "giống từng chữ" in leader.get("/van-ban/1/doi-chieu").text


def test_the_number_comes_from_docgens_register(clerk, office):
    with office.store.writing() as session:
        numbers.use_register(desk_of(session, Role.CLERK, now=NOW), Register.BUILT_IN)
    assert "lấy tiếp theo từ sổ số văn bản của docgen" in clerk.get(ISSUE).text
    clerk.post(ISSUE, {"ngay": "17/3/2025"})
    with office.store.reading() as session:
        assert [one.kind for one in numbers.numbers(session, 2025)] == [PaperKind.LETTER]


def test_the_coordinator_sees_whom_it_goes_to_and_issues_nothing(office):
    coordinator = office.signed_in(Role.COORDINATOR)
    assert "Ban hành công văn" in coordinator.get(LETTER).text
    page = coordinator.get(ISSUE).text
    assert "báo văn thư mở trang này" in page
    assert 'name="ngay"' not in page


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"ngay": "18/3/2025", "so": "45"}, "chưa tới"),
        ({"ngay": "17/3/2025", "so": ""}, "Chưa nhập số văn bản"),
    ],
)
def test_what_cannot_be_is_told(clerk, form, told):
    reply = clerk.post(ISSUE, form)
    assert reply.status_code == 422
    assert told in reply.text
    assert f'value="{form["ngay"]}"' in reply.text


def test_a_day_within_the_time_of_the_units_is_told(clerk):
    address = clerk.post(ISSUE, {"ngay": "10/3/2025", "so": "45"}).headers["location"]
    assert "còn trong hạn gửi" in clerk.get(address).text


def test_what_has_changed_since_the_last_look_is_looked_at_again(clerk, office):
    form = seen(clerk, clerk.post(ISSUE, {"ngay": "17/3/2025", "so": "45"}).headers["location"])
    question, sent = shipped_period()
    unit, file = next(iter(sent.received[question.period].items()))
    with office.store.writing() as session:
        send(session, unit, file.submission)
    reply = clerk.post(LOOK, form)
    assert reply.status_code == 409
    assert "vừa thay đổi nên chưa ban hành" in reply.text
    with office.store.reading() as session:
        assert documents.documents(session) == []
        assert reports.issued_letters(session, CODE) == []
