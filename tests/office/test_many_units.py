"""Many at once: the last minute before a deadline, and two who write into the same row."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from answering import Q1, brought, coordinator, opened, reporter, task
from offices import at, desk_of

from docgen.errors import InvalidInputError
from docgen.office import submissions
from docgen.office.conflicts import ChangedMeanwhileError
from docgen.office.submissions import board, history, unit_page

MIDNIGHT = at("2025-03-19 00:00")
LAST_MOMENT = MIDNIGHT - timedelta(milliseconds=1)
TASK = task("ra-soat-tthc-noi-bo")


def at_once(deeds):
    """Do all deeds at the same time; return what came of each."""
    start = Barrier(len(deeds))

    def done(deed):
        start.wait()
        return deed()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return [one.result() for one in [pool.submit(done, deed) for deed in deeds]]


def test_all_units_send_in_the_last_minute(founded):
    units = opened(founded)
    brought(founded, moment="2025-03-17 15:00")
    with founded.writing() as session:
        for unit in units:
            desk = coordinator(session, "2025-03-18 08:00")
            if unit_page(desk, Q1, unit).dispatch:
                submissions.return_submission(desk, Q1, unit, "Bổ sung", {})

    def sending(unit, moment):
        def send():
            with founded.writing() as session:
                desk = desk_of(session, "chuyen_vien_don_vi", unit, moment)
                return submissions.submit(desk, Q1, unit, note="Đã kiểm tra", late_reason="Chờ ký số")

        return send

    sent = [unit for unit in units if unit != "thi-dua-khen-thuong"]
    clicks = enumerate((*sent, *sent[:3]))  # three of them twice
    codes = [
        one.code
        for one in at_once([sending(unit, MIDNIGHT - timedelta(seconds=place)) for place, unit in clicks])
    ]
    assert {*codes} == {f"BC-2025-Q1-{unit}-2" for unit in sent}
    with founded.reading() as session:
        assert [one.rounds for one in board(coordinator(session), Q1).units if one.unit in sent] == [2] * len(
            sent
        )


def test_on_the_stroke_of_midnight_it_is_late(filled):
    with filled.writing() as session, pytest.raises(InvalidInputError, match="nộp chậm 1 ngày"):
        submissions.submit(reporter(session, str(MIDNIGHT)[:19]), Q1, "van-phong")
    with filled.writing() as session:
        desk = desk_of(session, "chuyen_vien_don_vi", "van-phong", LAST_MOMENT)
        submissions.submit(desk, Q1, "van-phong")
    with filled.reading() as session:
        assert board(coordinator(session), Q1).on_time == 1


def test_of_two_who_write_at_once_one_sees_the_other(founded):
    opened(founded)

    def writing(role, text):
        def write():
            try:
                with founded.writing() as session:
                    desk = desk_of(session, role, "van-phong")
                    submissions.save_row(desk, Q1, "van-phong", TASK, {"ket_qua": text}, 0)
            except ChangedMeanwhileError as conflict:
                return conflict.theirs["ket_qua"]
            return ""

        return write

    answers = at_once([writing("chuyen_vien_don_vi", "Một"), writing("lanh_dao_don_vi", "Hai")])
    with founded.reading() as session:
        (kept,) = history(reporter(session), Q1, "van-phong", TASK)
    assert sorted(answers) == ["", kept.typed["ket_qua"]]
