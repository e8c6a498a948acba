"""Sent, taken back, returned, accepted: each only where it may be, and nothing that was sent is lost."""

import pytest
from answering import Q1, UNIT, brought, coordinator, fill, filled_and_sent, opened, reporter, send, task
from offices import at, desk_of
from sqlalchemy import select

from docgen.errors import ConflictError, InvalidInputError, MissingError
from docgen.model.collecting import Act, SubmissionState
from docgen.model.period import ReportingPeriod
from docgen.model.submission import Submission
from docgen.office import agency, submissions
from docgen.office.submissions import check_answers, review, sent, timeline, unit_page
from docgen.office.submissions.dispatching import hash_of
from docgen.store import tables
from docgen.transform.reporting import add_up

TASK = task("ra-soat-vbqppl")
OTHER = task("ra-soat-tthc-noi-bo")
FIRST = ReportingPeriod.parse(Q1)


def page(store, moment="2025-03-10 12:00"):
    with store.reading() as session:
        return unit_page(reporter(session, moment), Q1, UNIT)


def office_does(store, act, *said, moment="2025-03-17 09:00", unit=UNIT):
    with store.writing() as session:
        act(coordinator(session, moment), Q1, unit, *said)


def unit_does(store, act, *said, role="chuyen_vien_don_vi", moment="2025-03-10 11:00", **named):
    with store.writing() as session:
        return act(desk_of(session, role, UNIT, at(moment)), Q1, UNIT, *said, **named)


def write(store, name, text, moment="2025-03-18 09:00"):
    with store.writing() as session:
        desk = reporter(session, moment)
        row = unit_page(desk, Q1, UNIT).row(name)
        submissions.save_row(desk, Q1, UNIT, name, row.typed | {"ket_qua": text}, row.version)


def returned(store, rows=None):
    send(store)
    office_does(store, submissions.return_submission, "Số liệu chưa khớp", rows or {})


def test_what_is_sent_is_frozen_with_its_code_and_hash(founded):
    opened(founded)
    receipt = filled_and_sent(founded)
    with founded.reading() as session:
        frozen = session.scalars(select(tables.Dispatch)).one()
    assert receipt.code == "BC-2025-Q1-van-phong-1"
    assert frozen.sha256 == receipt.sha256 == hash_of(frozen.data)
    assert len(Submission.model_validate(frozen.data).rows) == 15


def test_sent_twice_it_is_there_once(filled):
    assert send(filled) == send(filled, moment="2025-03-10 10:01")
    with filled.reading() as session:
        assert len([*session.scalars(select(tables.Dispatch))]) == 1


def test_nothing_is_sent_while_something_lacks(office):
    with pytest.raises(InvalidInputError, match="81 chỗ phải sửa") as refused:
        send(office)
    assert refused.value.problems[0].startswith("A.6: chưa báo cáo.")
    assert page(office).state is SubmissionState.DRAFT


def test_what_is_doubtful_must_be_explained(filled):
    with filled.writing() as session:
        typed = {"tinh_trang": "hoan_thanh", "ket_qua": "Đã xong."}
        submissions.save_row(reporter(session), Q1, UNIT, TASK, typed, 1)
    with filled.reading() as session:
        checked = check_answers(reporter(session), Q1, UNIT)
    assert checked.needs_note
    assert [one.code for one in checked.warnings] == ["thieu-ngay-hoan-thanh"]
    with pytest.raises(InvalidInputError, match="1 chỗ cần xem lại"):
        send(filled)
    send(filled, note="Ngày hoàn thành sẽ bổ sung kỳ sau")
    assert [one.text for one in page(filled).comments] == ["Ngày hoàn thành sẽ bổ sung kỳ sau"]


@pytest.mark.parametrize(
    ("moment", "stamp"),
    [
        ("2025-03-18 23:59:59.999", ""),
        ("2025-03-19 00:00:00", "nộp chậm 1 ngày"),
        ("2025-03-20 23:59:59.999", "nộp chậm 2 ngày"),
    ],
)
def test_late_is_taken_in_with_a_stamp_and_a_reason(filled, moment, stamp):
    if stamp:
        with pytest.raises(InvalidInputError, match=stamp):
            send(filled, moment=moment)
    send(filled, moment=moment, late_reason="Mất điện" if stamp else "")
    assert page(filled, "2025-04-01 08:00").timing.stamp == stamp


