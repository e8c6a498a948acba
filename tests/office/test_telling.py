"""Who is told what has been done with a submission: those who have to know, never whoever did it."""

import pytest
from answering import Q1, UNIT, coordinator, reporter, send
from offices import at, desk_of

from docgen.office import agency, submissions
from docgen.office.notices import notices

PAGE = f"/ky/{Q1}/don-vi/{UNIT}"
HEAD, REPORTER, COORDINATOR = "lanh_dao_don_vi", "chuyen_vien_don_vi", "dau_moi"


def told(store, role):
    """Return what somebody was told, and where it leads, the oldest first."""
    with store.reading() as session:
        desk = desk_of(session, role, None if role == COORDINATOR else UNIT)
        return [(one.text, one.link) for one in reversed(notices(desk))]


def office_does(store, act, *said):
    with store.writing() as session:
        act(coordinator(session, "2025-03-17 09:00"), Q1, UNIT, *said)


def unit_does(store, act, role, moment="2025-03-10 11:00"):
    with store.writing() as session:
        act(desk_of(session, role, UNIT, at(moment)), Q1, UNIT)


@pytest.fixture
def approving(filled):
    with filled.writing() as session:
        agency.settle(coordinator(session), agency.SECOND_APPROVAL, value=True)
    return filled


def test_the_coordinator_is_told_what_was_sent(filled):
    send(filled)
    send(filled, moment="2025-03-10 10:01")
    line = "Văn phòng Sở đã gửi báo cáo quý I năm 2025, chờ xem và duyệt."
    assert told(filled, COORDINATOR) == [(line, f"{PAGE}/xem")]
    assert told(filled, REPORTER) == told(filled, HEAD) == []


def test_the_unit_is_told_why_its_report_is_returned(filled):
    send(filled)
    office_does(filled, submissions.return_submission, " Số liệu chưa khớp ", {})
    line = "Báo cáo quý I năm 2025 bị trả lại để sửa. Lý do: Số liệu chưa khớp"
    assert told(filled, REPORTER) == told(filled, HEAD) == [(line, PAGE)]
    assert len(told(filled, COORDINATOR)) == 1


def test_returned_once_more_it_is_told_once_more(filled):
    for number, moment in enumerate(("2025-03-10 10:00", "2025-03-18 10:00"), 1):
        send(filled, moment=moment)
        office_does(filled, submissions.return_submission, f"Lần {number}", {})
    assert [text[-5:] for text, _ in told(filled, REPORTER)] == ["Lần 1", "Lần 2"]
    assert len(told(filled, COORDINATOR)) == 2


def test_the_unit_is_told_that_its_report_is_accepted_and_if_no_longer(filled):
    send(filled)
    office_does(filled, submissions.accept, 1)
    office_does(filled, submissions.reopen, "Phát hiện sai số liệu")
    assert [text for text, _ in told(filled, REPORTER)] == [
        "Báo cáo quý I năm 2025 đã được duyệt.",
        "Báo cáo quý I năm 2025 đã duyệt nay được bỏ duyệt. Lý do: Phát hiện sai số liệu",
    ]


def test_the_head_is_told_what_waits_and_the_reporter_what_comes_back(approving):
    unit_does(approving, submissions.propose, REPORTER)
    line = "Báo cáo quý I năm 2025 chờ lãnh đạo đơn vị duyệt và gửi."
    assert told(approving, HEAD) == [(line, PAGE)]
    assert told(approving, REPORTER) == told(approving, COORDINATOR) == []
    unit_does(approving, submissions.recall, HEAD)
    back = "Báo cáo quý I năm 2025 đang chờ duyệt đã được Lãnh đạo Văn phòng Sở thu hồi để sửa."
    assert told(approving, REPORTER) == [(back, PAGE)]
    assert len(told(approving, HEAD)) == 1


def test_what_is_taken_back_from_the_office_is_told_to_nobody(filled):
    send(filled)
    with filled.writing() as session:
        submissions.recall(reporter(session, "2025-03-10 11:00"), Q1, UNIT)
    assert told(filled, REPORTER) == told(filled, HEAD) == []
    assert len(told(filled, COORDINATOR)) == 1
