import logging
from itertools import count

import pytest
from offices import NOW
from slow_worker import KINDS

from docgen.jobs.kind import Kind, Queue
from docgen.jobs.performing import Workshop
from docgen.model.papers import JobState
from docgen.office.work import ask_for, errand


def at_once(_name, do):
    return do()


def remembering(kept, most):
    """Return what does a step once, and dies instead of doing more than `most`."""
    turns = count()

    def once(_name, do):
        turn = next(turns)
        if turn == len(kept):
            if turn == most:
                raise KeyboardInterrupt
            kept.append(do())
        return kept[turn]

    return once


@pytest.fixture
def shop(sqlite_store):
    return Workshop(sqlite_store, lambda: NOW, KINDS)


def performed(shop, kind, **parameters):
    with shop.desk() as desk:
        job_id = ask_for(desk, kind, "Một việc dài", parameters)
    shop.perform(job_id, at_once)
    return seen(shop, job_id)


def seen(shop, job_id):
    with shop.desk() as desk:
        return errand(desk, job_id)


def test_what_a_kind_returns_is_the_result(shop):
    job = performed(shop, "whole", thing="báo cáo")
    assert (job.state, job.result, job.message) == (JobState.DONE, {"made": "BÁO CÁO"}, "")


def test_what_is_refused_is_told_whole(shop):
    job = performed(shop, "refused")
    assert job.state is JobState.FAILED
    assert job.message.split("\n") == [
        "Kỳ báo cáo chưa có số liệu.",
        "  - Sở Y tế",
        "  - Sở Nội vụ",
        "Hãy chờ đơn vị gửi.",
    ]


def test_a_fault_has_a_code_and_the_log_nothing_of_the_data(shop, caplog):
    def faulty(_run):
        raise ValueError("Sở Y tế")

    job = performed(Workshop(shop.store, shop.clock, {"faulty": Kind(faulty)}), "faulty")
    code = job.message.split("mã lỗi ")[1][:8]
    assert job.state is JobState.FAILED
    assert code in caplog.text
    assert "ValueError at test_performing.py" in caplog.text
    assert "Sở Y tế" not in caplog.text + job.message
    assert caplog.records[0].levelno == logging.ERROR


def test_a_kind_that_is_not_known_fails(shop):
    assert performed(shop, "khong-biet").state is JobState.FAILED
    assert shop.queue_of("khong-biet") is Queue.LIGHT


def test_what_has_ended_is_not_done_again(shop):
    job = performed(shop, "whole", thing="báo cáo")
    shop.perform(job.id, lambda name, _: pytest.fail(name))


def test_steps_done_before_are_not_done_again(shop, tmp_path):
    notes, kept = tmp_path / "notes", []
    with shop.desk() as desk:
        parameters = {"things": ["a", "b", "c"], "seconds": 0, "notes": str(notes)}
        job_id = ask_for(desk, "slow", "Một việc dài", parameters)
    with pytest.raises(KeyboardInterrupt):
        shop.perform(job_id, remembering(kept, most=2))
    half = seen(shop, job_id)
    shop.perform(job_id, remembering(kept, most=3))
    job = seen(shop, job_id)
    assert (half.done, half.total, half.message, half.state) == (2, 3, "Đang làm phần b", JobState.RUNNING)
    assert (job.done, job.total, job.result) == (3, 3, {"made": ["A", "B", "C"]})
    assert notes.read_text() == "begun a\ndone a\nbegun b\ndone b\nbegun c\ndone c\n"