def test_after_closing_nothing_is_taken_in(filled):
    with pytest.raises(ConflictError, match="đã đóng"):
        send(filled, moment="2025-03-21 00:00:00", late_reason="Mất điện")


def test_a_unit_takes_back_what_nobody_has_seen(filled):
    send(filled)
    unit_does(filled, submissions.recall)
    assert page(filled).state is SubmissionState.DRAFT
    assert send(filled, moment="2025-03-10 13:00").code == "BC-2025-Q1-van-phong-2"


def test_what_the_office_has_seen_is_not_taken_back(filled):
    send(filled)
    assert Act.RECALL in page(filled).acts
    office_does(filled, submissions.see, moment="2025-03-10 10:30")
    assert Act.RECALL not in page(filled).acts
    with pytest.raises(ConflictError, match="đã mở báo cáo"):
        unit_does(filled, submissions.recall)


def test_taken_back_and_sent_late_it_is_late(filled):
    send(filled)
    unit_does(filled, submissions.recall)
    with pytest.raises(InvalidInputError, match="nộp chậm 1 ngày"):
        send(filled, moment="2025-03-19 08:00")


def test_of_what_is_returned_only_the_rows_named_are_written(filled):
    returned(filled, {TASK: "Ghi rõ số văn bản"})
    view = page(filled)
    assert (view.state, view.return_reason) == (SubmissionState.RETURNED, "Số liệu chưa khớp")
    assert [row.name for row in view.rows if row.editable] == [TASK]
    assert [one.text for one in view.row(TASK).comments] == ["Ghi rõ số văn bản"]
    write(filled, TASK, "Đã rà soát 12 văn bản.")
    with pytest.raises(ConflictError, match="không nằm trong các dòng được trả lại"):
        write(filled, OTHER, "Lẻn sửa.")


def test_where_no_row_is_named_all_are_written(filled):
    returned(filled)
    write(filled, OTHER, "Đã rà soát.")
    assert all(row.editable for row in page(filled).rows)


def test_mended_late_it_is_not_late(filled):
    returned(filled, {TASK: "Ghi rõ"})
    write(filled, TASK, "Đã rà soát.")
    send(filled, moment="2025-03-20 10:00")
    assert page(filled, "2025-03-20 11:00").timing.stamp == ""
    with filled.reading() as session:
        (received,) = sent(session, FIRST).received[FIRST].values()
    assert str(received.submission.sent_on) == "2025-03-10"


def test_the_office_sees_what_is_new_in_it(filled):
    returned(filled, {TASK: "Ghi rõ"})
    write(filled, TASK, "Đã rà soát.")
    with filled.reading() as session:
        seen = review(coordinator(session), Q1, UNIT)
    assert seen.row(TASK).sent["ket_qua"] == "Đang triển khai.", "what is being written is not shown yet"
    send(filled, moment="2025-03-18 10:00")
    with filled.reading() as session:
        seen = review(coordinator(session), Q1, UNIT)
    assert [row.row.name for row in seen.rows if row.is_new_since_round] == [TASK]
    assert seen.row(TASK).round_before["ket_qua"] == "Đang triển khai."
    assert not seen.row(TASK).is_new_since_period
    assert [one.round for one in seen.rounds] == [1, 2]


def test_taken_back_after_it_was_returned_the_first_one_still_counts(filled):
    returned(filled, {TASK: "Ghi rõ"})
    write(filled, TASK, "Đã rà soát.")
    send(filled, moment="2025-03-18 10:00")
    unit_does(filled, submissions.recall, moment="2025-03-18 10:05")
    assert page(filled).state is SubmissionState.RETURNED
    with filled.reading() as session:
        assert sent(session, FIRST).received[FIRST][UNIT].file == "BC-2025-Q1-van-phong-1"


def test_accepted_is_what_was_looked_at(filled):
    send(filled)
    with pytest.raises(ConflictError, match="vừa gửi lại"):
        office_does(filled, submissions.accept, 2)
    office_does(filled, submissions.accept, 1)
    assert page(filled).state is SubmissionState.ACCEPTED
    with pytest.raises(ConflictError, match="Đã duyệt"):
        unit_does(filled, submissions.recall)
    office_does(filled, submissions.reopen, "Phát hiện sai số liệu")
    assert page(filled).state is SubmissionState.SENT


