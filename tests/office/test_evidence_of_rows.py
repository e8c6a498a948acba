"""Files that prove a row: put there once, taken away, sent with it, seen by nobody else."""

from hashlib import sha256

import pytest
from answering import Q1, UNIT, coordinator, opened, reporter, send, task

from docgen.errors import ConflictError, MissingError, RefusedError
from docgen.office import submissions
from docgen.office.submissions import VettedFile, review, unit_page
from docgen.services.evidence import Vetted

TASK = task("ra-soat-vbqppl")


def file(data=b"%PDF-1.7", name="Kế hoạch 12.pdf"):
    return VettedFile(Vetted(name, "application/pdf", len(data), sha256(data).hexdigest()), data)


def attach(store, one, name=TASK, moment="2025-03-10 09:30"):
    with store.writing() as session:
        return submissions.attach(reporter(session, moment), Q1, UNIT, name, one)


def shown(store):
    with store.reading() as session:
        return unit_page(reporter(session), Q1, UNIT).row(TASK).evidence


def test_a_file_is_put_to_a_row_once_and_opened_again(filled):
    there = attach(filled, file())
    assert attach(filled, file(name="Bản sao.pdf")) == there
    assert shown(filled) == (there,)
    with filled.reading() as session:
        assert submissions.evidence(reporter(session), Q1, UNIT, there.id) == (there, b"%PDF-1.7")
        with pytest.raises(MissingError):
            submissions.evidence(reporter(session, unit="thanh-tra"), Q1, UNIT, there.id)


def test_a_row_has_so_many_files_and_no_more(filled):
    for number in range(10):
        attach(filled, file(b"%d" % number))
    with pytest.raises(RefusedError, match="tối đa 10"):
        attach(filled, file(b"11"))


def test_what_was_sent_keeps_the_name_of_its_file(filled):
    there = attach(filled, file())
    send(filled)
    with pytest.raises(ConflictError, match="Đã gửi"), filled.writing() as session:
        submissions.detach(reporter(session), Q1, UNIT, there.id)
    with filled.writing() as session:
        submissions.recall(reporter(session, "2025-03-10 11:00"), Q1, UNIT)
        submissions.detach(reporter(session, "2025-03-10 11:01"), Q1, UNIT, there.id)
    assert shown(filled) == ()
    with filled.reading() as session:
        with pytest.raises(MissingError, match="Không còn tệp"):
            submissions.evidence(reporter(session), Q1, UNIT, there.id)
        assert [one.code for one in review(coordinator(session), Q1, UNIT).rounds] == [
            "BC-2025-Q1-van-phong-1"
        ]


def test_what_proved_a_row_is_attached_again_by_its_unit_alone(filled):
    there = attach(filled, file())
    send(filled)
    opened(filled, "2025-6T", "2025-06-02 07:00")
    with filled.writing() as session:
        desk = reporter(session, "2025-06-05 09:00")
        past = submissions.past_evidence(desk, "2025-6T", UNIT, TASK)
        assert (past.code, past.period, past.files) == (Q1, "quý I năm 2025", (there,))
        again = submissions.attach_again(desk, "2025-6T", UNIT, TASK, there.id)
        assert (again.name, again.sha256) == (there.name, there.sha256)
        assert submissions.evidence(desk, "2025-6T", UNIT, again.id)[1] == b"%PDF-1.7"
        assert submissions.past_evidence(desk, "2025-6T", UNIT, TASK) is None
        other = reporter(session, "2025-06-05 09:00", unit="thanh-tra")
        row = next(one.name for one in unit_page(other, "2025-6T", "thanh-tra").rows)
        for unit, name in ((UNIT, TASK), ("thanh-tra", row)):
            with pytest.raises(MissingError):
                submissions.attach_again(other, "2025-6T", unit, name, there.id)
