"""Workbooks that units filled in, read one after another by a worker that one of them may end."""

import json
import os
import signal
import sys
from io import BytesIO

import openpyxl
import pytest

from docgen.errors import DocgenError, InvalidInputError
from docgen.model.submission import Submission
from docgen.services import isolation
from docgen.services.isolation import Names, ask_each
from docgen.services.tasks.answers import Task
from docgen.sheets import write_workbook

FILES = [(name.encode(), Names(name)) for name in ("a.xlsx", "chet.xlsx", "b.xlsx", "hong.xlsx", "c.xlsx")]


def form(plan, organisation, **cells):
    """Return the workbook of a plan with cells filled in."""
    book = openpyxl.load_workbook(BytesIO(write_workbook(plan, organisation)))
    for cell, value in cells.items():
        book.worksheets[0][cell].value = value
    memory = BytesIO()
    book.save(memory)
    return memory.getvalue()


def test_a_form_gives_a_submission_as_data(plan_2025, organisation):
    told, made = Task(plan_2025.as_data())(form(plan_2025, organisation, H7="Hoàn thành", D7="Phòng Lạ"))
    submission = Submission.model_validate(json.loads(json.dumps(told["submission"])))
    assert (made, [row.id for row in submission.rows]) == (b"", ["ke-hoach-kiem-tra-noi-bo"])


def test_a_form_with_errors_gives_findings_alone(plan_2025, organisation):
    told, _ = Task(plan_2025.as_data())(form(plan_2025, organisation, H7="Gần xong"))
    assert told["submission"] is None
    assert [finding["code"] for finding in told["findings"]] == ["tinh-trang-la"]


@pytest.fixture
def worker(monkeypatch):
    """A worker that tells its number and the file, but dies of one and refuses another."""
    code = (
        "import os, signal\n"
        "from docgen.errors import InvalidInputError\n"
        "from docgen.services import worker\n"
        "def task():\n"
        "    def work(data):\n"
        "        if data == b'chet.xlsx': os.kill(os.getpid(), signal.SIGSEGV)\n"
        "        if data == b'hong.xlsx': raise InvalidInputError('Hỏng.')\n"
        "        return {'process': os.getpid()}, data\n"
        "    return work\n"
        "worker.load = lambda _: task\n"
        "worker.main()\n"
    )
    monkeypatch.setattr(isolation, "_COMMAND", (sys.executable, "-P", "-c", code))


@pytest.mark.usefixtures("worker")
def test_a_file_that_ends_the_worker_does_not_keep_the_others_from_being_read():
    one, dead, two, broken, three = ask_each("answers", FILES)
    assert [answer.data for answer in (one, two, three)] == [b"a.xlsx", b"b.xlsx", b"c.xlsx"]
    assert one.told["process"] != two.told["process"] == three.told["process"] != os.getpid()
    assert f"tiến trình dừng với mã -{signal.SIGSEGV.value}" in str(dead)
    assert isinstance(broken, InvalidInputError)
    assert broken.message == "“hong.xlsx”: Hỏng."


@pytest.mark.usefixtures("worker")
def test_no_files_need_no_worker():
    assert ask_each("answers", []) == ()


def test_a_worker_that_takes_too_long_answers_none(monkeypatch):
    monkeypatch.setattr(isolation, "_COMMAND", (sys.executable, "-c", "import time; time.sleep(60)"))
    monkeypatch.setattr(isolation, "SECONDS", 0.1)
    answers = ask_each("answers", FILES[:2])
    assert [str(answer).partition(".xlsx")[0] for answer in answers] == ["“a", "“chet"]
    assert all(isinstance(answer, DocgenError) for answer in answers)


def test_an_answer_that_breaks_off_is_none(monkeypatch):
    monkeypatch.setattr(isolation, "_COMMAND", (sys.executable, "-c", "print('{\"si', end='')"))
    (answer,) = ask_each("answers", FILES[:1])
    assert "tiến trình dừng với mã 0" in str(answer)