def test_it_can_be_accepted_after_the_period_has_closed_but_not_returned(filled):
    send(filled)
    with pytest.raises(ConflictError, match="đã đóng"):
        office_does(filled, submissions.return_submission, "Sai", {}, moment="2025-03-21 08:00")
    office_does(filled, submissions.accept, 1, moment="2025-03-21 08:00")


@pytest.mark.parametrize(
    ("act", "said"),
    [(submissions.return_submission, (" ", {})), (submissions.comment, ("",))],
)
def test_what_is_said_must_say_something(filled, act, said):
    send(filled)
    with pytest.raises(InvalidInputError):
        office_does(filled, act, *said)


def test_acceptance_is_taken_back_with_a_reason_only(filled):
    send(filled)
    office_does(filled, submissions.accept, 1)
    with pytest.raises(InvalidInputError, match="lý do bỏ duyệt"):
        office_does(filled, submissions.reopen, "")


@pytest.fixture
def approving(filled):
    with filled.writing() as session:
        agency.settle(coordinator(session), agency.SECOND_APPROVAL, value=True)
    return filled


def test_where_heads_approve_reporters_only_propose(approving):
    assert page(approving).acts == (Act.PROPOSE,)
    with pytest.raises(ConflictError, match="lãnh đạo đơn vị duyệt"):
        send(approving)
    unit_does(approving, submissions.propose)
    assert page(approving).state is SubmissionState.FOR_APPROVAL
    assert not page(approving).editable
    unit_does(approving, submissions.submit, role="lanh_dao_don_vi")
    assert page(approving).state is SubmissionState.SENT


def test_a_head_gives_a_proposal_back(approving):
    unit_does(approving, submissions.propose)
    unit_does(approving, submissions.recall, role="lanh_dao_don_vi")
    assert page(approving).state is SubmissionState.DRAFT


def test_where_heads_do_not_approve_nothing_is_proposed(filled):
    with pytest.raises(ConflictError, match="không yêu cầu"):
        unit_does(filled, submissions.propose)


@pytest.mark.parametrize("act", [submissions.see, submissions.review])
def test_units_do_not_do_what_the_office_does(filled, act):
    with pytest.raises(MissingError):
        unit_does(filled, act)


def test_everything_that_was_done_stands_in_the_log(filled):
    returned(filled)
    send(filled, moment="2025-03-18 10:00")
    office_does(filled, submissions.accept, 2)
    with filled.reading() as session:
        events = timeline(reporter(session), Q1, UNIT)
    assert [one.action for one in events] == ["gui", "tra-lai", "gui", "duyet"]
    assert events[1].made_by == "Đầu mối cải cách hành chính"


def test_what_units_sent_is_added_up_as_from_files(founded):
    opened(founded)
    brought(founded)
    with founded.reading() as session:
        gathered = sent(session, FIRST)
        office = agency.organisation(session), agency.calendar(session), agency.forms(session)
        plan = tables.PlanVersion
        data = session.scalars(select(plan.data)).first()
    from docgen.model.plan import Plan  # noqa: PLC0415

    organisation, calendar, forms = office
    results = add_up(Plan.model_validate(data), organisation, FIRST, gathered.received, calendar, forms)
    assert sum(one.file.startswith("BC-2025-Q1-") for one in results.received) == 8
    assert {one.code for one in gathered.findings} == {"chua-duyet"}


def test_what_was_taken_back_does_not_count_and_is_told(filled):
    send(filled)
    unit_does(filled, submissions.recall)
    with filled.reading() as session:
        gathered = sent(session, FIRST)
    assert not gathered.received
    assert [one.code for one in gathered.findings] == ["da-thu-hoi"]


def test_a_file_on_another_plan_is_refused(office):
    data = {"nam": 2025, "ky": Q1, "ket_qua": [{"id": "khong-co", "tinh_trang": "hoan_thanh"}]}
    with office.writing() as session, pytest.raises(MissingError, match="khong-co"):
        submissions.take_in(
            coordinator(session), Submission.model_validate(data), Q1, UNIT, at("2025-03-17 15:00")
        )


def test_a_unit_that_owes_nothing_may_send_a_file(office):
    with office.writing() as session:
        session.execute(tables.Row.__table__.delete())
        session.execute(tables.Submission.__table__.delete())
    assert "BC-2025-Q1-van-phong-1" in brought(office)
    fill(office)
    assert page(office).progress.done > 0
